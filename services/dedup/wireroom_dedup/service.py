"""The composition root of dedup on Kafka."""

from datetime import timedelta
from functools import partial
from typing import cast

from wireroom_core.models import (
    AnyMessage,
    DecidedArticle,
    Decision,
    EnrichedArticle,
    GroupMerged,
    Message,
    decode,
    encode,
)
from wireroom_core.settings import ServiceSettings
from wireroom_core.topology import DEAD, DECIDED, ENRICHED, STATE, language_partition
from wireroom_dedup import factory
from wireroom_dedup.settings import DedupSettings
from wireroom_kafka.memory import Memory, MemoryWork
from wireroom_kafka.processing import Route
from wireroom_kafka.producing import Output
from wireroom_kafka.workshop import Workshop
from wireroom_service import running


class DedupServiceSettings(ServiceSettings, DedupSettings):
    """What the service can be told."""


async def serve(settings: DedupServiceSettings) -> None:
    """Decide until a signal comes."""
    shop = running.workshop(settings, "dedup")
    await running.run(settings, [running.consumer("dedup", work(settings, shop), shop)])


def work(settings: DedupSettings, shop: Workshop) -> MemoryWork:
    """Dedup as work on Kafka."""
    build = partial(factory.build, settings, shop.clock)
    reach = timedelta(hours=settings.window_hours)
    memory = Memory(settings.named(STATE.name), STATE.partitions, build, _record, Decision.model_validate_json, reach)
    decided = settings.named(DECIDED.name)
    address = partial(_address, decided)
    route = Route(settings.named(ENRICHED.name), _decode, address, [decided], settings.named(DEAD.name))
    return MemoryWork(route, memory, shop)


def _decode(value: bytes) -> AnyMessage:
    return decode(value, EnrichedArticle)


def _address(topic: str, message: Message) -> list[Output]:
    """A merge goes where the article that caused it goes, before it."""
    partition = language_partition(cast("DecidedArticle | GroupMerged", message).language)
    return [Output(topic, partition, None, encode(message))]


def _record(message: Message) -> bytes | None:
    """The decision is what is remembered; kills, releases and merges leave none."""
    decision = message.decision if isinstance(message, DecidedArticle) else None
    return None if decision is None else decision.model_dump_json().encode()
