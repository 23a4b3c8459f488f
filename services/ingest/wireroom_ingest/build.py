"""From an item to an Article: mended, its times and addresses read, identified."""

import uuid
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from wireroom_core.errors import PoisonError
from wireroom_core.models import Article, earliest_utc
from wireroom_core.models.codec import reason_of
from wireroom_ingest import identity
from wireroom_ingest.encoding import mend
from wireroom_ingest.formats.item import Channel, Item
from wireroom_ingest.publisher import Assignment, source_of
from wireroom_ingest.times import news_time, read
from wireroom_ingest.urls import address


@dataclass(frozen=True, slots=True)
class HandOver:
    """Where an item came in: its original (``ref``), its number there, and the channel."""

    ref: str
    number: int
    feed: str | None = None
    many: bool = True
    """The original holds several entries, so that the number belongs to the reference of each."""
    known_by: str | None = None
    """What the delivery is known by, with the number, where that is not its original: a push's key."""

    @property
    def raw_ref(self) -> str:
        """The reference of the original, with the entry's number where it has several."""
        return f"{self.ref}#{self.number}" if self.many else self.ref


def article(item: Item, hand_over: HandOver, *, assigned: Assignment, channel: Channel, now: datetime) -> Article:
    """The Article of ``item``, handed over at ``now``. Raises PoisonError with the reason in one line."""
    item = _mended(item)
    source = source_of(item.source, assigned, channel)
    known = assigned if assigned.describes(source) else Assignment()
    received_at, late = _received(item.received, now)
    published_at, early = news_time(item.published, "published_at", received_at)
    updated_at, early_too = news_time(item.updated, "updated_at", received_at)
    link = address(item.url, item.base)
    found = {
        "source": source,
        "language_declared": item.language or known.language,
        "usage_terms": known.usage_terms,
        "url": link.url,
        "canonical_url": link.canonical_url,
        "published_at": published_at,
        "updated_at": updated_at,
        "received_at": received_at,
        "repairs": (*item.repairs, *link.repairs, *late, *early, *early_too),
        "delivery_id": identity.delivery_id(source.id, hand_over.known_by or hand_over.ref, hand_over.number),
        "trace_id": uuid.uuid4().hex,
        "feed": hand_over.feed,
        "raw_ref": hand_over.raw_ref,
        "passed": {"ingest": now},
    }
    return _validated(_content(item) | found)


def passed_on(given: Article, now: datetime) -> Article:
    """An Article of another Wireroom, as it is; only its time of reception is capped at ``now``."""
    return given.model_copy(update={"received_at": min(given.received_at, now)})


def _mended(item: Item) -> Item:
    repairs: list[str] = []
    clean: dict[str, Any] = {}
    for name in (each.name for each in fields(item) if each.name != "repairs"):
        clean[name], found = _mended_value(getattr(item, name))
        repairs += [f"{name}: {what}" for what in found]
    return replace(item, **clean, repairs=(*item.repairs, *repairs))


def _mended_value(value: str | tuple[str, ...] | None) -> tuple[str | tuple[str, ...] | None, list[str]]:
    if isinstance(value, tuple):
        pairs = [mend(each) for each in value]
        return tuple(text for text, _ in pairs), [what for _, found in pairs for what in found]
    if value is None:
        return None, []
    text, found = mend(value)
    return text.strip(), found


def _received(given: str | None, now: datetime) -> tuple[datetime, list[str]]:
    if not given:
        return now, []
    instant = earliest_utc(read(given))
    if instant is None:
        return now, ["received is no time that can be read: taken as now"]
    return min(instant, now), []


def _content(item: Item) -> dict[str, Any]:
    return {
        "guid": item.guid or None,
        "title": item.title,
        "header": item.header or None,
        "text": item.text,
        "trailer": item.trailer or None,
        "text_quality": item.text_quality if item.text else "teaser",
        "origin": item.origin or None,
        "byline": item.byline or None,
        "status": item.status,
        "signal": item.signal,
        "keywords": item.keywords,
        "format": item.format,
    }


def _validated(values: dict[str, Any]) -> Article:
    """The Article of ``values``, with the identity that follows from them."""
    unidentified = {"article_id": "-", "content_hash": "-"}
    try:
        draft = Article.model_validate(values | unidentified)
    except ValidationError as error:
        raise PoisonError(reason_of(error)) from None
    return draft.model_copy(update={"article_id": _article_id(draft), "content_hash": _content_hash(draft)})


def _article_id(draft: Article) -> str:
    return identity.article_id(
        draft.source.id, guid=draft.guid, canonical_url=draft.canonical_url, title=draft.title, text=draft.text
    )


def _content_hash(draft: Article) -> str:
    return identity.content_hash(
        title=draft.title,
        text=draft.text,
        byline=draft.byline,
        dateline=draft.dateline,
        header=draft.header,
        trailer=draft.trailer,
        status=draft.status,
        embargo_until=draft.embargo_until,
        usage_terms=draft.usage_terms,
    )
