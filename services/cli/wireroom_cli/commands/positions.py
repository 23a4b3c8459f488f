"""``wireroom positions``: where each consumer stands, and the way on where its position no longer exists."""

import asyncio
from contextlib import closing
from dataclasses import dataclass

import typer

from wireroom_cli import views
from wireroom_cli.database import given
from wireroom_cli.exits import Code
from wireroom_cli.progress import say
from wireroom_cli.settings import CliSettings
from wireroom_core.topology import DEAD, DECIDED, ENRICHED, INGESTED
from wireroom_kafka import clients, positions
from wireroom_kafka.reading import Span, reading
from wireroom_kafka.topics import cluster_id
from wireroom_store.writer import Store

READS = {"enrichment": INGESTED, "dedup": ENRICHED, "storage": DECIDED, "dead": DEAD}
"""Consumer → its topic; ``dead`` is storage's copier of dead letters."""
IN_THE_STORE = ("storage", "dead")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a consumer stands in a partition."""

    consumer: str
    partition: int
    position: int | None
    span: Span

    @property
    def gone(self) -> bool:
        """The record at the position was removed, or never was in this topic."""
        return self.position is not None and not self.span.begin <= self.position <= self.span.end


def show(settings: CliSettings, servers: str, *, as_json: bool) -> None:
    """A line for each partition; exit code 1 where a position no longer exists."""
    found = [standing for consumer in READS for standing in _standings(settings, servers, consumer)]
    rows = [
        {
            "consumer": each.consumer,
            "topic": settings.named(READS[each.consumer].name),
            "partition": each.partition,
            "position": each.position,
            "begin": each.span.begin,
            "end": each.span.end,
            "gone": each.gone,
        }
        for each in found
    ]
    if as_json:
        views.print_json(rows)
    else:
        views.positions(rows)
    if any(each.gone for each in found):
        raise typer.Exit(Code.FAILED)


def reset(settings: CliSettings, servers: str, consumer: str, *, do: bool) -> None:
    """Move positions that no longer exist to the earliest record that does, and say what lies between."""
    gone = [standing for standing in _standings(settings, servers, consumer) if standing.gone]
    for each in gone:
        lost = each.span.begin - (each.position or 0)
        what = f"{lost} records are lost" if lost > 0 else "the topic was made anew"
        say(f"{consumer} [{each.partition}]: from {each.position} to {each.span.begin}; {what}")
    if not gone:
        say(f"Every position of {consumer} exists.")
    elif not do:
        say("Nothing was done: --yes moves them.")
    else:
        _move(settings, servers, consumer, {each.partition: each.span.begin for each in gone})


def _standings(settings: CliSettings, servers: str, consumer: str) -> list[Standing]:
    topic = settings.named(READS[consumer].name)
    spans = asyncio.run(_spans(servers, topic))
    if consumer in IN_THE_STORE:
        with closing(_store(settings)) as store:
            found = store.positions(_cluster(servers), topic, list(spans))
    else:
        found = asyncio.run(positions.committed(_group(settings, servers, consumer), topic, list(spans)))
    return [Standing(consumer, partition, found.get(partition), span) for partition, span in spans.items()]


def _move(settings: CliSettings, servers: str, consumer: str, targets: dict[int, int]) -> None:
    topic = settings.named(READS[consumer].name)
    if consumer in IN_THE_STORE:
        cluster = _cluster(servers)
        with closing(_store(settings)) as store:
            for partition, position in targets.items():
                store.move(cluster, topic, partition, position)
    else:
        asyncio.run(positions.move(_group(settings, servers, consumer), topic, targets))


async def _spans(servers: str, topic: str) -> dict[int, Span]:
    async with reading(clients.Options(servers, "positions")) as reader:
        return await reader.spans(topic)


def _group(settings: CliSettings, servers: str, consumer: str) -> clients.Options:
    return clients.Options(servers, settings.named(consumer))


def _cluster(servers: str) -> str:
    return asyncio.run(cluster_id(servers))


def _store(settings: CliSettings) -> Store:
    return Store(given(settings), "kafka")
