"""Which events count, what they count for, and in which bucket. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from wireroom_core.models import StoredEvent, TrendKind, Width

WIDTHS: dict[Width, timedelta] = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1), "day": timedelta(days=1)}
ORIGINALS = ("original", "template_sibling")
"""Verdicts of what is nobody's copy; under all others something known came again."""


class Thing(NamedTuple):
    """What is counted."""

    kind: TrendKind
    name: str


class Cell(NamedTuple):
    """A thing in a bucket, by the bucket's first instant."""

    start: datetime
    kind: TrendKind
    name: str


class Count(NamedTuple):
    """Articles in a bucket."""

    originals: int
    copies: int

    def plus(self, other: "Count") -> "Count":
        """Both together."""
        return Count(self.originals + other.originals, self.copies + other.copies)


def counts(event: StoredEvent) -> bool:
    """Whether ``event`` is counted: something was stored, and is not withheld (a rising name would tell an embargo)."""
    return event.what == "stored" and event.status != "withheld" and event.received_at is not None


def things(event: StoredEvent) -> Iterator[Thing]:
    """What ``event`` counts for, each once."""
    for entity in event.entity_ids:
        yield Thing("entity", entity)
    for topic in dict.fromkeys(event.topics):
        yield Thing("topic", topic)
    if event.source is not None:
        yield Thing("source", event.source.id)
    if event.origin:
        yield Thing("origin", event.origin)
    if event.verdict is not None:
        yield Thing("verdict", event.verdict)


def begin(instant: datetime, width: Width) -> datetime:
    """The first instant of the bucket that holds ``instant``, which is in UTC."""
    minute = instant.replace(second=0, microsecond=0)
    if width == "minute":
        return minute
    return minute.replace(minute=0) if width == "hour" else minute.replace(minute=0, hour=0)


def tally(events: Iterable[StoredEvent]) -> dict[Cell, Count]:
    """What ``events`` add to buckets of a minute."""
    found: dict[datetime, dict[Thing, list[int]]] = {}
    for event in events:
        if not counts(event) or event.received_at is None:
            continue
        bucket = found.setdefault(begin(event.received_at, "minute"), {})
        copy = event.verdict not in ORIGINALS
        for thing in things(event):
            bucket.setdefault(thing, [0, 0])[copy] += 1
    return {Cell(start, *thing): Count(*count) for start, bucket in found.items() for thing, count in bucket.items()}


def rolled(cells: Mapping[Cell, Count], width: Width) -> dict[Cell, Count]:
    """The same in buckets of ``width``."""
    found: dict[Cell, Count] = {}
    for cell, count in cells.items():
        wider = cell._replace(start=begin(cell.start, width))
        found[wider] = found.get(wider, Count(0, 0)).plus(count)
    return found
