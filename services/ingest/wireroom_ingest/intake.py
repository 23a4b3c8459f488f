"""A source at work in the service: on a thread of its own, seen from the event loop."""

import asyncio
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager

from prometheus_client import Metric

from wireroom_core.clock import Clock
from wireroom_core.contracts import Delivery, Limits, Source
from wireroom_core.errors import TransientError
from wireroom_core.log import logger
from wireroom_core.models import DeadLetter
from wireroom_core.runner import Tally
from wireroom_ingest.kafka import KafkaPublisher
from wireroom_ingest.publishing import publish_all
from wireroom_kafka.pausing import first_of
from wireroom_service.vitals import counted, dead_letters

log = logger("ingest")

STOP_SECONDS = 5.0
"""Time for the batch in hand. Cut short, it is handed over again after the next start."""


class Intake:
    """Publishes what ``source`` hands over, until ``stop``, which the source knows too, is set."""

    def __init__(
        self,
        name: str,
        source: Source,
        publisher: KafkaPublisher,
        *,
        stop: threading.Event,
        limits: Limits,
        clock: Clock,
    ) -> None:
        self.name = name
        self._source = source
        self._publisher = publisher
        self._stop = stop
        self._limits = limits
        self._clock = clock
        self._stopping = asyncio.Event()
        self._ended: Future[Tally] = Future()
        self._articles: Counter[str] = Counter()
        self._trouble: str | None = None

    def stop(self) -> None:
        """Finish the batch in hand and let ``run`` return."""
        self._stop.set()
        self._stopping.set()

    async def run(self) -> None:
        """Publish until ``stop``. Raises what ended the source, FatalError where it cannot begin."""
        threading.Thread(target=self._work, name=self.name, daemon=True).start()
        ended = asyncio.wrap_future(self._ended)
        await first_of([ended], self._stopping)
        await asyncio.wait({ended}, timeout=STOP_SECONDS)
        if ended.done():
            ended.result()
        else:
            log.warning("ended with a batch in hand, which is handed over again after the next start", source=self.name)

    def publish(self, deliveries: Sequence[Delivery]) -> None:
        """As the publisher does; seen from outside."""
        with self._seen("passed", len(deliveries)):
            self._publisher.publish(deliveries)

    def put(self, letters: Sequence[DeadLetter]) -> None:
        """As the publisher does; seen from outside."""
        with self._seen("refused", len(letters)):
            self._publisher.put(letters)

    def ailment(self) -> str | None:
        """Its thread has ended."""
        return "its thread has ended" if self._ended.done() and not self._stopping.is_set() else None

    def waits_for(self) -> str | None:
        """What keeps it from publishing."""
        return self._trouble

    def metrics(self) -> Iterator[Metric]:
        """What it published and what it refused."""
        yield from counted(self.name, self._articles)
        yield from dead_letters(self.name, self._articles["refused"])

    @contextmanager
    def _seen(self, outcome: str, count: int) -> Iterator[None]:
        """Count what is done inside; trouble with it is noted and passes through."""
        try:
            yield
        except TransientError as error:
            self._trouble = str(error)
            raise
        self._trouble = None
        self._articles[outcome] += count

    def _work(self) -> None:
        try:
            self._ended.set_result(publish_all(self._source, self, self, limits=self._limits, clock=self._clock))
        except BaseException as error:
            self._ended.set_exception(error)
