"""The article as ingest publishes it (topic ``articles.ingested``)."""

from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from wireroom_core.models.base import Instant, Message, Part
from wireroom_core.models.times import NewsTime

MAX_TEXT_BYTES = 1 << 20
"""The longest text that passes, in bytes of UTF-8. A longer one is a dead letter, its original kept."""

MAX_TITLE = 10_000
"""Characters of the longest title that passes; no headline comes near it."""

MAX_BESIDE = 256 * 1024
"""Characters of all that stands beside title and text, so that no message outgrows what a topic takes (8 MiB)."""

TextQuality = Literal["full", "teaser", "consent", "paywall", "error"]
Status = Literal["usable", "withheld", "canceled"]
Signal = Literal["new", "update", "correction", "kill", "release"]
Key = Annotated[str, Field(min_length=1, max_length=256)]


class SourceRef(Part):
    """The publisher who delivered: ``id`` is the key, ``name`` is shown."""

    id: Key
    name: str


def guard_text_size(text: str) -> str:
    """Return ``text``, or raise ValueError where its UTF-8 form is over ``MAX_TEXT_BYTES``."""
    size = len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
    if size > MAX_TEXT_BYTES:
        raise ValueError(f"the text has {size:,} bytes, more than the {MAX_TEXT_BYTES:,} that pass")
    return text


class ArticleFields(Message):
    """What an article carries through every stage."""

    delivery_id: Key
    article_id: Key
    content_hash: Key
    trace_id: str
    source: SourceRef
    feed: str | None = None
    origin: str | None = None
    guid: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    title: Annotated[str, Field(max_length=MAX_TITLE)] = ""
    header: str | None = None
    text: str = ""
    trailer: str | None = None
    text_quality: TextQuality = "full"
    language_declared: str | None = None
    published_at: NewsTime | None = None
    updated_at: NewsTime | None = None
    received_at: Instant
    byline: str | None = None
    dateline: str | None = None
    status: Status = "usable"
    signal: Signal = "new"
    version: int | None = None
    supersedes: str | None = None
    embargo_until: Instant | None = None
    urgency: int | None = None
    subjects: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    usage_terms: str | None = None
    format: str
    raw_ref: str | None = None
    repairs: tuple[str, ...] = ()
    passed: dict[str, Instant] = Field(default_factory=dict[str, datetime])
    """Stage → the time at which the article left it."""

    @model_validator(mode="after")
    def _has_content(self) -> Self:
        guard_text_size(self.text)
        if (beside := self._length_beside()) > MAX_BESIDE:
            raise ValueError(f"{beside:,} characters stand beside the text, more than the {MAX_BESIDE:,} that pass")
        if not (self.text or self.title or self.is_signal_only):
            raise ValueError("the article has neither text nor title")
        return self

    def _length_beside(self) -> int:
        """Of what is as long as whoever delivered it made it, but for title and text."""
        told = (self.header, self.trailer, self.byline, self.dateline, self.origin, self.guid, self.url, self.feed)
        lists = (self.subjects, self.keywords, self.repairs)
        terms = len(self.usage_terms or "") + len(self.canonical_url or "")
        return terms + sum(len(one) for one in told if one) + sum(len(one) for each in lists for one in each)

    @property
    def is_signal_only(self) -> bool:
        """True for a kill or a release: it says something of an article and is none itself."""
        return self.signal in ("kill", "release")


class Article(ArticleFields):
    """One delivered article, parsed and identified; nothing of it is interpreted yet."""

    type: Literal["article"] = "article"
