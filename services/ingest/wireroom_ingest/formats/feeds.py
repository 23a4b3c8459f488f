"""RSS and Atom, read with feedparser."""

import io
import re
from typing import Any

import feedparser

from wireroom_core.errors import PoisonError
from wireroom_core.models.article import TextQuality
from wireroom_ingest.formats.html import fold, to_line, to_text
from wireroom_ingest.formats.item import Channel, Document, Item
from wireroom_ingest.formats.outline import Outline, outline

_HEADERS = {"content-type": "application/xml; charset=utf-8"}
_REFERENCE = re.compile(r"&#(?:x(?P<hex>[0-9a-f]{1,8})|(?P<decimal>[0-9]{1,9}));?", re.IGNORECASE)
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_CUT_OFF = re.compile(r"(?:…|\.\.\.)\W*$")
_FULL_PARAGRAPHS, _FULL_WORDS = 3, 150
"""A description of at least so many paragraphs and words that is not cut off is no teaser but the story."""


def parse(text: str, base: str | None) -> Document:
    """The whole items of the feed in ``text``; ``base`` is the address that it came from.

    A feed that breaks off (its root element is not closed) gives the items before the cut; one that
    is complete but not well-formed is read leniently, which its items' repairs say. Raises PoisonError
    where feedparser finds no feed.
    """
    found = outline(text)
    if not (found.closed or found.items):
        return Document((), truncated=True)
    parsed = _read(text if found.closed else found.whole_items(text))
    if not (parsed["version"] or parsed["entries"]):
        raise PoisonError(f"unknown format: XML with the root <{found.root}>, not a feed")
    channel = Channel(_line(parsed["feed"], "title") or None, dict.get(parsed["feed"], "link"))
    reader = _Reader(parsed, base or channel.link)
    full = _full_text_elements(found, len(parsed["entries"]))
    entries = tuple(reader.item(entry, has_full) for entry, has_full in zip(parsed["entries"], full, strict=True))
    return Document(entries, channel, truncated=not found.closed)


def _read(text: str) -> Any:  # noqa: ANN401 - feedparser is not typed
    """As bytes in a buffer, since feedparser takes a string for a file's name or an address.

    Entities are never expanded nor fetched: it removes their declarations before it parses.
    """
    # Its lenient parser makes lone surrogates of references to them, and then fails on the whole feed.
    body = io.BytesIO(_REFERENCE.sub(_no_surrogate, text).encode("utf-8", "replace"))
    try:
        return feedparser.parse(body, response_headers=_HEADERS, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:
        # Its lenient parser has been seen to fail with errors of many kinds.
        raise PoisonError(f"the feed cannot be read: {type(error).__name__}: {error}") from error


def _no_surrogate(reference: re.Match[str]) -> str:
    number = int(reference["hex"], 16) if reference["hex"] else int(reference["decimal"])
    return "\ufffd" if number == 0 or 0xD800 <= number <= 0xDFFF else reference[0]


def _full_text_elements(found: Outline, count: int) -> list[bool]:
    """For each entry whether it has an element of full text of its own; a guess where the lenient parser differs."""
    return found.items if len(found.items) == count else [True] * count


class _Reader:
    def __init__(self, parsed: Any, base: str | None) -> None:  # noqa: ANN401 - feedparser is not typed
        self._rss = parsed["version"].startswith("rss")
        self._language = dict.get(parsed["feed"], "language")
        self._base = base
        self._repairs = ("not well-formed XML: read leniently",) if parsed["bozo"] else ()

    def item(self, entry: dict[str, Any], has_full_text: bool) -> Item:
        text, quality = self._text(entry, has_full_text)
        published, updated = self._times(entry)
        return Item(
            format="rss" if self._rss else "atom",
            guid=dict.get(entry, "id"),
            url=_link(entry),
            base=self._base,
            title=_line(entry, "title"),
            text=text,
            text_quality=quality,
            language=self._language_of(entry),
            published=published,
            updated=updated,
            byline=_byline(entry),
            keywords=_keywords(entry),
            repairs=self._repairs,
        )

    def _text(self, entry: dict[str, Any], has_full_text: bool) -> tuple[str, TextQuality]:
        full = _content(entry) if has_full_text else ""
        if full:
            return full, "full"
        summary = _plain(dict.get(entry, "summary"), dict.get(entry, "summary_detail"))
        # Atom's summary says that it is one; RSS 2.0 without its content module has nowhere else for the story.
        return summary, "full" if self._rss and not has_full_text and _is_story(summary) else "teaser"

    def _times(self, entry: dict[str, Any]) -> tuple[str | None, str | None]:
        """``published`` and ``updated`` as written; the one date of RSS 1.0 (dc:date) is that of publication."""
        published, updated = dict.get(entry, "published"), dict.get(entry, "updated")
        return (updated, None) if self._rss and not published else (published, updated)

    def _language_of(self, entry: dict[str, Any]) -> str | None:
        details = [*dict.get(entry, "content", ()), dict.get(entry, "title_detail") or {}]
        own = [dict.get(entry, "language"), *(detail.get("language") for detail in details)]
        return next((language for language in own if language), self._language)


def _content(entry: dict[str, Any]) -> str:
    """The first content that is text; an Atom feed may carry pictures and sound so too."""
    texts = (
        _plain(content.get("value"), content)
        for content in dict.get(entry, "content", ())
        if _type(content).startswith("text/") or _type(content) in _HTML
    )
    return next((text for text in texts if text), "")


def _is_story(summary: str) -> bool:
    long_enough = summary.count("\n\n") + 1 >= _FULL_PARAGRAPHS and len(summary.split()) >= _FULL_WORDS
    return long_enough and not _CUT_OFF.search(summary[-20:])


def _plain(value: str | None, detail: dict[str, Any] | None) -> str:
    return to_text(value or "") if _type(detail) in _HTML else (value or "").strip()


def _line(record: dict[str, Any], name: str) -> str:
    value = dict.get(record, name) or ""
    return to_line(value) if _type(dict.get(record, f"{name}_detail")) in _HTML else fold(value)


def _type(detail: dict[str, Any] | None) -> str:
    """The media type of a text; what feedparser's lenient parser leaves without one is mostly HTML."""
    return (detail or {}).get("type") or "text/html"


def _link(entry: dict[str, Any]) -> str | None:
    """An entry without a link has been lent its id by feedparser, which in Atom need not be an address."""
    links = [link["href"] for link in dict.get(entry, "links", ()) if link.get("rel") == "alternate" and "href" in link]
    link = dict.get(entry, "link") or next(iter(links), None)
    return None if link == dict.get(entry, "id") and not str(link).lower().startswith("http") else link


def _byline(entry: dict[str, Any]) -> str | None:
    authors = [author.get("name") for author in dict.get(entry, "authors", ())]
    # feedparser takes mail addresses apart wrongly, so that one author goes by the whole string.
    names = authors if len(authors) > 1 else [dict.get(entry, "author")]
    return ", ".join(_person(name) for name in names if name) or None


def _person(name: str) -> str:
    """The name in "mail@host (Name)", "Name <mail@host>" or "Name (mail@host)", as it is where there is no mail."""
    words = name.split()
    without = [word for word in words if "@" not in word]
    return " ".join(words) if without in ([], words) else " ".join(without).strip("()<>")


def _keywords(entry: dict[str, Any]) -> tuple[str, ...]:
    words = (fold(tag.get("label") or tag.get("term") or "") for tag in dict.get(entry, "tags", ()))
    return tuple(dict.fromkeys(word for word in words if word))
