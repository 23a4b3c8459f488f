"""One assigned partition: its records in order, one batch after the other."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaError

from wireroom_core.errors import FatalError, PositionMovedError, TransientError
from wireroom_core.log import logger
from wireroom_kafka.health import PartitionHealth
from wireroom_kafka.pausing import pause
from wireroom_kafka.workshop import Record, ReopenError, Work, Workshop

log = logger("kafka")

FIRST_WAIT = 0.2
LONGEST_WAIT = 5.0
REOPEN_WAIT = 1.0
"""Long enough for a rebalance to reach a worker that lost the partition without knowing it."""
BATCH_SECONDS = 1.0
FIRST_BATCH = 16
LEAST_BATCH = 64
"""No batch is made smaller: what a batch costs however small it is (round trips) would be paid for each article."""


class Lane:
    """Opens its partition, then works off what it is offered, until it has to leave.

    ``halt`` is called with the reason where it cannot go on until somebody acts.
    """

    def __init__(
        self, tp: TopicPartition, consumer: AIOKafkaConsumer, work: Work, shop: Workshop, *, halt: Callable[[str], None]
    ) -> None:
        self._tp = tp
        self._consumer = consumer
        self._work = work
        self._shop = shop
        self._halt = halt
        self.health = PartitionHealth()
        self._position = 0
        self._left = asyncio.Event()
        self._offered: deque[Record] = deque()
        self._arrived = asyncio.Event()
        self._allowed = FIRST_BATCH
        self._task = asyncio.create_task(self._run())

    @property
    def hungry(self) -> bool:
        """Whether records are wanted: it is open and not in trouble, with less at hand than a batch."""
        return self.health.restored and not self.health.in_trouble and len(self._offered) < self._shop.limits.articles

    def offer(self, records: Sequence[Record]) -> None:
        """Take ``records`` up; those of a partition that is not open yet are dropped, since opening it seeks."""
        if self.health.restored:
            self._offered.extend(records)
            self._arrived.set()

    def measure(self, fetched: int | None, end: int | None) -> None:
        """Note how far we are from the ``end`` of the partition; at rest, markers of transactions do not count."""
        begin = self._position if fetched is None or self.health.oldest_at is not None else fetched
        self.health.lag = max(0, end - begin) if end is not None else 0

    async def leave(self, patience: float) -> None:
        """Finish the batch in hand, or give it up after ``patience`` seconds; then let the partition go."""
        self._left.set()
        self._arrived.set()
        if self.health.restored:
            await asyncio.wait({self._task}, timeout=patience)
        self._task.cancel()
        await asyncio.wait({self._task})
        await self._work.close(self._tp)

    async def _run(self) -> None:
        try:
            while await self._patiently(self._open, TransientError, KafkaError):
                try:
                    await self._work_off()
                except (ReopenError, KafkaError, PositionMovedError) as reason:
                    log.warning("waiting", reason=f"{self._tp.topic}[{self._tp.partition}] is opened again: {reason!r}")
                    self.health.restored = False
                    await pause(REOPEN_WAIT, self._left)
        except asyncio.CancelledError:
            raise
        except FatalError as error:
            self._halt(f"{self._tp.topic}[{self._tp.partition}]: {error}")
        except BaseException as error:  # a panic in native code is no Exception, and must not end a lane in silence
            log.exception("unexpected failure", partition=self._tp.partition)
            self._halt(f"{self._tp.topic}[{self._tp.partition}]: {type(error).__name__}: {error}")

    async def _open(self) -> None:
        self._position = await self._work.open(self._consumer, self._tp)
        self._offered.clear()
        self._date(self._offered)
        self._consumer.seek(self._tp, self._position)
        self.health.restored = True

    async def _work_off(self) -> None:
        while batch := await self._next_batch():
            started = self._shop.clock.monotonic()
            if await self._patiently(partial(self._work.do, self._consumer, self._tp, batch), TransientError):
                self._position = batch[-1].offset + 1
                self._date(self._offered)
                self._pace(len(batch), self._shop.clock.monotonic() - started)

    async def _patiently(self, action: Callable[[], Awaitable[None]], *trouble: type[Exception]) -> bool:
        """``action`` until it raises no ``trouble``; False where we had to leave first."""
        wait = FIRST_WAIT
        while not self._left.is_set():
            try:
                await action()
            except trouble as error:
                log.warning("waiting", reason=str(error) or repr(error))
                self.health.in_trouble = True
                await pause(wait, self._left)
                wait = min(wait * 2, LONGEST_WAIT)
            else:
                self.health.in_trouble = False
                return True
        return False

    async def _next_batch(self) -> list[Record]:
        """What is there, within the limits; empty where we have to leave."""
        while not self._offered and not self._left.is_set():
            self._arrived.clear()
            await self._arrived.wait()
        batch: list[Record] = []
        size = 0
        while self._offered and len(batch) < self._allowed and not self._left.is_set():
            size += len(self._offered[0].value or b"")
            if batch and size > self._shop.limits.bytes:
                break
            batch.append(self._offered.popleft())
        self._date(batch)
        return batch

    def _date(self, waiting: Sequence[Record]) -> None:
        self.health.oldest_at = waiting[0].timestamp / 1000 if waiting else None

    def _pace(self, count: int, seconds: float) -> None:
        """Let the next batch be one second of work at the pace of this one, or the least, and grow step by step."""
        self._shop.health.batches += 1
        self._shop.health.batch_seconds += seconds
        in_time = int(count * BATCH_SECONDS / max(seconds, 0.001))
        self._allowed = min(max(in_time, LEAST_BATCH), 4 * self._allowed, self._shop.limits.articles)
