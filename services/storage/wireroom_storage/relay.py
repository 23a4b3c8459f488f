"""Copies the stream of what happened to ``articles.stored``: in order, at least once, by one relay at a time."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import partial
from typing import TypeVar

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError
from prometheus_client import Metric
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily

from wireroom_core.clock import Clock
from wireroom_core.errors import TransientError
from wireroom_core.log import logger
from wireroom_core.models import StoredEvent, encode
from wireroom_core.topology import Topic
from wireroom_kafka import clients
from wireroom_kafka.pausing import pause
from wireroom_kafka.producing import Output, key_partition, publish
from wireroom_kafka.topics import cluster_id, require_topic
from wireroom_service.standing import Standing
from wireroom_store.relaying import PIECE, StreamTail

log = logger("relay")
T = TypeVar("T")

BATCH = 500
POLL_SECONDS = 0.2
STANDBY_SECONDS = 2.0
RESTART_SECONDS = 1.0
STOP_SECONDS = 5.0
FORGET_SECONDS = 3600.0


class Relay:
    """Part of the storage service. ``topic`` is where the stream goes; it bounds how long copied events stay."""

    name = "relay"

    def __init__(self, database_url: str, options: clients.Options, topic: Topic, clock: Clock) -> None:
        self._url = database_url
        self._options = options
        self._topic = topic
        self._clock = clock
        self._thread = ThreadPoolExecutor(1, "relay")
        self._stopping = asyncio.Event()
        self._standing = Standing(log)
        self._works = False
        self._copied = 0
        self._behind = 0
        self._forgot_at = float("-inf")

    def stop(self) -> None:
        """Finish the batch in hand and let ``run`` return."""
        self._stopping.set()

    async def run(self) -> None:
        """Copy until ``stop``; trouble is waited out, loudly, and what cannot be mended stops it, loudly."""
        work = asyncio.create_task(self._always())
        await self._stopping.wait()
        await asyncio.wait({work}, timeout=STOP_SECONDS)
        work.cancel()
        await asyncio.wait({work})
        self._thread.shutdown(wait=False)

    def ailment(self) -> str | None:
        """What stopped it."""
        return self._standing.stopped

    def waits_for(self) -> str | None:
        """What keeps it from its work now; standing by is no trouble."""
        return self._standing.trouble

    def metrics(self) -> Iterator[Metric]:
        """What it copied, what it has before it, and whether it is the one that works."""
        labels = ["part"]
        copied = CounterMetricFamily("wireroom_relayed", "Events copied to articles.stored.", labels=labels)
        copied.add_metric([self.name], self._copied)
        behind = GaugeMetricFamily("wireroom_relay_lag", "Events not copied yet, where this one works.", labels=labels)
        behind.add_metric([self.name], self._behind)
        works = GaugeMetricFamily("wireroom_relay_works", "1: this is the relay; 0: it stands by.", labels=labels)
        works.add_metric([self.name], self._works)
        yield from (copied, behind, works)

    async def _always(self) -> None:
        while not self._stopping.is_set() and self._standing.stopped is None:
            with self._standing.noted(TransientError, KafkaError):
                await self._work()
            self._works = False
            await pause(RESTART_SECONDS, self._stopping)

    async def _work(self) -> None:
        """One connection to each side, until it fails or ``stop``."""
        await require_topic(self._options.bootstrap_servers, self._topic)
        async with self._tail() as tail, self._producer() as producer:
            while not self._stopping.is_set():
                self._works = await self._in_thread(tail.claim)
                self._standing.trouble = None
                if not self._works:
                    await pause(STANDBY_SECONDS, self._stopping)
                    continue
                copied = await self._copy(tail, producer)
                await self._tidy(tail)
                if not copied:
                    await pause(POLL_SECONDS, self._stopping)

    async def _copy(self, tail: StreamTail, producer: AIOKafkaProducer) -> bool:
        """Copy a batch; False where there was nothing to copy."""
        events = await self._in_thread(partial(tail.read, BATCH))
        if events:
            await publish(producer, self._outputs(events))
            await self._in_thread(partial(tail.done, events))
            self._copied += len(events)
        self._behind = await self._in_thread(tail.behind)
        return bool(events)

    def _outputs(self, events: Sequence[StoredEvent]) -> list[Output]:
        keys = [event.article_id.encode() for event in events]
        return [
            Output(self._topic.name, key_partition(key, self._topic.partitions), key, encode(event))
            for key, event in zip(keys, events, strict=True)
        ]

    async def _tidy(self, tail: StreamTail) -> None:
        """Every hour, remove copied events that the topic no longer holds either: a piece each time round."""
        if self._clock.monotonic() - self._forgot_at > FORGET_SECONDS:
            removed = await self._in_thread(partial(tail.forget, self._topic.retention))
            if removed < PIECE:
                self._forgot_at = self._clock.monotonic()

    @asynccontextmanager
    async def _tail(self) -> AsyncIterator[StreamTail]:
        cluster = await cluster_id(self._options.bootstrap_servers)
        opening = self._thread.submit(StreamTail, self._url, cluster)
        try:
            yield await asyncio.wrap_future(opening)
        finally:
            # In its turn: after a cancel the thread may still be opening or using it.
            self._thread.submit(lambda: opening.result().close())

    @asynccontextmanager
    async def _producer(self) -> AsyncIterator[AIOKafkaProducer]:
        producer = clients.producer(self._options)
        try:
            await producer.start()
            yield producer
        finally:
            await clients.stop_producer(producer)

    async def _in_thread(self, action: Callable[[], T]) -> T:
        """``action`` beside the event loop, one at a time: the connection is used by one thread only."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, action)
