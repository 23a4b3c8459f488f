"""The composition root of storage on Kafka: the articles, the dead letters, and the relay."""

from dataclasses import replace

from wireroom_core.clock import SystemClock
from wireroom_core.models import AnyMessage, DeadLetter, DecidedArticle, GroupMerged, decode
from wireroom_core.topology import DEAD, DECIDED, STORED
from wireroom_kafka.sink import SinkWork
from wireroom_service import running
from wireroom_service.running import Part
from wireroom_storage.relay import Relay
from wireroom_storage.settings import StorageSettings
from wireroom_storage.sink import DeadLetterSink, StorageSink
from wireroom_store.writer import Store


async def serve(settings: StorageSettings) -> None:
    """Store until a signal comes."""
    await running.run(settings, [articles(settings), dead_letters(settings), relay(settings)])


def articles(settings: StorageSettings) -> Part:
    """``articles.decided`` into the store."""
    shop = running.workshop(settings, "storage")
    sink = StorageSink(_store(settings))
    work = SinkWork(sink, settings.named(DECIDED.name), _decode_article, settings.named(DEAD.name), shop)
    return running.consumer("storage", work, shop)


def dead_letters(settings: StorageSettings) -> Part:
    """Topic ``dead`` into the store; what it cannot keep is a stop, never the dead letter of a dead letter."""
    shop = running.workshop(settings, "storage.dead")
    work = SinkWork(DeadLetterSink(_store(settings)), settings.named(DEAD.name), _decode_letter, None, shop)
    return running.consumer("dead letters", work, shop)


def relay(settings: StorageSettings) -> Part:
    """The stream into ``articles.stored``."""
    topic = replace(STORED, name=settings.named(STORED.name))
    options = running.options(settings, "relay")
    made = Relay(settings.database_url.get_secret_value(), options, topic, SystemClock())
    return Part(made, made)


def _store(settings: StorageSettings) -> Store:
    """A connection of its own: each consumer has a thread of its own."""
    return Store(settings.database_url.get_secret_value(), "kafka")


def _decode_article(value: bytes) -> AnyMessage:
    return decode(value, DecidedArticle, GroupMerged)


def _decode_letter(value: bytes) -> AnyMessage:
    return decode(value, DeadLetter)
