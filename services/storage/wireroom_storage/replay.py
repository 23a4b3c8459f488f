"""``articles.decided`` read again into a store: one that lost rows, or a new one in place of one that was lost."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from wireroom_core.contracts import Advance, Limits
from wireroom_core.errors import FatalError, PoisonError, PositionMovedError
from wireroom_core.models import AnyMessage, DeadLetter, DecidedArticle, GroupMerged, StoredEvent, decode
from wireroom_core.topology import DEAD, DECIDED, STORED
from wireroom_kafka import clients
from wireroom_kafka.reading import Reader, Span, reading
from wireroom_kafka.topics import cluster_id
from wireroom_kafka.workshop import Record
from wireroom_store import rebuilding
from wireroom_store.connection import connect
from wireroom_store.writer import Store

Message: TypeAlias = DecidedArticle | GroupMerged
Place: TypeAlias = tuple[int, int]
"""Partition and offset."""


@dataclass(slots=True)
class Replayed:
    """What a replay did."""

    read: int = 0
    new: int = 0
    """Events of what the store did not have, that nobody was told of before."""
    told: int = 0
    """Events that readers of the stream had been told of when it began, and the store did not have."""


class Replay:
    """Writes what ``articles.decided`` holds, beside a storage service that may be at work.

    What the store has stays as it is. Below the store's position nothing is moved; from there on the
    position moves along, as storage would move it. Events that stand on ``articles.stored`` are not
    told again: see ``rebuilding``.
    """

    def __init__(self, url: str, options: clients.Options, named: Callable[[str], str], limits: Limits) -> None:
        """``named`` gives a topic its name in this Wireroom."""
        self._url = url
        self._options = options
        self._decided, self._stored, self._dead = (named(topic.name) for topic in (DECIDED, STORED, DEAD))
        self._limits = limits
        self._store = Store(url, "kafka")
        self._cluster = ""
        self._refused: set[Place] = set()
        self._done = Replayed()

    async def run(self, since: datetime, until: datetime | None, on_batch: Callable[[Replayed], None]) -> Replayed:
        """All with a log time from ``since`` until before ``until`` (none: up to now).

        Raises TransientError while broker or database is away (it can be called again), FatalError where
        the store's position no longer exists, or a message cannot be stored that storage did not refuse.
        """
        with closing(self._store):
            async with reading(self._options) as reader:
                self._cluster = await cluster_id(self._options.bootstrap_servers)
                self._refused = {place async for place in self._refusals(reader)}
                self._done.told = await self._begin(reader)
                for partition, span in (await self._spans(reader, since, until)).items():
                    async for records in reader.records(self._decided, partition, span):
                        self._take(partition, records)
                        on_batch(self._done)
        if until is None:
            self._end()
        return self._done

    async def _spans(self, reader: Reader, since: datetime, until: datetime | None) -> dict[int, Span]:
        """What is read of each partition: never from beyond the store's position, which would leave a gap."""
        whole = await reader.spans(self._decided)
        begins = await reader.since(self._decided, list(whole), since)
        ends = {} if until is None else await reader.since(self._decided, list(whole), until)
        positions = self._store.positions(self._cluster, self._decided, list(whole))
        spans = {}
        for partition, span in whole.items():
            begin, end = begins.get(partition, span.end), ends.get(partition, span.end)
            if partition not in positions:
                self._store.begin(self._cluster, self._decided, partition, begin)
            begin = min(begin, positions.get(partition, begin))
            if begin < span.begin:
                raise FatalError(
                    f"storage stands at {begin} of {self._decided}[{partition}], which begins at {span.begin} by now: "
                    "`wireroom positions reset storage` moves it there"
                )
            if begin < end:
                spans[partition] = Span(begin, end)
        return spans

    async def _refusals(self, reader: Reader) -> AsyncIterator[Place]:
        """Where storage refused a message: its letter stands for it."""
        async for record in self._all(reader, self._dead):
            letter = decode(record.value, DeadLetter)
            if isinstance(letter, DeadLetter) and letter.topic == self._decided:
                yield letter.partition or 0, letter.offset or 0

    async def _begin(self, reader: Reader) -> int:
        told = [decode(record.value, StoredEvent) async for record in self._all(reader, self._stored)]
        with closing(connect(self._url)) as connection:
            return rebuilding.begin(connection, (event for event in told if isinstance(event, StoredEvent)))

    async def _all(self, reader: Reader, topic: str) -> AsyncIterator[Record]:
        for partition, span in (await reader.spans(topic)).items():
            async for records in reader.records(topic, partition, span):
                for record in records:
                    yield record

    def _end(self) -> None:
        with closing(connect(self._url)) as connection:
            rebuilding.end(connection)

    def _take(self, partition: int, records: Sequence[Record]) -> None:
        for begin in range(0, len(records), self._limits.articles):
            while not self._written(partition, records[begin : begin + self._limits.articles]):
                continue  # a storage service at work was quicker, and is further on each time

    def _written(self, partition: int, records: Sequence[Record]) -> bool:
        try:
            self._write(partition, records)
        except PositionMovedError:
            return False
        return True

    def _write(self, partition: int, records: Sequence[Record]) -> None:
        """What stands before the position without it; the rest moves it along."""
        [position] = self._store.positions(self._cluster, self._decided, [partition]).values()
        before = [record for record in records if record.offset < position]
        after = [record for record in records if record.offset >= position]
        if before:
            self._done.new += len(self._store.write(self._messages(before)))
        if after:
            advance = Advance(self._cluster, self._decided, partition, position, after[-1].offset + 1)
            self._done.new += len(self._store.write(self._messages(after), [advance]))
        self._done.read += len(records)

    def _messages(self, records: Sequence[Record]) -> list[Message]:
        kept = [record for record in records if (record.partition, record.offset) not in self._refused]
        return [message for record in kept if isinstance(message := _opened(record), DecidedArticle | GroupMerged)]


def _opened(record: Record) -> AnyMessage:
    try:
        return decode(record.value or b"", DecidedArticle, GroupMerged)
    except PoisonError as error:
        raise FatalError(
            f"offset {record.offset} of {record.topic}[{record.partition}] cannot be stored, and storage has not "
            f"refused it yet: start storage, and replay again once it has ({error})"
        ) from error
