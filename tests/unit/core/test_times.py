"""News times: as precise as given, and the earliest instant that they can mean."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from wireroom_core.models import NewsTime, earliest_utc
from wireroom_core.models.times import Precision


def time(value: str, precision: Precision) -> NewsTime:
    return NewsTime(value=value, precision=precision, raw=value)


@pytest.mark.parametrize(
    ("value", "precision", "earliest"),
    [
        ("2019", "year", datetime(2018, 12, 31, 10, tzinfo=UTC)),
        ("2019-01", "month", datetime(2018, 12, 31, 10, tzinfo=UTC)),
        ("2019-01-11", "day", datetime(2019, 1, 10, 10, tzinfo=UTC)),
        ("2019-01-11T09:30", "minute", datetime(2019, 1, 10, 19, 30, tzinfo=UTC)),
        ("2019-01-11T09:30+01:00", "minute", datetime(2019, 1, 11, 8, 30, tzinfo=UTC)),
        ("2019-01-11T09:30:05Z", "second", datetime(2019, 1, 11, 9, 30, 5, tzinfo=UTC)),
    ],
)
def test_earliest_instant(value: str, precision: Precision, earliest: datetime) -> None:
    assert earliest_utc(time(value, precision)) == earliest


@pytest.mark.parametrize("value", ["0001-01-01T00:00:00+02:00", "0001-01-01", "9999-12-31T23:59:59-05:00"])
def test_the_ends_of_the_calendar_have_instants_too(value: str) -> None:
    assert earliest_utc(time(value, "day" if len(value) == 10 else "second")) is not None


def test_a_time_that_was_kept_raw_has_no_instant() -> None:
    assert earliest_utc(NewsTime(value=None, precision=None, raw="soon")) is None
    assert earliest_utc(None) is None


@pytest.mark.parametrize(
    ("value", "precision"),
    [
        ("2019-01", "day"),
        ("2019-13", "month"),
        ("2019-02-30", "day"),
        ("2019-1", "month"),
        ("2019-01-11T25:00", "minute"),
    ],
)
def test_value_and_precision_must_fit(value: str, precision: Precision) -> None:
    with pytest.raises(ValidationError):
        time(value, precision)


@pytest.mark.parametrize(("value", "precision"), [("2019", None), (None, "year")])
def test_value_and_precision_come_together(value: str | None, precision: Precision | None) -> None:
    with pytest.raises(ValidationError, match="both value and precision"):
        NewsTime(value=value, precision=precision, raw="2019")


@given(st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9999, 12, 31)))
def test_cutting_a_time_never_makes_it_later(moment: datetime) -> None:
    whole = moment.strftime("%Y").zfill(4) + moment.strftime("-%m-%dT%H:%M:%S")
    cuts: list[tuple[str, Precision]] = [
        (whole[:4], "year"),
        (whole[:7], "month"),
        (whole[:10], "day"),
        (whole[:16], "minute"),
        (whole, "second"),
    ]
    instants = [earliest_utc(time(value, precision)) for value, precision in cuts]
    known = [instant for instant in instants if instant is not None]
    assert len(known) == len(cuts)
    assert known == sorted(known)
