"""Days, with their parts and times."""

from datetime import date, timedelta
from typing import cast

from wireroom_core.models.annotations import Precision
from wireroom_enrichment.dates import days
from wireroom_enrichment.dates.calendardays import CalendarReader
from wireroom_enrichment.dates.context import GUESSED, LIKELY, SURE, DayRead, Reading, dated
from wireroom_enrichment.dates.scan import Hit, places

_NIGHT_IS_BEHIND = frozenset({"fr", "nl", "de"})
"""Languages in which "this night" is the last one where the verb is in the past."""


class DayReader(CalendarReader):
    """Reads hits that name one day."""

    def _some_day(self, hit: Hit) -> DayRead | None:
        """The day that a hit of kind ``day`` names, without its time."""
        scan = self._scan
        hit = self._after_clock(hit) if hit.kind == "clock_day" else hit
        part = self._before_clock(hit)
        codes = part.codes
        weekday = cast("int", scan.values(part, "W")[0]) if "W" in codes else None
        if "M" in codes or "A" in codes or "/" in codes or "Y" in codes or ".d" in codes:
            return self._calendar_day(hit, weekday)
        if "Q" in codes:
            return self._weekday(hit, cast("tuple[int, str]", scan.values(hit, "Q")[0])[0])
        if weekday is not None:
            numbers = scan.values(part, "d")
            if numbers:
                if self._own.month is None:
                    return None
                return self._numbered(weekday, cast("int", numbers[0])) or self._weekday(hit, weekday)
            return self._weekday(hit, weekday)
        return self._relative_day(hit)

    def _weekday(self, hit: Hit, weekday: int) -> DayRead:
        own, adjective = self._own, self._adjective(hit)
        gap = (weekday - own.day.isoweekday()) % 7 if own.day else None
        after = self._just_told(hit)
        if after and own.day and after > own.day and not adjective and self._direction(hit) > 0:
            if self._is_after(hit):
                return dated(days.weekday_near(own.day, weekday, -1), LIKELY)
            later = days.weekday_near(after, weekday, 1)
            return dated(later, SURE if later == days.weekday_near(own.day, weekday, 1) else LIKELY)
        if gap == 0 and own.day and adjective not in {"L", "N"}:
            return dated(own.day, SURE)
        direction = {"L": -1, "N": 1}.get(adjective) or self._direction(hit)
        if own.day is None or gap is None:
            return self._open_weekday(weekday, direction)
        if adjective in {"L", "N"}:
            # Yesterday would not be called "last Saturday".
            shift = (gap or 7) if adjective == "N" else gap - (7 if gap < 6 else 14)
            return dated(own.day + timedelta(shift), SURE if 1 < gap < 6 or not gap else 0.8)
        sure = 0.85 if direction else LIKELY if gap > 3 else GUESSED
        if own.utc and own.hour is not None and own.hour >= 16 and gap == 1:
            sure = GUESSED  # where it was written, that day may have begun
        return dated(days.weekday_near(own.day, weekday, direction or (1 if gap <= 2 else -1)), sure)

    def _is_after(self, hit: Hit) -> bool:
        """True where "after" stands before it ("is due in court on Friday after his arrest on Monday")."""
        pieces, values = self._scan.pieces, self._scan.lexicon.values
        between = range(self._told[-1][0], hit.first)
        return any(pieces.codes[at] == "B" and values[pieces.words[at]] == "after" for at in between)

    def _just_told(self, hit: Hit) -> date | None:
        """The day that the same sentence gave before ("from Monday the 24th until Wednesday")."""
        if not self._told or self._told[-1][0] < self._bounds(hit.first)[0]:
            return None
        place, day, _ = self._told[-1]
        return None if ";" in self._scan.pieces.codes[place : hit.first] else day

    def _open_weekday(self, weekday: int, direction: int) -> DayRead:
        own, value = self._own, f"XXXX-WXX-{weekday}"
        if own.year is None or own.month is None:
            return DayRead(value, SURE)
        candidates = days.weekdays_of_month(own.year, own.month, weekday, direction or -1)
        return DayRead(value, SURE, None, candidates)

    def _relative_day(self, hit: Hit) -> DayRead | None:
        own, given = self._own, self._scan.values(hit, "RV")
        if not given or own.day is None:
            return DayRead("", GUESSED)
        offset = given[0][0] if isinstance(given[0], tuple) else given[0]
        blurred = own.utc and own.hour is not None and not 5 <= own.hour < 16
        return dated(own.day + timedelta(cast("int", offset)), LIKELY if blurred else SURE)

    def _timed(self, hit: Hit, day: DayRead) -> Reading | None:
        """``day`` with the part of day or the time that stands in ``hit``."""
        clock = self._scan.clock_of(hit)
        time = ""
        if clock:
            hour, minute = self._scan.clock(clock)
            hour += 12 * (hour < 12 and self._part(self._before_clock(hit)) in {"TAF", "TEV"})
            time = f"T{hour:02}:{minute:02}"
        elif part := self._part(hit):
            time = part
        if time == "TNI":
            day = self._night(hit, day, time)
        if day.day:
            self._told.append((hit.first, day.day, time))
        modifier = self._modifier(hit)
        if not day.value:
            return Reading(None, "part of day" if time else "day", GUESSED, modifier)
        precision: Precision = "minute" if clock else "part of day" if time else "day"
        return Reading(day.value + time, precision, day.confidence, modifier, day.candidates)

    def _night(self, hit: Hit, day: DayRead, time: str) -> DayRead:
        """A day earlier for "cette nuit" that is told in the past."""
        language = self._scan.lexicon.words.language
        today = day.day is not None and day.day == self._own.day
        if time == "TNI" and today and language in _NIGHT_IS_BEHIND and places(hit.codes, "RVT"):
            early = self._own.hour is not None and self._own.hour < 12
            if self._direction(hit) < 0 or (early and self._direction(hit) == 0):
                return dated(cast("date", day.day) - timedelta(1), LIKELY)
        return day

    def _read_day(self, hit: Hit) -> Reading | None:
        day = self._some_day(hit)
        if day is None:
            return None
        return self._timed(hit, day)

    def _read_clock_day(self, hit: Hit) -> Reading | None:
        return self._read_day(hit)

    def _read_part(self, hit: Hit) -> Reading | None:
        return self._read_day(hit)

    def _read_part_now(self, hit: Hit) -> Reading | None:
        own = self._own
        if own.day is None:
            return Reading(None, "part of day", GUESSED)
        adjective, time = self._adjective(hit), self._part(hit)
        words = self._scan.pieces.words[hit.first : hit.end]
        if words[0].lower() == "pasado" and words[-1] == self._scan.lexicon.words.tomorrow:
            return self._timed(hit.part(hit.end), dated(own.day + timedelta(2), SURE))
        offset = {"L": -1, "N": 1}.get(adjective, 0)
        day = self._night(hit, dated(own.day + timedelta(offset), SURE if adjective == "T" else 0.8), time)
        return self._timed(hit, day)

    def _read_of_month(self, hit: Hit) -> Reading | None:
        """As in "the 27th of this month"."""
        own, offset = self._own, {"L": -1, "N": 1}.get(self._adjective(hit), 0)
        if own.year is None or own.month is None:
            return None
        year, month = days.shifted(own.year, own.month, offset)
        day = days.valid(year, month, cast("int", self._scan.values(hit, "d")[0]))
        return self._timed(hit, dated(day, SURE)) if day else None

    def _read_of_year(self, hit: Hit) -> Reading | None:
        """As in "November last year", and of a day."""
        scan, own = self._scan, self._own
        if own.year is None:
            return None
        year = own.year + {"L": -1, "N": 1}.get(self._adjective(hit), 0)
        month = cast("int", scan.values(hit, "MA")[0])
        numbers = scan.values(hit, "d")
        if not numbers:
            return Reading(f"{year}-{month:02}", "month", SURE, self._modifier(hit))
        day = days.valid(year, month, cast("int", numbers[0]))
        return self._timed(hit, dated(day, SURE)) if day else None

    def _read_tomorrow(self, hit: Hit) -> Reading | None:
        if self._own.day is None:
            return Reading(None, "day", GUESSED)
        return self._timed(hit.part(hit.first + 1), dated(self._own.day + timedelta(1), 0.8))

    def _read_weekday_of(self, hit: Hit) -> Reading | None:
        """As in "Tuesday of last week"."""
        own, scan = self._own, self._scan
        if scan.values(hit, "U") != ["W"]:
            return None
        given = scan.values(hit, "WQ")[0]
        weekday = cast("int", given[0] if isinstance(given, tuple) else given)
        if own.day is None:
            return self._timed(hit, self._open_weekday(weekday, 0))
        offset = {"L": -1, "N": 1}[self._adjective(hit)]
        day = list(days.week_days(own.day, offset))[weekday - 1]
        return self._timed(hit, dated(day, SURE))
