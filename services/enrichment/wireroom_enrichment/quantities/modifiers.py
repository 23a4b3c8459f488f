"""The words before a number that make it a bound: "more than", "about"."""

from wireroom_core.models.annotations import Bound
from wireroom_enrichment.pieces import Pieces
from wireroom_enrichment.quantities.beside import Beside
from wireroom_enrichment.quantities.lexicon import Lexicon
from wireroom_enrichment.quantities.numbers import Number

_MODIFIER_WORDS = 5


class Modifiers:
    """Finds the modifiers of one text's numbers."""

    def __init__(self, lexicon: Lexicon, pieces: Pieces, codes: str, beside: Beside) -> None:
        self._lexicon, self._pieces, self._codes, self._beside = lexicon, pieces, codes, beside

    def of(self, first: int, number: Number, about: bool, done: int) -> tuple[Bound, int]:
        """The bound that the words before ``number``, from the piece ``done`` on, give, and where they begin.

        ``first`` is the piece with which it begins itself, with its sign or currency.
        """
        given: tuple[Bound, int] = ("about" if about else "exact", first)
        if not self._stands_before(first, done):
            return given
        bound, begin = self._longest(first, done) or given
        return ("exact", first) if self._is_preposition(begin, number) else (bound, begin)

    def _stands_before(self, first: int, done: int) -> bool:
        """True where the word before a number is the last one of a modifier."""
        last = first - 1
        while last > done and self._codes[last] in " '":
            last -= 1
        return last >= 0 and self._pieces.words[last].lower() in self._lexicon.ends_of_modifiers

    def _longest(self, first: int, done: int) -> tuple[Bound, int] | None:
        words, codes, modifiers = self._pieces.words, self._codes, self._lexicon.modifiers
        found, phrase = None, ""
        for index in range(first - 1, max(done, first - 2 * _MODIFIER_WORDS) - 1, -1):
            if codes[index] in '¶";,:':
                break
            if codes[index] == " ":
                phrase = " " + phrase
                continue
            phrase = ("'" if codes[index] == "'" else words[index].lower()) + phrase
            bound = modifiers.get(phrase.rstrip(" '"))
            if bound:
                found = bound, index
        return found

    def _is_preposition(self, index: int, number: Number) -> bool:
        """True for "over" in "it would cost $1bn over ten years", and for "hasta" after a verb of change."""
        word = self._pieces.words[index]
        if word in {"over", "über", "unter"} and self._beside.word_before(index) in self._lexicon.no_modifier_after:
            return True
        if word == "over":
            return self._codes[number.end : number.end + 2] == " T"
        return word in {"hasta", "Hasta"} and self._moves(index)

    def _moves(self, index: int) -> bool:
        return any(word.startswith(self._lexicon.moves) for word in self._pieces.words[max(0, index - 12) : index])
