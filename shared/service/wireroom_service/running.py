"""The parts of a service side by side, from their start to the signal that ends them."""

import asyncio
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from wireroom_core.clock import SystemClock
from wireroom_core.log import logger
from wireroom_core.rawstore import FolderRawStore
from wireroom_core.settings import ServiceSettings
from wireroom_kafka.clients import Options
from wireroom_kafka.pausing import first_of
from wireroom_kafka.runner import KafkaRunner
from wireroom_kafka.workshop import Work, Workshop
from wireroom_service.ends import Routes, application, serving
from wireroom_service.vitals import ConsumerVitals, Vitals

log = logger("service")


class Runs(Protocol):
    """What works until it is told to stop; KafkaRunner is one."""

    async def run(self) -> None:
        """Work until ``stop``. Raises FatalError where it cannot."""
        ...

    def stop(self) -> None:
        """Let ``run`` finish what is in hand and return."""
        ...


@dataclass(frozen=True, slots=True)
class Part:
    """What runs, and how it is seen."""

    runs: Runs
    vitals: Vitals


def options(settings: ServiceSettings, group: str) -> Options:
    """Where the broker is, and as which ``group``, named without the prefix."""
    return Options(settings.kafka_bootstrap_servers, settings.named(group), settings.session_seconds)


def workshop(settings: ServiceSettings, group: str) -> Workshop:
    """What a consumer of ``group``, named without the prefix, needs.

    Raises FatalError where the folder of originals cannot be used.
    """
    originals = FolderRawStore(settings.raw_dir)
    originals.prepare()
    return Workshop(options(settings, group), SystemClock(), originals, settings.limits)


def consumer(name: str, work: Work, shop: Workshop) -> Part:
    """A consumer as a part of the service."""
    return Part(KafkaRunner(work, shop), ConsumerVitals(name, shop.health, shop.clock))


async def run(
    settings: ServiceSettings,
    parts: Sequence[Part],
    *,
    seen: Sequence[Vitals] = (),
    routes: Routes = lambda app: None,
) -> None:
    """Run ``parts`` and the HTTP ends until SIGTERM or SIGINT; where one part cannot go on, all end.

    ``seen`` are what only answers requests, at ``routes``. Raises what ended a part.
    """
    app = application([*(part.vitals for part in parts), *seen])
    routes(app)
    asked = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, asked.set)
    async with serving(settings, app):
        tasks = [asyncio.create_task(part.runs.run()) for part in parts]
        await first_of(tasks, asked)
        for part in parts:
            part.runs.stop()
        # What is in hand ends beside the requests in hand: one after the other would take too long.
    await asyncio.wait(tasks)
    for task in tasks:
        task.result()
    log.info("ended")
