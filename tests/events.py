"""Events of the stream, for tests."""

from datetime import timedelta
from typing import Any

from tests.fakes import BEGIN
from wireroom_core.models import StoredEvent

EPOCH = 1_764_000_000_000


def stored(number: int, **changes: Any) -> StoredEvent:
    """A stored original of Belga's, received at ``BEGIN``; ``number`` is its stream id."""
    fields: dict[str, Any] = {
        "epoch": EPOCH,
        "stream_id": number,
        "what": "stored",
        "article_id": f"article-{number}",
        "revision": 1,
        "verdict": "original",
        "source": {"id": "belga", "name": "Belga"},
        "language": "fr",
        "received_at": BEGIN,
        "stored_at": BEGIN + timedelta(seconds=1),
    }
    return StoredEvent.model_validate(fields | changes)
