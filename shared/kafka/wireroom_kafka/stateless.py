"""A stage without memory: its outputs are acknowledged before the position moves."""

from collections.abc import Sequence

from aiokafka import AIOKafkaConsumer, TopicPartition

from wireroom_core.contracts import Stage
from wireroom_kafka.processing import Route, make
from wireroom_kafka.producing import Producers, publish
from wireroom_kafka.workshop import Record, Workshop, recorded_start


class StatelessWork:
    """Work of kind (a). A crash between outputs and position writes them again: at least once."""

    def __init__(self, stage: Stage, route: Route, shop: Workshop) -> None:
        self.topic = route.topic
        self.writes: Sequence[str] = (*route.writes, route.dead)
        self._stage = stage
        self._route = route
        self._shop = shop
        self._producers = Producers(shop.options)

    async def open(self, consumer: AIOKafkaConsumer, tp: TopicPartition) -> int:
        """Begin where the group's position is."""
        await self._producers.renew(tp)
        return await recorded_start(consumer, tp)

    async def do(self, consumer: AIOKafkaConsumer, tp: TopicPartition, records: Sequence[Record]) -> None:
        """Process, publish, commit, in this order."""
        made = await self._shop.in_thread(lambda: make(self._stage, self._route, records, self._shop))
        await publish(self._producers[tp], made.outputs)
        await consumer.commit({tp: records[-1].offset + 1})
        self._shop.committed(tp, made.articles)

    async def close(self, tp: TopicPartition) -> None:
        """Nothing but the producer is kept for a partition."""
        await self._producers.stop(tp)
