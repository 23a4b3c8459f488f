"""Quantities in a text: numbers with their modifier, unit and noun, and those that are left out."""

import re
from collections.abc import Iterator

from wireroom_core.models.annotations import Bound
from wireroom_enrichment.draft import Span
from wireroom_enrichment.pieces import MOST_TRIED, Pieces, word_set
from wireroom_enrichment.quantities.alone import GUESSED, SURE, Alone, Found
from wireroom_enrichment.quantities.beside import Beside
from wireroom_enrichment.quantities.leftout import (
    AFTER_SHARES,
    BEFORE_SHARES,
    INDICES,
    is_glued,
    is_ordinal_or_score,
    is_share,
)
from wireroom_enrichment.quantities.lexicon import Lexicon
from wireroom_enrichment.quantities.modifiers import Modifiers
from wireroom_enrichment.quantities.nouns import Nouns
from wireroom_enrichment.quantities.numbers import Number, Numbers, with_figures
from wireroom_enrichment.quantities.ranges import Ranges
from wireroom_enrichment.quantities.units import Unit, Units

_TIME_OF_DAY = re.compile(r"\d{1,2}[.:]\d\d ?(?:uur|Uhr|horas|heures|h)(?![^\W\d_])")
_FREEZING = word_set("minus moins menos min Minus Moins Menos Min")
_DEGREES = re.compile(r"\s?(?:°|[Gg]ra[ad]|[Dd]egr)")
_AND_A_HALF = re.compile(r" (?:y medi[oa]|et demie?|and a half)(?![^\W\d_])")
_TRIGGER = re.compile("[9itck]|A(?=[ -](?:[hDckM]|.(?: D| o A M)))|h(?= [DAM])")
"""Where numbers may begin; most articles and most halves are none."""
_MORE = word_set("more other further additional such wounded injured autres andere extra")
"""Words between a number and what it counts ("three more days")."""
_OTHERS = word_set("others autres anderen weitere")
"""Words that stand for what was named before ("five others were hurt")."""
_STRESSED = frozenset(("één", "eén"))
"""A one that counts, in Dutch."""
_GLUED = {"m": 1e6, "b": 1e9, "k": 1e3, "M": 1e6, "B": 1e9, "K": 1e3}
"""Letters for thousands and more, right after an amount of money ("£3.5m")."""


