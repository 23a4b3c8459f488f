"""One assigned partition: its records in order, one batch after the other."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from functools import partial

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaError

from wireroom_core.errors import TransientError
from wireroom_core.log import logger
from wireroom_kafka.processing import Record
from wireroom_kafka.workshop import ReopenError, Work, Workshop

log = logger("kafka")

FIRST_WAIT = 0.2
LONGEST_WAIT = 5.0
REOPEN_WAIT = 1.0
"""Long enough for a rebalance to reach a worker that lost the partition without knowing it."""
BATCH_SECONDS = 1.0
FIRST_BATCH = 16


class Lane:
    """Opens its partition, then works off what it is offered, until it has to leave."""

    def __init__(
        self,
        tp: TopicPartition,
        consumer: AIOKafkaConsumer,
        work: Work,
        shop: Workshop,
        halt: Callable[[str], None],
    ) -> None:
        self.tp = tp
        self._consumer = consumer
        self._work = work
        self._shop = shop
        self._halt = halt
        self.position = 0
        """The next offset to be taken up."""
        self._ready = False
        self._waiting = False
        self._left = asyncio.Event()
        self._arrived = asyncio.Event()
        self._waiting_records: deque[Record] = deque()
        self._allowed = FIRST_BATCH
        self._task = asyncio.create_task(self._run())

    @property
    def hungry(self) -> bool:
        """Whether records are wanted: ready, not waiting for better times, and less at hand than a batch."""
        full = len(self._waiting_records) >= self._shop.limits.articles
        return self._ready and not self._waiting and not full and not self._left.is_set()

    def offer(self, records: Sequence[Record]) -> None:
        """Take ``records`` up. Before it is ready they are dropped: opening seeks to where they began or elsewhere."""
        if self._ready:
            self._waiting_records.extend(records)
            self._arrived.set()

    async def leave(self, patience: float) -> None:
        """Finish the batch in hand, or give it up after ``patience`` seconds; then let the partition go."""
        self._left.set()
        self._arrived.set()
        if self._ready:
            await asyncio.wait({self._task}, timeout=patience)
        self._task.cancel()
        await asyncio.wait({self._task})
        self._shop.health.leave(self.tp.partition)
        await self._work.close(self.tp)

    async def _run(self) -> None:
        try:
            while not self._left.is_set():
                if await self._patiently(self._open):
                    await self._work_off()
        except asyncio.CancelledError:
            raise
        except BaseException as error:  # a panic in native code is no Exception, and must not end a lane in silence
            log.exception("stopped", partition=self.tp.partition)
            self._halt(f"{self.tp.topic}[{self.tp.partition}]: {type(error).__name__}: {error}")

    async def _open(self) -> None:
        start = await self._work.open(self._consumer, self.tp)
        self._waiting_records.clear()
        self._consumer.seek(self.tp, start)
        self.position = start
        self._ready = True
        self._shop.health.restored.add(self.tp.partition)

    async def _work_off(self) -> None:
        try:
            while batch := await self._next_batch():
                started = self._shop.clock.monotonic()
                await self._patiently(partial(self._work.do, self._consumer, self.tp, batch))
                self.position = batch[-1].offset + 1
                self._measure(len(batch), self._shop.clock.monotonic() - started)
        except ReopenError as reason:
            log.warning("opening again", topic=self.tp.topic, partition=self.tp.partition, reason=str(reason))
            self._ready = False
            self._shop.health.restored.discard(self.tp.partition)
            await self._pause(REOPEN_WAIT)

    async def _patiently(self, action: Callable[[], Awaitable[None]]) -> bool:
        """``action`` until it raises neither TransientError nor KafkaError; False where we had to leave first."""
        wait = FIRST_WAIT
        while not self._left.is_set():
            try:
                with self._shop.voice.over(f"still at work on {self.tp.topic}[{self.tp.partition}]"):
                    await action()
            except (TransientError, KafkaError) as error:
                self._shop.voice.say(str(error) or repr(error))
            else:
                self._waiting = False
                return True
            self._waiting = True
            await self._pause(wait)
            wait = min(wait * 2, LONGEST_WAIT)
        return False

    async def _pause(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._left.wait(), seconds)

    async def _next_batch(self) -> list[Record]:
        """What is there, within the limits; empty where we have to leave."""
        self._arrived.clear()
        if not self._waiting_records and not self._left.is_set():
            await self._arrived.wait()
        batch: list[Record] = []
        size = 0
        while self._waiting_records and len(batch) < self._allowed and not self._left.is_set():
            size += len(self._waiting_records[0].value or b"")
            if batch and size > self._shop.limits.bytes:
                break
            batch.append(self._waiting_records.popleft())
        return batch

    def _measure(self, count: int, seconds: float) -> None:
        """Let the next batch be one second of work at the pace of this one, and four times this one at most."""
        self._shop.health.batches += 1
        self._shop.health.batch_seconds += seconds
        pace = int(count * BATCH_SECONDS / max(seconds, 0.001))
        self._allowed = max(
            1, min(pace, 4 * count if count < self._allowed else 4 * self._allowed, self._shop.limits.articles)
        )
