"""What rises against its own past, and what must not."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import BEGIN
from wireroom_trends.bursts import Share, burst, g2

HOURS = [BEGIN - timedelta(hours=step) for step in range(1, 169)]
ARTICLES = dict.fromkeys(HOURS, 100)


def test_the_measure_is_dunnings() -> None:
    # Worked by hand: 2·(10·ln(10/5.5) + 90·ln(90/94.5) + 1·ln(1/5.5) + 99·ln(99/94.5)).
    assert g2(Share(10, 100), Share(1, 100)) == pytest.approx(9.0, abs=0.05)
    assert g2(Share(5, 100), Share(50, 1000)) == pytest.approx(0, abs=1e-9)


@given(st.integers(0, 50), st.integers(50, 500), st.integers(0, 500), st.integers(500, 50_000))
def test_the_measure_is_never_negative_and_is_symmetric(k: int, n: int, past_k: int, past_n: int) -> None:
    now, past = Share(k, n), Share(past_k, past_n)
    assert g2(now, past) >= -1e-6
    assert g2(now, past) == pytest.approx(g2(past, now), abs=1e-6)


def test_a_name_far_above_its_past_rises() -> None:
    found = burst(Share(20, 100), dict.fromkeys(HOURS, 1), ARTICLES, BEGIN)
    assert found.rises
    assert found.expected == pytest.approx(1)


def test_a_name_that_nobody_knew_rises_only_above_the_floor() -> None:
    assert burst(Share(8, 100), {}, ARTICLES, BEGIN).rises
    assert not burst(Share(7, 100), {}, ARTICLES, BEGIN).rises


def test_a_busy_hour_raises_nothing_that_keeps_its_share() -> None:
    assert not burst(Share(100, 2_000), dict.fromkeys(HOURS, 5), ARTICLES, BEGIN).rises


def test_what_is_certain_but_not_much_more_than_usual_does_not_rise() -> None:
    found = burst(Share(290, 1_000), dict.fromkeys(HOURS, 10), ARTICLES, BEGIN)
    assert found.score > 200
    assert not found.rises


def test_what_comes_every_day_at_this_hour_does_not_rise() -> None:
    morning = {hour: 20 for hour in HOURS if hour.hour == (BEGIN - timedelta(hours=1)).hour}
    assert not burst(Share(20, 100), morning, ARTICLES, BEGIN).rises
    evening = {hour: 20 for hour in HOURS if hour.hour == 20}
    assert burst(Share(20, 100), evening, ARTICLES, BEGIN).rises


def test_a_burst_goes_on_for_longer_than_it_would_begin() -> None:
    found = burst(Share(5, 200), dict.fromkeys(HOURS, 1), ARTICLES, BEGIN)
    assert (found.rises, found.goes_on) == (False, True)
    assert not burst(Share(3, 200), dict.fromkeys(HOURS, 1), ARTICLES, BEGIN).goes_on
