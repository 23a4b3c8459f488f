"""Outputs on their way to the broker: in order, and acknowledged."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError, KafkaTimeoutError

from wireroom_kafka import clients
from wireroom_kafka.clients import Options


@dataclass(frozen=True, slots=True)
class Output:
    """A record to be written."""

    topic: str
    partition: int
    key: bytes | None
    value: bytes


@dataclass(frozen=True, slots=True)
class Sent:
    """Records of one partition that were handed over together."""

    topic: str
    count: int
    ack: asyncio.Future[Any]
    """aiokafka's RecordMetadata with the offset of the first, or a KafkaError."""


async def submit(producer: AIOKafkaProducer, outputs: Sequence[Output]) -> list[Sent]:
    """Hand ``outputs`` over, each partition in order. Raises KafkaError; what it returns is not yet acknowledged."""
    sent = []
    for (topic, partition), records in _by_partition(outputs).items():
        for batch in _batches(producer, records):
            count = batch.record_count()
            sent.append(Sent(topic, count, await _hand_over(producer, batch, topic, partition)))
    return sent


async def _hand_over(producer: AIOKafkaProducer, batch: Any, topic: str, partition: int) -> asyncio.Future[Any]:  # noqa: ANN401
    while True:
        try:
            ack: asyncio.Future[Any] = await producer.send_batch(batch, topic, partition=partition)
            return ack
        except KafkaTimeoutError:
            # The queue stayed full (the broker is away): the batch was not taken, and is offered again in its place.
            continue


def _by_partition(outputs: Sequence[Output]) -> dict[tuple[str, int], list[Output]]:
    found: dict[tuple[str, int], list[Output]] = {}
    for output in outputs:
        found.setdefault((output.topic, output.partition), []).append(output)
    return found


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


class Publisher:
    """An idempotent producer that is replaced after a failure, since it cannot go on after one."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._producer: AIOKafkaProducer | None = None
        self._starting = asyncio.Lock()

    async def publish(self, outputs: Sequence[Output]) -> None:
        """Return once all of ``outputs`` are acknowledged. Raises KafkaError; some may be written then."""
        if not outputs:
            return
        producer = await self._started()
        try:
            await asyncio.gather(*[sent.ack for sent in await submit(producer, outputs)])
        except KafkaError:
            if self._producer is producer:
                await self.stop()
            raise

    async def stop(self) -> None:
        """Stop within bounds."""
        producer, self._producer = self._producer, None
        if producer is not None:
            await clients.stop_producer(producer)

    async def _started(self) -> AIOKafkaProducer:
        async with self._starting:
            if self._producer is None:
                producer = clients.producer(self._options)
                try:
                    await producer.start()
                except BaseException:
                    await clients.stop_producer(producer)
                    raise
                self._producer = producer
            return self._producer
