"""From the bytes of a document to its items."""

from dataclasses import replace

from wireroom_core.errors import PoisonError
from wireroom_ingest.encoding import decode, decode_xml, mend
from wireroom_ingest.formats import dispatch, feeds, jsonfeed
from wireroom_ingest.formats.item import Document, Item
from wireroom_ingest.sniff import HEAD, Kind, sniff


def parse(body: bytes, suffix: str, base: str | None) -> Document:
    """The items of a feed, a JSON Feed or a dispatch; ``base`` is the address that it came from.

    Raises PoisonError where ``body`` is none of these.
    """
    kind = sniff(body[:HEAD], suffix)
    text, broken = decode_xml(body) if kind == "feed" else decode(body)
    text, mended = mend(text)
    document = _parse(kind, text, suffix, base)
    repairs = (*broken, *mended)
    return replace(document, entries=tuple(_repaired(entry, repairs) for entry in document.entries))


def _parse(kind: Kind, text: str, suffix: str, base: str | None) -> Document:
    if kind == "feed":
        return feeds.parse(text, base)
    if kind == "jsonfeed":
        return jsonfeed.parse(text, base)
    return Document((dispatch.parse(text, named_text=suffix == ".txt"),), many=False)


def _repaired(entry: Item | PoisonError, repairs: tuple[str, ...]) -> Item | PoisonError:
    return replace(entry, repairs=(*repairs, *entry.repairs)) if isinstance(entry, Item) else entry
