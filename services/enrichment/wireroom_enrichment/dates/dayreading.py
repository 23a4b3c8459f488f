"""Days, with their parts and times."""

from datetime import date, timedelta
from typing import cast

from wireroom_core.models.annotations import Precision
from wireroom_enrichment.dates import days
from wireroom_enrichment.dates.context import GUESSED, LIKELY, SURE, Context, DayRead, Reading, dated
from wireroom_enrichment.dates.scan import Hit, places

_STORY = 120
"""Pieces within which days go on with the year of the one before."""
_RECENT = 45
"""Days within which a day without a year is of the article's own time."""
_NIGHT_IS_BEHIND = frozenset({"fr", "nl", "de"})
"""Languages in which "this night" is the last one where the verb is in the past."""


class DayReader(Context):
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
                return self._numbered(weekday, cast("int", numbers[0]), hit)
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
        return self._told[-1][1]

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

    def _numbered(self, weekday: int, number: int, hit: Hit) -> DayRead | None:
        """The nearest day that is "Monday 12"."""
        own = self._own
        if own.year is None or own.month is None:
            return None
        around = own.day or date(own.year, own.month, 15)
        months = [days.shifted(own.year, own.month, offset) for offset in range(-6, 7)]
        found = [day for year, month in months if (day := days.valid(year, month, number))]
        found = [day for day in found if day.isoweekday() == weekday]
        if not found:
            return self._weekday(hit, weekday)
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
        said = {"L": -1, "N": 1}.get(self._adjective(hit), 0)
        direction = 0 if weekday else said or self._direction(hit)
        found = days.day_near(self._own, month, day, direction, weekday)
        nearest = days.day_near(self._own, month, day, 0, weekday) if direction else found
        if direction > 0 and not said and found != nearest and self._only_preposition(hit):
            found, direction = nearest, 0
        if found and nearest and not said and self._is_elsewhere(hit, found, nearest):
            found, direction = nearest, 0
        found = found or days.day_near(self._own, month, day, 0, None)
        if found is None or self._own.year is None:
            return None
        if not weekday and direction <= 0 and (told := self._of_story(hit, found)):
            return dated(told, LIKELY)
        around = self._own.day or date(self._own.year, self._own.month or 7, 15)
        far = abs((found - around).days) > 150 and not weekday
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

    def _timed(self, hit: Hit, day: DayRead) -> Reading | None:
        """``day`` with the part of day or the time that stands in ``hit``."""
        clock = self._scan.clock_of(hit)
        time = ""
        if clock:
            hour, minute = self._scan.clock(clock)
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


def _day_first(numbers: list[int], codes: str, month_first: bool) -> tuple[list[int], float]:
    """Day and month of a date in figures; English writes either order, so that one that could be both is not sure."""
    if codes.startswith("Y"):
        return numbers[::-1], SURE
    if month_first and len(numbers) > 1 and numbers[0] <= 12:
        return numbers[::-1], SURE if numbers[1] > 12 else 0.5
    return numbers, SURE
