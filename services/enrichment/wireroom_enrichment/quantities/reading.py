"""Quantities in a text: numbers with their modifier, unit and noun, and those that are left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from wireroom_core.models.annotations import Bound
from wireroom_enrichment.draft import Span
from wireroom_enrichment.pieces import MOST_TRIED, Pieces, word_set
from wireroom_enrichment.quantities.beside import Beside
from wireroom_enrichment.quantities.leftout import INDICES, is_glued, is_ordinal_or_score, is_share
from wireroom_enrichment.quantities.lexicon import Lexicon
from wireroom_enrichment.quantities.nouns import Nouns
from wireroom_enrichment.quantities.numbers import Number, Numbers
from wireroom_enrichment.quantities.units import SYMBOLS, Unit, Units

SURE, LIKELY, GUESSED = 0.9, 0.8, 0.6
_OF_THE = re.compile(r" (?:(?:o )?a|o s) (?:[xs] )?[9it]")
"""As in "17 of the 23", "four of their last six"."""
_RANGE = re.compile(r" r (?:a )?| ?- ?| e (?:[aA] )?")
_TIME_OF_DAY = re.compile(r"\d{1,2}[.:]\d\d ?(?:uur|Uhr|horas|heures|h)(?![^\W\d_])")
_FREEZING = word_set("minus moins menos min")
_DEGREES = re.compile(r"\s?(?:°|[Gg]ra[ad]|[Dd]egr)")
_AND_A_HALF = re.compile(r" (?:y medi[oa]|et demie?|and a half)(?![^\W\d_])")
_AUXILIARIES = word_set(
    "wurden werden kamen starben sind waren were are died had have survived fueron son estaban murieron siguen"
    " resultaron ont sont étaient furent seraient restent worden raakten zijn kwamen overleden liggen hebben"
    " seriously critically fatally grièvement gravement ernstig zwaar schwer lebensgefährlich gravemente"
)
"""Right after a number, the noun of which was named before ("ten were hurt, two seriously")."""
_FIGURES = re.compile("[0-9]+")
_TRIGGER = re.compile("[9itckAh]")
_AGE_LIMITS = word_set("under over below above unter über onder boven")
_MORE = word_set("more other further additional wounded injured autres andere extra")
"""Words between a number and what it counts ("three more days")."""
_OTHERS = word_set("others autres anderen weitere")
"""Words that stand for what was named before ("five others were hurt")."""
_MODIFIER_WORDS = 5
_WIDEST = 10
"""How many times its beginning the end of a range is at most, beside a verb of change."""
_GLUED = {"m": 1e6, "b": 1e9, "k": 1e3, "M": 1e6, "B": 1e9, "K": 1e3}
"""Letters for thousands and more, right after an amount of money ("£3.5m")."""


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity in the pieces from ``first`` up to ``end``."""

    first: int
    end: int
    value: float
    value_max: float | None
    unit: str | None
    noun: tuple[int, int] | None
    bound: Bound
    confidence: float


