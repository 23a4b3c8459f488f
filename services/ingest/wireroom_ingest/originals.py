"""From an original in the raw store to what the source hands over."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from wireroom_core.batching import Handed, in_batches
from wireroom_core.clock import Clock
from wireroom_core.contracts import Limits, RawStore
from wireroom_core.errors import PoisonError
from wireroom_core.models import MAX_INLINE_ORIGINAL, Article, DeadLetter
from wireroom_core.runner import patiently
from wireroom_ingest import documents
from wireroom_ingest.build import HandOver
from wireroom_ingest.desk import Desk, attempt
from wireroom_ingest.formats import plain
from wireroom_ingest.formats.item import Document, Item
from wireroom_ingest.lines import Line, LongLine, lines_of
from wireroom_ingest.sniff import HEAD, sniff

MAX_DOCUMENT = 64 << 20
"""A larger feed or dispatch is refused; JSON lines may be of any size."""
_PIECE = 1 << 20


def durable_batches(
    handed: Iterable[Handed | None], limits: Limits, raw: RawStore, clock: Clock
) -> Iterator[list[Handed]]:
    """``handed`` in batches, the originals of each durable before it goes out; trouble with ``raw`` is waited out."""
    for batch in in_batches(handed, limits):
        patiently(raw.sync, clock)
        yield batch


@dataclass(frozen=True, slots=True)
class Original:
    """A document in the raw store under ``ref``, and where it came from."""

    ref: str
    file: str
    """As the argument gave it, "-" for standard input."""
    feed: str | None
    suffix: str = ""
    base: str | None = None
    """The address that it came from."""

    def hand_over(self, number: int, *, many: bool = True) -> HandOver:
        """The hand-over of its entry ``number``."""
        return HandOver(self.ref, number, self.feed, many)


@dataclass(frozen=True, slots=True)
class Originals:
    """Reads originals back from the raw store; of JSON lines only a piece is held at a time."""

    desk: Desk
    raw: RawStore

    def read(self, original: Original) -> Iterator[Handed]:
        """All that ``original`` holds, in order: deliveries, and dead letters for what is refused."""
        path = self.raw.path(original.ref)
        with path.open("rb") as file:
            head = file.read(HEAD)
        kind = attempt(lambda: sniff(head, original.suffix), original.file)
        if kind == "jsonl":
            yield from self._lines(original, path)
        elif isinstance(kind, PoisonError):
            yield self._refuse(original, kind, path)
        elif path.stat().st_size > MAX_DOCUMENT:
            yield self._refuse(original, f"over the {MAX_DOCUMENT >> 20} MiB that a feed or a dispatch may have", path)
        else:
            yield from self._document(original, path)

    def _lines(self, original: Original, path: Path) -> Iterator[Handed]:
        for line in lines_of(_pieces(path)):
            if line is None:  # a file is never waited for
                continue
            hand_over = original.hand_over(line.number)
            if isinstance(line, LongLine):
                yield self.desk.refuse(line.reason, original.file, line.number, raw_ref=hand_over.raw_ref)
            else:
                yield self.desk.take(_parser(line), original.file, hand_over, original=line.body)

    def _document(self, original: Original, path: Path) -> Iterator[Handed]:
        body = path.read_bytes()
        document = attempt(lambda: documents.parse(body, original.suffix, original.base), original.file)
        if isinstance(document, PoisonError):
            yield self._refuse(original, document, path)
        else:
            yield from self._entries(original, document, body)

    def _entries(self, original: Original, document: Document, body: bytes) -> Iterator[Handed]:
        # An entry of several is its document's reference with its number; all of the document would mislead.
        shown = None if document.many else body
        for number, entry in enumerate(document.entries, start=1):
            hand_over = original.hand_over(number, many=document.many)
            yield self.desk.take(_given(entry), original.file, hand_over, channel=document.channel, original=shown)
        if document.truncated:
            count = len(document.entries)
            yield self.desk.refuse(
                f"truncated after item {count}", original.file, count + 1, original=body, raw_ref=original.ref
            )

    def _refuse(self, original: Original, reason: str | PoisonError, path: Path) -> DeadLetter:
        """The dead letter of a whole document."""
        inline = path.read_bytes() if path.stat().st_size <= MAX_INLINE_ORIGINAL else None
        return self.desk.refuse(reason, original.file, original=inline, raw_ref=original.ref)


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def _parser(line: Line) -> Callable[[], Item | Article]:
    return lambda: plain.parse(line.body)


def _given(entry: Item | PoisonError) -> Callable[[], Item]:
    def give() -> Item:
        if isinstance(entry, PoisonError):
            raise entry
        return entry

    return give
