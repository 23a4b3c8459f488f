"""A sink that keeps the positions itself, in the transaction of what it writes."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from aiokafka import AIOKafkaConsumer, TopicPartition

from wireroom_core.contracts import Advance, Envelope, PositionedSink, Refused
from wireroom_core.errors import PoisonError, PositionMovedError, TransientError
from wireroom_kafka.processing import Decode, Record, letter, opened_record
from wireroom_kafka.producing import Publisher
from wireroom_kafka.topics import cluster_id
from wireroom_kafka.workshop import ReopenError, Workshop


class _Item(NamedTuple):
    record: Record
    content: Envelope | Refused


class SinkWork:
    """Work of kind (c): nothing is committed to Kafka."""

    def __init__(self, sink: PositionedSink, topic: str, decode: Decode, dead: str, shop: Workshop) -> None:
        self.topic = topic
        self._sink = sink
        self._decode = decode
        self._dead = dead
        self._shop = shop
        self._publisher = Publisher(shop.options)
        self._cluster = ""
        self._next: dict[TopicPartition, int] = {}
        self._buried: dict[TopicPartition, set[int]] = {}
        """Offsets at or after the position whose dead letters are safe, so that a second try sends no second letter."""

    async def open(self, consumer: AIOKafkaConsumer, tp: TopicPartition) -> int:
        """Begin where the sink's position is; the first start takes the beginning, and records it."""
        self._cluster = self._cluster or await cluster_id(self._shop.options.bootstrap_servers)
        if (start := await self._position(tp)) is None:
            first = (await consumer.beginning_offsets([tp]))[tp]
            await self._shop.in_thread(partial(self._sink.begin, self._cluster, tp.topic, tp.partition, first))
            start = await self._position(tp)
        if start is None:
            raise TransientError("the sink did not keep the first position")
        self._next[tp] = start
        self._buried[tp] = set()
        return start

    async def do(self, consumer: AIOKafkaConsumer, tp: TopicPartition, records: Sequence[Record]) -> None:
        """Write; what cannot be decoded goes to the dead letters first."""
        rest = [record for record in records if record.offset >= self._next[tp]]
        opened = await self._shop.in_thread(lambda: [opened_record(record, self._decode) for record in rest])
        try:
            await self._keep(tp, [_Item(record, content) for record, content in zip(rest, opened, strict=True)])
        except PositionMovedError as error:
            raise ReopenError(str(error)) from error

    async def close(self, tp: TopicPartition) -> None:
        """The positions are safe where they are."""
        self._next.pop(tp, None)
        self._buried.pop(tp, None)

    async def stop(self) -> None:
        """Stop the producer of dead letters."""
        await self._publisher.stop()

    async def _position(self, tp: TopicPartition) -> int | None:
        found = await self._shop.in_thread(lambda: self._sink.positions(self._cluster, tp.topic, [tp.partition]))
        return found.get(tp.partition)

    async def _keep(self, tp: TopicPartition, items: Sequence[_Item]) -> None:
        """Write ``items``; a batch that fails on its content is halved until the poison is alone."""
        if not items:
            return
        try:
            await self._write(tp, items)
        except PoisonError as error:
            if len(items) == 1:
                await self._write(tp, [items[0]._replace(content=Refused(str(error)))], items[0])
                return
            middle = len(items) // 2
            await self._keep(tp, items[:middle])
            await self._keep(tp, items[middle:])

    async def _write(self, tp: TopicPartition, items: Sequence[_Item], poison: _Item | None = None) -> None:
        refused = [item for item in items if isinstance(item.content, Refused)]
        for item in refused:
            await self._bury(tp, item, poison or item)
        envelopes = [item.content for item in items if isinstance(item.content, Envelope)]
        end = items[-1].record.offset + 1
        advance = Advance(self._cluster, tp.topic, tp.partition, self._next[tp], end)
        await self._shop.in_thread(lambda: self._sink.write(envelopes, [advance]))
        self._next[tp] = end
        self._shop.committed(tp, {"passed": len(envelopes), "refused": len(refused)})

    async def _bury(self, tp: TopicPartition, item: _Item, original: _Item) -> None:
        """Send the dead letter, acknowledged, once. ``original`` knows what the refused message was."""
        if item.record.offset in self._buried[tp] or not isinstance(item.content, Refused):
            return
        reason, record, shop = item.content.reason, item.record, self._shop
        output = await shop.in_thread(
            lambda: letter(self._sink.name, reason, record, original.content, dead=self._dead, shop=shop)
        )
        await self._publisher.publish([output])
        self._buried[tp].add(record.offset)
