"""What the annotations have reached, on the half of the gold dispatches that no rule was written on."""

from collections.abc import Mapping

import pytest

from bench.gold import measures
from bench.gold.run import cases
from bench.gold.scoring import Case, Line

FLOORS = (
    ("entity", "shown", "precision", 0.91),
    ("entity", "exact", "precision", 0.89),
    ("entity", "exact", "recall", 0.84),
    ("quotation", "exact", "precision", 0.98),
    ("quotation", "exact", "recall", 0.95),
    ("speaker", "exact", "precision", 0.90),
    ("speaker", "exact", "recall", 0.86),
    ("date", "exact", "precision", 0.95),
    ("date", "exact", "recall", 0.94),
    ("quantity", "exact", "precision", 0.97),
    ("quantity", "exact", "recall", 0.94),
    ("agency", "exact", "precision", 0.98),
    ("agency", "exact", "recall", 0.92),
)
"""Measure, what is counted of it, figure, at least."""


@pytest.fixture(scope="module")
def held() -> list[Case]:
    return cases("held")


@pytest.fixture(scope="module")
def lines(held: list[Case]) -> Mapping[str, Line]:
    return measures.lines(held)


@pytest.mark.parametrize(("measure", "counted", "figure", "floor"), FLOORS)
def test_no_figure_falls(lines: Mapping[str, Line], measure: str, counted: str, figure: str, floor: float) -> None:
    value = getattr(getattr(lines[measure], counted), figure)
    assert value is not None, f"nothing is found of {measure}"
    assert value >= floor


def test_the_language_is_known(held: list[Case]) -> None:
    share = measures.details(held)["language"].value
    assert share is not None
    assert share >= 0.99
