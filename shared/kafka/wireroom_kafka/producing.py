"""Outputs on their way to the broker: in order, and acknowledged."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from aiokafka import AIOKafkaProducer, TopicPartition
from aiokafka.errors import KafkaTimeoutError, UnknownTopicOrPartitionError
from aiokafka.partitioner import murmur2

from wireroom_kafka import clients


@dataclass(frozen=True, slots=True)
class Output:
    """A record to be written."""

    topic: str
    partition: int
    key: bytes | None
    value: bytes


def key_partition(key: bytes, partitions: int) -> int:
    """The partition, of so many, that Kafka's own clients give ``key``."""
    return int(murmur2(key) & 0x7FFFFFFF) % partitions


@dataclass(frozen=True, slots=True)
class Sent:
    """Records of one partition that were handed over together."""

    topic: str
    count: int
    ack: asyncio.Future[Any]
    """aiokafka's RecordMetadata with the offset of the first, or a KafkaError."""


async def submit(producer: AIOKafkaProducer, outputs: Sequence[Output]) -> list[Sent]:
    """Hand ``outputs`` over, each partition in order. Raises KafkaError; what it returns is not yet acknowledged."""
    partitions: dict[tuple[str, int], list[Output]] = {}
    for output in outputs:
        partitions.setdefault((output.topic, output.partition), []).append(output)
    sent = []
    for (topic, partition), records in partitions.items():
        if partition not in await producer.partitions_for(topic):  # as while it is being created; send_batch asserts
            raise UnknownTopicOrPartitionError(f"{topic}[{partition}]")
        for batch in _batches(producer, records):
            count = batch.record_count()
            sent.append(Sent(topic, count, await _hand_over(producer, batch, topic, partition)))
    return sent


async def publish(producer: AIOKafkaProducer, outputs: Sequence[Output]) -> None:
    """Return once all of ``outputs`` are acknowledged. Raises KafkaError: some may be written then."""
    await asyncio.gather(*[sent.ack for sent in await submit(producer, outputs)])


async def _hand_over(producer: AIOKafkaProducer, batch: Any, topic: str, partition: int) -> Any:  # noqa: ANN401
    while True:
        try:
            return await producer.send_batch(batch, topic, partition=partition)
        except KafkaTimeoutError:
            # The queue stayed full (the broker is away): the batch was not taken, and is offered again in its place.
            continue


def _batches(producer: AIOKafkaProducer, records: Sequence[Output]) -> Iterator[Any]:
    """Aiokafka's batches; one record alone may be larger than a batch. A closed one does not linger."""
    batch = producer.create_batch()
    for record in records:
        if batch.append(timestamp=None, key=record.key, value=record.value) is None:
            yield batch
            batch = producer.create_batch()
            batch.append(timestamp=None, key=record.key, value=record.value)
    batch.close()
    yield batch


class Producers:
    """A producer for each input partition, so that the failure of one touches no other."""

    def __init__(self, options: clients.Options) -> None:
        self._options = options
        self._running: dict[TopicPartition, AIOKafkaProducer] = {}

    def __getitem__(self, tp: TopicPartition) -> AIOKafkaProducer:
        return self._running[tp]

    async def renew(self, tp: TopicPartition, transactional_id: str | None = None) -> None:
        """Start a new one in place of one that may have failed; with an id, that fences whoever has it."""
        await self.stop(tp)
        self._running[tp] = clients.producer(self._options, transactional_id)
        await self._running[tp].start()

    async def stop(self, tp: TopicPartition) -> None:
        """Stop it within bounds."""
        if (producer := self._running.pop(tp, None)) is not None:
            await clients.stop_producer(producer)
