"""What all partitions of one consumer share, and what they ask of the work that is done on them."""

import asyncio
from collections import Counter, deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol, TypeAlias, TypeVar

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition

from wireroom_core.clock import Clock
from wireroom_core.contracts import Limits, RawStore
from wireroom_core.errors import FatalError
from wireroom_kafka.clients import Options
from wireroom_kafka.health import Health

T = TypeVar("T")
Record: TypeAlias = ConsumerRecord
BURST = 100
BURST_SECONDS = 60.0


class ReopenError(Exception):
    """What was known of a partition no longer holds: open it again, from the position that is recorded."""


class Work(Protocol):
    """One kind of work. Its methods run in the event loop; what takes long goes to the workshop's thread."""

    topic: str
    writes: Sequence[str]
    """Topics that must be there first: a broker may make what is written to with other settings."""

    async def open(self, consumer: AIOKafkaConsumer, tp: TopicPartition) -> int:
        """Make ready for ``tp``; the offset to begin at. Raises TransientError, KafkaError, FatalError."""
        ...

    async def do(self, consumer: AIOKafkaConsumer, tp: TopicPartition, records: Sequence[Record]) -> None:
        """All that ``records`` cause, and the position after them, is safe when this returns.

        Raises TransientError to be called again with the same records; KafkaError, PositionMovedError or
        ReopenError to open the partition again; FatalError to stop.
        """
        ...

    async def close(self, tp: TopicPartition) -> None:
        """``tp`` is no longer ours, and nothing is in hand."""
        ...


class Workshop:
    """The settings, the one worker thread and the health of a consumer."""

    def __init__(self, options: Options, clock: Clock, originals: RawStore, limits: Limits | None = None) -> None:
        self.options = options
        self.clock = clock
        self.originals = originals
        self.limits = limits or Limits()
        self.health = Health()
        self._refused: deque[float] = deque(maxlen=BURST)
        self._thread = ThreadPoolExecutor(1, "work")

    async def in_thread(self, action: Callable[[], T]) -> T:
        """``action`` beside the event loop, so that polling and heartbeats go on; one at a time."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, action)

    def committed(self, tp: TopicPartition, articles: Counter[str]) -> None:
        """The position of ``tp`` moved past ``articles``, counted by outcome.

        Raises FatalError after a burst of poison: that many mean a fault of ours, not of the messages.
        """
        now = self.clock.monotonic()
        self.health.articles.update(articles)
        if tp.partition in self.health.partitions:
            self.health.partitions[tp.partition].committed_at = now
        self._refused.extend([now] * articles["refused"])
        if articles["refused"] and len(self._refused) == BURST and now - self._refused[0] <= BURST_SECONDS:
            raise FatalError(f"{BURST} messages were refused within {BURST_SECONDS:.0f} s; see the dead letters")

    def close(self) -> None:
        """End the thread once it is idle."""
        self._thread.shutdown(wait=False, cancel_futures=True)


async def recorded_start(consumer: AIOKafkaConsumer, tp: TopicPartition) -> int:
    """The committed position of ``tp``; the first start takes the beginning, and records it."""
    committed = await consumer.committed(tp)
    if committed is not None:
        return int(committed)
    first = (await consumer.beginning_offsets([tp]))[tp]
    await consumer.commit({tp: first})
    return int(first)
