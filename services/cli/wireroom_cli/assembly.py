"""The composition root: the stages of one process, put together."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from wireroom_cli.settings import CliSettings
from wireroom_core.clock import Clock
from wireroom_core.contracts import DeadLetters, RawStore, Sink, Source, Stage
from wireroom_core.models import StoredEvent
from wireroom_core.rawstore import FolderRawStore
from wireroom_core.runner import InProcessRunner, Tally, patiently
from wireroom_dedup import factory as dedup
from wireroom_dedup.stage import DedupStage
from wireroom_enrichment import factory as enrichment
from wireroom_ingest import factory as ingest
from wireroom_storage.sink import StorageSink, StoreDeadLetters
from wireroom_store.writer import Store


@contextmanager
def writing(url: str) -> Iterator[Store]:
    """The store of one process; its writer's lock is held until the end."""
    store = Store(url, "one process")
    try:
        yield store
    finally:
        store.close()


def originals(settings: CliSettings) -> FolderRawStore:
    """The folder of originals, made where it is not there."""
    store = FolderRawStore(settings.raw_folder)
    store.prepare()
    return store


def news(arguments: Sequence[str], default_source: str | None, raw: RawStore, clock: Clock) -> Source:
    """Ingest, as a source of articles."""
    return ingest.build(arguments, default_source, raw, clock)


def enriching(clock: Clock) -> Stage:
    """Enrichment."""
    return enrichment.build(clock)


def deciding(settings: CliSettings, clock: Clock) -> DedupStage:
    """Dedup, with an empty memory."""
    return dedup.build(settings, clock)


def remembering(store: Store, settings: CliSettings, clock: Clock) -> Stage:
    """Dedup, its memory restored from the store; waits, loudly, while the database is away."""

    def restored() -> DedupStage:
        stage = deciding(settings, clock)
        stage.restore(store.decisions(settings.window_hours))
        return stage

    return patiently(restored, clock)


@dataclass(frozen=True, slots=True)
class Watchers:
    """Who is told while an ingest runs."""

    on_batch: Callable[[Tally], None] = lambda tally: None
    on_events: Callable[[Sequence[StoredEvent]], None] = lambda events: None


def ingesting(source: Source, store: Store, clock: Clock, settings: CliSettings, watchers: Watchers) -> InProcessRunner:
    """The whole path: from the source through every stage into the store."""
    return InProcessRunner(
        source,
        [enriching(clock), remembering(store, settings, clock)],
        StorageSink(store, watchers.on_events),
        StoreDeadLetters(store),
        originals=originals(settings),
        clock=clock,
        limits=settings.limits,
        on_batch=watchers.on_batch,
    )


def filtering(
    source: Source,
    stages: Sequence[Stage],
    sink: Sink,
    dead_letters: DeadLetters,
    *,
    clock: Clock,
    settings: CliSettings,
) -> InProcessRunner:
    """One stage, or none, between standard streams."""
    return InProcessRunner(
        source, stages, sink, dead_letters, originals=originals(settings), clock=clock, limits=settings.limits
    )