class Reader:
    """Reads one article's quantities; ``taken`` are spans, in order, that hold none (dates)."""

    def __init__(self, lexicon: Lexicon, pieces: Pieces, taken: list[Span]) -> None:
        codes = with_figures(pieces)
        self._lexicon, self._pieces, self._codes = lexicon, pieces, codes
        self._numbers = Numbers(lexicon, pieces, codes)
        self._units = Units(lexicon, pieces, codes)
        self._nouns = Nouns(lexicon, pieces, codes)
        self._beside = Beside(lexicon, pieces, codes, self._numbers)
        self._ranges = Ranges(codes, self._numbers, self._units, self._beside)
        self._modifiers = Modifiers(lexicon, pieces, codes, self._beside)
        self._alone = Alone(lexicon, pieces, codes, self._beside)
        self._taken = taken
        self._last: Found | None = None
        self._done = 0

    def found(self) -> Iterator[Found]:
        """All of them in the order of the text."""
        at, codes, starts = 0, self._codes, self._pieces.starts
        # The last one, which no piece reaches, stands for the text's end.
        dates = iter((*self._taken, (len(self._pieces.text), len(self._pieces.text) + 1)))
        begin, end = next(dates)
        for _ in range(MOST_TRIED):
            match = _TRIGGER.search(codes, at)
            if match is None:
                break
            index = match.start()
            while end <= starts[index]:
                begin, end = next(dates)
            if begin <= starts[index]:
                at = self._done = self._pieces.index(end - 1) + 1
                continue
            number = self._numbers.at(index)
            if number is None:
                at = index + 1
                continue
            quantity = self._quantity(number, begin)
            at = number.end
            if quantity:
                self._last, self._done = quantity, quantity.end
                yield quantity
                at = max(at, quantity.end)

    def _quantity(self, number: Number, limit: int) -> Found | None:
        """The quantity of ``number``, which ends before the offset ``limit``; None where it is none."""
        second = self._ranges.second(number)
        if self._is_name(number, second is not None):
            return None
        money = self._units.before(number.first)
        if money and money[1] < self._done:
            money = None
        if money:
            number, second = self._with_letter(number, second)
        last = second or number
        unit, noun, end = (None, None, last.end) if money else self._unit_and_noun(last, limit)
        if self._pieces.starts[end] > limit:
            return None
        begin = money[1] if money else number.first
        if noun and not second and _AND_A_HALF.match(self._pieces.text, self._pieces.starts[end]):
            number = number._replace(value=number.value + 0.5)
            end += 5 if self._beside.word(end + 3) == "a" else 4
        number, begin = self._signed(number, last, unit, begin)
        bound, first = self._modifiers.of(begin, last, number.about, self._done)
        named = money is not None or end > last.end
        confidence = self._confidence(number, second, named, bound, (first, end))
        if confidence is None:
            return None
        name = money[0] if money else unit.name if unit else None
        sure = GUESSED if unit and not unit.sure else confidence
        return Found(first, end, *_ends(number, second), name, noun, bound, sure)

    def _with_letter(self, number: Number, second: Number | None) -> tuple[Number, Number | None]:
        """Amounts with the letter for millions right after them."""
        last = second or number
        scale = _GLUED.get(self._beside.word(last.end))
        if scale is None:
            return number, second
        last = last._replace(value=last.value * scale, end=last.end + 1, scale=last.scale * scale)
        return (number, last) if second else (last, None)

    def _unit_and_noun(self, last: Number, limit: int) -> tuple[Unit | None, tuple[int, int] | None, int]:
        """What follows the number up to the offset ``limit``, and the piece where it ends."""
        starts = self._pieces.starts
        unit = self._units.after(last.end, last.scaled)
        if unit and starts[unit.end] > limit:
            unit = None
        noun = self._noun(last, unit.end if unit else None) if unit is None or unit.substance else None
        if noun and starts[noun[1]] > limit:
            noun = None
        return unit, noun, noun[1] if noun else unit.end if unit else last.end

    def _is_name(self, number: Number, ranged: bool) -> bool:
        """True for what is no count: ordinals, scores, shares, numbers of articles, parts of names."""
        pieces = self._pieces
        start, end = pieces.starts[number.first], pieces.starts[number.end]
        previous, following = self._beside.word_before(number.first), self._beside.word(number.end + 1)
        # "They won 7-5 in two hours" shares nothing.
        shares = previous in BEFORE_SHARES and self._codes[number.end : number.end + 2] != " T"
        if (shares or following in AFTER_SHARES) and is_share(pieces.text, start, end):
            return True
        if number.in_figures and _TIME_OF_DAY.match(pieces.text, start):
            return True
        if number.in_figures and (
            is_ordinal_or_score(pieces.text, start, end, ranged)
            or (
                is_glued(pieces.text, start)
                and not self._units.before(number.first)
                and not self._below_zero(number, number)
                and not self._is_signed(number, self._ranges.percent_after(number))
            )
        ):
            return True
        if self._beside.word(number.end + 3) in {"geleden", "ago"}:
            return True
        lower = previous.lower()
        if lower in INDICES and number.value in INDICES[lower]:
            return True
        return previous in self._lexicon.not_before or lower in self._lexicon.not_before

    def _signed(self, number: Number, last: Number, unit: Unit | None, begin: int) -> tuple[Number, int]:
        """With its sign, and the piece with which that begins."""
        if self._is_signed(number, unit):
            rises = self._pieces.words[begin - 1] == "+"
            return number if rises else number._replace(value=-number.value), begin - 1
        if self._below_zero(number, last):
            return number._replace(value=-number.value), begin - 1 - (self._codes[begin - 1] == " ")
        return number, begin

    def _is_signed(self, number: Number, unit: Unit | None) -> bool:
        """As in "(+1,2%)"; a dash between words is none."""
        first, codes = number.first, self._codes
        if unit is None or unit.name != "%" or first < 2 or codes[first - 1] == " ":
            return False
        return self._pieces.words[first - 1] in {"+", "-", "−"} and codes[first - 2] == "("

    def _below_zero(self, number: Number, last: Number) -> bool:
        """As in "minus 12 degrees" and "-12 °C"; ``last`` is the end of a range, which has none."""
        first, codes, words = number.first, self._codes, self._pieces.words
        if first < 2 or number is not last or (codes[first - 1] == " " and words[first - 2] not in _FREEZING):
            return False
        signed = words[first - 1] in "-−–" and codes[first - 2] in " (¶"
        if not signed and codes[first - 1] != " ":
            return False
        return _DEGREES.match(self._pieces.text, self._pieces.starts[number.end]) is not None

    def _noun(self, number: Number, unit_end: int | None) -> tuple[int, int] | None:
        codes = self._codes
        if unit_end is not None:
            return self._nouns.substance(unit_end)
        index = number.end
        if number.scaled and codes[index : index + 3] in {" o ", " o'"}:
            index += 3
        elif codes[index : index + 1] == " ":
            index += 1
        else:
            return None
        return self._counted(number.first, index) if index < len(codes) else None

    def _counted(self, first: int, index: int) -> tuple[int, int] | None:
        """The noun that begins with the piece ``index``, or after a word for more of it there."""
        codes, word = self._codes, self._pieces.words[index]
        if word in _MORE and codes[index + 1 : index + 3] in {" T", " x"}:
            noun = self._counted(first, index + 2)
            if noun or word not in _OTHERS:
                return noun
        if word in _OTHERS and not self._beside.word(index + 2)[:1].isupper():
            return index, index + 1
        if self._pieces.words[first].lower() in _STRESSED and codes[index] == "x":
            return index, index + 1
        if codes[index] == "T":
            return index, index + 1
        return self._nouns.at(index) if codes[index] == "x" and not self._is_lent(first, index) else None

    def _is_lent(self, first: int, index: int) -> bool:
        """True for a participle of what was named before ("dont deux prêtés par …")."""
        participle = self._pieces.words[index].endswith(("és", "ées", "is", "ises", "us", "ues"))
        return (
            participle
            and self._beside.word_before(first) == "dont"
            and self._pieces.words[index + 2 : index + 3] == ["par"]
        )

    def _confidence(
        self, number: Number, second: Number | None, named: bool, bound: Bound, place: Span
    ) -> float | None:
        """How sure it is that this is a quantity and what it says; None where it is none."""
        if not number.sure:
            return GUESSED if named else None
        if number.value in {0, 1} and not number.in_figures and second is None:
            return SURE if named and self._pieces.words[number.first].lower() in _STRESSED else None
        return SURE if named else self._alone.confidence(second or number, bound, place, self._last)


def _ends(number: Number, second: Number | None) -> tuple[float, float | None]:
    if second is None:
        return number.value, None
    return round(number.value * (second.scale / number.scale), 6), second.value
