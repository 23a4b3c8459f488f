"""Reading partitions without a group: where they begin and end, where a time is in them, and their records."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import NamedTuple

from aiokafka import AIOKafkaConsumer, TopicPartition

from wireroom_core.errors import TransientError
from wireroom_kafka import clients
from wireroom_kafka.workshop import Record

LOOK_BACK = 100
"""Offsets from the end in which the last record is looked for first."""


class Span(NamedTuple):
    """The first offset that a partition still has, and the one that comes next."""

    begin: int
    end: int


class Reader:
    """Reads what is committed. Raises KafkaError."""

    def __init__(self, consumer: AIOKafkaConsumer) -> None:
        self._consumer = consumer

    async def spans(self, topic: str) -> dict[int, Span]:
        """Where each partition of ``topic`` begins and ends. Raises TransientError where there is no such topic."""
        cluster = await self._consumer._client.fetch_all_metadata()
        tps = [TopicPartition(topic, number) for number in cluster.partitions_for_topic(topic) or ()]
        if not tps:
            raise TransientError(f"topic {topic} does not exist (yet)")
        begins, ends = await self._consumer.beginning_offsets(tps), await self._consumer.end_offsets(tps)
        return {tp.partition: Span(begins[tp], ends[tp]) for tp in sorted(tps)}

    async def since(self, topic: str, partitions: Sequence[int], at: datetime) -> dict[int, int]:
        """The first offset of each partition whose log time is ``at`` or later; none where all are earlier."""
        asked = {TopicPartition(topic, number): int(at.timestamp() * 1000) for number in partitions}
        found = await self._consumer.offsets_for_times(asked)
        return {tp.partition: place.offset for tp, place in found.items() if place is not None}

    async def last(self, topic: str, partition: int, span: Span) -> Record | None:
        """The last record of ``span``, None where it has none: what was aborted and the markers of commits are none."""
        begin, step = span.end, LOOK_BACK
        while begin > span.begin:
            piece = Span(max(span.begin, begin - step), begin)
            found = [record async for records in self.records(topic, partition, piece) for record in records]
            if found:
                return found[-1]
            begin, step = piece.begin, step * 2
        return None

    async def records(self, topic: str, partition: int, span: Span) -> AsyncIterator[Sequence[Record]]:
        """The records of ``span``, in pieces."""
        tp = TopicPartition(topic, partition)
        self._consumer.assign([tp])
        self._consumer.seek(tp, span.begin)
        while await self._consumer.position(tp) < span.end:
            records = (await self._consumer.getmany(tp, timeout_ms=500)).get(tp, [])
            if inside := [record for record in records if record.offset < span.end]:
                yield inside


@asynccontextmanager
async def reading(options: clients.Options) -> AsyncIterator[Reader]:
    """A Reader. Raises TransientError while the broker is away."""
    consumer = clients.consumer(options)
    try:
        with clients.meaning():
            await consumer.start()
            yield Reader(consumer)
    finally:
        await clients.stop_consumer(consumer)
