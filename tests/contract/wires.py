"""One wire for each runner: messages go in, a stage stands in the middle, and what came out can be read."""

import asyncio
import secrets
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import Any

from aiokafka import AIOKafkaProducer

from tests.broker import Broker
from tests.cluster import wait_until
from tests.contract.words import Crash
from tests.fakes import ListDeadLetters, ListSink, ManualClock, MemoryRawStore
from wireroom_core.clock import SystemClock
from wireroom_core.contracts import Delivery, Limits
from wireroom_core.models import (
    DeadLetter,
    DecidedArticle,
    Decision,
    EnrichedArticle,
    Message,
    Place,
    decode,
    encode,
)
from wireroom_core.runner import InProcessRunner
from wireroom_core.topology import Topic, language_partition
from wireroom_kafka.clients import Options
from wireroom_kafka.health import Health
from wireroom_kafka.memory import Memory, MemoryWork, RememberingStage
from wireroom_kafka.processing import Route
from wireroom_kafka.producing import Output
from wireroom_kafka.runner import KafkaRunner
from wireroom_kafka.stateless import StatelessWork
from wireroom_kafka.topics import create_topics
from wireroom_kafka.workshop import Work, Workshop

Build = Callable[[], RememberingStage]
PARTITIONS = 6
LIMITS = Limits(articles=50)
REACH = timedelta(hours=72)
BOUND = 30.0
"""Seconds that a run may take."""


class Wire(ABC):
    """What the contract asks of a runner. Each ``run`` is a new process as far as memory goes."""

    def __init__(self) -> None:
        self.originals = MemoryRawStore()

    @abstractmethod
    def put(self, *items: Message | bytes) -> None:
        """Hand more over."""

    @abstractmethod
    def run(self, build: Build, *, remembers: bool = True) -> None:
        """Run until all is worked off, or ``stop``, or a crash (which raises Crash)."""

    @abstractmethod
    def stop(self) -> None:
        """Ask for the end, from within the stage."""

    @property
    @abstractmethod
    def out(self) -> Sequence[Message]:
        """What came out, each partition in order."""

    @property
    @abstractmethod
    def letters(self) -> Sequence[DeadLetter]:
        """The dead letters."""


class _RestartedSource:
    """Hands over what is not done yet; when asked to stop, no further batch."""

    def __init__(self) -> None:
        self.items: list[bytes] = []
        self.done_with = 0
        self.stopped = False

    def batches(self, limits: Limits) -> Iterator[Sequence[Delivery | DeadLetter]]:
        self.stopped = False
        while self.done_with < len(self.items) and not self.stopped:
            batch = self.items[self.done_with : self.done_with + limits.articles]
            yield [Delivery(value, Place(file="wire", line=self.done_with + i)) for i, value in enumerate(batch)]

    def done(self, batch: Sequence[Delivery | DeadLetter]) -> None:
        self.done_with += len(batch)


class InProcessWire(Wire):
    """The in-process runner; the memory is restored from what is stored."""

    def __init__(self) -> None:
        super().__init__()
        self._source = _RestartedSource()
        self._sink = ListSink(EnrichedArticle, DecidedArticle)
        self._dead = ListDeadLetters()

    def put(self, *items: Message | bytes) -> None:
        self._source.items += [item if isinstance(item, bytes) else encode(item) for item in items]

    def run(self, build: Build, *, remembers: bool = True) -> None:
        stage = build()
        if remembers:
            stage.restore(m.decision for m in self.out if isinstance(m, DecidedArticle) and m.decision)
        ends = (self._source, [stage], self._sink, self._dead)
        InProcessRunner(*ends, originals=self.originals, clock=ManualClock(), limits=LIMITS).run()

    def stop(self) -> None:
        self._source.stopped = True

    @property
    def out(self) -> Sequence[Message]:
        return self._sink.kept

    @property
    def letters(self) -> Sequence[DeadLetter]:
        return self._dead.letters


