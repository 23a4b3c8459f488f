"""Wireroom on a short stream, as the bench measures it."""

import pytest

from bench.dedup import metrics, report
from bench.dedup.measure import Order, Result, run
from bench.dedup.wireroom import Wireroom


@pytest.fixture(scope="module")
def result() -> Result:
    return run(Wireroom(1_000), Order("wireroom", articles=600, window=100, seed=2))


def test_what_the_source_delivers_again_is_found_and_stays_in_its_group(result: Result) -> None:
    groups = {one.truth.number: one.answer.group for one in result.items}
    again = [one for one in result.items if one.truth.kind in {"redelivery", "same text"}]
    assert again
    for one in again:
        assert one.answer.verdict == "redelivery"
        assert one.right
        assert one.answer.group == groups[one.truth.made_from[0]]


def test_an_originals_group_is_its_own(result: Result) -> None:
    stories = [one for one in result.items if one.truth.kind == "original"]
    assert metrics.false_claims(stories).part == 0
    assert len({one.answer.group for one in stories}) == len(stories)


def test_all_figures_come_out(result: Result) -> None:
    summary = report.summary(result)
    assert summary["recall"] > 0.5
    assert summary["window_fill_seconds"] > 0
    assert "B³ F" in report.quality([result], ["wireroom"])
    assert "redelivery" in report.recall_by_kind([result], ["wireroom"])
    assert "boilerplate" in report.false_by_kind([result], ["wireroom"])
    assert "near_copy" in report.confusion(result)
