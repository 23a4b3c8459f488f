"""What a thing's hours look like: the last day, and the days before it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

BARS = "▁▂▃▄▅▆▇█"
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
DAYS_BEFORE = 6


@dataclass(frozen=True, slots=True)
class Curve:
    """Originals in each of 24 hours, and the mean of the same hours on the days before."""

    begin: datetime
    hours: tuple[int, ...]
    usual: tuple[float, ...]

    @property
    def end(self) -> datetime:
        """Up to where it goes."""
        return self.begin + len(self.hours) * HOUR

    @property
    def top(self) -> float:
        """The greatest of all; at least 1."""
        return max(1, *self.hours, *self.usual)


def curve(hours: Mapping[datetime, int], now: datetime, first: datetime) -> Curve:
    """From originals by hour; the hour of ``now`` is the last, begun as it is. Nothing is known before ``first``."""
    last = now.replace(minute=0, second=0, microsecond=0)
    day = [last - step * HOUR for step in range(23, -1, -1)]
    return Curve(
        day[0],
        tuple(hours.get(hour, 0) for hour in day),
        tuple(_mean([hours.get(at, 0) for at in _days_before(hour) if at >= first]) for hour in day),
    )


def _days_before(hour: datetime) -> list[datetime]:
    return [hour - n * DAY for n in range(1, DAYS_BEFORE + 1)]


def _mean(values: Sequence[int]) -> float:
    return sum(values) / len(values) if values else 0.0


def sparkline(values: Sequence[float], top: float) -> str:
    """A bar for each value; a space where there is nothing, so that a single item can be seen."""
    return "".join(" " if not value else BARS[min(int(value / top * len(BARS)), len(BARS) - 1)] for value in values)
