"""Every message that crosses a stage, as pydantic models; the names are Wireroom's public vocabulary."""

from wireroom_core.models.article import (
    MAX_TEXT_BYTES,
    Article,
    ArticleFields,
    SourceRef,
    guard_text_size,
)
from wireroom_core.models.base import Message, Part
from wireroom_core.models.codec import AnyMessage, decode, encode
from wireroom_core.models.deadletter import MAX_INLINE_ORIGINAL, DeadLetter, Place
from wireroom_core.models.decided import DecidedArticle, Decision, Effects, GroupMerged
from wireroom_core.models.enriched import (
    Annotation,
    Edit,
    EnrichedArticle,
    Fingerprint,
    Speaker,
    TopicScore,
)
from wireroom_core.models.stored import StoredEvent
from wireroom_core.models.times import NewsTime, earliest_utc

__all__ = [
    "MAX_INLINE_ORIGINAL",
    "MAX_TEXT_BYTES",
    "Annotation",
    "AnyMessage",
    "Article",
    "ArticleFields",
    "DeadLetter",
    "DecidedArticle",
    "Decision",
    "Edit",
    "Effects",
    "EnrichedArticle",
    "Fingerprint",
    "GroupMerged",
    "Message",
    "NewsTime",
    "Part",
    "Place",
    "SourceRef",
    "Speaker",
    "StoredEvent",
    "TopicScore",
    "decode",
    "earliest_utc",
    "encode",
    "guard_text_size",
]
