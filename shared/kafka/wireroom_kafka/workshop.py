"""What all partitions of one consumer share, and what they ask of the work that is done on them."""

import asyncio
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition

from wireroom_core.clock import Clock
from wireroom_core.contracts import Limits, RawStore
from wireroom_core.errors import FatalError
from wireroom_kafka.clients import Options
from wireroom_kafka.health import Health, Voice

T = TypeVar("T")


class ReopenError(Exception):
    """What was known of a partition no longer holds: open it again, from the position that is recorded."""


class Work(Protocol):
    """One kind of work. Its methods run in the event loop; what takes long goes to the workshop's thread."""

    topic: str

    async def open(self, consumer: AIOKafkaConsumer, tp: TopicPartition) -> int:
        """Make ready for ``tp``; the offset to begin at. Raises TransientError, KafkaError, FatalError."""
        ...

    async def do(
        self, consumer: AIOKafkaConsumer, tp: TopicPartition, records: Sequence[ConsumerRecord[Any, Any]]
    ) -> None:
        """All that ``records`` cause, and the position after them, is safe when this returns.

        Raises TransientError or KafkaError to be called again with the same records, ReopenError, FatalError.
        """
        ...

    async def close(self, tp: TopicPartition) -> None:
        """``tp`` is no longer ours, and nothing is in hand."""
        ...

    async def stop(self) -> None:
        """The process ends."""
        ...


class Burst:
    """Poison messages of the last minute: that many mean a fault of ours, not of the messages."""

    def __init__(self, clock: Clock, limit: int = 100, seconds: float = 60.0) -> None:
        self._clock = clock
        self._limit = limit
        self._seconds = seconds
        self._at: deque[float] = deque()

    def room(self) -> int:
        """How many more there may be now."""
        while self._at and self._clock.monotonic() - self._at[0] > self._seconds:
            self._at.popleft()
        return max(0, self._limit - len(self._at))

    def note(self, count: int) -> None:
        """``count`` more are safe among the dead letters. Raises FatalError where that was too many."""
        self._at.extend([self._clock.monotonic()] * count)
        if not self.room():
            raise FatalError(f"{self._limit} messages were refused within {self._seconds:.0f} s; see the dead letters")


class Workshop:
    """The settings, the one worker thread, the health and the voice of a consumer."""

    def __init__(self, options: Options, clock: Clock, originals: RawStore, limits: Limits | None = None) -> None:
        self.options = options
        self.clock = clock
        self.originals = originals
        self.limits = limits or Limits()
        self.health = Health()
        self.voice = Voice(clock)
        self.burst = Burst(clock)
        self._thread = ThreadPoolExecutor(1, "work")

    async def in_thread(self, action: Callable[[], T]) -> T:
        """``action`` beside the event loop, so that polling and heartbeats go on; one at a time."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, action)

    def committed(self, tp: TopicPartition, articles: Mapping[str, int]) -> None:
        """The position of ``tp`` moved past ``articles``, counted by outcome. Raises FatalError after a burst."""
        self.health.committed_at[tp.partition] = self.clock.monotonic()
        self.health.articles.update(articles)
        self.burst.note(articles.get("refused", 0))

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
