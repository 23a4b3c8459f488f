"""What joins a member of a copy group to the canonical one."""

from typing import Any

import pytest

from wireroom_cli.copies import Share, credit, share, shortened


def article(name: str, source: str = "paper", agency: str | None = None, **decision: Any) -> dict[str, Any]:
    shares = {"matched_article_id": None, "jaccard": None, "containment": None, "contained_by": None}
    return {"article_id": name, "source_id": source, "agency": agency, "decision": shares | decision}


def compared(name: str, containment: float, contained_by: float) -> dict[str, Any]:
    return {"matched_article_id": name, "jaccard": 0.5, "containment": containment, "contained_by": contained_by}


@pytest.mark.parametrize(
    ("canonical", "member", "said"),
    [
        (("belga", "belga"), ("belga", "belga"), "own"),
        (("belga", "belga"), ("paper", "belga"), "kept"),
        (("belga", "belga"), ("paper", None), "dropped"),
        (("belga", "belga"), ("paper", "afp"), "another"),
        (("belga", "belga"), ("afp", "afp"), "another"),
        (("other", "belga"), ("paper", "belga"), "kept"),
        (("other", "belga"), ("other", None), "dropped"),
        (("other", None), ("other", None), "own"),
        (("other", None), ("paper", "other"), "kept"),
        (("other", None), ("paper", None), "dropped"),
    ],
)
def test_the_credit_is_that_of_who_wrote_it(
    canonical: tuple[str, str | None], member: tuple[str, str | None], said: str
) -> None:
    assert credit(article("A", *canonical), article("B", *member)) == said


@pytest.mark.parametrize(
    ("canonical", "member", "told"),
    [
        ({}, compared("A", 1.0, 0.3), Share("A", 0.5, 1.0, 0.3)),
        ({}, compared("C", 0.9, 0.8), Share("C", 0.5, 0.9, 0.8)),
        (compared("B", 1.0, 0.3), {}, Share("A", 0.5, 0.3, 1.0)),
        (compared("B", 1.0, 0.3), compared("C", 0.9, 0.8), Share("A", 0.5, 0.3, 1.0)),
        (compared("B", 1.0, 0.3), compared("A", 0.9, 0.8), Share("A", 0.5, 0.9, 0.8)),
        (compared("C", 1.0, 0.3), {}, None),
        ({}, compared("B", 1.0, 0.9), None),
        ({}, {"matched_article_id": "A"}, None),
        ({"matched_article_id": "B"}, {}, None),
    ],
)
def test_the_share_is_told_by_the_decision_that_compared_the_two(
    canonical: dict[str, Any], member: dict[str, Any], told: Share | None
) -> None:
    assert share(article("A", **canonical), article("B", **member)) == told


def test_an_article_without_a_decision_was_compared_with_nothing() -> None:
    assert share(article("A") | {"decision": None}, article("B") | {"decision": None}) is None


def test_the_one_that_was_asked_for_is_among_the_first_or_follows_them() -> None:
    members = [article(name) for name in "ABCD"]
    assert [row["article_id"] for row in shortened(members, 2, "D")] == ["A", "B", "D"]
    assert [row["article_id"] for row in shortened(members, 2, "A")] == ["A", "B"]
