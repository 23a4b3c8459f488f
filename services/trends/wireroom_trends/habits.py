"""Silence by a source's own habit: how often it talks at each hour of each weekday, and how long it pauses. Pure.

Time is measured in items that the habit expects (the time-rescaling theorem: E. N. Brown and others, "The
Time-Rescaling Theorem and Its Application to Neural Spike Train Data Analysis", Neural Computation 14:2, 2002): a quiet
night is short so, and a quiet noon long. A source is silent once its pause is twice as long as its longest ones.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

HISTORY = timedelta(weeks=4)
LEAST_ITEMS = 50
LEAST_DAYS = 2
"""An hour of the day that was seen on fewer workdays (or days of a weekend) expects nothing yet."""
OWN_WEEKDAYS = 3
"""From so many on, a weekday stands for itself, not for all workdays or weekends."""
LEAST_ALLOWED = 16.0
"""Items that may stay out in any case: by chance alone that is one gap in nine million."""
PATIENCE = 2.0
LEAST_PAUSE = timedelta(minutes=20)
"""No shorter pause is a silence, whoever makes it."""
HOUR = timedelta(hours=1)

Slot = tuple[int, int]
"""Weekday (Monday is 0) and hour of the day, in UTC."""


@dataclass(frozen=True, slots=True)
class Habit:
    """What a source does when nothing is wrong."""

    rates: Mapping[Slot, float]
    """Items an hour; 0 where too little is known."""
    allowed: float
    """Expected items that may stay out."""

    def expected(self, begin: datetime, end: datetime) -> float:
        """Items that it brings between two instants."""
        total, at = 0.0, begin
        while at < end:
            following = min(at.replace(minute=0, second=0, microsecond=0) + HOUR, end)
            total += self.rates[at.weekday(), at.hour] * ((following - at) / HOUR)
            at = following
        return total

    def silent(self, last: datetime, now: datetime) -> bool:
        """Whether more stayed out since its ``last`` item than it ever lets wait."""
        return self.expected(last, now) > self.allowed


def habit(minutes: Sequence[tuple[datetime, int]], begin: datetime, end: datetime) -> Habit | None:
    """The habit of a source with so many items in these minutes, in order; all it had from ``begin`` to ``end``.

    None where it is too new, or talks too little, to have one.
    """
    if sum(count for _, count in minutes) < LEAST_ITEMS:
        return None
    rates = _rates(minutes, begin, end)
    made = Habit(rates, 0.0)
    pauses = sorted(made.expected(before, after) for (before, _), (after, _) in pairwise(minutes))
    # The longest but one: a single outage is no habit.
    longest = pauses[-2] if len(pauses) > 1 else 0.0
    return Habit(rates, max(LEAST_ALLOWED, PATIENCE * longest))


def _rates(minutes: Sequence[tuple[datetime, int]], begin: datetime, end: datetime) -> dict[Slot, float]:
    items: Counter[Slot] = Counter()
    for minute, count in minutes:
        items[minute.weekday(), minute.hour] += count
    seen = _whole_hours(begin, end)
    return {(day, hour): _rate(items, seen, day, hour) for day in range(7) for hour in range(24)}


def _rate(items: Counter[Slot], seen: Counter[Slot], day: int, hour: int) -> float:
    if seen[day, hour] >= OWN_WEEKDAYS:
        return items[day, hour] / seen[day, hour]
    alike = [(other, hour) for other in range(7) if (other >= 5) == (day >= 5)]
    days = sum(seen[slot] for slot in alike)
    return sum(items[slot] for slot in alike) / days if days >= LEAST_DAYS else 0.0


def _whole_hours(begin: datetime, end: datetime) -> Counter[Slot]:
    """How often each hour of the week lies between two instants, begun ones at the end left out."""
    seen: Counter[Slot] = Counter()
    at = begin.replace(minute=0, second=0, microsecond=0)
    while at + HOUR <= end:
        seen[at.weekday(), at.hour] += 1
        at += HOUR
    return seen
