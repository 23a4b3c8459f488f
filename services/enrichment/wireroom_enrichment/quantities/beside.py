"""Numbers without a noun of their own: what the words beside them say that they count."""

import re

from wireroom_enrichment.draft import Span
from wireroom_enrichment.pieces import Pieces, word_set
from wireroom_enrichment.quantities.lexicon import Lexicon
from wireroom_enrichment.quantities.numbers import Number, Numbers

_LISTED = re.compile(r"(?:, | e )(?=[9it])")
"""Between numbers that share a unit of time."""
_MOST_LISTED = 3
_OF_THEM = re.compile(
    r" (?:of (?:them|whom|which|these|those)|von (?:ihnen|denen)|davon|van (?:hen|hun)|daarvan|hiervan"
    r"|de (?:ellos|ellas)|d['’](?:entre )?(?:eux|elles)|mehr als|weniger als|(?:more|fewer|less) than"
    r"|(?:meer|minder) dan|(?:más|menos) que|de (?:plus|moins)|dagegen|dahinter|en contra|a favor"
    r"|against|died)(?![^\W\d_])"
)
"""After a number whose noun was named before."""
_OF_MANY = word_set(
    "the his her their its our those these des ses leurs ces nos los las sus estos estas esos esas de die deze zijn"
    " haar hun"
)
"""Words before many, of which some are counted."""
_GENITIVES = word_set("der seiner ihrer dieser unserer")
_PARENTS = word_set("father mother père mère padre madre vader moeder Vater Mutter")
_YOUNGEST, _OLDEST = 5, 110
_NOW = word_set("now then nu toen inmiddels heute damals ahora hoy")
_WAS = word_set("was is turned")
_SO = word_set("when and at years by but")
"""After an age in a sentence ("he was 22 when he was arrested")."""
_VICTIMS = word_set("killing wounding injuring killed wounded injured hospitalising hospitalizing")
"""Verbs before a number that counts people, without a noun ("killing 31, the coast guard said")."""
_COMPARING = word_set("nach gegenüber tegen tegenover contre against")
_WHEN = word_set("im in en de un ein het")
"""After a number of before, with which another one is compared ("nach 186 im Vorjahr")."""
_BEFORE = word_set("aged another otros otras weitere weiteren")
"""Before an age, and before more of what was named."""
_FROM = word_set("from van von de del desde")
_CHANGED = word_set("naar auf")
_TO = _CHANGED | word_set("to à a tot bis")
"""Between the number that was and the one that is."""
_NEAR = 14
"""Pieces within which a verb of change stands."""
_RIGHT_BEFORE = 10


