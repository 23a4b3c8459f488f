"""Ranges: "12 to 15 percent", "entre 3 et 5 ans"."""

import re

from wireroom_enrichment.quantities.beside import Beside
from wireroom_enrichment.quantities.numbers import Number, Numbers
from wireroom_enrichment.quantities.units import SYMBOLS, Unit, Units

_RANGE = re.compile(r" r (?:a )?| ?- ?| e (?:[aA] )?")
_JOINTS = (" r", " -", " e", "-")
"""How ``_RANGE`` begins."""
_WIDEST = 10
"""How many times its beginning the end of a range is at most, beside a verb of change."""


class Ranges:
    """Finds the ends of ranges in one text."""

    def __init__(self, codes: str, numbers: Numbers, units: Units, beside: Beside) -> None:
        self._codes, self._numbers, self._units, self._beside = codes, numbers, units, beside

    def second(self, number: Number) -> Number | None:
        """The end of a range that begins with ``number``."""
        after = self._codes[number.end : number.end + 2]
        if "%" not in after and not after.startswith(_JOINTS):
            return None
        percent = self.percent_after(number)
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
        if percent and self.percent_after(second) is None:
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

    def percent_after(self, number: Number) -> Unit | None:
        """The sign after a number; a range may have it twice ("12% to 15%")."""
        after = self._codes[number.end : number.end + 2]
        return self._units.after(number.end, False) if "%" in after and after[0] in "% " else None
