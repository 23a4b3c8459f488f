"""A time in the news: as precise as it was given, never more."""

import re
from datetime import UTC, datetime, timedelta
from typing import Literal, Self

from pydantic import model_validator

from wireroom_core.models.base import Part

Precision = Literal["year", "month", "day", "minute", "second"]

_SHAPES: dict[Precision, re.Pattern[str]] = {
    "year": re.compile(r"\d{4}"),
    "month": re.compile(r"\d{4}-\d\d"),
    "day": re.compile(r"\d{4}-\d\d-\d\d"),
    "minute": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(Z|[+-]\d\d:\d\d)?"),
    "second": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?"),
}
_FIRST = "0001-01-01T00:00:00"
_EASTERNMOST = timedelta(hours=14)
"""The zone furthest ahead of UTC (Line Islands): where any local time comes first."""


class NewsTime(Part):
    """``value`` is ISO 8601, as long as its precision ("2019-01"); null where ``raw`` could not be kept as a time."""

    value: str | None
    precision: Precision | None
    zone_known: bool = False
    raw: str

    @model_validator(mode="after")
    def _value_fits_precision(self) -> Self:
        if (self.value is None) != (self.precision is None):
            raise ValueError("a time has both value and precision, or neither")
        if self.value is None or self.precision is None:
            return self
        if not _SHAPES[self.precision].fullmatch(self.value):
            raise ValueError(f"{self.value!r} is no time of precision {self.precision}")
        _parse(self.value)
        return self


def _parse(value: str) -> datetime:
    stamp, zone = re.fullmatch(r"(.*?)(Z|[+-]\d\d:\d\d)?", value).groups() if "T" in value else (value, None)  # type: ignore[union-attr]
    return datetime.fromisoformat(stamp + _FIRST[len(stamp) :] + (zone or ""))


def earliest_utc(time: NewsTime | None) -> datetime | None:
    """The earliest UTC instant that ``time`` can mean, None where it has no value.

    It is the start of its year, month, day …; in the easternmost zone where none is known.
    """
    if time is None or time.value is None:
        return None
    local = _parse(time.value)
    try:
        return local.astimezone(UTC) if local.tzinfo else local.replace(tzinfo=UTC) - _EASTERNMOST
    except OverflowError:  # the first or the last hours that can be written
        return local.replace(tzinfo=UTC)
