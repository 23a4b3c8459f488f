"""The positions of a consumer group, read and moved from outside of it."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import CommitFailedError

from wireroom_core.errors import FatalError
from wireroom_kafka import clients


async def committed(options: clients.Options, topic: str, partitions: Sequence[int]) -> dict[int, int]:
    """The committed positions of the group; none where there is none. Raises TransientError."""
    async with _outsider(options) as consumer:
        found = {number: await consumer.committed(TopicPartition(topic, number)) for number in partitions}
    return {number: position for number, position in found.items() if position is not None}


async def move(options: clients.Options, topic: str, positions: Mapping[int, int]) -> None:
    """Commit ``positions`` for the group. Raises FatalError while it has members, TransientError."""
    async with _outsider(options) as consumer:
        tps = {TopicPartition(topic, number): position for number, position in positions.items()}
        consumer.assign(list(tps))
        try:
            await consumer.commit(tps)
        except CommitFailedError as error:
            raise FatalError(f"group {options.group} has members: stop them first") from error


@asynccontextmanager
async def _outsider(options: clients.Options) -> AsyncIterator[AIOKafkaConsumer]:
    consumer = clients.consumer(options, options.group)
    try:
        with clients.meaning():
            await consumer.start()
            yield consumer
    finally:
        await clients.stop_consumer(consumer)
