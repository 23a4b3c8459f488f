"""The counts in memory, as one process holds them: bounded by the window, since a bucket goes with all its names."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import takewhile

from wireroom_core.models import StoredEvent, Width
from wireroom_trends import bursts
from wireroom_trends.counting import ORIGINALS, Count, Thing, begin, rolled, tally
from wireroom_trends.habits import HISTORY
from wireroom_trends.watching import WATCHED, Talker

Buckets = dict[datetime, dict[Thing, Count]]
KEPT: dict[Width, timedelta] = {
    "minute": bursts.WINDOW + timedelta(minutes=10),
    "hour": bursts.PAST + timedelta(hours=3),
}
"""How long buckets stay; the sources' own minutes stay for as long as a habit is learned from."""
_NOTHING = Count(0, 0)


class Window:
    """Counts of the last week, and each source's minutes of the last four; Facts for the deciders."""

    def __init__(self) -> None:
        self._buckets: dict[Width, Buckets] = {"minute": {}, "hour": {}}
        self._minutes: dict[str, Counter[datetime]] = {}
        self._talkers: dict[str, Talker] = {}

    def add(self, events: Iterable[StoredEvent]) -> None:
        """Count ``events``."""
        events = list(events)
        cells = tally(events)
        for width, buckets in self._buckets.items():
            for cell, count in rolled(cells, width).items():
                bucket = buckets.setdefault(cell.start, {})
                thing = Thing(cell.kind, cell.name)
                bucket[thing] = bucket.get(thing, _NOTHING).plus(count)
        for event in events:
            self._hear(event)

    def forget(self, now: datetime) -> None:
        """Let go of what no decision at ``now`` or later asks for."""
        for width, buckets in self._buckets.items():
            for start in [start for start in buckets if start < now - KEPT[width]]:
                del buckets[start]
        for id_, minutes in list(self._minutes.items()):
            # They came in order but for late news, which then stays a little longer.
            for minute in list(takewhile(lambda minute: minute < now - HISTORY, minutes)):
                del minutes[minute]
            if not minutes:
                del self._minutes[id_], self._talkers[id_]

    @property
    def size(self) -> int:
        """Counts that are held."""
        held = sum(len(bucket) for buckets in self._buckets.values() for bucket in buckets.values())
        return held + sum(map(len, self._minutes.values()))

    def articles(self, begin: datetime, end: datetime) -> int:
        """Original articles in these minutes."""
        return sum(_articles(bucket) for start, bucket in self._buckets["minute"].items() if begin <= start < end)

    def recent(self, begin: datetime, end: datetime, least: int) -> Mapping[Thing, Count]:
        """What has at least ``least`` originals in these minutes."""
        found: dict[Thing, Count] = {}
        for start, bucket in self._buckets["minute"].items():
            if begin <= start < end:
                for thing, count in bucket.items():
                    found[thing] = found.get(thing, _NOTHING).plus(count)
        return {t: count for t, count in found.items() if t.kind in WATCHED and count.originals >= least}

    def hourly_articles(self, begin: datetime, end: datetime) -> Mapping[datetime, int]:
        """Original articles by hour."""
        return {start: _articles(bucket) for start, bucket in self._buckets["hour"].items() if begin <= start < end}

    def hourly(
        self, things: Collection[Thing], begin: datetime, end: datetime
    ) -> Mapping[Thing, Mapping[datetime, int]]:
        """Originals of each of ``things`` by hour."""
        hours = [(start, bucket) for start, bucket in self._buckets["hour"].items() if begin <= start < end]
        return {
            thing: {start: bucket[thing].originals for start, bucket in hours if thing in bucket} for thing in things
        }

    def most(self, since: datetime) -> dict[Thing, Count]:
        """Everything that was counted in the hours from ``since`` on."""
        found: dict[Thing, Count] = {}
        for start, bucket in self._buckets["hour"].items():
            if start >= since:
                for thing, count in bucket.items():
                    found[thing] = found.get(thing, _NOTHING).plus(count)
        return found

    def talkers(self, now: datetime) -> Sequence[Talker]:
        """Every source of the last four weeks; nothing later than ``now`` may have been added."""
        return list(self._talkers.values())

    def minutes(self, source: str, begin: datetime, end: datetime) -> Sequence[tuple[datetime, int]]:
        """Minutes in which a source delivered, in order, each with its items."""
        return sorted((minute, n) for minute, n in self._minutes.get(source, {}).items() if begin <= minute < end)

    def _hear(self, event: StoredEvent) -> None:
        """A withheld item is no name in the counts, but its source does talk."""
        at, source = event.received_at, event.source
        if event.what != "stored" or at is None or source is None:
            return
        minute = begin(at, "minute")
        known = self._talkers.get(source.id, Talker(source.id, source.name, at, minute))
        self._talkers[source.id] = Talker(source.id, source.name, min(known.first, at), max(known.last, minute))
        self._minutes.setdefault(source.id, Counter())[minute] += 1


def _articles(bucket: Mapping[Thing, Count]) -> int:
    return sum(bucket.get(Thing("verdict", verdict), _NOTHING).originals for verdict in ORIGINALS)
