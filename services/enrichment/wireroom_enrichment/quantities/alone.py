"""Numbers without unit and noun: which of them count something all the same."""

import re
from typing import NamedTuple

from wireroom_core.models.annotations import Bound
from wireroom_enrichment.draft import Span
from wireroom_enrichment.pieces import Pieces, word_set
from wireroom_enrichment.quantities.beside import Beside
from wireroom_enrichment.quantities.lexicon import Lexicon
from wireroom_enrichment.quantities.numbers import Number

SURE, LIKELY, GUESSED = 0.9, 0.8, 0.6
_OF_THE = re.compile(r" (?:(?:o )?a|o s) (?:[xs] )?[9it]")
"""As in "17 of the 23", "four of their last six"."""
_AUXILIARIES = word_set(
    "wurden werden kamen starben sind waren were are died had have survived fueron son estaban murieron siguen"
    " resultaron ont sont étaient furent seraient restent worden raakten zijn kwamen overleden liggen hebben"
    " seriously critically fatally grièvement gravement ernstig zwaar schwer lebensgefährlich gravemente"
)
"""Right after a number, the noun of which was named before ("ten were hurt, two seriously")."""
_IN = word_set("in im en")
_DETERMINERS = word_set("de een der ein eine einen einem einer den dem")
"""Before a person who is not named."""
_AGE_LIMITS = word_set("under over below above unter über onder boven")


class Found(NamedTuple):
    """A quantity in the pieces from ``first`` up to ``end``."""

    first: int
    end: int
    value: float
    value_max: float | None
    unit: str | None
    noun: tuple[int, int] | None
    bound: Bound
    confidence: float


class Alone:
    """Looks at the bare numbers of one text."""

    def __init__(self, lexicon: Lexicon, pieces: Pieces, codes: str, beside: Beside) -> None:
        self._lexicon, self._pieces, self._codes, self._beside = lexicon, pieces, codes, beside

    def confidence(self, number: Number, bound: Bound, place: Span, last: Found | None) -> float | None:
        """How sure it is that ``number``, which has the pieces of ``place``, counts something; None where it does not.

        ``last`` is the quantity before it.
        """
        after = self._codes[place[1] : place[1] + 9]
        if after.startswith("-"):
            return None  # "15,000-strong"
        in_thousands = number.value > 1000 and not number.in_figures
        if number.scaled or number.grouped or in_thousands or _OF_THE.match(after):
            return LIKELY
        if number.value > 1 and self._beside.counts(number, place, (last.first, last.end) if last else (0, 0)):
            return LIKELY
        if bound != "exact" and number.value > 1 and not _is_year(number):
            # "Children under five" is no quantity.
            return None if self._beside.word(place[0]).lower() in _AGE_LIMITS and number.value < 100 else LIKELY
        return self._bare(number, *place, last)

    def _is_subject(self, first: int, end: int) -> bool:
        """As in "Fifty-one were rescued"."""
        return self._codes[max(0, first - 2) : first] in {". ", "", "¶"} and self._beside.word(end + 1) in _AUXILIARIES

    def _bare(self, number: Number, first: int, end: int, last: Found | None) -> float | None:
        """A number alone: an age between commas, or one whose noun was named before."""
        codes = self._codes
        if self._is_age_in_brackets(number, first, end) or (number.value > 1 and self._is_subject(first, end)):
            return LIKELY
        joined = codes[max(0, first - 2) : first]
        if number.in_figures and 10 <= number.value <= 110 and joined == ", " and codes[end : end + 1] in {",", "."}:
            return LIKELY if self._beside.word(first - 3)[:1].isalpha() else None
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
        counts = joined in {", ", "e "} and self._beside.word(end + 1) in _AUXILIARIES
        if number.in_figures:
            counts = counts or joined == "e " or (joined == ", " and self._is_of_year(end))
        return LIKELY if counts else None

    def _is_of_year(self, end: int) -> bool:
        """As in "118 killings in 2022, 97 in 2023"."""
        year = self._beside.word(end + 3)
        return self._beside.word(end + 1) in _IN and year.isdigit() and len(year) == 4

    def _is_age_in_brackets(self, number: Number, first: int, end: int) -> bool:
        """As in "Petra Schmidt (61)" and "een vrouw (45)"."""
        words = self._pieces.words
        if first < 5 or words[first - 1] != "(" or words[end : end + 1] != [")"]:
            return False
        person, before = words[first - 3], words[first - 5]
        named = person[:1].isupper() and before[:1].isupper()
        described = before.lower() in _DETERMINERS and person.isalpha() and not person.isupper()
        return (named or described) and number.in_figures and 16 <= number.value <= 105


def _is_year(number: Number) -> bool:
    """True for that of "Over 2025 as a whole"."""
    return number.in_figures and 1990 <= number.value < 2050 and number.value % 50 > 0
