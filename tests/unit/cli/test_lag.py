"""How long after another an article came."""

from typing import Any

import pytest

from tests.fakes import BEGIN
from wireroom_cli.lag import Lag, lag
from wireroom_ingest.times import read


def row(published: str | None) -> dict[str, Any]:
    return {"published_at": read(published).model_dump() if published else None, "received_at": BEGIN}


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("2026-11-25T06:00Z", "2026-11-25T09:05:59+01:00", "+2 h 05"),
        ("2026-11-25T06:00Z", "2026-11-25T06:00:59Z", "+0 min"),
        ("2026-11-25T06:00Z", "2026-11-25T06:59Z", "+59 min"),
        ("2026-11-25T06:00Z", "2026-11-25T05:59:30Z", "+0 min"),
        ("2026-11-25T06:00Z", "2026-11-25T04:50Z", "-1 h 10"),
        ("2026-11-25T06:00Z", "2026-11-27T05:59Z", "+47 h 59"),
        ("2026-11-25T06:00Z", "2026-11-28T06:00Z", "+3 days"),
        ("2026-11-25", "2026-11-25T23:00Z", "same day"),
        ("2026-11-25T06:00Z", "2026-11-26", "+1 day"),
        ("2026-11-25T06:00Z", "2026-11-25T09:00", "same day"),
        ("2026-11-25", "2026-11-23", "-2 days"),
        ("2026-11-25T06:00Z", None, "+2 h 00"),
        (None, None, "+0 min"),
        ("gestern", "2026-11-25T09:00Z", "+1 h 00"),
        ("2026-11", "2026-11-25T09:00Z", None),
        ("2026-11-25T09:00Z", "2026", None),
        ("0001-01-01T00:00+14:00", "0001-01-01T00:00-11:00", "+25 h 00"),
    ],
)
def test_the_lag_is_as_precise_as_both_times(first: str | None, second: str | None, told: str | None) -> None:
    found = lag(row(first), row(second))
    assert (found and str(found)) == told


def test_one_day_is_told_as_one() -> None:
    assert (str(Lag(1, "day")), str(Lag(3 * 24 * 60, "minute"))) == ("+1 day", "+3 days")
