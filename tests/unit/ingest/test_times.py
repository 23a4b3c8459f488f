from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom_ingest.times import news_time, read

RECEIVED = datetime(2024, 5, 1, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("raw", "value", "precision", "zone_known"),
    [
        ("2019", "2019", "year", False),
        ("2019-01", "2019-01", "month", False),
        ("2019-01-31", "2019-01-31", "day", False),
        ("20190131", "2019-01-31", "day", False),
        ("2024-02-20T21:10Z", "2024-02-20T21:10Z", "minute", True),
        ("2024-02-20T21:10", "2024-02-20T21:10", "minute", False),
        ("2024-02-20t21:10:05z", "2024-02-20T21:10:05Z", "second", True),
        ("2024-02-20 21:10:05.123456+02:00", "2024-02-20T21:10:05+02:00", "second", True),
        ("2024-02-20T21:10:05,9-0530", "2024-02-20T21:10:05-05:30", "second", True),
        ("2024-02-20T21:10:05+01", "2024-02-20T21:10:05+01:00", "second", True),
        ("2024-02-20T21:10:05-00:00", "2024-02-20T21:10:05", "second", False),
        ("2024-02-20 21:10:05 UTC", "2024-02-20T21:10:05Z", "second", True),
        ("20240220T211005Z", "2024-02-20T21:10:05Z", "second", True),
        ("Tue, 12 Mar 2024 09:15:00 +0100", "2024-03-12T09:15:00+01:00", "second", True),
        ("Tue, 12 Mar 2024 09:15:00 -0000", "2024-03-12T09:15:00", "second", False),
        ("Tue, 12 Mar 2024 09:15:00", "2024-03-12T09:15:00", "second", False),
        ("12 Mar 2024 09:15 GMT", "2024-03-12T09:15Z", "minute", True),
        ("2 Sept 2023 9:05 EST", "2023-09-02T09:05-05:00", "minute", True),
        ("Tue, 12 March 24 09:15:00 CET", "2024-03-12T09:15:00", "second", False),
        ("Tuesday, 12-Mar-74 09:15:00 UT (universal)", "1974-03-12T09:15:00Z", "second", True),
        ("Tue, 12 Mar 2024", "2024-03-12", "day", False),
        ("0001-01-01T00:00:00+02:00", "0001-01-01T00:00:00+02:00", "second", True),
    ],
)
def test_times_keep_what_was_given(raw: str, value: str, precision: str, zone_known: bool) -> None:
    time, repairs = news_time(raw, "published_at", RECEIVED)
    assert time is not None
    assert (time.value, time.precision, time.zone_known, time.raw) == (value, precision, zone_known, raw)
    assert repairs == []


@pytest.mark.parametrize(
    "raw",
    [
        "yesterday at noon",
        "2023-02-29",
        "2023-13",
        "0000",
        "2023-06-31T10:00:00Z",
        "2023-06-30T24:01:00Z",
        "2023-06-30T10:00:00+15:00",
        "2023-06-30T10:00:00+02:75",
        "2023-06-30T10",
        "202306",
        "30 Foo 2023 10:00:00 GMT",
        "Fri, 31 Jun 2023 10:00:00 GMT",
        "٢٠٢٣-٠١-٠١",
        "1700000000",
        "2023-06-30" + " " * 200 + "10:00",
    ],
)
def test_what_is_no_time_is_kept_raw_and_said(raw: str) -> None:
    time, repairs = news_time(raw, "updated_at", RECEIVED)
    assert time is not None
    assert (time.value, time.precision, time.zone_known, time.raw) == (None, None, False, raw)
    assert repairs == ["updated_at is no time that can be read: kept raw"]


@pytest.mark.parametrize("raw", [None, "", "  \n"])
def test_nothing_given_is_no_time(raw: str | None) -> None:
    assert news_time(raw, "published_at", RECEIVED) == (None, [])


@pytest.mark.parametrize("raw", ["2099-12-31", "2025", "2024-06", "2024-05-01T13:00:01Z", "2024-05-03"])
def test_the_future_is_kept_raw_and_said(raw: str) -> None:
    time, repairs = news_time(raw, "published_at", RECEIVED)
    assert time is not None
    assert (time.value, time.precision, time.raw) == (None, None, raw)
    assert repairs == ["published_at lies in the future: kept raw"]


@pytest.mark.parametrize("raw", ["2024", "2024-05", "2024-05-01", "2024-05-01T13:00:00Z", "2024-05-02T02:59:00"])
def test_what_may_have_begun_is_no_future(raw: str) -> None:
    time, repairs = news_time(raw, "published_at", RECEIVED)
    assert time is not None
    assert time.value == raw
    assert repairs == []


given_precisions = {"%Y": "year", "%Y-%m": "month", "%Y-%m-%d": "day", "%Y-%m-%dT%H:%M": "minute"}
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@settings(max_examples=25, deadline=None)
@given(st.datetimes(min_value=datetime(1000, 1, 2)), st.sampled_from(sorted(given_precisions)))
def test_never_more_precise_than_given(moment: datetime, pattern: str) -> None:
    raw = moment.strftime(pattern)
    time = read(raw)
    assert (time.value, time.precision, time.zone_known) == (raw, given_precisions[pattern], False)


@settings(max_examples=25, deadline=None)
@given(st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(2069, 1, 1), timezones=zones))
def test_rfc_822_and_iso_8601_say_the_same(moment: datetime) -> None:
    mail = read(moment.strftime("%a, %d %b %Y %H:%M:%S %z"))
    iso = read(moment.isoformat())
    assert (mail.value, mail.precision, mail.zone_known) == (iso.value, iso.precision, iso.zone_known)
    assert mail.precision == "second"


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=40) | st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.+Z-]{0,15}", fullmatch=True))
def test_any_text_gives_a_time_that_holds_it(raw: str) -> None:
    time, repairs = news_time(raw, "published_at", RECEIVED)
    assert time is None or time.raw == raw
    assert (time is not None and time.value is None) == bool(repairs)
