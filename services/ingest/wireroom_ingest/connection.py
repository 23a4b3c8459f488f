"""The publisher as a part of the service."""

import asyncio
from collections.abc import Iterator
from contextlib import suppress

from prometheus_client import Metric

from wireroom_core.errors import TransientError
from wireroom_core.log import logger
from wireroom_ingest.kafka import KafkaPublisher
from wireroom_kafka.pausing import first_of, pause

log = logger("ingest")

RETRY_SECONDS = 1.0


class Connection:
    """Connects at the start and after trouble, and is seen ever after."""

    name = "kafka"

    def __init__(self, publisher: KafkaPublisher) -> None:
        self._publisher = publisher
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Let ``run`` return."""
        self._stopping.set()

    async def run(self) -> None:
        """Connect, and again after trouble, until ``stop``: nothing may be published that would find it over."""
        while not self._stopping.is_set():
            if self._publisher.trouble is not None:
                await self._try()
            if self._publisher.trouble is not None:
                log.warning("waiting", reason=self._publisher.trouble)
            await pause(RETRY_SECONDS, self._stopping)

    async def _try(self) -> None:
        """Connect. A stop does not wait for it: the publisher gives up at its end what is under way."""
        trying = asyncio.create_task(asyncio.to_thread(self._publisher.connect))
        await first_of([trying], self._stopping)
        if trying.done():
            with suppress(TransientError):
                trying.result()

    def ailment(self) -> None:
        """None: that the broker is away is waited out."""

    def waits_for(self) -> str | None:
        """Why what was given last was not acknowledged."""
        return self._publisher.trouble

    def metrics(self) -> Iterator[Metric]:
        """What is published is counted where it comes from."""
        return iter(())
