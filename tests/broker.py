"""What stands on a real broker, for tests: what a topic holds, where its partitions end, where groups are."""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Mapping
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import GroupCoordinatorNotAvailableError

T = TypeVar("T")
BOUND = 60.0
"""Seconds that a question may take."""


class Broker:
    """Asked from code that is not asynchronous."""

    def __init__(self, servers: str) -> None:
        self.servers = servers

    def records(self, topic: str, begin: Mapping[int, int] | None = None) -> list[Any]:
        """All committed records of ``topic``, partition by partition; those from ``begin`` on, by partition."""
        return _run(self._records(topic, begin or {}))

    def ends(self, topic: str) -> dict[int, int]:
        """The end of each partition of ``topic``."""
        return _run(self._ends(topic))

    def committed(self, group: str, topic: str) -> dict[int, int]:
        """The positions of ``group`` on ``topic``."""
        return _run(self._committed(group, topic))

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
