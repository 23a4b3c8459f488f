"""What rises: a thing's share of the last hour's articles against its share of its own past. Pure.

The measure is Dunning's log-likelihood ratio G² (T. Dunning, "Accurate Methods for the Statistics of Surprise and
Coincidence", Computational Linguistics 19:1, 1993), which, unlike χ², holds for the small counts that names have.
Shares rather than counts, so that a busy morning raises nothing; the past of the same hours of the day is asked too,
so that what comes every morning does not rise every morning.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import log

WINDOW = timedelta(hours=1)
PAST = timedelta(days=7)
LEAST_PAST = timedelta(days=1)
"""Of a store that is younger nothing is said."""
LEAST_ORIGINALS = 8
"""The floor: fewer in the window never rise, however rare the name."""
LEAST_SCORE = 30.0
"""A chance of about one in 20 million; so many are compared in a week of news."""
LEAST_RATIO = 3.0
"""What is merely certain is not yet news: it also must be so many times what was expected."""
ENDED_RATIO = 2.0
"""A burst is over below this, so that one that wavers is said once."""


@dataclass(frozen=True, slots=True)
class Share:
    """``part`` originals of ``whole``."""

    part: int
    whole: int

    @property
    def value(self) -> float:
        """None of none is nothing."""
        return self.part / self.whole if self.whole else 0.0


@dataclass(frozen=True, slots=True)
class Burst:
    """How a thing stands against its past."""

    expected: float
    """Originals that its past would bring in the window."""
    score: float
    """G²; 0 where it is not above its past."""
    rises: bool
    goes_on: bool
    """Whether a burst that was told is not over yet."""


def g2(now: Share, past: Share) -> float:
    """Dunning's log-likelihood ratio of two shares: 0 where they are equal, the greater the less likely by chance."""
    both = Share(now.part + past.part, now.whole + past.whole).value

    def cells(share: Share) -> float:
        rest = share.whole - share.part
        return _surprise(share.part, share.whole * both) + _surprise(rest, share.whole * (1 - both))

    return 2 * (cells(now) + cells(past))


def burst(now: Share, past: Mapping[datetime, int], articles: Mapping[datetime, int], end: datetime) -> Burst:
    """``now`` is the window up to ``end``; ``past`` the thing's originals by hour, ``articles`` those of all things."""
    usual = max(_usual(past, articles, end), key=lambda share: share.value)
    expected = now.whole * usual.value
    ratio = now.part / expected if expected else float("inf")
    score = g2(now, usual) if now.value > usual.value else 0.0
    return Burst(
        expected=expected,
        score=score,
        rises=now.part >= LEAST_ORIGINALS and score >= LEAST_SCORE and ratio >= LEAST_RATIO,
        goes_on=now.part >= LEAST_ORIGINALS / 2 and ratio >= ENDED_RATIO,
    )


def _usual(past: Mapping[datetime, int], articles: Mapping[datetime, int], end: datetime) -> tuple[Share, Share]:
    """Its share at any time, and at the hours of the day about the window."""
    near = {(end - WINDOW / 2 + timedelta(hours=step)).hour for step in (-1, 0, 1)}
    daily = {hour: count for hour, count in articles.items() if hour.hour in near}
    return (
        Share(sum(past.values()), sum(articles.values())),
        Share(sum(count for hour, count in past.items() if hour.hour in near), sum(daily.values())),
    )


def _surprise(seen: int, expected: float) -> float:
    return seen * log(seen / expected) if seen else 0.0
