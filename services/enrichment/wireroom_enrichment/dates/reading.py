"""What a date in the text means: the shapes of the grammar turned into ISO 8601 by the article's own date."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import cast

from wireroom_core.models.annotations import DateModifier, Precision
from wireroom_enrichment.dates import days
from wireroom_enrichment.dates.days import Own
from wireroom_enrichment.dates.hits import CLOCK_SHAPE, Hit, Scan
from wireroom_enrichment.dates.tense import direction_beside

SURE, LIKELY, GUESSED = 0.9, 0.75, 0.6
_NIGHT_IS_BEHIND = frozenset({"fr", "nl", "de"})
"""Languages in which "this night" is the last one where the verb is in the past."""
_MEMORY = 600
"""Pieces after which a day that the text gave is no longer the one that "the day before" starts from."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A date as it will be annotated."""

    value: str | None
    precision: Precision
    confidence: float
    modifier: DateModifier | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Day:
    """A day with how sure it is; ``value`` is not a day where a weekday stays open."""

    value: str
    confidence: float
    day: date | None = None
    candidates: tuple[str, ...] = ()


class Reader:
    """Reads the hits of one article in their order, since later ones lean on earlier ones."""

    def __init__(self, scan: Scan, own: Own, bounds: Callable[[int], tuple[int, int]]) -> None:
        """``bounds`` gives the pieces of the sentence in which a piece stands."""
        self._scan = scan
        self._own = own
        self._bounds = bounds
        self._told: list[tuple[int, date, str]] = []

    def read(self, hit: Hit) -> Reading | None:
        """None where nothing can be said of it."""
        if hit.until is not None:
            return self._range(hit, hit.until)
        reading: Reading | None = getattr(self, f"_read_{hit.kind}")(hit)
        return reading

    # Direction

    def _direction(self, hit: Hit) -> int:
        given = self._preposition(hit)
        if abs(given) == 2:
            return given // 2
        scan = self._scan
        return direction_beside(scan.lexicon, scan.pieces, (hit.first, hit.end), self._bounds(hit.first), given)

    def _preposition(self, hit: Hit) -> int:
        pieces, directions = self._scan.pieces, self._scan.lexicon.directions
        found = 0
        for index in range(hit.first - 1, max(-1, hit.first - 7), -1):
            code, word = pieces.codes[index], pieces.words[index]
            if code in " '":
                continue
            if word not in directions and code not in "ato@":
                break
            given = directions.get(word, 0)
            found = given if abs(given) > abs(found) else found
        return found

    def _adjective(self, hit: Hit) -> str:
        """L, N or T where "last", "next" or "this" stands in it."""
        return next((code for code in self._scan.codes(hit) if code in "LNT"), "")

    # Days

    def _weekday(self, hit: Hit, weekday: int) -> _Day:
        own, adjective = self._own, self._adjective(hit)
        gap = (weekday - own.day.isoweekday()) % 7 if own.day else None
        if gap == 0 and own.day and adjective not in {"L", "N"}:
            return _dated(own.day, SURE)
        direction = {"L": -1, "N": 1}.get(adjective) or self._direction(hit)
        if own.day is None or gap is None:
            return self._open_weekday(weekday, direction)
        if adjective in {"L", "N"}:
            shift = (gap or 7) if adjective == "N" else gap - 7
            return _dated(own.day + timedelta(shift), SURE if 1 < gap < 6 or not gap else 0.8)
        sure = 0.85 if direction else LIKELY if gap > 3 else GUESSED
        if own.utc and own.hour is not None and own.hour >= 16 and gap == 1:
            sure = GUESSED  # where it was written, that day may have begun
        return _dated(days.weekday_near(own.day, weekday, direction or (1 if gap <= 2 else -1)), sure)

    def _open_weekday(self, weekday: int, direction: int) -> _Day:
        own, value = self._own, f"XXXX-WXX-{weekday}"
        if own.year is None or own.month is None:
            return _Day(value, SURE)
        candidates = days.weekdays_of_month(own.year, own.month, weekday, direction or -1)
        return _Day(value, SURE, None, candidates)

    def _some_day(self, hit: Hit) -> _Day | None:
        """The day that a hit of kind ``day`` names, without its time."""
        scan = self._scan
        hit = self._after_clock(hit) if hit.kind == "clock_day" else hit
        codes = scan.pieces.codes[hit.first : self._before_clock(hit)]
        weekday = cast("int | None", next(iter(scan.values(hit, "W")), None))
        if "M" in codes or "A" in codes or "/" in codes or "Y" in codes or ".d" in codes:
            return self._calendar_day(hit, weekday)
        if "Q" in codes:
            return self._weekday(hit, cast("tuple[int, str]", scan.values(hit, "Q")[0])[0])
        if weekday is not None:
            numbers = scan.values(hit, "d", self._before_clock(hit))
            if numbers:
                return self._numbered(weekday, cast("int", numbers[0]), hit)
            return self._weekday(hit, weekday)
        return self._relative_day(hit)

    def _before_clock(self, hit: Hit) -> int:
        clock = CLOCK_SHAPE.search(self._scan.codes(hit))
        return hit.first + clock.start() if clock else hit.end

    def _relative_day(self, hit: Hit) -> _Day | None:
        own, given = self._own, self._scan.values(hit, "RV")
        if not given or own.day is None:
            return _Day("", GUESSED)
        offset = given[0][0] if isinstance(given[0], tuple) else given[0]
        blurred = own.utc and own.hour is not None and not 5 <= own.hour < 16
        return _dated(own.day + timedelta(cast("int", offset)), LIKELY if blurred else SURE)

    def _numbered(self, weekday: int, number: int, hit: Hit) -> _Day | None:
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
        return _dated(min(found, key=lambda day: abs(day - around)), SURE)

    def _calendar_day(self, hit: Hit, weekday: int | None) -> _Day | None:
        scan = self._scan
        part = replace(hit, end=self._before_clock(hit))
        numbers = [cast("int", value) for value in scan.values(part, "d")]
        months = [cast("int", value) for value in scan.values(part, "MA")]
        years = [cast("int", value) for value in scan.values(part, "Y")]
        if not numbers:
            return None
        sure = SURE
        if not months:
            numbers, sure = _day_first(numbers, scan.codes(part), scan.lexicon.words.month_first)
            if len(numbers) < 2:
                return None
            months = numbers[1:]
        placed = self._placed(hit, (months[0], numbers[0]), years[0] if years else None, weekday)
        return replace(placed, confidence=min(sure, placed.confidence)) if placed else None

    def _placed(self, hit: Hit, month_day: tuple[int, int], year: int | None, weekday: int | None) -> _Day | None:
        month, day = month_day
        if year is not None:
            found = days.valid(year, month, day)
            return _dated(found, SURE) if found else None
        direction = 0 if weekday else self._direction(hit)
        found = days.day_near(self._own, month, day, direction, weekday)
        found = found or days.day_near(self._own, month, day, 0, None)
        if found is None or self._own.year is None:
            return None
        around = self._own.day or date(self._own.year, self._own.month or 7, 15)
        far = abs((found - around).days) > 150 and not weekday
        return _dated(found, (0.8 if direction else LIKELY) if far else SURE)

    def _after_clock(self, hit: Hit) -> Hit:
        clock = CLOCK_SHAPE.search(self._scan.codes(hit))
        return replace(hit, first=hit.first + clock.end()) if clock else hit

    def _read_day(self, hit: Hit) -> Reading | None:
        day = self._some_day(hit)
        if day is None:
            return None
        return self._timed(hit, day)

    def _timed(self, hit: Hit, day: _Day) -> Reading | None:
        """``day`` with the part of day or the time that stands in ``hit``."""
        scan, codes = self._scan, self._scan.codes(hit)
        clock = CLOCK_SHAPE.search(codes)
        time = ""
        if clock:
            hour, minute = scan.clock(hit, clock)
            time = f"T{hour:02}:{minute:02}"
        elif part := self._part(hit):
            time = part
        day = self._night(hit, day, time)
        if day.day:
            self._told.append((hit.first, day.day, time))
        modifier = self._modifier(hit)
        if not day.value:
            return Reading(None, "part of day" if time else "day", GUESSED, modifier)
        value = day.value + time
        return Reading(value, days.precision_of(value), day.confidence, modifier, day.candidates)

    def _part(self, hit: Hit) -> str:
        for value in self._scan.values(hit, "PQV"):
            return value[1] if isinstance(value, tuple) else str(value)  # type: ignore[return-value]
        return ""

    def _night(self, hit: Hit, day: _Day, time: str) -> _Day:
        """A day earlier for "cette nuit" that is told in the past."""
        language = self._scan.lexicon.words.language
        today = day.day is not None and day.day == self._own.day
        if time == "TNI" and today and language in _NIGHT_IS_BEHIND and set("RVT") & set(self._scan.codes(hit)):
            early = self._own.hour is not None and self._own.hour < 12
            if self._direction(hit) < 0 or (early and self._direction(hit) == 0):
                return _dated(cast("date", day.day) - timedelta(1), LIKELY)
        return day

    def _modifier(self, hit: Hit) -> DateModifier | None:
        for code, value in zip(self._scan.codes(hit), self._scan.pieces.words[hit.first : hit.end], strict=False):
            if code == "b":
                return "about"
            if code in "BE":
                return cast("DateModifier", self._scan.lexicon.values[value])
        return None

    def _read_clock_day(self, hit: Hit) -> Reading | None:
        return self._read_day(hit)

    def _read_part(self, hit: Hit) -> Reading | None:
        return self._read_day(hit)

    def _read_part_now(self, hit: Hit) -> Reading | None:
        own = self._own
        if own.day is None:
            return Reading(None, "part of day", GUESSED)
        adjective, time = self._adjective(hit), self._part(hit)
        offset = {"L": -1, "N": 1}.get(adjective, 0)
        day = self._night(hit, _dated(own.day + timedelta(offset), SURE if adjective == "T" else 0.8), time)
        return self._timed(replace(hit, kind="day"), day)

    def _read_tomorrow(self, hit: Hit) -> Reading | None:
        if self._own.day is None:
            return Reading(None, "day", GUESSED)
        return self._timed(replace(hit, first=hit.first + 1), _dated(self._own.day + timedelta(1), 0.8))

    def _read_night(self, hit: Hit) -> Reading | None:
        """A night from one day to the next; it has the date of the first."""
        scan = self._scan
        weekdays = [cast("int", value) for value in scan.values(hit, "W")]
        time = str(scan.values(hit, "P")[0])
        if "M" in scan.codes(hit) or "A" in scan.codes(hit):
            return self._dated_night(hit, time)
        if not weekdays:
            return None
        first = weekdays[0] if len(weekdays) > 1 else (weekdays[0] + 5) % 7 + 1
        own = self._own
        if own.day is None:
            return self._timed(replace(hit, kind="day"), self._open_weekday(first, self._direction(hit)))
        direction = self._direction(hit)
        if direction < 0:
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
        begins = " o d" in self._scan.codes(hit)
        start = day.day if begins else day.day - timedelta(1)
        self._told.append((hit.first, start, time))
        return Reading(f"{start}{time}", "part of day", day.confidence)

    def _read_weekday_of(self, hit: Hit) -> Reading | None:
        """As in "Tuesday of last week"."""
        own, scan = self._own, self._scan
        if scan.values(hit, "U") != ["W"]:
            return None
        given = scan.values(hit, "WQ")[0]
        weekday = cast("int", given[0] if isinstance(given, tuple) else given)
        if own.day is None:
            return self._timed(replace(hit, kind="day"), self._open_weekday(weekday, 0))
        offset = {"L": -1, "N": 1}[self._adjective(hit)]
        day = list(days.week_days(own.day, offset))[weekday - 1]
        return self._timed(replace(hit, kind="day"), _dated(day, SURE))

    # Ranges

    def _range(self, hit: Hit, until: int) -> Reading | None:
        scan = self._scan
        first, second = replace(hit, end=until, until=None), replace(hit, first=until, until=None)
        first = replace(first, end=until - len(scan.pieces.codes[hit.first : until]) + len(self._stripped(hit, until)))
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

    def _same_year(self, first: Hit, end: _Day | None) -> _Day | None:
        """The day and month of ``first`` in the year of the range's end."""
        numbers, months = self._scan.values(first, "d"), self._scan.values(first, "MA")
        if end is None or end.day is None or not numbers or not months:
            return None
        day = days.valid(end.day.year, cast("int", months[0]), cast("int", numbers[0]))
        return _dated(day, end.confidence) if day else None

    def _stripped(self, hit: Hit, until: int) -> str:
        """Codes of the first half, without the words that join it to the second."""
        return self._scan.pieces.codes[hit.first : until].rstrip(" atr-e")

    def _between_days(self, first: Hit, start: date, end: date, sure: float) -> Reading | None:
        codes = self._scan.codes(first)
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
        joined = any(code == "e" for code in scan.codes(hit))
        if first >= last or (joined and last > first + 1 and scan.before(hit) != "k" and scan.before(hit, 2) != "k"):
            return None
        end = self._placed(hit, (month, last), years[0] if years else None, None)
        start = days.valid(end.day.year, month, first) if end and end.day else None
        if end is None or start is None:
            return None
        return Reading(f"{start}/{end.value}", "day", end.confidence)

    # Months, seasons, years

    def _read_month(self, hit: Hit) -> Reading | None:
        scan, own = self._scan, self._own
        modifier, month = self._edge(hit)
        if month is None:
            return self._of_unit(hit, "Y" if modifier is None else self._unit_of_edge(hit), 0, modifier)
        years = [cast("int", value) for value in scan.values(hit, "Y")]
        if years:
            return Reading(f"{years[0]}-{month:02}", "month", SURE, modifier)
        if own.year is None or own.month is None:
            return None
        adjective = self._adjective(hit)
        gap = (month - own.month) % 12
        if adjective in {"L", "N"}:
            ahead = (gap or 12) if adjective == "N" else gap - 12
            year, month = days.shifted(own.year, own.month, ahead)
            return Reading(f"{year}-{month:02}", "month", SURE if 2 < gap < 10 else 0.8, modifier)
        direction = self._direction(hit)
        if direction > 0 and gap > 8 and not self._preposition(hit):
            direction = 0  # the verb beside it speaks of something else
        place = days.month_near(own, month, direction or (1 if gap <= 3 else -1))
        sure = SURE if gap == 0 else 0.85 if direction else LIKELY if gap > 5 else GUESSED
        return Reading(f"{place[0]}-{place[1]:02}", "month", sure, modifier) if place else None

    def _edge(self, hit: Hit) -> tuple[DateModifier | None, int | None]:
        scan = self._scan
        for value in scan.values(hit, "X"):
            edge, of = cast("tuple[str, int | str]", value)
            return cast("DateModifier", edge), of if isinstance(of, int) else None
        months = scan.values(hit, "MA")
        return self._modifier(hit), cast("int", months[0]) if months else None

    def _unit_of_edge(self, hit: Hit) -> str:
        return str(cast("tuple[str, str]", self._scan.values(hit, "X")[0])[1])

    def _read_unit(self, hit: Hit) -> Reading | None:
        scan = self._scan
        modifier = self._modifier(hit)
        fixed = scan.values(hit, "C")
        if fixed:
            unit, offset = cast("tuple[str, int]", fixed[0])
            return self._beside(hit, offset) if unit == "D" else self._of_unit(hit, unit, offset, modifier)
        unit = str(scan.values(hit, "U")[0])
        offset = {"L": -1, "N": 1}.get(self._adjective(hit), 1 if "q v" in scan.codes(hit) else 0)
        if unit == "D":
            before = "before" in scan.values(hit, "B")
            return self._beside(hit, offset or (-1 if before else 1))
        if unit == "W" and self._is_weekend_in_words(hit):
            return self._read_weekend(hit)
        return self._of_unit(hit, unit, offset, modifier)

    def _is_weekend_in_words(self, hit: Hit) -> bool:
        return self._scan.lexicon.words.language == "es" and "E o U" in self._scan.codes(hit)

    def _of_unit(self, _: Hit, unit: str, offset: int, modifier: DateModifier | None) -> Reading | None:
        own = self._own
        if own.year is None:
            return None
        if unit == "Y":
            return Reading(f"{own.year + offset}", "year", SURE, modifier)
        if unit == "M" and own.month:
            year, month = days.shifted(own.year, own.month, offset)
            return Reading(f"{year}-{month:02}", "month", SURE, modifier)
        if unit == "W" and own.day:
            return Reading(days.week(own.day + timedelta(7 * offset)), "week", SURE, modifier)
        return None

    def _beside(self, hit: Hit, offset: int) -> Reading | None:
        """As in "the day before": beside the day that the text spoke of last."""
        place, day = self._told[-1][:2] if self._told else (hit.first, self._own.day)
        if day is None or hit.first - place > _MEMORY:
            return None
        return Reading((day + timedelta(offset)).isoformat(), "day", LIKELY)

    def _read_weekend(self, hit: Hit) -> Reading | None:
        own = self._own.day
        if own is None:
            return Reading(None, "day", GUESSED)
        adjective = self._adjective(hit)
        saturday = list(days.week_days(own, 0))[5]
        direction = {"L": -1, "N": 1}.get(adjective) or self._direction(hit)
        if direction < 0 and (own < saturday or adjective == "L"):
            saturday -= timedelta(7)
        elif adjective == "N" and own >= saturday:
            saturday += timedelta(7)
        sure = 0.85 if direction or own >= saturday else GUESSED
        return Reading(f"{saturday}/{saturday + timedelta(1)}", "day", sure)

    def _read_season(self, hit: Hit) -> Reading | None:
        scan, own = self._scan, self._own
        season = str(scan.values(hit, "S")[0])
        modifier = self._modifier(hit)
        years = scan.values(hit, "Y")
        if years:
            return Reading(f"{years[0]}-{season}", "season", SURE, modifier)
        if own.year is None or own.month is None:
            return None
        now, start = own.year * 12 + own.month, days.SEASON_MONTHS[season]
        starts = [(year * 12 + start, year) for year in range(own.year - 2, own.year + 3)]
        adjective = self._adjective(hit)
        direction = {"L": -1, "N": 1}.get(adjective) or self._direction(hit)
        if adjective == "L":
            year = max(year for index, year in starts if index + 2 < now)
        elif adjective == "N":
            year = min(year for index, year in starts if index > now)
        elif direction < 0:
            year = max(year for index, year in starts if index <= now)
        elif direction > 0:
            year = min(year for index, year in starts if index + 2 >= now)
        else:
            year = min(starts, key=lambda place: abs(place[0] + 1 - now))[1]
        sure = 0.85 if direction and season != "WI" else GUESSED
        return Reading(f"{year}-{season}", "season", sure, modifier)

    def _read_decade(self, hit: Hit) -> Reading | None:
        number = self._scan.values(hit, "Ymzi")[-1]
        year = cast("int", number)
        if year % 10 or (year < 100 and not 30 <= year <= 90) or 100 <= year < 1000:
            return None
        decade = f"{year // 10}" if year > 99 else f"19{year // 10}"
        return Reading(decade, "decade", SURE if year > 99 else 0.8, self._modifier(hit))

    def _read_year(self, hit: Hit) -> Reading | None:
        year = self._scan.values(hit, "Y")[-1]
        return Reading(f"{year}", "year", SURE, self._modifier(hit))

    def _read_years(self, hit: Hit) -> Reading | None:
        first, *rest = self._scan.values(hit, "Y")
        last = rest[0] if rest else None
        if last is None:
            short = cast("int", self._scan.values(hit, "dmz")[-1])
            last = cast("int", first) // 100 * 100 + short
            if last != cast("int", first) + 1:
                return None
        return Reading(f"{first}/{last}", "year", SURE)

    # Times

    def _read_clock(self, hit: Hit) -> Reading | None:
        clock = CLOCK_SHAPE.search(self._scan.codes(hit))
        if clock is None:
            return None
        hour, minute = self._scan.clock(hit, clock)
        day = self._day_of_clock(hit, hour)
        if day is None:
            return None
        return Reading(f"{day}T{hour:02}:{minute:02}", "minute", LIKELY, self._modifier(hit))

    def _day_of_clock(self, hit: Hit, hour: int) -> date | None:
        """The day of a time without one: the night that was told of, else the last day that was."""
        recent = [told for told in self._told if hit.first - told[0] < _MEMORY][-3:]
        for _, day, part in reversed(recent):
            if part == "TNI" and (hour >= 18 or hour < 7):
                return day if hour >= 18 else day + timedelta(1)
        return recent[-1][1] if recent else self._own.day

    def _read_ago(self, hit: Hit) -> Reading | None:
        scan, codes = self._scan, self._scan.codes(hit)
        number = cast("int", scan.values(hit, "idmzY")[0])
        unit = str(scan.values(hit, "Uuj")[0])
        modifier: DateModifier | None = "less" if "<" in codes else "more" if ">" in codes else self._modifier(hit)
        modifier = None if codes[-1] == "B" and modifier in {"before", "after"} else modifier
        if unit in {"H", "m"}:
            return Reading(None, "hour" if unit == "H" else "minute", GUESSED, modifier)
        if codes[-1] not in "lB":
            return self._back(self._own, number, unit, modifier, SURE)
        last = str(scan.values(hit, "lB")[-1]).lower()
        number = -number if last in {"after", *scan.lexicon.words.later.split()} else number
        from_day = self._told[-1][1] if self._told else self._own.day
        modifier = None if "> l" in codes and codes.count(">") == 1 else modifier
        return self._back(self._own.with_day(from_day), number, unit, modifier, GUESSED) if from_day else None

    def _read_ahead(self, hit: Hit) -> Reading | None:
        number = cast("int", self._scan.values(hit, "idmzY")[0])
        unit = str(self._scan.values(hit, "Uuj")[0])
        # "Dans trois jours" may be within them, "over drie jaar" spread over them.
        sure = LIKELY if self._direction(hit) > 0 else GUESSED
        return self._back(self._own, -number, unit, None, sure) if unit not in {"H", "m"} else None

    def _back(self, own: Own, number: int, unit: str, modifier: DateModifier | None, sure: float) -> Reading | None:
        if own.year is None or number > 3000:
            return None
        if unit == "Y" and own.year - number > 0:
            return Reading(f"{own.year - number:04}", "year", sure, modifier)
        if unit == "M" and own.month:
            year, month = days.shifted(own.year, own.month, -number)
            return Reading(f"{year}-{month:02}", "month", sure, modifier)
        if own.day is None or unit not in {"D", "W"}:
            return None
        day = own.day - timedelta(number * (7 if unit == "W" else 1))
        return Reading(
            days.week(day) if unit == "W" else day.isoformat(), "week" if unit == "W" else "day", sure, modifier
        )


def _dated(day: date, confidence: float) -> _Day:
    return _Day(day.isoformat(), confidence, day)


def _day_first(numbers: list[int], codes: str, month_first: bool) -> tuple[list[int], float]:
    """Day and month of a date in figures; English writes either order, so that one that could be both is not sure."""
    if codes.startswith("Y"):
        return numbers[::-1], SURE
    if month_first and len(numbers) > 1 and numbers[0] <= 12:
        return numbers[::-1], SURE if numbers[1] > 12 else 0.5
    return numbers, SURE
