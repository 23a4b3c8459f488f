"""The counts in PostgreSQL: increments and the position past their events move in one transaction, or not at all."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple, TypeVar

from wireroom_core.models import StoredEvent
from wireroom_store.connection import Connection, connect, meaning
from wireroom_store.migrate import check
from wireroom_trends.counting import begin, tally
from wireroom_trends.migrations import TRENDS
from wireroom_trends.watching import Talker

T = TypeVar("T")


class Numbered(NamedTuple):
    """A record by its offset; no event where it is a dead letter."""

    offset: int
    event: StoredEvent | None


class Batch(NamedTuple):
    """Records of one partition in their order, and whether nothing is left behind them."""

    records: Sequence[Numbered]
    at_end: bool


class Written(NamedTuple):
    """What came of a batch."""

    counted: int
    """Events; the others were counted before."""
    gaps: dict[int, int]
    """Partition → the offset that should have come; nothing of these partitions was taken."""


class Ledger:
    """Counts on one connection, opened when needed and again after trouble.

    Every method raises TransientError while the database is away or its schema behind this program, PoisonError where
    it refuses a content, FatalError where it is newer than this program.
    """

    def __init__(self, url: str, cluster: str, topic: str) -> None:
        self._url = url
        self._place = {"cluster": cluster, "topic": topic}
        self._connection: Connection | None = None

    def close(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def id(self) -> str:
        """The name of this ledger: another one where the schema was made anew."""
        return self._transaction(lambda connection: str(_one(connection, "select id from trends.ledger")))

    def positions(self) -> dict[int, int]:
        """The next offset of each partition that has one."""
        query = "select partition, next from trends.positions where cluster = %(cluster)s and topic = %(topic)s"
        return self._transaction(lambda connection: dict(connection.execute(query, self._place).fetchall()))

    def write(self, batches: Mapping[int, Batch]) -> Written:
        """Count what was not counted yet, whatever comes again; a gap before a partition's records leaves it out."""
        return self._transaction(lambda connection: self._write(connection, batches))

    def skip(self, partition: int, position: int) -> None:
        """Go on at ``position``: what lay before it was removed from the topic before it was counted."""
        statement = """update trends.positions set next = %(next)s
            where cluster = %(cluster)s and topic = %(topic)s and partition = %(partition)s and next < %(next)s"""
        values = {**self._place, "partition": partition, "next": position}
        self._transaction(lambda connection: connection.execute(statement, values))

    def behind(self, ends: Mapping[int, int]) -> None:
        """Note which partitions, by the ends of them, still have something to count."""
        statement = """update trends.positions set at_end = next >= %(end)s
            where cluster = %(cluster)s and topic = %(topic)s and partition = %(partition)s"""
        rows = [{**self._place, "partition": partition, "end": end} for partition, end in ends.items()]
        self._transaction(lambda connection: connection.cursor().executemany(statement, rows))

    def _write(self, connection: Connection, batches: Mapping[int, Batch]) -> Written:
        written = Written(0, {})
        events: list[StoredEvent] = []
        moved = []
        for partition, (next_, *last) in self._locked(connection, batches).items():
            records = [record for record in batches[partition].records if record.offset >= next_]
            if not records:
                continue
            if records[0].offset > next_:
                written.gaps[partition] = next_
                continue
            fresh = _after((last[0], last[1]), records)
            events += fresh
            moved.append(self._moved(partition, records, fresh, at_end=batches[partition].at_end))
        if events:
            _count(connection, events)
        connection.cursor().executemany(_MOVE, moved)
        return written._replace(counted=len(events))

    def _locked(self, connection: Connection, batches: Mapping[int, Batch]) -> dict[int, tuple[int, int, int]]:
        """Partition → its position and the last event counted. Another worker's turn is waited for."""
        first = [
            {**self._place, "partition": n, "next": batch.records[0].offset} for n, batch in sorted(batches.items())
        ]
        connection.cursor().executemany(_BEGIN, first)
        rows = connection.execute(_LOCK, {**self._place, "partitions": list(batches)}).fetchall()
        return {partition: (next_, epoch, stream_id) for partition, next_, epoch, stream_id in rows}

    def _moved(
        self, partition: int, records: Sequence[Numbered], fresh: Sequence[StoredEvent], *, at_end: bool
    ) -> dict[str, object]:
        last = fresh[-1] if fresh else None
        return {
            **self._place,
            "partition": partition,
            "next": records[-1].offset + 1,
            "epoch": last and last.epoch,
            "stream_id": last and last.stream_id,
            "latest": max((event.received_at for event in fresh if event.received_at), default=None),
            "at_end": at_end,
        }

    def _transaction(self, work: Callable[[Connection], T]) -> T:
        try:
            with meaning():
                connection = self._open()
                with connection.transaction():
                    return work(connection)
        except BaseException:
            if self._connection is not None and self._connection.broken:
                self.close()
            raise

    def _open(self) -> Connection:
        if self._connection is None or self._connection.closed:
            connection = connect(self._url)
            try:
                check(connection, TRENDS)
                connection.execute(_CREATE_INCOMING)
                connection.commit()
            except BaseException:
                connection.close()
                raise
            self._connection = connection
        return self._connection


