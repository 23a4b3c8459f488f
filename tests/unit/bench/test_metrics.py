"""Hand-made cases: what each measure counts."""

from collections import Counter
from typing import Any

import pytest

from bench.dedup import metrics
from bench.dedup.metrics import OUTSIDE, Answer, Judged, Truth
from bench.tables import Share


def truth(number: int, families: tuple[int, ...] = (), kind: str = "original", **changes: Any) -> Truth:
    families = families or (number,)
    derived = families != (number,)
    fields = {"made_from": families if derived else (), "expected": ("near_copy" if derived else "original",)}
    return Truth(number, kind, families, **{"derived": derived, **fields, **changes})


def answer(matched: int | None = None, verdict: str | None = None, group: object = 0, seconds: float = 0) -> Answer:
    return Answer(matched, verdict or ("original" if matched is None else "near_copy"), group, seconds)


def of(*pairs: tuple[Truth, Answer]) -> list[Judged]:
    return metrics.judged([one for one, _ in pairs], [other for _, other in pairs])


def test_a_claim_is_right_where_the_families_meet() -> None:
    items = of(
        (truth(0), answer()),
        (truth(1), answer()),
        (truth(2, (0,)), answer(0)),
        (truth(3, (0,)), answer(1)),
        (truth(4, (0, 1), "round-up"), answer(1, "contains")),
        (truth(5, (0,)), answer(4, "excerpt_of")),
        (truth(6, (1,)), answer(OUTSIDE)),
    )
    assert [one.right for one in items] == [False, False, True, False, True, True, False]
    assert metrics.precision(items) == Share(3, 5)
    assert metrics.recall(items) == Share(3, 5)


def test_a_template_sibling_is_no_claim() -> None:
    items = of((truth(0), answer()), (truth(1, kind="template"), answer(0, "template_sibling")))
    assert metrics.precision(items) == Share(0, 0)
    assert metrics.precision(items).value is None
    assert metrics.false_claims(items) == Share(0, 2)


def test_false_claims_are_those_on_what_has_no_relative() -> None:
    items = of((truth(0), answer()), (truth(1, kind="brief"), answer(0)), (truth(2, (0,)), answer(1)))
    assert metrics.false_claims(items) == Share(1, 2)
    assert metrics.by_kind(items, metrics.false_claims) == {"original": Share(0, 1), "brief": Share(1, 1)}


def test_shares_by_kind_are_in_order_of_appearance() -> None:
    items = of((truth(0), answer()), (truth(1, (0,), "typos"), answer(0)), (truth(2, (0,), "typos"), answer()))
    assert list(metrics.by_kind(items, metrics.recall).items()) == [("original", Share(0, 0)), ("typos", Share(1, 2))]


def test_a_verdict_is_told_by_what_the_item_was_made_from() -> None:
    cut: dict[str, Any] = {"kind": "cut", "expected": ("excerpt_of",)}
    items = of(
        (truth(0), answer()),
        (truth(1, (0,), **cut), answer(0, "excerpt_of")),
        (truth(2, (0,), **cut), answer(1, "syndicated")),  # of another excerpt: not told
        (truth(3, (0,), **cut), answer(0, "near_copy")),
        (truth(4, (0,), **cut), answer()),
        (truth(5), answer()),
        (truth(6, (0,), **cut), answer(5, "excerpt_of")),  # the verdict would be right, of the wrong text
    )
    assert metrics.verdicts_right(items) == Share(3, 6)
    assert metrics.confusion(items) == {
        "original": Counter(original=2),
        "cut": Counter({"excerpt_of": 1, "syndicated": 1, "near_copy": 1, "original": 1, "excerpt_of*": 1}),
    }


def test_b_cubed_of_perfect_groups_is_one() -> None:
    items = of((truth(0), answer(group="a")), (truth(1, (0,)), answer(0, group="a")), (truth(2), answer(group="b")))
    assert (metrics.b_cubed(items).precision, metrics.b_cubed(items).recall, metrics.b_cubed(items).f) == (1, 1, 1)


def test_b_cubed_of_one_group_of_two_families() -> None:
    # Families of 3 and 1 in one group: precision (3 · 3/4 + 1 · 1/4) / 4.
    families = [(0,), (0,), (0,), (3,)]
    items = of(*((truth(number, family), answer(group="all")) for number, family in enumerate(families)))
    assert metrics.b_cubed(items).precision == pytest.approx(0.625)
    assert metrics.b_cubed(items).recall == 1


def test_b_cubed_of_a_split_family() -> None:
    # A family of 4 as groups of 3 and 1: recall (3 · 3/4 + 1 · 1/4) / 4.
    items = of(*((truth(number, (0,)), answer(group=number == 3)) for number in range(4)))
    assert metrics.b_cubed(items).precision == 1
    assert metrics.b_cubed(items).recall == pytest.approx(0.625)


def test_b_cubed_leaves_round_ups_out() -> None:
    items = of((truth(0), answer(group=0)), (truth(1), answer(group=1)), (truth(2, (0, 1)), answer(0, group=0)))
    assert (metrics.b_cubed(items).precision, metrics.b_cubed(items).recall) == (1, 1)


def test_percentiles_are_values_that_were_measured() -> None:
    assert metrics.percentiles(range(1, 101)) == {0.5: 50, 0.95: 95, 0.99: 99, 1.0: 100}
    assert metrics.percentiles([7.0]) == {0.5: 7, 0.95: 7, 0.99: 7, 1.0: 7}
