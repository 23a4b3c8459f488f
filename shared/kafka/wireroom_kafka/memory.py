"""A stage with memory: for each input partition one stage object and one transactional producer."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import Protocol

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import IllegalOperation

from wireroom_core.contracts import Remembers, Stage
from wireroom_core.errors import FatalError, TransientError
from wireroom_core.models import Decision, Message
from wireroom_kafka.processing import Made, Route, make
from wireroom_kafka.producing import Output, Producers, submit
from wireroom_kafka.reading import Reader, Span, reading
from wireroom_kafka.workshop import Record, ReopenError, Workshop, recorded_start

CLOCKS_APART = timedelta(hours=1)
"""How much the clocks of two brokers may differ that lead a partition one after the other."""


class RememberingStage(Stage, Remembers, Protocol):
    """A stage whose memory is restored from its decisions."""


@dataclass(frozen=True, slots=True)
class Memory:
    """How a stage's memory is kept: in the partition of ``topic`` that has the input partition's number."""

    topic: str
    partitions: int
    """Of this topic and of the input: a changed count would part a memory from its input."""
    build: Callable[[], RememberingStage]
    record: Callable[[Message], bytes | None]
    """What of an output is remembered."""
    read: Callable[[bytes], Decision]
    reach: timedelta
    """What was decided so long before the last decision is remembered no more."""


@dataclass(slots=True)
class _Held:
    stage: RememberingStage
    end: int
    """Of the memory's partition, when the stage held all of it."""


class MemoryWork:
    """Work of kind (b): memory, outputs and position in one transaction, so each input takes effect once."""

    def __init__(self, route: Route, memory: Memory, shop: Workshop) -> None:
        self.topic = route.topic
        self.writes: Sequence[str] = (*route.writes, memory.topic, route.dead)
        self._route = route
        self._memory = memory
        self._shop = shop
        self._held: dict[TopicPartition, _Held] = {}
        self._producers = Producers(shop.options)

    async def open(self, consumer: AIOKafkaConsumer, tp: TopicPartition) -> int:
        """Fence the predecessor, and only then read what it left: the memory, then the position."""
        self._check_partitions(consumer)
        await self._producers.renew(tp, f"{self._shop.options.group}-{tp.partition}")
        self._held[tp] = await self._restored(tp)
        return await recorded_start(consumer, tp)

    async def do(self, consumer: AIOKafkaConsumer, tp: TopicPartition, records: Sequence[Record]) -> None:
        """Decide and commit. The memory runs ahead meanwhile, so it is held again only after the commit."""
        held = self._held.pop(tp)
        route = replace(self._route, address=lambda message: self._addressed(message, tp))
        try:
            made = await self._shop.in_thread(lambda: make(held.stage, route, records, self._shop))
        except TransientError as error:
            raise ReopenError(str(error)) from error
        try:
            end = await self._transact(tp, made, records[-1].offset + 1)
        except IllegalOperation as error:  # how aiokafka says that it found itself fenced a moment before
            raise ReopenError(str(error)) from error
        self._held[tp] = _Held(held.stage, end or held.end)
        self._shop.committed(tp, made.articles)

    async def close(self, tp: TopicPartition) -> None:
        """The producer ends; the memory is kept, in case the partition comes back as it is."""
        await self._producers.stop(tp)

    async def _transact(self, tp: TopicPartition, made: Made, position: int) -> int | None:
        """Commit; the new end of the memory's partition, None where nothing was added.

        aiokafka commits even where a record of the transaction failed, so each is awaited first.
        """
        producer = self._producers[tp]
        await producer.begin_transaction()
        sent = await submit(producer, made.outputs)
        offsets = producer.send_offsets_to_transaction({tp: position}, self._shop.options.group)
        acked = await asyncio.gather(*[one.ack for one in sent], offsets)
        await producer.commit_transaction()
        ends = [
            ack.offset + one.count for one, ack in zip(sent, acked, strict=False) if one.topic == self._memory.topic
        ]
        return ends[-1] + 1 if ends else None  # the commit leaves a marker in the log

    def _addressed(self, message: Message, tp: TopicPartition) -> list[Output]:
        record = self._memory.record(message)
        remembered = [] if record is None else [Output(self._memory.topic, tp.partition, None, record)]
        return [*self._route.address(message), *remembered]

    async def _restored(self, tp: TopicPartition) -> _Held:
        """The memory held, where its partition ends as it did; else a new one, read from where its reach begins."""
        async with reading(self._shop.options) as reader:
            span = (await reader.spans(self._memory.topic))[tp.partition]
            held = self._held.pop(tp, None)
            if held is not None and held.end == span.end:
                return held
            stage, begin = self._memory.build(), await self._reach(reader, tp.partition, span)
            async for records in reader.records(self._memory.topic, tp.partition, Span(begin, span.end)):
                values = [record.value for record in records]
                await self._shop.in_thread(partial(stage.restore, map(self._memory.read, values)))
            return _Held(stage, span.end)

    async def _reach(self, reader: Reader, partition: int, span: Span) -> int:
        """The offset before which nothing is remembered: a decision is recorded no earlier than it is taken."""
        last = await reader.last(self._memory.topic, partition, span)
        if last is None:
            return span.end
        at = self._memory.read(last.value).decided_at - self._memory.reach - CLOCKS_APART
        found = await reader.since(self._memory.topic, [partition], at)
        return found.get(partition, span.begin)

    def _check_partitions(self, consumer: AIOKafkaConsumer) -> None:
        found = len(consumer.partitions_for_topic(self.topic) or ())
        if found != self._memory.partitions:
            raise FatalError(
                f"{self.topic} has {found} partitions, and this stage's memory is for {self._memory.partitions}"
            )
