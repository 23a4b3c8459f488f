"""The table of copies: each row, its edges, and the order of the rows."""

import pytest

from wireroom_dedup.fingerprints import Similarity
from wireroom_dedup.verdicts import STRENGTH, WHOLE, Thresholds, copy_verdict


@pytest.mark.parametrize(
    ("jaccard", "this", "that", "verdict"),
    [
        (0.9, 0.95, 0.95, "syndicated"),
        (0.8999, 0.95, 0.95, "near_copy"),
        (0.7, 0.8, 0.7199, "excerpt_of"),
        (0.7, 0.8, 0.72, "near_copy"),
        (0.1, 1.0, 0.1, "excerpt_of"),
        (0.7, 0.7199, 0.8, "contains"),
        (0.7, 0.72, 0.8, "near_copy"),
        (0.1, 0.1, 1.0, "contains"),
        (0.5, 0.55, 0.55, "near_copy"),
        (0.4, 0.6, 0.5, "near_copy"),
        (0.4, 0.5, 0.6, "near_copy"),
        (0.4999, 0.5999, 0.5999, None),
        (0.3, 0.7999, 0.4, "near_copy"),
        (0.3, 0.4, 0.7999, "near_copy"),
        (0.3, 0.7999, 0.3999, None),
        (0.0, 0.0, 0.0, None),
    ],
)
def test_the_first_row_that_holds(jaccard: float, this: float, that: float, verdict: str | None) -> None:
    assert copy_verdict(Similarity(jaccard, this, that, 60), same_source=False) == verdict


def test_a_source_does_not_syndicate_itself() -> None:
    assert copy_verdict(Similarity(1.0, 1.0, 1.0, 60), same_source=True) == "near_copy"


def test_the_whole_text_comes_before_a_part_of_it() -> None:
    skewed = Similarity(0.9, 1.0, 0.71, 60)
    assert copy_verdict(skewed, same_source=False) == "syndicated"
    assert copy_verdict(skewed, same_source=True) == "excerpt_of"


@pytest.mark.parametrize(
    ("words", "jaccard", "verdict"),
    [(59, 0.5999, None), (59, 0.6, "near_copy"), (60, 0.5999, "near_copy"), (5, 1.0, "syndicated")],
)
def test_under_sixty_words_only_a_high_jaccard_counts(words: int, jaccard: float, verdict: str | None) -> None:
    assert copy_verdict(Similarity(jaccard, 0.75, 0.75, words), same_source=False) == verdict


@pytest.mark.parametrize(
    ("this", "that", "verdict"),
    [(0.9, 0.1, "excerpt_of"), (0.8999, 0.1, None), (0.1, 0.9, "contains"), (0.1, 0.8999, None)],
)
def test_a_brief_is_an_excerpt_where_nearly_all_of_it_stands_in_the_other(
    this: float, that: float, verdict: str | None
) -> None:
    assert copy_verdict(Similarity(0.1, this, that, 59), same_source=False) == verdict


def test_thresholds_can_be_told() -> None:
    told = Thresholds(near_jaccard=0.3)
    share = Similarity(0.3, 0.4, 0.4, 60)
    assert copy_verdict(share, same_source=False, thresholds=told) == "near_copy"
    assert copy_verdict(share, same_source=False) is None


def test_only_verdicts_on_whole_texts_merge_and_they_are_the_strongest() -> None:
    assert sorted(STRENGTH, key=lambda verdict: -STRENGTH[verdict]) == [
        "syndicated",
        "near_copy",
        "excerpt_of",
        "contains",
    ]
    assert {"syndicated", "near_copy"} == WHOLE
