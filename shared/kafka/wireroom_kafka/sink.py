"""A sink that keeps the positions itself, in the transaction of what it writes."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from itertools import groupby

from aiokafka import AIOKafkaConsumer, TopicPartition

from wireroom_core.contracts import Advance, Envelope, PositionedSink, Refused
from wireroom_core.errors import FatalError, OverlongError, PoisonError
from wireroom_kafka.processing import Decode, letter, opened_record
from wireroom_kafka.producing import Producers, publish
from wireroom_kafka.topics import cluster_id
from wireroom_kafka.workshop import Record, Workshop


class SinkWork:
    """Work of kind (c): nothing is committed to Kafka.

    Without ``dead``, a topic for dead letters, what would be refused is a stop.
    """

    def __init__(self, sink: PositionedSink, topic: str, decode: Decode, dead: str | None, shop: Workshop) -> None:
        self.topic = topic
        self.writes: Sequence[str] = () if dead is None else (dead,)
        self._sink = sink
        self._decode = decode
        self._dead = dead
        self._shop = shop
        self._producers = Producers(shop.options)
        self._cluster = ""
        self._next: dict[TopicPartition, int] = {}
        self._buried: dict[TopicPartition, int] = {}
        """The last offset whose dead letter is safe, so that a second try sends no second letter."""

    async def open(self, consumer: AIOKafkaConsumer, tp: TopicPartition) -> int:
        """Begin where the sink's position is; the first start takes the beginning, and records it."""
        await self._producers.renew(tp)
        self._cluster = self._cluster or await cluster_id(self._shop.options.bootstrap_servers)
        read = partial(self._sink.positions, self._cluster, tp.topic, [tp.partition])
        found = await self._shop.in_thread(read)
        if not found:
            first = (await consumer.beginning_offsets([tp]))[tp]
            await self._shop.in_thread(partial(self._sink.begin, self._cluster, tp.topic, tp.partition, first))
            found = await self._shop.in_thread(read)
        self._next[tp] = found[tp.partition]
        return found[tp.partition]

    async def do(self, consumer: AIOKafkaConsumer, tp: TopicPartition, records: Sequence[Record]) -> None:
        """Write what an earlier try left over."""
        rest = [record for record in records if record.offset >= self._next[tp]]
        opened = await self._shop.in_thread(lambda: [opened_record(record, self._decode) for record in rest])
        for poison, run in groupby(zip(rest, opened, strict=True), lambda pair: isinstance(pair[1], Refused)):
            if poison:
                for record, refused in run:
                    await self._refuse(tp, record, refused)
            else:
                await self._keep(tp, list(run))

    async def close(self, tp: TopicPartition) -> None:
        """The positions are safe where they are."""
        await self._producers.stop(tp)

    async def _keep(self, tp: TopicPartition, pairs: Sequence[tuple[Record, Envelope | Refused]]) -> None:
        """Write; what fails on its content, or takes too long, is halved until what is at fault is alone."""
        try:
            await self._write(
                tp, [item for _, item in pairs if isinstance(item, Envelope)], pairs[-1][0].offset + 1, "passed"
            )
        except (PoisonError, OverlongError) as error:
            if len(pairs) == 1:
                if isinstance(error, OverlongError):
                    raise
                await self._refuse(tp, *pairs[0], reason=str(error))
                return
            middle = len(pairs) // 2
            await self._keep(tp, pairs[:middle])
            await self._keep(tp, pairs[middle:])

    async def _refuse(self, tp: TopicPartition, record: Record, item: Envelope | Refused, reason: str = "") -> None:
        """Bury one record, and only then move past it."""
        shop = self._shop
        reason = item.reason if isinstance(item, Refused) else reason
        if self._dead is None:
            raise FatalError(f"offset {record.offset} cannot be taken, and this stop is its only letter: {reason}")
        if record.offset != self._buried.get(tp):
            write = partial(letter, self._sink.name, reason, record, item, dead=self._dead, shop=shop)
            await publish(self._producers[tp], [await shop.in_thread(write)])
            self._buried[tp] = record.offset
        await self._write(tp, [], record.offset + 1, "refused")

    async def _write(self, tp: TopicPartition, envelopes: Sequence[Envelope], end: int, outcome: str) -> None:
        advance = Advance(self._cluster, tp.topic, tp.partition, self._next[tp], end)
        await self._shop.in_thread(partial(self._sink.write, envelopes, [advance]))
        self._next[tp] = end
        self._shop.committed(tp, Counter({outcome: len(envelopes) or 1}))
