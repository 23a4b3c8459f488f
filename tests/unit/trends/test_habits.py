"""Silence by a source's own habit."""

from datetime import UTC, datetime, timedelta

import pytest

from wireroom_trends.habits import LEAST_ALLOWED, Habit, habit

MONDAY = datetime(2026, 11, 2, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def workday(days: int, every: int = 10) -> list[tuple[datetime, int]]:
    """An item every so many minutes between 6:00 and 22:00 of each workday."""
    moments = [MONDAY + n * every * MINUTE for n in range(days * 24 * 60 // every)]
    return [(at, 1) for at in moments if 6 <= at.hour < 22 and at.weekday() < 5]


def known(days: int = 14, every: int = 10) -> Habit:
    made = habit(workday(days, every), MONDAY, MONDAY + days * DAY)
    assert made is not None
    return made


def test_more_than_its_habit_lets_wait_in_the_daytime_is_a_silence() -> None:
    noon = MONDAY + 14 * DAY + 12 * HOUR
    assert known().expected(noon, noon + 3 * HOUR) == pytest.approx(18)
    assert known().silent(noon, noon + 3 * HOUR)
    assert not known().silent(noon, noon + 2 * HOUR)


def test_quiet_at_night_is_no_silence() -> None:
    evening = MONDAY + 14 * DAY + 22 * HOUR
    assert known().expected(evening, evening + 8 * HOUR) == 0
    assert not known().silent(evening, evening + 8 * HOUR)


def test_a_weekend_that_was_always_quiet_is_no_silence_and_the_monday_after_it_is() -> None:
    friday = MONDAY + 18 * DAY + 22 * HOUR
    assert not known().silent(friday, MONDAY + 21 * DAY + 6 * HOUR)
    assert known().silent(friday, MONDAY + 21 * DAY + 10 * HOUR)


def test_a_weekend_that_was_never_seen_expects_nothing() -> None:
    friday = MONDAY + 4 * DAY + 22 * HOUR
    assert known(4).expected(friday, friday + 2 * DAY) == 0


def test_a_source_that_always_pauses_long_is_given_longer() -> None:
    batches = [(MONDAY + n * 2 * HOUR, 25) for n in range(14 * 12)]
    made = habit(batches, MONDAY, MONDAY + 14 * DAY)
    assert made is not None
    assert made.allowed == pytest.approx(50)
    assert not made.silent(MONDAY + 14 * DAY, MONDAY + 14 * DAY + 3 * HOUR)
    assert made.silent(MONDAY + 14 * DAY, MONDAY + 14 * DAY + 5 * HOUR)


def test_one_outage_in_the_past_is_no_habit() -> None:
    outage = MONDAY + 8 * DAY
    kept = [(at, n) for at, n in workday(14) if not outage <= at < outage + DAY]
    made = habit(kept, MONDAY, MONDAY + 14 * DAY)
    assert made is not None
    assert made.allowed == LEAST_ALLOWED


def test_a_weekday_stands_for_itself_once_it_was_seen_often_enough() -> None:
    no_fridays = [(at, n) for at, n in workday(21) if at.weekday() != 4]
    friday = MONDAY + 25 * DAY
    few = habit(no_fridays, MONDAY, MONDAY + 14 * DAY)
    many = habit(no_fridays, MONDAY, MONDAY + 21 * DAY)
    assert few is not None
    assert many is not None
    assert few.expected(friday, friday + DAY) > 50
    assert many.expected(friday, friday + DAY) == 0


def test_a_source_that_hardly_ever_talked_has_no_habit() -> None:
    assert habit(workday(14)[:49], MONDAY, MONDAY + 14 * DAY) is None
    assert habit(workday(14)[:50], MONDAY, MONDAY + 14 * DAY) is not None
