"""The composition root of enrichment on Kafka."""

import os
from functools import partial
from typing import cast

from wireroom_core.clock import SystemClock
from wireroom_core.models import AnyMessage, Article, EnrichedArticle, Message, decode, encode
from wireroom_core.topology import DEAD, ENRICHED, INGESTED, language_partition
from wireroom_enrichment import factory
from wireroom_enrichment.child import Terms
from wireroom_enrichment.children import Children
from wireroom_enrichment.settings import EnrichmentSettings
from wireroom_kafka.processing import Route
from wireroom_kafka.producing import Output
from wireroom_kafka.stateless import StatelessWork
from wireroom_service import running


async def serve(settings: EnrichmentSettings) -> None:
    """Enrich until a signal comes."""
    shop = running.workshop(settings, "enrichment")
    terms = Terms(
        settings.processes or len(os.sched_getaffinity(0)),
        settings.article_seconds,
        settings.log_level,
        settings.log_format,
    )
    with Children(partial(factory.build, SystemClock()), terms) as stage:
        work = StatelessWork(stage, _route(settings), shop)
        await running.run(settings, [running.consumer("enrichment", work, shop)])


def _route(settings: EnrichmentSettings) -> Route:
    enriched = settings.named(ENRICHED.name)
    address = partial(_address, enriched)
    return Route(settings.named(INGESTED.name), _decode, address, [enriched], settings.named(DEAD.name))


def _decode(value: bytes) -> AnyMessage:
    return decode(value, Article)


def _address(topic: str, message: Message) -> list[Output]:
    """All articles of a language meet on one partition, where dedup decides them in order."""
    partition = language_partition(cast("EnrichedArticle", message).language)
    return [Output(topic, partition, None, encode(message))]
