"""``wireroom topics``, ``migrate`` and ``publish``: what an operator does to a cluster."""

import asyncio
from collections.abc import Sequence

import typer

from wireroom_cli import assembly
from wireroom_cli.exits import Code
from wireroom_cli.progress import progress, say
from wireroom_cli.settings import CliSettings
from wireroom_core.clock import SystemClock
from wireroom_core.topology import topics


def create_topics(settings: CliSettings, servers: str, replication: int) -> None:
    """Create what is missing, and say what."""
    from wireroom_kafka.topics import create_topics as create  # noqa: PLC0415 - the other commands do without Kafka

    declared = topics(settings.topic_prefix)
    created = asyncio.run(create(servers, declared, replication))
    width = max(len(topic.name) for topic in declared)
    for topic in declared:
        state = "created" if topic.name in created else "was there"
        typer.echo(f"{topic.name:<{width}}  {topic.partitions} partitions, {topic.retention.days} days: {state}")


def check_topics(settings: CliSettings, servers: str) -> None:
    """Say what is not as declared; exit code 1 where anything is not."""
    from wireroom_kafka.topics import check_topics as check  # noqa: PLC0415

    declared = topics(settings.topic_prefix)
    faults = asyncio.run(check(servers, declared))
    for fault in faults:
        typer.echo(fault)
    if faults:
        raise typer.Exit(Code.FAILED)
    typer.echo(f"All {len(declared)} topics are as declared.")


def migrate(settings: CliSettings) -> None:
    """Bring the database's schema up to date."""
    from wireroom_store.migrate import migrate_url  # noqa: PLC0415

    if settings.database_url is None:
        raise typer.BadParameter("name a database: the embedded one is migrated by itself", param_hint="--database-url")
    typer.echo("Migrated." if migrate_url(settings.database_url) else "Nothing to do: the schema is up to date.")


def publish(settings: CliSettings, servers: str, inputs: Sequence[str], default_source: str | None) -> None:
    """Publish what ``inputs`` name; exit code 3 where anything was refused."""
    from wireroom_ingest.kafka import KafkaPublisher  # noqa: PLC0415
    from wireroom_ingest.publishing import publish_all  # noqa: PLC0415

    clock = SystemClock()
    source = assembly.news(inputs, default_source, assembly.originals(settings), clock)
    with KafkaPublisher(servers, settings.named) as kafka, progress() as on_batch:
        tally = publish_all(source, kafka, kafka, clock=clock, limits=settings.limits, on_batch=on_batch)
    say(f"{tally.handed_over} handed over: {tally.handed_over - tally.refused} published, {tally.refused} refused.")
    if tally.refused:
        raise typer.Exit(Code.REFUSED)