class Reader:
    """Reads one article's quantities; ``taken`` are spans, in order, that hold none (dates)."""

    def __init__(self, lexicon: Lexicon, pieces: Pieces, taken: list[Span]) -> None:
        codes = _with_figures(pieces)
        self._lexicon, self._pieces, self._codes = lexicon, pieces, codes
        self._numbers = Numbers(lexicon, pieces, codes)
        self._units = Units(lexicon, pieces, codes)
        self._nouns = Nouns(lexicon, pieces, codes)
        self._beside = Beside(lexicon, pieces, codes, self._numbers)
        self._taken = taken
        self._last: Found | None = None
        self._done = 0

    def found(self) -> Iterator[Found]:
        """All of them in the order of the text."""
        at, taken = 0, 0
        starts = self._pieces.starts
        for _ in range(MOST_TRIED):
            match = _TRIGGER.search(self._codes, at)
            if match is None:
                break
            index = match.start()
            while taken < len(self._taken) and self._taken[taken][1] <= starts[index]:
                taken += 1
            if taken < len(self._taken) and self._taken[taken][0] <= starts[index]:
                at = self._done = self._pieces.index(self._taken[taken][1] - 1) + 1
                continue
            number = self._numbers.at(index)
            if number is None:
                at = index + 1
                continue
            limit = self._taken[taken][0] if taken < len(self._taken) else len(self._pieces.text)
            quantity = self._quantity(number, limit)
            if quantity:
                self._last, self._done = quantity, quantity.end
                yield quantity
            at = max(quantity.end if quantity else 0, number.end)

    def _quantity(self, number: Number, limit: int) -> Found | None:
        """The quantity of ``number``, which ends before the offset ``limit``; None where it is none."""
        second = self._second(number)
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
            number, end = (
                replace(number, value=number.value + 0.5),
                end + (5 if self._beside.word(end + 3) == "a" else 4),
            )
        number, begin = self._signed(number, last, unit, begin)
        bound, first = self._modifier(begin, last, number.about)
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
        last = replace(last, value=last.value * scale, end=last.end + 1, scale=last.scale * scale)
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

    def _second(self, number: Number) -> Number | None:
        """The end of a range that begins with ``number``."""
        percent = self._percent_after(number)
        end = percent.end if percent else number.end
        match = _RANGE.match(self._codes[end : end + 5])
        if match is None or not self._is_range(number, match[0], percent is not None):
            return None
        at = end + match.end()
        if self._codes[at : at + 1] in SYMBOLS and self._codes[number.first - 1] == self._codes[at]:
            at += 1
        second = self._numbers.at(at) if self._codes[at : at + 1] in {"9", "i", "t"} else None
        if second is None or number.scale > second.scale or self._was(number, second, end):
            return None
        if percent and self._percent_after(second) is None:
            return None
        begin = number.value * (second.scale / number.scale)
        if second.value > _WIDEST * begin and self._beside.has_moved(number.first):
            return None  # "fell $12 to $2,310"
        return second if begin < second.value else None

    def _is_range(self, number: Number, joint: str, percent: bool) -> bool:
        """False for "and" without "between" before it, and for "from 12% to 15%"."""
        money = self._units.before(number.first)
        first = money[1] if money else number.first
        if (percent or money) and self._beside.is_from(first):
            return False
        return " e " not in joint or self._codes[max(0, first - 4) : first].endswith(("b ", "b a ", "b A "))

    def _was(self, number: Number, second: Number, end: int) -> bool:
        """True for "rose from 12 to 15", which is no range; "boys from 12 to 15 years" are of those ages."""
        if not self._beside.was(number.first, end):
            return False
        return self._codes[second.end : second.end + 2] != " T" or self._beside.has_moved(number.first)

    def _percent_after(self, number: Number) -> Unit | None:
        """The sign after a number; a range may have it twice ("12% to 15%")."""
        after = self._codes[number.end : number.end + 2]
        return self._units.after(number.end, False) if "%" in after and after[0] in "% " else None

    def _is_name(self, number: Number, ranged: bool) -> bool:
        """True for what is no count: ordinals, scores, shares, numbers of articles, parts of names."""
        pieces = self._pieces
        start, end = pieces.starts[number.first], pieces.starts[number.end]
        if number.in_figures and _TIME_OF_DAY.match(pieces.text, start):
            return True
        if is_share(pieces.text, start, end):
            return True
        if number.in_figures and (
            is_ordinal_or_score(pieces.text, start, end, ranged)
            or (
                is_glued(pieces.text, start)
                and not self._units.before(number.first)
                and not self._below_zero(number, number)
                and not self._is_signed(number, self._percent_after(number))
            )
        ):
            return True
        if self._beside.word(number.end + 3) in {"geleden", "ago"}:
            return True
        previous = self._beside.word_before(number.first)
        if number.value in INDICES.get(previous.lower(), ()):
            return True
        return previous in self._lexicon.not_before or previous.lower() in self._lexicon.not_before

    def _signed(self, number: Number, last: Number, unit: Unit | None, begin: int) -> tuple[Number, int]:
        """With its sign, and the piece with which that begins."""
        if self._is_signed(number, unit):
            rises = self._pieces.words[begin - 1] == "+"
            return number if rises else replace(number, value=-number.value), begin - 1
        if self._below_zero(number, last):
            return replace(number, value=-number.value), begin - 1 - (self._codes[begin - 1] == " ")
        return number, begin

    def _is_signed(self, number: Number, unit: Unit | None) -> bool:
        """As in "(+1,2%)"; a dash between words is none."""
        first, codes = number.first, self._codes
        if unit is None or unit.name != "%" or first < 2 or self._pieces.words[first - 1] not in {"+", "-", "−"}:
            return False
        return codes[first - 2] == "("

    def _below_zero(self, number: Number, last: Number) -> bool:
        """As in "minus 12 degrees" and "-12 °C"; ``last`` is the end of a range, which has none."""
        first, codes, words = number.first, self._codes, self._pieces.words
        if first < 2 or number is not last:
            return False
        signed = words[first - 1] in "-−–" and codes[first - 2] in " (¶"
        if not signed and (codes[first - 1] != " " or words[first - 2].lower() not in _FREEZING):
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
        elif codes[index : index + 2] == "-T" or codes[index : index + 1] != " ":
            return None
        return self._counted(number.first, index) if index < len(codes) else None

    def _counted(self, first: int, index: int) -> tuple[int, int] | None:
        """The noun that begins with the piece ``index``, or after a word for more of it there."""
        codes, word = self._codes, self._pieces.words[index]
        if word in _MORE and codes[index + 1 : index + 3] in {" T", " x"}:
            index += 2
        elif word in _OTHERS and not self._beside.word(index + 2)[:1].isupper():
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

    def _modifier(self, first: int, number: Number, about: bool) -> tuple[Bound, int]:
        """The bound that the words before a number give, and the piece that they begin with."""
        words, codes, modifiers = self._pieces.words, self._codes, self._lexicon.modifiers
        found: tuple[Bound, int] = ("about" if about else "exact", first)
        phrase, index = "", first
        for _ in range(2 * _MODIFIER_WORDS):
            index -= 1
            if index < self._done or codes[index] in '¶";,:':
                break
            if codes[index] == " ":
                phrase = " " + phrase
                continue
            phrase = ("'" if codes[index] == "'" else words[index].lower()) + phrase
            bound = modifiers.get(phrase.rstrip(" '"))
            if bound:
                found = bound, index
        if (
            words[found[1]] in {"over", "über", "unter"}
            and self._beside.word_before(found[1]) in self._lexicon.no_modifier_after
        ):
            return "exact", first
        if words[found[1]] == "over" and codes[number.end : number.end + 2] == " T":
            return "exact", first  # "it would cost $1bn over ten years"
        if words[found[1]] in {"hasta", "Hasta"} and self._moves(found[1]):
            return "exact", first
        return found

    def _moves(self, index: int) -> bool:
        return any(word.startswith(self._lexicon.moves) for word in self._pieces.words[max(0, index - 12) : index])

    def _confidence(
        self, number: Number, second: Number | None, named: bool, bound: Bound, place: Span
    ) -> float | None:
        """How sure it is that this is a quantity and what it says; None where it is none."""
        if not number.sure:
            return GUESSED if named else None
        if number.value in {0, 1} and not number.in_figures and second is None:
            return None
        return SURE if named else self._unnamed(second or number, bound, place)

    def _unnamed(self, number: Number, bound: Bound, place: Span) -> float | None:
        """The confidence of a number without unit and noun."""
        after = self._codes[place[1] : place[1] + 9]
        if after.startswith("-"):
            return None  # "15,000-strong"
        in_thousands = number.value > 1000 and not number.in_figures
        if number.scaled or number.grouped or in_thousands or _OF_THE.match(after):
            return LIKELY
        if number.value > 1 and self._beside.counts(number, place, self._last_place()):
            return LIKELY
        if bound != "exact" and number.value > 1:
            # "Children under five" is no quantity.
            return None if self._beside.word(place[0]).lower() in _AGE_LIMITS and number.value < 100 else LIKELY
        return self._bare(number, *place)

    def _last_place(self) -> Span:
        """The pieces of the quantity before."""
        return (self._last.first, self._last.end) if self._last else (0, 0)

    def _bare(self, number: Number, first: int, end: int) -> float | None:
        """A number alone: an age between commas, or one whose noun was named before."""
        codes = self._codes
        if self._is_age_in_brackets(number, first, end):
            return LIKELY
        if (
            number.in_figures
            and 10 <= number.value <= 110
            and codes[first - 2 : first] == ", "
            and codes[end : end + 1] in {",", "."}
        ):
            word = self._pieces.words[first - 3] if first >= 3 else ""
            return LIKELY if word[:1].isalpha() else None
        last = self._last
        if last is None or last.unit is not None or self._pieces.starts[first] - self._pieces.starts[last.end] > 150:
            return None
        between = codes[last.end : first]
        if (
            any(code in '.;¶"' for code in between)
            or codes[end : end + 1] not in {" ", ",", "."}
            or codes[end + 1 : end + 2] in {"C", "U", "T", "%"}
        ):
            return None
        if self._beside.word_before(first) in self._lexicon.of_them:
            return LIKELY
        joined = codes[max(0, first - 2) : first]
        subject = joined in {", ", "e "} and self._beside.word(end + 1) in _AUXILIARIES
        return LIKELY if subject or (joined == "e " and number.in_figures) else None

    def _is_age_in_brackets(self, number: Number, first: int, end: int) -> bool:
        """As in "Petra Schmidt (61)"."""
        words = self._pieces.words
        bracketed = first > 4 and words[first - 1] == "(" and words[end : end + 1] == [")"]
        named = bracketed and words[first - 3][:1].isupper() and words[first - 5][:1].isupper()
        return named and number.in_figures and 16 <= number.value <= 105


def _ends(number: Number, second: Number | None) -> tuple[float, float | None]:
    if second is None:
        return number.value, None
    return round(number.value * (second.scale / number.scale), 6), second.value


def _with_figures(pieces: Pieces) -> str:
    """The codes of ``pieces`` with a 9 for each run of digits."""
    codes = list(pieces.codes)
    for match in _FIGURES.finditer(pieces.text):
        codes[pieces.index(match.start())] = "9"
    return "".join(codes)
