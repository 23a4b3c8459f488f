"""What a date in the text means: the shapes of the grammar turned into ISO 8601 by the article's own date."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import cast

from wireroom_enrichment.dates import days
from wireroom_enrichment.dates.context import GUESSED, LIKELY, SURE, DayRead, Reading, dated
from wireroom_enrichment.dates.dayreading import DayReader
from wireroom_enrichment.dates.periods import PeriodReader
from wireroom_enrichment.dates.scan import Hit
from wireroom_enrichment.dates.spans import SpanReader

_ZONED = re.compile(r" x(?: \([^()¶]{1,5}\))? (?:r )?(?=W)")
"""Between a time and its weekday."""
_LATE = 20
"""The last hour that an article without a time tells of on its own day."""
_MEMORY = 600
"""Pieces within which a time without a day leans on a day that the text gave."""


class Reader(DayReader, PeriodReader, SpanReader):
    """Reads the hits of one article in their order, since later ones lean on earlier ones."""

    def read(self, hit: Hit) -> Reading | None:
        """None where nothing can be said of it."""
        if hit.until is not None:
            return self._range(hit, hit.until)
        return _READERS[hit.kind](self, hit)

    def _read_night(self, hit: Hit) -> Reading | None:
        """A night from one day to the next; it has the date of the first."""
        scan = self._scan
        weekdays = [cast("int", value) for value in scan.values(hit, "W")]
        time = str(scan.values(hit, "P")[0])
        if "M" in hit.codes or "A" in hit.codes:
            return self._dated_night(hit, time)
        if not weekdays:
            return None
        first = weekdays[0] if len(weekdays) > 1 else (weekdays[0] + 5) % 7 + 1
        own = self._own
        if own.day is None:
            return self._timed(hit, self._open_weekday(first, self._direction(hit)))
        direction = self._direction(hit)
        if first % 7 + 1 == own.day.isoweekday():
            start, direction = own.day - timedelta(1), -1
        elif direction < 0:
            start = days.weekday_near(own.day, first % 7 + 1, -1) - timedelta(1)
        elif direction > 0:
            start = days.weekday_near(own.day, first, 1)
        else:
            start = min(
                (own.day + timedelta(offset) for offset in range(-5, 3)), key=lambda day: day.isoweekday() != first
            )
        self._told.append((hit.first, start, time))
        return Reading(f"{start}{time}", "part of day", 0.85 if direction else LIKELY)

    def _dated_night(self, hit: Hit, time: str) -> Reading | None:
        day = self._calendar_day(hit, None)
        if day is None or day.day is None:
            return None
        begins = " o d" in hit.codes
        start = day.day if begins else day.day - timedelta(1)
        self._told.append((hit.first, start, time))
        return Reading(f"{start}{time}", "part of day", day.confidence)

    def _range(self, hit: Hit, until: int) -> Reading | None:
        # The first half, without the words that join it to the second.
        stripped = hit.codes[: until - hit.first].rstrip(" atr-e")
        first, second = hit.part(end=hit.first + len(stripped)), hit.part(until)
        if hit.kind == "month":
            return self._months(hit, first, second)
        end = self._some_day(second)
        start = self._some_day(first) or self._same_year(first, end)
        if start is None or end is None:
            return None
        if start.day is None or end.day is None:
            if not start.value or not end.value:
                return None
            return Reading(f"{start.value}/{end.value}", "day", min(start.confidence, end.confidence))
        return self._between_days(first, start.day, end.day, min(start.confidence, end.confidence))

    def _same_year(self, first: Hit, end: DayRead | None) -> DayRead | None:
        """The day and month of ``first`` in the year of the range's end."""
        numbers, months = self._scan.values(first, "d"), self._scan.values(first, "MA")
        if end is None or end.day is None or not numbers or not months:
            return None
        day = days.valid(end.day.year, cast("int", months[0]), cast("int", numbers[0]))
        return dated(day, end.confidence) if day else None

    def _between_days(self, first: Hit, start: date, end: date, sure: float) -> Reading | None:
        codes = first.codes
        if "W" in codes and "d" not in codes:
            start = days.weekday_near(end, start.isoweekday(), -1)
            if (start.isoweekday(), end.isoweekday()) == (1, 5):
                sure = GUESSED  # what is done on working days
        elif "Y" not in codes:
            start = days.valid(end.year, start.month, start.day) or start
            start = start if start < end else days.valid(end.year - 1, start.month, start.day) or start
        if start >= end:
            return None
        return Reading(f"{start}/{end}", "day", sure)

    def _months(self, hit: Hit, first: Hit, second: Hit) -> Reading | None:
        scan = self._scan
        starts, ends = scan.values(first, "MA"), scan.values(second, "MA")
        if not starts or not ends:
            return None
        month, last = cast("int", starts[0]), cast("int", ends[0])
        years = [cast("int", value) for value in scan.values(hit, "Y")]
        place = (years[-1], last) if years else days.month_near(self._own, last, self._direction(hit) or -1)
        if place is None:
            return None
        begin = years[0] if len(years) > 1 else place[0] - (month > last)
        return Reading(f"{begin}-{month:02}/{place[0]}-{last:02}", "month", SURE if years else LIKELY)

    def _read_days(self, hit: Hit) -> Reading | None:
        scan = self._scan
        first, last = (cast("int", value) for value in scan.values(hit, "d")[:2])
        month = cast("int", scan.values(hit, "MA")[0])
        years = [cast("int", value) for value in scan.values(hit, "Y")]
        joined = "e" in hit.codes and " t e " not in hit.codes  # Dutch "tot en met" is a range
        if first >= last or (joined and last > first + 1 and scan.before(hit) != "k" and scan.before(hit, 2) != "k"):
            return None
        end = self._placed(hit, (month, last), years[0] if years else None, None)
        start = days.valid(end.day.year, month, first) if end and end.day else None
        if end is None or start is None:
            return None
        return Reading(f"{start}/{end.value}", "day", end.confidence)

    def _read_clock(self, hit: Hit) -> Reading | None:
        clock = self._scan.clock_of(hit)
        if clock is None:
            return None
        hour, minute = self._scan.clock(clock)
        day = self._weekday_after(hit) or self._day_of_clock(hit, hour)
        if day is None:
            return None
        return Reading(f"{day}T{hour:02}:{minute:02}", "minute", LIKELY, self._modifier(hit))

    def _weekday_after(self, hit: Hit) -> date | None:
        """The weekday behind a time's zone: "at 10:30 a.m. EDT (1430 GMT) on Friday"."""
        pieces = self._scan.pieces
        match = _ZONED.match(pieces.codes, hit.end)
        if match is None or not pieces.words[hit.end + 1].isupper():
            return None
        day = self._some_day(Hit("day", match.end(), match.end() + 1, "W"))
        return day.day if day else None

    def _day_of_clock(self, hit: Hit, hour: int) -> date | None:
        """The day of a time without one: the night that was told of, else the last day that was."""
        recent = [told for told in self._told if hit.first - told[0] < _MEMORY][-3:]
        for _, day, part in reversed(recent):
            if part == "TNI" and (hour >= 18 or hour < 7):
                return day if hour >= 18 else day + timedelta(1)
        if not recent:
            return self._own.day
        day = recent[-1][1]
        if self._own.day and day != self._own.day and recent[-1][0] < self._bounds(hit.first)[0]:
            # What has happened, has not on a day that lies ahead, and what will, not on one that is gone.
            direction = self._direction(hit)
            if (day > self._own.day and direction <= 0) or (day < self._own.day and direction > 0):
                return self._own.day
        return self._evening_before(recent, hour) if day == self._own.day and self._direction(hit) < 0 else day

    def _evening_before(self, recent: list[tuple[int, date, str]], hour: int) -> date | None:
        """The article's own day, or for an hour that had not been when it was written, the day told of before."""
        today = self._own.day
        if today is None or hour <= (_LATE if self._own.hour is None else self._own.hour):
            return today
        return next((day for _, day, _ in reversed(recent) if day < today), today)


_READERS: dict[str, Callable[[Reader, Hit], Reading | None]] = {
    name.removeprefix("_read_"): getattr(Reader, name) for name in dir(Reader) if name.startswith("_read_")
}
"""By the kind of the hit."""
