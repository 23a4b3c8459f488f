"""The service at work: hands Faust's batches to the ledger, and publishes what the observer says."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar

from aiokafka.errors import KafkaError
from faust.types import TP
from prometheus_client import Metric
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily

from wireroom_core.clock import Clock
from wireroom_core.contracts import Delivery, RawStore
from wireroom_core.errors import OverlongError, PoisonError, TransientError
from wireroom_core.log import logger
from wireroom_core.models import DeadLetter, Place, StoredEvent, decode, encode
from wireroom_core.runner import letter_about
from wireroom_core.topology import DEAD, topics
from wireroom_kafka.pausing import first_of, pause
from wireroom_kafka.topics import cluster_id, require_topic
from wireroom_service.standing import Standing
from wireroom_service.vitals import counted, dead_letters
from wireroom_trends.agent import Application, application, listen_to_faust
from wireroom_trends.ledger import Batch, Ledger, Numbered
from wireroom_trends.observer import Observer
from wireroom_trends.settings import TrendsSettings

log = logger("trends")
T = TypeVar("T")

RESTART_SECONDS = 1.0
POLL_SECONDS = 0.5
STANDBY_SECONDS = 2.0
STOP_SECONDS = 8.0
SEEK_SECONDS = 5.0
"""A partition that was sent back is not sent back again for so long: what was under way still comes."""
PRUNE_SECONDS = 600.0
PUBLISHED_AT_ONCE = 2_000
MOMENTS_AT_ONCE = 50
NEEDED = ("articles.stored", "trends.counts", "trends.rising", "sources.silent", "dead")


class TrendsCounter:
    """Part of the service: ``run`` works until ``stop``; the rest is how it is seen."""

    name = "trends"

    def __init__(self, settings: TrendsSettings, originals: RawStore, clock: Clock) -> None:
        self._settings = settings
        self._originals = originals
        self._clock = clock
        self._url = settings.database_url.get_secret_value()
        self._threads = {name: ThreadPoolExecutor(1, name) for name in ("ledger", "observer")}
        self._stopping = asyncio.Event()
        self._standing = Standing(log, "not started yet")
        self._observes = False
        self._articles: Counter[str] = Counter()
        self._published: Counter[str] = Counter()
        self._lost = 0
        self._lag: dict[int, int] = {}
        self._assigned: set[TP] = set()
        self._sent_back: dict[TP, float] = {}
        self._pruned_at = float("-inf")
        self._ledger: Ledger
        self._faust: Application

    def stop(self) -> None:
        """Finish the batch in hand and let ``run`` return."""
        self._stopping.set()

    async def run(self) -> None:
        """Count and tell until ``stop``; trouble is waited out, loudly, and what cannot be mended stops it, loudly."""
        listen_to_faust()
        while not self._stopping.is_set():
            with self._standing.noted(TransientError, KafkaError, OSError):
                await self._work()
            if self._standing.stopped is not None:
                await self._stopping.wait()
            await pause(RESTART_SECONDS, self._stopping)
        for thread in self._threads.values():
            thread.shutdown(wait=False, cancel_futures=True)

    def ailment(self) -> str | None:
        """What stopped it."""
        stopped = self._standing.stopped
        return stopped and f"stopped until somebody acts: {stopped}"

    def waits_for(self) -> str | None:
        """What keeps it from its work now."""
        return self._standing.trouble

    def metrics(self) -> Iterator[Metric]:
        """What was counted, refused, published; what is left; whether this one observes."""
        labels = ["part"]
        yield from counted(self.name, self._articles)
        yield from dead_letters(self.name, self._articles["refused"])
        stopped = GaugeMetricFamily("wireroom_stopped", "1: nothing is consumed until somebody acts.", labels=labels)
        stopped.add_metric([self.name], self._standing.stopped is not None)
        lost = CounterMetricFamily(
            "wireroom_trends_lost", "Events that were removed before they were counted.", labels=labels
        )
        lost.add_metric([self.name], self._lost)
        observes = GaugeMetricFamily("wireroom_trends_observes", "1: this one tells; 0: it only counts.", labels=labels)
        observes.add_metric([self.name], self._observes)
        lag = GaugeMetricFamily(
            "wireroom_lag", "Messages between position and end, as last fetched.", labels=["part", "partition"]
        )
        for partition, left in sorted(self._lag.items()):
            lag.add_metric([self.name, str(partition)], left)
        told = CounterMetricFamily("wireroom_trends_told", "Messages published, by topic.", labels=["part", "topic"])
        for topic, count in sorted(self._published.items()):
            told.add_metric([self.name, topic], count)
        yield from (stopped, lost, observes, lag, told)

    async def _work(self) -> None:
        """One application and one connection for each side, until one fails or ``stop``."""
        servers = self._settings.kafka_bootstrap_servers
        for topic in topics(self._settings.topic_prefix):
            if topic.name.removeprefix(self._settings.topic_prefix) in NEEDED:
                await require_topic(servers, topic)
        cluster = await cluster_id(servers)
        self._ledger = Ledger(self._url, cluster, self._settings.named("articles.stored"))
        self._faust = application(self._settings, await self._on("ledger", self._ledger.id), self._handle)
        app = self._faust.app
        app.on_partitions_assigned.connect(self._on_assigned, weak=False)
        observing = asyncio.create_task(self._observe(cluster))
        watching = asyncio.create_task(app.wait_until_stopped())
        try:
            await app.start()
            self._standing.trouble = None
            await first_of([observing, watching], self._stopping)
            if observing.done():
                observing.result()
            if watching.done() and not self._stopping.is_set():
                raise TransientError(f"Faust ended: {app.crash_reason!r}")
        finally:
            for task in (observing, watching):
                task.cancel()
            await self._end(app)

    async def _end(self, app: Any) -> None:  # noqa: ANN401 - Faust has no types
        """Stop it within bounds: it waits for a broker that is away."""
        stopping = asyncio.ensure_future(app.stop())
        await asyncio.wait({stopping}, timeout=STOP_SECONDS)
        stopping.cancel()
        with suppress(asyncio.CancelledError, Exception):
            await stopping
        self._threads["ledger"].submit(self._ledger.close)

    async def _on_assigned(self, app: Any, /, *given: Any, **rest: Any) -> None:  # noqa: ANN401 - Faust's own form
        """Never waits: aiokafka sends no heartbeats until it returns."""
        (assigned,) = given
        self._assigned = set(assigned)
        self._lag = {tp.partition: self._lag.get(tp.partition, 0) for tp in assigned}

    async def _handle(self, events: Sequence[Any]) -> None:
        """Count a batch of Faust's events, and only then ack them. It never raises: Faust would ack all the same."""
        while not self._stopping.is_set():
            with self._standing.noted(TransientError, KafkaError):
                await self._count(events)
                self._standing.trouble = None
                return
            if self._standing.stopped is not None:
                await self._stopping.wait()
            await pause(RESTART_SECONDS, self._stopping)

    async def _count(self, events: Sequence[Any]) -> None:
        opened = [await self._opened(event) for event in events]
        await self._keep(list(zip(events, opened, strict=True)))
        for event in events:
            event.ack()

    async def _opened(self, event: Any) -> StoredEvent | None:  # noqa: ANN401
        try:
            message = decode(event.message.value or b"", StoredEvent)
        except PoisonError as error:
            await self._refuse(event, str(error))
            return None
        assert isinstance(message, StoredEvent)  # noqa: S101 - decode accepts no other
        return message

    async def _keep(self, pairs: Sequence[tuple[Any, StoredEvent | None]]) -> None:
        """Write; what fails on its content, or takes too long, is halved until what is at fault is alone."""
        try:
            await self._write(pairs)
        except (PoisonError, OverlongError) as error:
            if len(pairs) > 1:
                middle = len(pairs) // 2
                await self._keep(pairs[:middle])
                await self._keep(pairs[middle:])
            elif isinstance(error, OverlongError):
                raise
            else:
                await self._refuse(pairs[0][0], str(error))
                await self._write([(pairs[0][0], None)])

    async def _write(self, pairs: Sequence[tuple[Any, StoredEvent | None]]) -> None:
        records: dict[int, list[Numbered]] = {}
        for event, opened in pairs:
            records.setdefault(event.message.partition, []).append(Numbered(event.message.offset, opened))
        batches = {}
        for partition, numbered in records.items():
            self._lag[partition] = self._left(partition, numbered[-1].offset)
            batches[partition] = Batch(numbered, at_end=self._lag[partition] == 0)
        written = await self._on("ledger", partial(self._ledger.write, batches))
        self._articles["passed"] += written.counted
        known = sum(opened is not None for event, opened in pairs if event.message.partition not in written.gaps)
        self._articles["nothing"] += known - written.counted
        for partition, expected in written.gaps.items():
            await self._send_back(TP(self._faust.stored, partition), expected)

    def _left(self, partition: int, offset: int) -> int:
        return max(0, (self._faust.app.consumer.highwater(TP(self._faust.stored, partition)) or 0) - offset - 1)

    async def _send_back(self, tp: TP, expected: int) -> None:
        """Faust is ahead of the ledger: read from where the ledger stands, or from the first record that there is."""
        if self._clock.monotonic() - self._sent_back.get(tp, float("-inf")) < SEEK_SECONDS:
            return
        consumer = self._faust.app.consumer
        first = (await consumer.earliest_offsets(tp))[tp]
        if first > expected:
            self._lost += first - expected
            log.error("removed before they were counted", partition=tp.partition, events=first - expected)
            await self._on("ledger", partial(self._ledger.skip, tp.partition, first))
        await consumer.seek(tp, max(first, expected))
        self._sent_back[tp] = self._clock.monotonic()

    async def _refuse(self, event: Any, reason: str) -> None:  # noqa: ANN401
        """Return once the dead letter is safe; the same refusal twice makes the same letter."""
        message = event.message
        place = Place(topic=message.topic, partition=message.partition, offset=message.offset)
        letter: DeadLetter = letter_about(
            "trends", reason, Delivery(message.value or b"", place), self._originals, self._clock
        )
        await (await self._faust.send(DEAD, None, encode(letter)))
        self._articles["refused"] += 1

    async def _observe(self, cluster: str) -> None:
        """Look, and publish; a connection that is lost is made again beside the counting, which goes on."""
        while True:
            try:
                await self._observe_once(cluster)
            except (TransientError, KafkaError) as error:
                log.warning("waiting", reason=str(error) or repr(error))
            await asyncio.sleep(RESTART_SECONDS)

    async def _observe_once(self, cluster: str) -> None:
        """With one connection, until it fails."""
        opening = partial(Observer, self._url, cluster, self._settings.named("articles.stored"))
        observer = await self._on("observer", opening)
        try:
            while True:
                await self._note_backlog()
                self._observes = await self._on("observer", observer.claim)
                if not self._observes:
                    await asyncio.sleep(STANDBY_SECONDS)
                elif not await self._told(observer):
                    await asyncio.sleep(POLL_SECONDS)
        finally:
            self._observes = False
            self._threads["observer"].submit(observer.close)

    async def _note_backlog(self) -> None:
        """What was assigned and is not counted to its end must hold the observer's time back."""
        if assigned := self._assigned:
            ends = await self._faust.app.consumer.highwaters(*assigned)
            noted = {tp.partition: end for tp, end in ends.items() if tp.topic == self._faust.stored}
            await self._on("ledger", partial(self._ledger.behind, noted))
            self._assigned -= assigned

    async def _told(self, observer: Observer) -> bool:
        """Look at some moments and publish what is to be published; False where there was neither."""
        moments = 0
        while moments < MOMENTS_AT_ONCE and await self._on("observer", observer.observe):
            moments += 1
        pending = await self._on("observer", partial(observer.pending, PUBLISHED_AT_ONCE))
        if pending:
            acks = [await self._faust.send(each.topic, each.key, encode(each.message)) for each in pending]
            for ack in acks:
                await ack
            await self._on("observer", partial(observer.published, pending))
            self._published.update(each.topic.name for each in pending)
        if self._clock.monotonic() - self._pruned_at > PRUNE_SECONDS and not await self._on("observer", observer.prune):
            self._pruned_at = self._clock.monotonic()
        return bool(moments or pending)

    async def _on(self, thread: str, action: Callable[[], T]) -> T:
        """``action`` beside the event loop; each connection is used by one thread only."""
        return await asyncio.get_running_loop().run_in_executor(self._threads[thread], action)
