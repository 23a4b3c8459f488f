"""``wireroom topics`` and ``publish``: what an operator does to a cluster. Needs the extra ``kafka``."""

import asyncio
from collections.abc import Sequence

import typer

from wireroom_cli import assembly
from wireroom_cli.exits import Code
from wireroom_cli.progress import progress, say, told
from wireroom_cli.settings import CliSettings
from wireroom_core.clock import SystemClock
from wireroom_core.contracts import DeadLetters
from wireroom_core.models import DeadLetter
from wireroom_core.topology import topics
from wireroom_ingest.kafka import KafkaPublisher
from wireroom_ingest.publishing import publish_all
from wireroom_kafka import topics as kafka


def create_topics(settings: CliSettings, servers: str, replication: int) -> None:
    """Create what is missing, and say what."""
    declared = topics(settings.topic_prefix)
    created = asyncio.run(kafka.create_topics(servers, declared, replication))
    width = max(len(topic.name) for topic in declared)
    for topic in declared:
        state = "created" if topic.name in created else "was there"
        typer.echo(f"{topic.name:<{width}}  {topic.partitions} partitions, {topic.retention.days} days: {state}")


def check_topics(settings: CliSettings, servers: str) -> None:
    """Say what is not as declared; exit code 1 where anything is not."""
    declared = topics(settings.topic_prefix)
    faults = asyncio.run(kafka.check_topics(servers, declared))
    for fault in faults:
        typer.echo(fault)
    if faults:
        raise typer.Exit(Code.FAILED)
    typer.echo(f"All {len(declared)} topics are as declared.")


def publish(settings: CliSettings, servers: str, inputs: Sequence[str], default_source: str | None) -> None:
    """Publish what ``inputs`` name, and what is refused of it as dead letters; exit code 3 where anything was."""
    clock = SystemClock()
    source = assembly.news(inputs, default_source, assembly.originals(settings), clock)
    with KafkaPublisher(servers, settings.named) as publisher, progress(told) as on_batch:
        letters = _Said(publisher)
        tally = publish_all(source, publisher, letters, limits=settings.limits, clock=clock, on_batch=on_batch)
    say(f"{tally.handed_over} handed over: {tally.handed_over - tally.refused} published, {tally.refused} refused.")
    if tally.refused:
        raise typer.Exit(Code.REFUSED)


class _Said:
    """Says each dead letter once it is safe."""

    def __init__(self, inner: DeadLetters) -> None:
        self._inner = inner

    def put(self, letters: Sequence[DeadLetter]) -> None:
        self._inner.put(letters)
        for letter in letters:
            where = f"{letter.file} #{letter.line}" if letter.line else letter.file
            say(f"refused: {where}: {letter.reason}")
