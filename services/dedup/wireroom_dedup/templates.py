"""The guard against templates: two texts in the same sentences that tell of two things.

A weather bulletin of another day, a dividend of another company, a bond of another issuer share most of their words.
What they do not share are the names and the numbers.
"""

from dataclasses import dataclass
from math import comb
from typing import Literal

from wireroom_dedup.fingerprints import EQUAL, Sample, Shared, Similarity, names_shared, numbers_shared
from wireroom_dedup.verdicts import CopyVerdict, Thresholds


@dataclass(frozen=True, slots=True)
class Others:
    """What a text by a template has of its own."""

    what: Literal["names", "numbers"]
    shared: Shared


def others(
    this: Sample, that: Sample, share: Similarity, verdict: CopyVerdict, *, same_source: bool, thresholds: Thresholds
) -> Others | None:
    """What the two tell otherwise; None where they tell of the same thing, as equal texts do.

    Names are only asked of near copies: a part of a text has few, and its paper's credit among them. A source writes
    by a template more often than it sends a text again with other words, so that of its own less is asked; and in a
    brief of its own each number is the news, but for tables of results, which it sends again with one mended.
    """
    if share is EQUAL:
        return None
    numbers = numbers_shared(this, that)
    chance = thresholds.guard_own_chance if same_source else thresholds.guard_chance
    brief = same_source and share.words < thresholds.short_words
    news = brief and numbers.both < thresholds.guard_own_brief * numbers.fewer
    if news or _differ(numbers, share, chance, thresholds):
        return Others("numbers", numbers)
    if verdict == "near_copy" and _differ(names := names_shared(this, that), share, chance, thresholds):
        return Others("names", names)
    return None


def _differ(shared: Shared, share: Similarity, chance: float, thresholds: Thresholds) -> bool:
    """True where fewer stand in both than by chance, had they changed as the other words did.

    Where a share c of the 3-grams survived, at least c^(2/3) of the names and numbers did, since none is longer than
    two words; how many is binomial.
    """
    if shared.fewer < thresholds.guard_fewest or shared.both >= thresholds.guard_shared * shared.fewer:
        return False
    survival = max(share.containment, share.contained_by) ** (2 / 3)
    return _at_most(shared.both, shared.fewer, survival) < chance


def _at_most(most: int, trials: int, chance: float) -> float:
    """How likely at most ``most`` of ``trials`` succeed, each with ``chance``."""
    return sum(comb(trials, n) * chance**n * (1 - chance) ** (trials - n) for n in range(most + 1))
