"""``wireroom parse``, ``enrich``, ``decide`` and ``store``: each stage alone, on standard streams."""

import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from wireroom_cli import assembly, streams
from wireroom_cli.database import database
from wireroom_cli.decisions import DecisionFile
from wireroom_cli.exits import Code
from wireroom_cli.progress import say
from wireroom_cli.settings import CliSettings
from wireroom_core.clock import SystemClock
from wireroom_core.contracts import Sink, Source, Stage
from wireroom_core.models import Article, DecidedArticle, EnrichedArticle, GroupMerged
from wireroom_storage.sink import StorageSink

STDIN = 0


def parse(settings: CliSettings, inputs: Sequence[str], default_source: str | None) -> None:
    """News → articles."""
    clock = SystemClock()
    source = assembly.news(inputs, default_source, assembly.originals(settings), clock)
    _run(settings, source, [], streams.JsonLinesSink(sys.stdout.buffer, Article))


def enrich(settings: CliSettings) -> None:
    """Articles → enriched articles."""
    clock = SystemClock()
    source = streams.JsonLinesSource(STDIN, "enrichment", clock)
    _run(settings, source, [assembly.enriching(clock)], streams.JsonLinesSink(sys.stdout.buffer, EnrichedArticle))


def decide(settings: CliSettings, state: Path | None) -> None:
    """Enriched articles → decided articles; ``state`` is read first and added to."""
    clock = SystemClock()
    stage = assembly.deciding(settings, clock)
    sink: Sink = streams.JsonLinesSink(sys.stdout.buffer, DecidedArticle, GroupMerged)
    if state is not None:
        file = DecisionFile(state)
        stage.restore(file.read())
        sink = file.recording(sink)
    _run(settings, streams.JsonLinesSource(STDIN, "dedup", clock), [stage], sink)


def store(settings: CliSettings) -> None:
    """Decided articles → what happened."""
    clock = SystemClock()
    source = streams.JsonLinesSource(STDIN, "storage", clock)
    with database(settings, say) as url, assembly.writing(url) as opened:
        _run(settings, source, [], StorageSink(opened, streams.event_writer(sys.stdout.buffer)))


def _run(settings: CliSettings, source: Source, stages: Sequence[Stage], sink: Sink) -> None:
    dead_letters = streams.JsonLinesDeadLetters(sys.stderr.buffer)
    runner = assembly.filtering(source, stages, sink, dead_letters, clock=SystemClock(), settings=settings)
    if runner.run().refused:
        raise typer.Exit(Code.REFUSED)
