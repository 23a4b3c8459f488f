"""How long after another an article came, as precisely as the times of both are known and no more."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Lag:
    """Whole minutes or days; negative where the article came first."""

    value: int
    unit: Literal["minute", "day"]

    def __str__(self) -> str:
        sign, value = "-" if self.value < 0 else "+", abs(self.value)
        if self.unit == "day":
            return f"{sign}{_days(value)}" if value else "same day"
        hours, minutes = divmod(value, 60)
        if hours >= 48:
            return f"{sign}{_days(hours // 24)}"
        return f"{sign}{hours} h {minutes:02}" if hours else f"{sign}{minutes} min"


def lag(first: Mapping[str, Any], second: Mapping[str, Any]) -> Lag | None:
    """From the publication (where that is unknown: reception) of one article to another's; None where it is not told.

    In minutes where both are known to the minute, with their zones; else between the dates as written.
    """
    (begin, first_day), (end, last_day) = _times(first), _times(second)
    if begin and end:
        return Lag(int((end - begin) / timedelta(minutes=1)), "minute")
    if first_day and last_day:
        return Lag((last_day - first_day).days, "day")
    return None


def _times(row: Mapping[str, Any]) -> tuple[datetime | None, date | None]:
    """The instant and the day of an article, each where it is known."""
    published = row["published_at"]
    if not (published and published["value"]):
        return row["received_at"], row["received_at"].date()
    if published["precision"] in {"year", "month"}:
        return None, None
    at = datetime.fromisoformat(published["value"])
    return at if at.tzinfo else None, at.date()


def _days(count: int) -> str:
    return f"{count} day" if count == 1 else f"{count} days"
