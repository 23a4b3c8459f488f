"""The composition root of ingest."""

from collections.abc import Sequence

from wireroom_core.clock import Clock
from wireroom_core.contracts import RawStore
from wireroom_ingest.source import NewsSource


def build(arguments: Sequence[str], default_source: str | None, raw: RawStore, clock: Clock) -> NewsSource:
    """The source of the news that ``arguments`` lead to."""
    return NewsSource(arguments, default_source=default_source, raw=raw, clock=clock)