def _after(last: tuple[int, int], records: Sequence[Numbered]) -> list[StoredEvent]:
    """Events above the last one counted: the relay copies at least once, and a lower one was counted then."""
    fresh = []
    for record in records:
        if record.event is not None and (record.event.epoch, record.event.stream_id) > last:
            last = (record.event.epoch, record.event.stream_id)
            fresh.append(record.event)
    return fresh


def _count(connection: Connection, events: Sequence[StoredEvent]) -> None:
    with connection.cursor().copy(_COPY_INCOMING) as copy:
        for cell, count in tally(events).items():
            copy.write_row((*cell, *count))
    for statement in _ADD:
        connection.execute(statement)
    talkers, minutes = _heard(events)
    connection.cursor().executemany(_HEAR, [talker._asdict() for talker in sorted(talkers.values())])
    rows = [{"source": source, "start": start, "items": items} for (source, start), items in sorted(minutes.items())]
    connection.cursor().executemany(_HEAR_MINUTE, rows)


def _heard(events: Sequence[StoredEvent]) -> tuple[dict[str, Talker], Counter[tuple[str, datetime]]]:
    """Each source's first and last item of ``events``, and its items by minute; withheld ones are items too."""
    talkers: dict[str, Talker] = {}
    minutes: Counter[tuple[str, datetime]] = Counter()
    for event in events:
        at, source = event.received_at, event.source
        if event.what == "stored" and at is not None and source is not None:
            known = talkers.get(source.id, Talker(source.id, source.name, at, at))
            talkers[source.id] = Talker(source.id, source.name, min(known.first, at), max(known.last, at))
            minutes[source.id, begin(at, "minute")] += 1
    return talkers, minutes


def _one(connection: Connection, query: str) -> object:
    row = connection.execute(query.encode()).fetchone()
    return row[0] if row else None


_CREATE_INCOMING = """
create temporary table if not exists incoming (
    start timestamptz, kind text, name text, originals bigint, copies bigint
) on commit delete rows
"""
_COPY_INCOMING = "copy incoming (start, kind, name, originals, copies) from stdin"
_ADD = [
    f"""
    insert into trends.{width}s as known (start, kind, name, originals, copies)
    select date_trunc('{width}', start) as start, kind, name, sum(originals), sum(copies)
    from incoming group by 1, 2, 3 order by 1, 2, 3
    on conflict (start, kind, name) do update
    set originals = known.originals + excluded.originals, copies = known.copies + excluded.copies
    """.encode()
    for width in ("minute", "hour", "day")
]
"""In one order, so that two workers cannot wait for each other."""
_HEAR = """
insert into trends.sources as known (source_id, name, first_item_at, last_item_at)
values (%(id)s, %(name)s, %(first)s, %(last)s)
on conflict (source_id) do update set name = excluded.name,
    first_item_at = least(known.first_item_at, excluded.first_item_at),
    last_item_at = greatest(known.last_item_at, excluded.last_item_at)
"""
_HEAR_MINUTE = """
insert into trends.source_minutes as known (source_id, start, items) values (%(source)s, %(start)s, %(items)s)
on conflict (source_id, start) do update set items = known.items + excluded.items
"""
_BEGIN = """
insert into trends.positions (cluster, topic, partition, next, epoch, stream_id, at_end)
values (%(cluster)s, %(topic)s, %(partition)s, %(next)s, 0, 0, false) on conflict do nothing
"""
_LOCK = """
select partition, next, epoch, stream_id from trends.positions
where cluster = %(cluster)s and topic = %(topic)s and partition = any(%(partitions)s)
order by partition for update
"""
_MOVE = """
update trends.positions set next = %(next)s, epoch = coalesce(%(epoch)s, epoch),
    stream_id = coalesce(%(stream_id)s, stream_id), latest = greatest(latest, %(latest)s), at_end = %(at_end)s
where cluster = %(cluster)s and topic = %(topic)s and partition = %(partition)s
"""
