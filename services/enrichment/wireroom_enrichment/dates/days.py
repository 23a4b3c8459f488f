"""The calendar seen from an article's own date: which day, month or year is meant."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from wireroom_core.models import NewsTime

FIRST_YEAR, LAST_YEAR = 1000, 2199
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The first month of each season, on the northern half."""


@dataclass(frozen=True, slots=True)
class Own:
    """The article's own date, as far as it is known. ``hour`` is the time of day in its zone, in hours."""

    year: int | None = None
    month: int | None = None
    day: date | None = None
    hour: float | None = None
    utc: bool = False
    """True where the time is given in UTC, so that the day where it was written may be another one."""

    @classmethod
    def of(cls, time: NewsTime | None) -> "Own":
        """From an article's time; one of nothing where it has none, or lies at the calendar's ends."""
        if time is None or time.value is None or not FIRST_YEAR < int(time.value[:4]) < LAST_YEAR:
            return cls()
        value = time.value
        year, month = int(value[:4]), int(value[5:7]) if len(value) >= 7 else None
        if month is None or len(value) < 10:
            return cls(year, month)
        hour = int(value[11:13]) + int(value[14:16]) / 60 if len(value) > 10 else None
        return cls(year, month, date.fromisoformat(value[:10]), hour, value.endswith(("Z", "+00:00")))

    @classmethod
    def of_day(cls, value: str) -> "Own":
        """From an ISO day."""
        day = date.fromisoformat(value[:10])
        return cls(day.year, day.month, day)

    def with_day(self, day: date) -> "Own":
        """The same with a day that the text itself gives."""
        return Own(day.year, day.month, day, self.hour if day == self.day else None, self.utc)


def weekday_near(own: date, weekday: int, direction: int) -> date:
    """The latest ``weekday`` (1 for Monday) up to ``own`` for a direction of -1, the earliest from it on for 1."""
    gap = (weekday - own.isoweekday()) % 7
    return own + timedelta(gap if direction > 0 or gap == 0 else gap - 7)


def weekdays_of_month(year: int, month: int, weekday: int, direction: int) -> tuple[str, ...]:
    """All days that ``weekday`` can be in an article of that month: those before it or after it too, by direction."""
    first, last = date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    start, end = (first - timedelta(6), last) if direction < 0 else (first, last + timedelta(6))
    first = start + timedelta((weekday - start.isoweekday()) % 7)
    return tuple((first + timedelta(offset)).isoformat() for offset in range(0, (end - first).days + 1, 7))


def valid(year: int, month: int, day: int) -> date | None:
    """The day, None where there is no such one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_near(own: Own, month: int, day: int, direction: int, weekday: int | None) -> date | None:
    """Day and month in the year that fits: its weekday if one is given, else the direction, else what is nearest."""
    if own.year is None:
        return None
    around = (own.day or date(own.year, own.month or 7, 15)).toordinal()
    # A weekday, and the 29th of February, may be years away.
    reach = 1 if weekday is None and (month, day) != (2, 29) else 3
    days = [day for day in (valid(own.year + offset, month, day) for offset in range(-reach, reach + 1)) if day]
    if weekday is not None:
        days = [day for day in days if day.isoweekday() == weekday]
    else:
        days = [day for day in days if (day.toordinal() - around) * direction >= (0 if own.day else -31)]
    return min(days, key=lambda day: abs(day.toordinal() - around), default=None)


def month_near(own: Own, month: int, direction: int) -> tuple[int, int] | None:
    """Year and month: the latest up to the article's own for -1, the earliest from it on for 1."""
    if own.year is None or own.month is None:
        return None
    later = month > own.month
    if direction > 0:
        return own.year + (month < own.month), month
    return own.year - later, month


def shifted(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month ``months`` later."""
    index = year * 12 + month - 1 + months
    return index // 12, index % 12 + 1


def week(day: date) -> str:
    """Its ISO week."""
    year, number, _ = day.isocalendar()
    return f"{year:04}-W{number:02}"


def week_days(own: date, offset: int) -> Iterator[date]:
    """The days of the week that lies ``offset`` weeks away, from Monday on."""
    monday = own - timedelta(own.isoweekday() - 1) + timedelta(7 * offset)
    return (monday + timedelta(index) for index in range(7))
