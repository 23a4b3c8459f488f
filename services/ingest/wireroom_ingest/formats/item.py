"""What a format makes of a document: items as they were written, still without identity."""

from dataclasses import dataclass, field

from wireroom_core.errors import PoisonError
from wireroom_core.models.article import Signal, Status, TextQuality


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One article in the words of its format; times and addresses as they were written."""

    format: str
    guid: str | None = None
    url: str | None = None
    base: str | None = None
    """What a relative ``url`` is resolved against."""
    title: str = ""
    header: str | None = None
    text: str = ""
    trailer: str | None = None
    text_quality: TextQuality = "full"
    language: str | None = None
    published: str | None = None
    updated: str | None = None
    received: str | None = None
    origin: str | None = None
    byline: str | None = None
    status: Status = "usable"
    signal: Signal = "new"
    keywords: tuple[str, ...] = ()
    source: str | None = None
    """The publisher's name where the document itself gives it."""
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed says of itself: the last resort for the source of its articles."""

    title: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """The entries of a document in order, each an item or the reason why it is none."""

    entries: tuple[Item | PoisonError, ...]
    channel: Channel = field(default_factory=Channel)
    many: bool = True
    """False where the document is the article, so that no entry number is needed to name it."""
    truncated: bool = False
    """The document breaks off; ``entries`` are those that are whole."""
