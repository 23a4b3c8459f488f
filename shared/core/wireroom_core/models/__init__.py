"""Every message that crosses a stage, as pydantic models; the names are Wireroom's public vocabulary."""

from wireroom_core.models.annotations import (
    Agency,
    Annotation,
    Confidence,
    Date,
    Demonym,
    Entity,
    Quantity,
    Quotation,
    Sentence,
    Speaker,
)
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
    Edit,
    EnrichedArticle,
    Fingerprint,
    LanguageFlag,
    TopicScore,
)
from wireroom_core.models.stored import StoredEvent
from wireroom_core.models.times import NewsTime, earliest_utc
from wireroom_core.models.trends import Rising, SourceSilence, TrendCount, TrendKind, Width

__all__ = [
    "MAX_INLINE_ORIGINAL",
    "MAX_TEXT_BYTES",
    "Agency",
    "Annotation",
    "AnyMessage",
    "Article",
    "ArticleFields",
    "Confidence",
    "Date",
    "DeadLetter",
    "DecidedArticle",
    "Decision",
    "Demonym",
    "Edit",
    "Effects",
    "EnrichedArticle",
    "Entity",
    "Fingerprint",
    "GroupMerged",
    "LanguageFlag",
    "Message",
    "NewsTime",
    "Part",
    "Place",
    "Quantity",
    "Quotation",
    "Rising",
    "Sentence",
    "SourceRef",
    "SourceSilence",
    "Speaker",
    "StoredEvent",
    "TopicScore",
    "TrendCount",
    "TrendKind",
    "Width",
    "decode",
    "earliest_utc",
    "encode",
    "guard_text_size",
]
