"""Days that are given by their number: "12 November", "Monday 12", 12/11/2026."""

import re
from datetime import date
from typing import cast

from wireroom_enrichment.dates import days
from wireroom_enrichment.dates.context import GUESSED, LIKELY, SURE, Context, DayRead, dated
from wireroom_enrichment.dates.scan import Hit, places

_STORY = 120
"""Pieces within which days go on with the year of the one before."""
_RECENT = 45
"""Days within which a day without a year is of the article's own time."""


_RIGHT_BEFORE = re.compile(",? (?:[rt@] )?(?:a )?")
"""Between a year and its day."""


class CalendarReader(Context):
    """Reads days of the calendar."""

    def _numbered(self, weekday: int, number: int) -> DayRead | None:
        """The nearest day that is "Monday 12"."""
        own = self._own
        if own.year is None or own.month is None:
            return None
        around = own.day or date(own.year, own.month, 15)
        months = [days.shifted(own.year, own.month, offset) for offset in range(-6, 7)]
        found = [day for year, month in months if (day := days.valid(year, month, number))]
        found = [day for day in found if day.isoweekday() == weekday]
        if not found:
            return None
        nearest = min(found, key=lambda day: abs(day - around))
        return dated(nearest, SURE if abs(nearest - around).days < 60 else GUESSED)

    def _calendar_day(self, hit: Hit, weekday: int | None) -> DayRead | None:
        scan = self._scan
        part = self._before_clock(hit)
        numbers = [cast("int", value) for value in scan.values(part, "d")]
        months = [cast("int", value) for value in scan.values(part, "MA")]
        years = [cast("int", value) for value in scan.values(part, "Y")]
        if not numbers:
            return None
        sure = SURE
        if not months:
            numbers, sure = _day_first(numbers, part.codes, scan.lexicon.words.month_first)
            if len(numbers) < 2:
                return None
            months = numbers[1:]
        placed = self._placed(hit, (months[0], numbers[0]), years[0] if years else None, weekday)
        return placed._replace(confidence=min(sure, placed.confidence)) if placed else None

    def _placed(self, hit: Hit, month_day: tuple[int, int], year: int | None, weekday: int | None) -> DayRead | None:
        month, day = month_day
        if year is not None:
            self._story = hit.first, year
            found = days.valid(year, month, day)
            return dated(found, SURE) if found else None
        nearest = days.day_near(self._own, month, day, 0, weekday)
        if (told := self._year_before(hit)) and (found := days.valid(told, month, day)):
            return dated(found, SURE)
        if weekday:
            nearest = nearest or days.day_near(self._own, month, day, 0, None)
            return dated(nearest, SURE) if nearest else None
        if nearest and self._is_of_today(hit, nearest):
            return dated(nearest, SURE)
        return self._in_some_year(hit, month_day, nearest)

    def _year_before(self, hit: Hit) -> int | None:
        """The year of "last year on June 12"."""
        if self._told_year is None:
            return None
        end, year = self._told_year
        return year if _RIGHT_BEFORE.fullmatch(self._scan.pieces.codes, end, hit.first) else None

    def _is_of_today(self, hit: Hit, nearest: date) -> bool:
        """True where ``nearest`` is so near that no verb beside it can make it a day of another year."""
        own = self._own.day
        if own is None or abs((nearest - own).days) >= _RECENT or places(hit.codes, "BLN") or " q v" in hit.codes:
            return False
        return not self._preposition(hit)

    def _in_some_year(self, hit: Hit, month_day: tuple[int, int], nearest: date | None) -> DayRead | None:
        month, day = month_day
        said = {"L": -1, "N": 1}.get(self._adjective(hit), 0)
        direction = said or self._direction(hit)
        found = days.day_near(self._own, month, day, direction, None) if direction else nearest
        if direction > 0 and not said and found != nearest and self._only_preposition(hit):
            found, direction = nearest, 0
        if found and nearest and not said and self._is_elsewhere(hit, found, nearest):
            found, direction = nearest, 0
        found = found or nearest
        if found is None or self._own.year is None:
            return None
        if direction <= 0 and (told := self._of_story(hit, found)):
            return dated(told, LIKELY)
        around = self._own.day or date(self._own.year, self._own.month or 7, 15)
        far = abs((found - around).days) > 150
        return dated(found, (0.8 if direction else LIKELY) if far else SURE)

    def _of_story(self, hit: Hit, found: date) -> date | None:
        """``found``, in the year that the text is telling of; None where it tells of the article's own time."""
        if self._story is None or self._own.day is None or abs((self._own.day - found).days) < _RECENT:
            return None
        index, year = self._story
        if year >= found.year or hit.first - index > 3 * _STORY:
            return None
        near = hit.first - index <= _STORY and "¶" not in self._scan.pieces.codes[index : hit.first]
        return days.valid(year, found.month, found.day) if near else found

    def _is_elsewhere(self, hit: Hit, found: date, nearest: date) -> bool:
        """True where the verb beside a day speaks of something else: a day of last month is not that of next year."""
        if self._own.day is None or self._preposition(hit) or "B" in hit.codes:
            return False
        return abs((found - self._own.day).days) > 300 and abs((nearest - self._own.day).days) < 45


def _day_first(numbers: list[int], codes: str, month_first: bool) -> tuple[list[int], float]:
    """Day and month of a date in figures; English writes either order, so that one that could be both is not sure."""
    if codes.startswith("Y"):
        return numbers[::-1], SURE
    if month_first and len(numbers) > 1 and numbers[0] <= 12:
        return numbers[::-1], SURE if numbers[1] > 12 else 0.5
    return numbers, SURE