class Beside:
    """Looks beside the numbers of one text."""

    def __init__(self, lexicon: Lexicon, pieces: Pieces, codes: str, numbers: Numbers) -> None:
        self._lexicon, self._pieces, self._codes, self._numbers = lexicon, pieces, codes, numbers

    def word(self, index: int) -> str:
        """The piece at ``index``; empty outside the text."""
        return self._pieces.words[index] if 0 <= index < len(self._pieces.words) else ""

    def word_before(self, first: int) -> str:
        """The word before a piece, without the point of an abbreviation."""
        index = first - 1
        if index > 0 and self._codes[index] in " .":
            index -= 1 if self._codes[index - 1] != "." else 2
        return self._pieces.words[index] if 0 <= index < first else ""

    def counts(self, number: Number, place: Span, last: Span) -> bool:
        """True where the words around ``number``, which has the pieces of ``place``, say what it counts.

        ``last`` are the pieces of the quantity before it, (0, 0) for none.
        """
        first, end = place
        previous = self.word_before(first)
        if _OF_THEM.match(self._pieces.text, self._pieces.starts[end]) or self._shares_noun(end):
            return True
        if self._stands_for_more(first, previous, last) or self._is_of_people(place, previous):
            return True
        if self._is_some_of_them(end, number.in_figures) or self._is_age_of_someone(first, number.value):
            return True
        if self.was(first, end) or self._has_become(first, last) or self._was_before(first, last, previous):
            return True
        if previous in _COMPARING and self.word(end + 1) in _WHEN:
            return True
        return number.in_figures and (self._is_age(first, end, number.value) or self._is_compared(first, end, previous))

    def _stands_for_more(self, first: int, previous: str, last: Span) -> bool:
        """As in "another 12", "aged 19 and 22", "er zijn er 12"."""
        dutch = self._lexicon.words.language == "nl"
        return previous in _BEFORE or self._is_second_age(first, last) or (previous == "er" and dutch)

    def _is_of_people(self, place: Span, previous: str) -> bool:
        """As in "killing 31, the coast guard said", "a father of four" and "es sind zwei"."""
        first, end = place
        if self.word(first - 4) in _PARENTS and self._codes[first - 2] == "o":
            return True
        if previous in _VICTIMS:
            return self._codes[end : end + 2] in {", ", ". ", " e", " s", "."}
        back = 6 if previous in {"noch", "nur", "schon", "etwa"} else 4
        return self.word(first - back + 2) == "es" and self.word(first - back) in {"sind", "waren"}

    def _is_age_of_someone(self, first: int, years: float) -> bool:
        """As in "een agent van 31", "een fietser van zestien"."""
        if self.word(first - 2) != "van" or not _YOUNGEST <= years <= _OLDEST:
            return False
        return self.word(first - 6).lower() == "een"

    def _is_some_of_them(self, end: int, in_figures: bool) -> bool:
        """As in "three of the victims", "13 of 18 counts", "zwei der Opfer": what is counted comes after."""
        if self.word(end + 1) in {"of", "von"} and self._codes[end + 2 : end + 4] in {" 9", " i", " t"}:
            return True
        if self._lexicon.words.language == "de":
            return self.word(end + 1) in _GENITIVES and self.word(end + 3)[:1].isupper()
        des = self.word(end + 1) == "des"
        at = end + 3 if des else end + 5
        if not (des or self._codes[end : end + 2] == " o") or self.word(at - 2) not in _OF_MANY:
            return False
        if self._codes[at : at + 1] != "x":
            return False
        return not in_figures or self.word(at).endswith(("s", "en", "x"))

    def _is_age(self, first: int, end: int, years: float) -> bool:
        """As in "Curtis Vane, now 54," and "he was 22 when"."""
        if not _YOUNGEST <= years <= _OLDEST or self._codes[end : end + 1] not in {",", ".", " "}:
            return False
        if self.word(first - 2) in _NOW:
            return self._codes[first - 4 : first - 2] == ", " and self._codes[end] in ",."
        return (
            self.word(first - 2) in _WAS and self.word(first - 4).lower() in {"he", "she"} and self.word(end + 1) in _SO
        )

    def was(self, first: int, end: int) -> bool:
        """True for the 12 of "from 12 to 15", where that is no range."""
        if self.word(end + 1) not in _TO or not self.is_from(first):
            return False
        if self._codes[end + 2 : end + 4] not in {" 9", " i"}:
            return False
        return self.word(end + 1) in _CHANGED or self._changes(first, end)

    def is_from(self, first: int) -> bool:
        """True after a word for "from"."""
        return self.word_before(first) in _FROM

    def has_moved(self, first: int) -> bool:
        """True where a verb of change stands right before "from 12"; "men from 12 to 15 years" are of those ages."""
        near = self._pieces.words[max(0, first - _RIGHT_BEFORE) : first]
        return any(word.startswith(self._lexicon.moves) for word in near)

    def _has_become(self, first: int, last: Span) -> bool:
        """True for the 15 of "from 12 to 15"."""
        return 0 < first - last[1] < _NEAR and self.word_before(first) in _TO and self.is_from(last[0])

    def _was_before(self, first: int, last: Span, previous: str) -> bool:
        """True for the 55 of "to 52 reais from 55", "auf 52 Real nach 55"."""
        return previous in {"from", "nach", "tegen", "contre"} and 0 < last[1] == first - 3

    def _is_second_age(self, first: int, last: Span) -> bool:
        """True for the 22 of "aged 19 and 22"."""
        joined = self._codes[last[1] : first] == " e " and last[1] - last[0] == 1
        return joined and self.word_before(last[0]) == "aged"

    def _is_compared(self, first: int, end: int, previous: str) -> bool:
        """As in "rose to 310", "up from 186 in 2020", "waren es 40", "een agent van 31"."""
        if self.word(end + 1) in _WHEN and previous in _FROM and self._changes(first, end):
            return True
        two_before = self.word(first - 4)
        if previous == "from" and two_before in {"up", "down"}:
            return True
        return previous in _TO and self._codes[end : end + 1] in {" ", ",", "."} and self._changes(first, end)

    def _changes(self, first: int, end: int) -> bool:
        """True where a verb of change stands beside a number in its clause, and it is no rank."""
        words, codes = self._pieces.words, self._codes
        start = max(0, first - _NEAR)
        start = max(start, *(codes.rfind(mark, start, first) + 1 for mark in ".;¶"))
        ends = [at for mark in ".;¶" if (at := codes.find(mark, end, end + _NEAR)) >= 0]
        near = words[start:first] + words[end : min(ends, default=end + _NEAR)]
        return any(word.startswith(self._lexicon.moves) for word in near) and self._lexicon.not_before.isdisjoint(near)

    def _shares_noun(self, end: int) -> bool:
        """True before "and 31 years": for a number that shares the unit of time of the next one."""
        codes = self._codes
        for _ in range(_MOST_LISTED):
            match = _LISTED.match(codes[end : end + 4])
            number = self._numbers.at(end + match.end()) if match else None
            if number is None:
                return False
            end = number.end
            if codes[end : end + 2] in {" T", " U"}:
                return True
        return False
