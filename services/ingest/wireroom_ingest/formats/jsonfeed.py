"""JSON Feed, versions 1 and 1.1."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from wireroom_core.errors import PoisonError
from wireroom_core.models.article import TextQuality
from wireroom_core.models.codec import reason_of
from wireroom_ingest.formats.html import fold, to_text
from wireroom_ingest.formats.item import Channel, Document, Item


def _number_as_text(value: object) -> object:
    """The specification has readers take a number for an id as its text."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if is_number else value


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore")


class _Author(_Part):
    name: str | None = None


class _Entry(_Part):
    id: Annotated[str, BeforeValidator(_number_as_text)]
    url: str | None = None
    title: str | None = None
    content_html: str | None = None
    content_text: str | None = None
    summary: str | None = None
    date_published: str | None = None
    date_modified: str | None = None
    author: _Author | None = None
    authors: list[_Author] | None = None
    tags: list[str] | None = None
    language: str | None = None


class _Feed(_Part):
    title: str | None = None
    home_page_url: str | None = None
    feed_url: str | None = None
    language: str | None = None
    items: list[Any]


def parse(text: str, base: str | None) -> Document:
    """The items of the feed in ``text``; ``base`` is the address that it came from.

    An item of wrong types stands as the PoisonError that says so. Raises PoisonError where the feed
    itself is no JSON Feed.
    """
    try:
        feed = _Feed.model_validate_json(text)
    except ValidationError as error:
        raise PoisonError(f"no JSON Feed: {reason_of(error)}") from None
    base = base or feed.feed_url or feed.home_page_url
    entries = tuple(_entry(raw, feed, base) for raw in feed.items)
    return Document(entries, Channel(feed.title, feed.home_page_url))


def _entry(raw: object, feed: _Feed, base: str | None) -> Item | PoisonError:
    try:
        entry = _Entry.model_validate(raw)
    except ValidationError as error:
        return PoisonError(reason_of(error))
    text, quality = _text(entry)
    return Item(
        format="jsonfeed",
        guid=entry.id,
        url=entry.url,
        base=base,
        title=fold(entry.title or ""),
        text=text,
        text_quality=quality,
        language=entry.language or feed.language,
        published=entry.date_published,
        updated=entry.date_modified,
        byline=_byline(entry),
        keywords=tuple(dict.fromkeys(entry.tags or ())),
    )


def _text(entry: _Entry) -> tuple[str, TextQuality]:
    text = (entry.content_text or "").strip() or to_text(entry.content_html or "")
    return (text, "full") if text else ((entry.summary or "").strip(), "teaser")


def _byline(entry: _Entry) -> str | None:
    authors = entry.authors or ([entry.author] if entry.author else [])
    return ", ".join(author.name for author in authors if author.name) or None
