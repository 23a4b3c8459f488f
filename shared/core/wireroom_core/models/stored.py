"""What happened in the store (table ``stream``, topic ``articles.stored``)."""

from typing import Literal

from wireroom_core.models.article import SourceRef, Status
from wireroom_core.models.base import Instant, Message
from wireroom_core.models.decided import Verdict

What = Literal["stored", "current", "killed", "released", "merged"]


class StoredEvent(Message):
    """One event, final in identity and verdict. Readers skip an (epoch, stream_id) that they have seen.

    ``stored``: a delivery's content or redelivery was written; ``current``: an article goes by
    another of its known contents again; ``killed``/``released``: such a signal was written;
    ``merged``: ``group_id`` is the group that took another in.
    """

    type: Literal["stored"] = "stored"
    epoch: int
    """Milliseconds of Unix time at which the store, or its restoration, began."""
    stream_id: int
    what: What
    article_id: str
    revision: int | None = None
    verdict: Verdict | None = None
    current: bool | None = None
    """Whether the article goes by this content from then on."""
    group_id: str | None = None
    status: Status = "usable"
    language: str | None = None
    source: SourceRef | None = None
    origin: str | None = None
    topics: tuple[str, ...] = ()
    entity_ids: tuple[str, ...] = ()
    """Of its annotations, each once, in their order as texts."""
    received_at: Instant | None = None
    stored_at: Instant
