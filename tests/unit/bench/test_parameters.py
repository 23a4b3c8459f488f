from dataclasses import astuple

import pytest

from bench.dedup.parameters import Variant
from wireroom_dedup.verdicts import DEFAULT, Thresholds

EDITED = 6 / 7
"""One word in seven is another."""


@pytest.mark.parametrize("variant", [Variant(5, 4), Variant(3, 4), Variant(3, 4, scaled=True)])
def test_thresholds_are_scaled_for_longer_n_grams_only_and_where_it_is_asked(variant: Variant) -> None:
    assert astuple(variant.thresholds) == pytest.approx(astuple(DEFAULT))


def test_scaled_thresholds_let_as_many_edited_words_pass() -> None:
    scaled = Variant(5, 4, scaled=True).thresholds
    assert passes(DEFAULT, EDITED**3) == passes(scaled, EDITED**5) == (True, False)


def passes(thresholds: Thresholds, contained: float) -> tuple[bool, bool]:
    """Whether texts of one length that share so much are near copies, and whether they are syndicated."""
    jaccard = contained / (2 - contained)
    near = jaccard >= thresholds.near_jaccard or contained >= thresholds.near_containment
    return near, jaccard >= thresholds.syndicated_jaccard
