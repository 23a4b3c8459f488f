"""What the HTTP ends ask the parts of a service, and a consumer's answers."""

from collections import Counter
from collections.abc import Iterator
from typing import Protocol

from prometheus_client import Metric
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, SummaryMetricFamily

from wireroom_core.clock import Clock
from wireroom_kafka.health import Health


class Vitals(Protocol):
    """One part of a service, as operators see it. Each answer is at hand: nothing is waited for."""

    name: str

    def ailment(self) -> str | None:
        """Why a restart, or an operator, is needed; None while the part is healthy."""
        ...

    def waits_for(self) -> str | None:
        """Why it is not at work yet, or not now; None while it is, or stands by."""
        ...

    def metrics(self) -> Iterator[Metric]:
        """Its figures now, each labelled with ``part``."""
        ...


def counted(part: str, articles: Counter[str]) -> Iterator[Metric]:
    """``articles`` of ``part`` by outcome: passed, refused, nothing (known before)."""
    family = CounterMetricFamily("wireroom_articles", "Messages worked off.", labels=["part", "outcome"])
    for outcome in ("passed", "refused", "nothing"):
        family.add_metric([part, outcome], articles[outcome])
    yield family


def dead_letters(part: str, count: int) -> Iterator[Metric]:
    """What ``part`` refused, each with a dead letter."""
    family = CounterMetricFamily("wireroom_dead_letters", "Messages refused, each a dead letter.", labels=["part"])
    family.add_metric([part], count)
    yield family


class ConsumerVitals:
    """A consumer's health."""

    def __init__(self, name: str, health: Health, clock: Clock) -> None:
        self.name = name
        self._health = health
        self._clock = clock

    def ailment(self) -> str | None:
        """Stopped on a fault, or not polling."""
        if self._health.stopped is not None:
            return f"stopped until somebody acts: {self._health.stopped}"
        if not self._health.healthy(self._clock.monotonic()):
            return "not in its consumer group, or not polling"
        return None

    def waits_for(self) -> str | None:
        """Partitions that are not restored, or whose work waits for the broker or the database."""
        for partition, health in sorted(self._health.partitions.items()):
            if not health.restored:
                return f"partition {partition} is not restored yet"
            if health.in_trouble:
                return f"partition {partition} waits for trouble to pass"
        return None

    def metrics(self) -> Iterator[Metric]:
        """Counters since the process began; gauges of the partitions that are assigned now."""
        health, now = self._health, self._clock.monotonic()
        yield from counted(self.name, health.articles)
        yield from dead_letters(self.name, health.articles["refused"])
        batches = SummaryMetricFamily("wireroom_batch_seconds", "Time that batches took.", labels=["part"])
        batches.add_metric([self.name], health.batches, health.batch_seconds)
        yield batches
        stopped = GaugeMetricFamily("wireroom_stopped", "1: nothing is consumed until somebody acts.", labels=["part"])
        stopped.add_metric([self.name], health.stopped is not None)
        yield stopped
        yield from self._of_partitions(now)

    def _of_partitions(self, now: float) -> Iterator[Metric]:
        labels = ["part", "partition"]
        lag = GaugeMetricFamily("wireroom_lag", "Messages between position and end, as last fetched.", labels=labels)
        oldest = GaugeMetricFamily(
            "wireroom_oldest_event_age_seconds", "Age of the oldest message in hand; 0: none.", labels=labels
        )
        commit = GaugeMetricFamily(
            "wireroom_commit_age_seconds", "Time since the position last moved, in this process.", labels=labels
        )
        waiting = GaugeMetricFamily("wireroom_waiting", "1: not restored, or waiting for trouble.", labels=labels)
        for number, partition in sorted(self._health.partitions.items()):
            where = [self.name, str(number)]
            lag.add_metric(where, partition.lag)
            since = partition.oldest_at
            oldest.add_metric(where, 0 if since is None else max(0.0, self._clock.now().timestamp() - since))
            if partition.committed_at is not None:
                commit.add_metric(where, now - partition.committed_at)
            waiting.add_metric(where, not partition.restored or partition.in_trouble)
        yield from (lag, oldest, commit, waiting)
