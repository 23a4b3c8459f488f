"""A stage without memory: its outputs are acknowledged before the position moves."""

from collections.abc import Sequence

from aiokafka import AIOKafkaConsumer, TopicPartition

from wireroom_core.contracts import Stage
from wireroom_kafka.processing import Record, Route, make
from wireroom_kafka.producing import Publisher
from wireroom_kafka.workshop import Workshop, recorded_start


class StatelessWork:
    """Work of kind (a). A crash between outputs and position writes them again: at least once."""

    def __init__(self, stage: Stage, route: Route, shop: Workshop) -> None:
        self.topic = route.topic
        self._stage = stage
        self._route = route
        self._shop = shop
        self._publisher = Publisher(shop.options)

    async def open(self, consumer: AIOKafkaConsumer, tp: TopicPartition) -> int:
        """Begin where the group's position is."""
        return await recorded_start(consumer, tp)

    async def do(self, consumer: AIOKafkaConsumer, tp: TopicPartition, records: Sequence[Record]) -> None:
        """Process, publish, commit, in this order."""
        shop, room = self._shop, self._shop.burst.room()
        made = await shop.in_thread(lambda: make(self._stage, self._route, records, shop, room))
        await self._publisher.publish(made.outputs)
        await consumer.commit({tp: records[made.records - 1].offset + 1})
        shop.committed(tp, made.articles)
        made.check_whole(records)

    async def close(self, tp: TopicPartition) -> None:
        """Nothing is kept for a partition."""

    async def stop(self) -> None:
        """Stop the producer."""
        await self._publisher.stop()