class KafkaWire(Wire):
    """The runner on Kafka, with topics of its own; by ``name``, those of another wire."""

    def __init__(self, bootstrap_servers: str, name: str | None = None) -> None:
        super().__init__()
        self.name = name or f"t{secrets.token_hex(4)}"
        self.options = Options(bootstrap_servers, self.name, session_seconds=6)
        self.broker = Broker(bootstrap_servers)
        self.health = Health()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._runner: KafkaRunner | None = None
        self.topics = [self.topic(kind, 1 if kind == "dead" else PARTITIONS) for kind in ("in", "out", "state", "dead")]
        if name is None:
            asyncio.run(create_topics(bootstrap_servers, self.topics))

    def topic(self, kind: str, partitions: int = PARTITIONS) -> Topic:
        return Topic(f"{self.name}.{kind}", "none", partitions, timedelta(days=7))

    def put(self, *items: Message | bytes) -> None:
        asyncio.run(self._put(items))

    def run(self, build: Build, *, remembers: bool = True) -> None:
        """Raises Crash where the runner stopped for one; any other stop is left to be read in ``health``."""
        asyncio.run(asyncio.wait_for(self._run(build, remembers), BOUND))
        if "Crash" in (self.health.stopped or ""):
            raise Crash

    def stop(self) -> None:
        assert self._loop is not None
        assert self._runner is not None
        self._loop.call_soon_threadsafe(self._runner.stop)

    @property
    def out(self) -> Sequence[Message]:
        return [decode(record.value) for record in self.read("out")]

    @property
    def letters(self) -> Sequence[DeadLetter]:
        read = [decode(record.value, DeadLetter) for record in self.read("dead")]
        return [letter for letter in read if isinstance(letter, DeadLetter)]

    def read(self, kind: str) -> list[Any]:
        """All committed records of a topic, partition by partition."""
        return self.broker.records(f"{self.name}.{kind}")

    def workshop(self) -> Workshop:
        return Workshop(self.options, SystemClock(), self.originals, LIMITS)

    def route(self) -> Route:
        topic, out, dead = (f"{self.name}.{kind}" for kind in ("in", "out", "dead"))
        return Route(topic, lambda value: decode(value, EnrichedArticle), self._address, [out], dead)

    def work(self, build: Build, shop: Workshop, *, remembers: bool) -> Work:
        if not remembers:
            return StatelessWork(build(), self.route(), shop)
        state = f"{self.name}.state"
        memory = Memory(state, PARTITIONS, build, _record, Decision.model_validate_json, REACH)
        return MemoryWork(self.route(), memory, shop)

    def _address(self, message: Message) -> list[Output]:
        partition = language_partition(str(getattr(message, "language", "und")))
        return [Output(f"{self.name}.out", partition, None, encode(message))]

    async def _put(self, items: Sequence[Message | bytes]) -> None:
        producer = AIOKafkaProducer(bootstrap_servers=self.options.bootstrap_servers, max_request_size=8 << 20)
        await producer.start()
        for item in items:
            partition = language_partition(str(getattr(item, "language", "fr")))
            value = item if isinstance(item, bytes) else encode(item)
            await producer.send(f"{self.name}.in", value, partition=partition)
        await producer.stop()

    def wait_until_worked_off(self, seconds: float) -> None:
        """Wait for other processes. Raises TimeoutError."""
        wait_until(self._worked_off, "all to be worked off", seconds)

    async def _run(self, build: Build, remembers: bool) -> None:
        shop = self.workshop()
        self.health = shop.health
        self._loop = asyncio.get_running_loop()
        self._runner = KafkaRunner(self.work(build, shop, remembers=remembers), shop)
        running = asyncio.create_task(self._runner.run())
        while not running.done() and not self.health.stopped and not await asyncio.to_thread(self._worked_off):
            await asyncio.sleep(0.05)
        self._runner.stop()
        await running

    def _worked_off(self) -> bool:
        committed = self.broker.committed(self.name, f"{self.name}.in")
        ends = self.broker.ends(f"{self.name}.in")
        return all(partition in committed and committed[partition] >= end for partition, end in ends.items())


def _record(message: Message) -> bytes | None:
    decision = getattr(message, "decision", None)
    return decision.model_dump_json().encode() if decision is not None else None
