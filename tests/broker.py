"""What stands on a real broker, for tests: what a topic holds, where its partitions end, where groups are."""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, RecordsToDelete
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import GroupCoordinatorNotAvailableError, KafkaError

T = TypeVar("T")
BOUND = 60.0
"""Seconds that a question may take."""


class Broker:
    """Asked from code that is not asynchronous."""

    def __init__(self, servers: str) -> None:
        self.servers = servers

    def answers(self) -> bool:
        """Whether it takes questions."""
        try:
            _run(self._asked())
        except KafkaError:
            return False
        return True

    def records(self, topic: str, begin: Mapping[int, int] | None = None) -> list[Any]:
        """All committed records of ``topic``, partition by partition; those from ``begin`` on, by partition."""
        return _run(self._records(topic, begin or {}))

    def ends(self, topic: str) -> dict[int, int]:
        """The end of each partition of ``topic``."""
        return _run(self._ends(topic))

    def committed(self, group: str, topic: str) -> dict[int, int]:
        """The positions of ``group`` on ``topic``."""
        return _run(self._committed(group, topic))

    def write(self, topic: str, values: Sequence[tuple[int, bytes | None]]) -> list[int]:
        """Write values, each to its partition of ``topic``, in order; their offsets."""
        return _run(self._write(topic, values))

    def delete_records(self, topic: str) -> None:
        """Remove all records of ``topic``, as its retention does in time."""
        _run(self._delete_records(topic))

    def delete_topic(self, topic: str) -> None:
        """Remove ``topic`` itself."""
        _run(self._delete_topic(topic))

    def limit(self, topic: str, size: int) -> None:
        """Let ``topic`` take no message larger than ``size`` bytes."""
        _run(self._limit(topic, size))

    async def _asked(self) -> None:
        async with self._admin():
            pass

    async def _write(self, topic: str, values: Sequence[tuple[int, bytes | None]]) -> list[int]:
        producer = AIOKafkaProducer(bootstrap_servers=self.servers, max_request_size=8 << 20)
        await producer.start()
        try:
            sent = [await producer.send(topic, value, key=b"any", partition=partition) for partition, value in values]
            return [(await each).offset for each in sent]
        finally:
            await producer.stop()

    async def _delete_records(self, topic: str) -> None:
        ends = await self._ends(topic)
        async with self._admin() as admin:
            await admin.delete_records(
                {TopicPartition(topic, number): RecordsToDelete(before_offset=end) for number, end in ends.items()}
            )

    async def _delete_topic(self, topic: str) -> None:
        async with self._admin() as admin:
            await admin.delete_topics([topic])

    async def _limit(self, topic: str, size: int) -> None:
        async with self._admin() as admin:
            limits = {"max.message.bytes": str(size), "message.timestamp.type": "LogAppendTime"}
            await admin.alter_configs([ConfigResource(ConfigResourceType.TOPIC, topic, limits)])

    async def _records(self, topic: str, begin: Mapping[int, int]) -> list[Any]:
        async with self._reader() as reader:
            partitions = await self._partitions(topic)
            reader.assign(partitions)
            ends = await reader.end_offsets(partitions)
            await reader.seek_to_beginning(*partitions)
            for tp in partitions:
                if tp.partition in begin:
                    reader.seek(tp, begin[tp.partition])
            found: dict[int, list[Any]] = {tp.partition: [] for tp in partitions}
            while any([await reader.position(tp) < ends[tp] for tp in partitions]):
                for tp, records in (await reader.getmany(timeout_ms=200)).items():
                    found[tp.partition] += records
        return [record for _, records in sorted(found.items()) for record in records]

    async def _ends(self, topic: str) -> dict[int, int]:
        async with self._reader() as reader:
            ends = await reader.end_offsets(await self._partitions(topic))
            return {tp.partition: end for tp, end in ends.items()}

    async def _committed(self, group: str, topic: str) -> dict[int, int]:
        async with self._admin() as admin:
            offsets = await self._offsets(admin, group)
            return {tp.partition: found.offset for tp, found in offsets.items() if tp.topic == topic}

    async def _offsets(self, admin: AIOKafkaAdminClient, group: str) -> Any:
        while True:
            try:
                return await admin.list_consumer_group_offsets(group)
            except GroupCoordinatorNotAvailableError:  # a new broker makes its own topic for them when first asked
                await asyncio.sleep(0.1)

    async def _partitions(self, topic: str) -> list[TopicPartition]:
        async with self._admin() as admin:
            [described] = await admin.describe_topics([topic])
            return [TopicPartition(topic, number) for number in range(len(described["partitions"]))]

    @asynccontextmanager
    async def _admin(self) -> AsyncIterator[AIOKafkaAdminClient]:
        admin = AIOKafkaAdminClient(bootstrap_servers=self.servers)
        await admin.start()
        try:
            yield admin
        finally:
            await admin.close()

    @asynccontextmanager
    async def _reader(self) -> AsyncIterator[AIOKafkaConsumer]:
        reader = AIOKafkaConsumer(
            bootstrap_servers=self.servers, isolation_level="read_committed", auto_offset_reset="earliest"
        )
        await reader.start()
        try:
            yield reader
        finally:
            await reader.stop()


def _run(question: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(asyncio.wait_for(question, BOUND))
