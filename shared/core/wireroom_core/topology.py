"""The whole topology on one page: topics, who writes and reads them, keys, partitions, retention.

The README's diagram is checked against this page; topics are created from it.
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

LANGUAGE_PARTITIONS = {"und": 0, "fr": 1, "en": 2, "nl": 3, "de": 4, "es": 5}
"""Language → partition, explicit since hashing puts fr and en together. Others share the partition of ``und``."""

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: what decides a message's partition, how many there are, how long it is kept."""

    name: str
    partition_by: Literal["article_id", "language", "name", "none"]
    partitions: int
    retention: timedelta
    max_message_bytes: int = 8 << 20


INGESTED = Topic("articles.ingested", "article_id", 6, WEEK)
ENRICHED = Topic("articles.enriched", "language", len(LANGUAGE_PARTITIONS), WEEK)
DECIDED = Topic("articles.decided", "language", len(LANGUAGE_PARTITIONS), WEEK)
STATE = Topic("dedup.state", "language", len(LANGUAGE_PARTITIONS), WEEK)
STORED = Topic("articles.stored", "article_id", 6, WEEK)
COUNTS = Topic("trends.counts", "name", 6, WEEK)
RISING = Topic("trends.rising", "name", 1, WEEK)
SILENT = Topic("sources.silent", "name", 1, WEEK)
DEAD = Topic("dead", "none", 1, WEEK)
TOPICS = (INGESTED, ENRICHED, DECIDED, STATE, STORED, COUNTS, RISING, SILENT, DEAD)


def topics(prefix: str) -> list[Topic]:
    """All topics, each name after ``prefix``."""
    return [replace(topic, name=prefix + topic.name) for topic in TOPICS]


@dataclass(frozen=True, slots=True)
class Route:
    """A stage between its topics; ``memory`` is the topic that restores it."""

    stage: str
    reads: Topic | None
    writes: Topic | None
    memory: Topic | None = None


ROUTES = (
    Route("ingest", None, INGESTED),
    Route("enrichment", INGESTED, ENRICHED),
    Route("dedup", ENRICHED, DECIDED, memory=STATE),
    Route("storage", DECIDED, STORED),
    Route("trends", STORED, COUNTS),
)


def language_partition(language: str) -> int:
    """The partition that articles of ``language`` share."""
    return LANGUAGE_PARTITIONS.get(language, LANGUAGE_PARTITIONS["und"])


def diagram() -> str:
    """The main path as one line of text for each stage, as the README shows it."""
    lines = [f"{'topic read':<18} {'stage':<11} topic written"]
    for route in ROUTES:
        reads = route.reads.name if route.reads else "(news)"
        writes = route.writes.name if route.writes else ""
        memory = f"  (memory: {route.memory.name})" if route.memory else ""
        lines.append(f"{reads:<18} {route.stage:<11} {writes}{memory}")
    return "\n".join(lines)
