"""The composition root of ingest on Kafka: the inbox, the feeds and HTTP push, into ``articles.ingested``."""

import threading

from wireroom_core.clock import Clock, SystemClock
from wireroom_core.errors import FatalError
from wireroom_core.rawstore import FolderRawStore
from wireroom_ingest import sourcesfile
from wireroom_ingest.connection import Connection
from wireroom_ingest.feeds.fetches import Fetches
from wireroom_ingest.feeds.memory import FeedMemory
from wireroom_ingest.feeds.polling import Polling
from wireroom_ingest.fetch import fetch
from wireroom_ingest.inbox.watching import Inbox
from wireroom_ingest.intake import Intake
from wireroom_ingest.kafka import KafkaPublisher
from wireroom_ingest.publishing import Publisher
from wireroom_ingest.push.apikeys import ApiKeys
from wireroom_ingest.push.bodies import Bounds
from wireroom_ingest.push.end import PushEnd
from wireroom_ingest.push.receiving import Receiver
from wireroom_ingest.settings import IngestSettings
from wireroom_ingest.sources import Sources
from wireroom_service import running
from wireroom_service.running import Part


async def serve(settings: IngestSettings) -> None:
    """Take news in until a signal comes. Raises FatalError where a folder or ``sources.yaml`` cannot be used."""
    clock, stop, sources = SystemClock(), threading.Event(), declared(settings)
    with KafkaPublisher(settings.kafka_bootstrap_servers, settings.named) as publisher:
        connection = Connection(publisher)
        parts = [Part(connection, connection)]
        for name, source in (
            ("inbox", inbox(settings, sources, clock, stop)),
            ("feeds", polling(settings, sources, clock, stop)),
        ):
            if source is not None:
                intake = Intake(name, source, publisher, stop=stop, limits=settings.limits, clock=clock)
                parts.append(Part(intake, intake))
        push = pushing(settings, sources, publisher, clock)
        await running.run(settings, parts, seen=[push], routes=push.add_to)


def declared(settings: IngestSettings) -> Sources:
    """The sources that ``sources.yaml`` declares. Raises FatalError where it is wrong."""
    return Sources() if settings.sources_file is None else sourcesfile.load(settings.sources_file)


def inbox(settings: IngestSettings, sources: Sources, clock: Clock, stop: threading.Event) -> Inbox | None:
    """The watched folder, where there is one."""
    if settings.inbox_dir is None:
        return None
    return Inbox(settings.inbox_dir, sources.folders, raw=_originals(settings), clock=clock, stop=stop)


def polling(settings: IngestSettings, sources: Sources, clock: Clock, stop: threading.Event) -> Polling | None:
    """The feeds, where there are any. Raises FatalError where their state cannot be read."""
    if not sources.feeds:
        return None
    if settings.state_dir is None:
        raise FatalError("sources.yaml has feeds: WIREROOM_STATE_DIR must say where to keep what was published of them")
    memory = FeedMemory(settings.state_dir / "feeds.jsonl")
    fetches = Fetches(lambda address: fetch(address, clock))
    return Polling(sources.feeds, fetches, memory, raw=_originals(settings), clock=clock, stop=stop)


def pushing(settings: IngestSettings, sources: Sources, publisher: Publisher, clock: Clock) -> PushEnd:
    """HTTP push."""
    return PushEnd(
        Receiver(publisher, raw=_originals(settings), clock=clock),
        ApiKeys({key: sources.named(source) for key, source in settings.keys().items()}),
        bounds=Bounds(settings.push_bytes, settings.push_lines),
        in_flight=settings.push_in_flight,
    )


def _originals(settings: IngestSettings) -> FolderRawStore:
    """One for each thread: what is put and not yet synced is its own. Raises FatalError where it cannot be used."""
    store = FolderRawStore(settings.raw_dir)
    store.prepare()
    return store
