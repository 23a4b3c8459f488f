"""Where articles and dead letters are published on Kafka, for callers that are not asynchronous."""

import asyncio
import json
import threading
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from typing import Any, Self

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError

from wireroom_core.contracts import Delivery
from wireroom_core.errors import TransientError
from wireroom_core.models import DeadLetter, encode
from wireroom_core.topology import DEAD, INGESTED
from wireroom_kafka import clients
from wireroom_kafka.health import listen_to_clients
from wireroom_kafka.producing import Output, key_partition, publish
from wireroom_kafka.topics import require_topic

ACKNOWLEDGED_SECONDS = 10.0
"""After so long without an answer what was sent is given up, and given again by whoever called."""


class KafkaPublisher:
    """One producer on a thread of its own; a Publisher and DeadLetters for any number of other threads.

    What was given up may be written all the same, and then stands twice: the same delivery, which takes
    effect once.
    """

    def __init__(self, servers: str, named: Callable[[str], str]) -> None:
        """``named`` gives a topic its name in this Wireroom."""
        self._options = clients.Options(servers, named("ingest"))
        self._topics = [replace(topic, name=named(topic.name)) for topic in (INGESTED, DEAD)]
        self._articles, self._dead = [topic.name for topic in self._topics]
        self._producer: AIOKafkaProducer | None = None
        self.trouble: str | None = "not connected yet"
        """Why the last try failed; None since one was acknowledged."""
        self._starting = asyncio.Lock()
        self._under_way: set[asyncio.Task[Any]] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="publisher", daemon=True)

    def __enter__(self) -> Self:
        listen_to_clients()
        self._thread.start()
        return self

    def __exit__(self, *ended: object) -> None:
        """Give up what is under way, close the producer within a bound, and end the thread."""
        self._wait(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def connect(self) -> None:
        """Connect, unless that is done. Raises TransientError."""
        self._wait(self._acknowledged([]))

    def publish(self, deliveries: Sequence[Delivery]) -> None:
        """Publish articles in their order; returns once all are acknowledged. Raises TransientError."""
        self._wait(self._acknowledged([self._article(delivery.value) for delivery in deliveries]))

    def put(self, letters: Sequence[DeadLetter]) -> None:
        """Publish dead letters; returns once they are acknowledged. Raises TransientError."""
        self._wait(self._acknowledged([Output(self._dead, 0, None, encode(letter)) for letter in letters]))

    def _article(self, value: bytes) -> Output:
        key = str(json.loads(value)["article_id"]).encode()
        return Output(self._articles, key_partition(key, INGESTED.partitions), key, value)

    def _wait(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result()

    async def _close(self) -> None:
        """Whoever waits for what is under way is let go: a thread that waited for ever would keep the process."""
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)
        await self._drop(self._producer)

    async def _acknowledged(self, outputs: Sequence[Output]) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - it runs in one
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        producer = None
        try:
            async with asyncio.timeout(ACKNOWLEDGED_SECONDS):
                producer = await self._started()
                await publish(producer, outputs)
        except (KafkaError, TimeoutError, TransientError) as error:
            await self._drop(producer)
            self.trouble = str(error) if isinstance(error, TransientError) else f"the broker: {error!r}"
            raise TransientError(self.trouble) from error
        self.trouble = None

    async def _started(self) -> AIOKafkaProducer:
        async with self._starting:
            if self._producer is None:
                for topic in self._topics:
                    await require_topic(self._options.bootstrap_servers, topic)
                producer = clients.producer(self._options)
                try:
                    await producer.start()
                except BaseException:
                    await clients.stop_producer(producer)
                    raise
                self._producer = producer
            return self._producer

    async def _drop(self, producer: AIOKafkaProducer | None) -> None:
        """Stop a producer that failed, once, whoever else finds it failed; what is under way on it fails too."""
        if producer is not None and producer is self._producer:
            self._producer = None
            await clients.stop_producer(producer)
