"""A generated week of news as ``articles.stored`` tells it, with three planted bursts and two planted silences.

Sources keep hours of the day and of the week, names are as unequal as in life (Zipf), copies come in floods. One of the
silences is a source's own long night, which is none.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from wireroom_core.models import SourceRef, StoredEvent
from wireroom_trends.counting import Thing

MONDAY = datetime(2026, 11, 16, tzinfo=UTC)
DAYS = 7
NAMES = 3_000
SOURCES = 20
NIGHT_OWL = 3
"""The source whose planted silence lies in its night."""
EPOCH = 1_760_000_000_000
HOUR = timedelta(hours=1)
_DAY = (
    0.3,
    0.2,
    0.2,
    0.2,
    0.4,
    0.8,
    1.4,
    1.7,
    1.6,
    1.5,
    1.4,
    1.3,
    1.3,
    1.3,
    1.4,
    1.5,
    1.6,
    1.6,
    1.3,
    1.0,
    0.8,
    0.6,
    0.5,
    0.4,
)
"""Share of a source's mean rate at each hour."""


@dataclass(frozen=True, slots=True)
class Planted:
    """What must be found."""

    bursts: dict[Thing, tuple[datetime, datetime]]
    silence: tuple[str, datetime, datetime]
    night: tuple[str, datetime, datetime]


@dataclass(frozen=True, slots=True)
class _Source:
    ref: SourceRef
    rate: float
    sleeps: bool

    def at(self, hour: datetime) -> float:
        """Items that it brings in this hour, on average."""
        if self.sleeps and not 6 <= hour.hour < 22:
            return 0.0
        return self.rate * _DAY[hour.hour] * (0.5 if hour.weekday() >= 5 else 1.0)


class Week:
    """The week of ``seed``; ``volume`` multiplies every source's rate."""

    def __init__(self, seed: int, volume: float = 1.0) -> None:
        self._chance = random.Random(seed)
        self._sources = [
            _Source(
                SourceRef(id=f"bron-{n}", name=f"Bron {n}"), volume * self._chance.uniform(3, 16), n % 4 == NIGHT_OWL
            )
            for n in range(SOURCES)
        ]
        self._weights = [1 / (rank + 3) ** 0.9 for rank in range(NAMES)]
        self.planted = self._plant()

    def events(self) -> Iterator[StoredEvent]:
        """In the order of ``received_at``."""
        number = 0
        for step in range(DAYS * 24):
            hour = MONDAY + step * HOUR
            for at, source in sorted(self._moments(hour), key=lambda moment: moment[0]):
                number += 1
                yield self._event(number, at, source)

    def _plant(self) -> Planted:
        chance = self._chance
        bursts = {}
        # A name that nobody knew, one that is known a little, and a topic that is always there.
        for thing, days in (("person:nobody-knew", (2, 3)), (f"person:{NAMES // 3}", (3, 5)), ("person:40", (4, 7))):
            start = MONDAY + timedelta(days=chance.randrange(*days), hours=chance.randrange(8, 17))
            bursts[Thing("entity", thing)] = (start, start + 4 * HOUR)
        quiet = max((source for source in self._sources if not source.sleeps), key=lambda source: source.rate)
        begin = MONDAY + timedelta(days=chance.randrange(3, 5), hours=chance.randrange(8, 11))
        owl = self._sources[NIGHT_OWL]
        night = MONDAY + timedelta(days=4, hours=21)
        return Planted(
            bursts, (quiet.ref.id, begin, begin + 7 * HOUR), (owl.ref.id, night, night + timedelta(hours=10))
        )

    def _moments(self, hour: datetime) -> Iterator[tuple[datetime, _Source]]:
        for source in self._sources:
            mean = source.at(hour)
            at = hour + timedelta(hours=self._chance.expovariate(mean)) if mean else hour + HOUR
            while at < hour + HOUR:
                if not self._quiet(source, at):
                    yield at, source
                at += timedelta(hours=self._chance.expovariate(mean))

    def _quiet(self, source: _Source, at: datetime) -> bool:
        return any(
            id_ == source.ref.id and begin <= at < end for id_, begin, end in (self.planted.silence, self.planted.night)
        )

    def _event(self, number: int, at: datetime, source: _Source) -> StoredEvent:
        chance = self._chance
        names = {f"person:{rank}" for rank in chance.choices(range(NAMES), self._weights, k=chance.randrange(3, 10))}
        names |= {
            thing.name
            for thing, (begin, end) in self.planted.bursts.items()
            if begin <= at < end and chance.random() < 0.25
        }
        verdict = chance.choices(("original", "syndicated", "near_copy", "redelivery"), (60, 25, 10, 5))[0]
        return StoredEvent(
            epoch=EPOCH,
            stream_id=number,
            what="stored",
            article_id=f"article-{number}",
            revision=1,
            verdict=verdict,
            status="usable",
            language="nl",
            source=source.ref,
            origin=chance.choice((None, "AFP", "Belga", "Reuters")),
            topics=tuple(chance.sample(_TOPICS, k=chance.randrange(1, 4))),
            entity_ids=tuple(sorted(names)),
            received_at=at,
            stored_at=at,
        )


_TOPICS = [f"{code:08}" for code in range(1_000_000, 18_000_000, 1_000_000)]
