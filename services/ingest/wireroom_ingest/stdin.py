"""Standard input: JSON lines go out as they come, anything else is read to its end first."""

import hashlib
import os
import select
from collections.abc import Iterator
from itertools import chain

from wireroom_core.batching import Handed
from wireroom_core.contracts import RawStore
from wireroom_core.errors import PoisonError
from wireroom_core.runner import patiently
from wireroom_ingest.build import HandOver
from wireroom_ingest.desk import Desk
from wireroom_ingest.formats import plain
from wireroom_ingest.lines import Line, LongLine, lines_of
from wireroom_ingest.originals import MAX_DOCUMENT, Original, Originals
from wireroom_ingest.sniff import sniff, undecided

NAME = "-"
_PIECE = 1 << 20


class StandardInput:
    """Reads the descriptor of standard input. In what it gives, a None stands where it would have to wait."""

    def __init__(self, descriptor: int, desk: Desk, raw: RawStore) -> None:
        self._descriptor = descriptor
        self._desk = desk
        self._raw = raw

    def read(self) -> Iterator[Handed | None]:
        """All that comes, in order; an empty standard input gives nothing."""
        try:
            yield from self._read()
        except PoisonError as error:
            yield self._desk.refuse(error, NAME)

    def _read(self) -> Iterator[Handed | None]:
        coming = pieces(self._descriptor)
        head = b""
        while undecided(head) and (piece := next(coming, b"")) != b"":
            if piece is None:
                yield None
            else:
                head += piece
        if _is_lines(head):
            for line in lines_of(chain([head], coming)):
                yield None if line is None else self._line(line)
        elif head.strip():
            yield from self._document(chain([head], coming))

    def _line(self, line: Line | LongLine) -> Handed:
        """The original of a line is the line itself; of one that is too long nothing is kept but its hash."""
        if isinstance(line, LongLine):
            return self._desk.refuse(line.reason, NAME, line.number, digest=line.digest)
        hand_over = HandOver(self._keep(line.body), line.number, many=False)
        return self._desk.take(lambda: plain.parse(line.body), NAME, hand_over, original=line.body)

    def _document(self, coming: Iterator[bytes | None]) -> Iterator[Handed | None]:
        body = bytearray()
        for piece in coming:
            if piece is None:
                yield None
            else:
                body += piece
            if len(body) > MAX_DOCUMENT:
                reason = f"over the {MAX_DOCUMENT >> 20} MiB that a feed or a dispatch may have"
                yield self._desk.refuse(reason, NAME, digest=hashlib.sha256(body).hexdigest())
                return
        original = Original(self._keep(bytes(body)), NAME, feed=None)
        yield from Originals(self._desk, self._raw).read(original)

    def _keep(self, body: bytes) -> str:
        return patiently(lambda: self._raw.put(body), self._desk.clock)


def pieces(descriptor: int) -> Iterator[bytes | None]:
    """What comes in on ``descriptor`` up to its end; a None stands before each wait. Raises PoisonError."""
    ready = select.poll()
    ready.register(descriptor, select.POLLIN)
    while True:
        if not ready.poll(0):
            yield None
        piece = _read(descriptor)
        if not piece:
            return
        yield piece


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, _PIECE)
    except OSError as error:
        raise PoisonError(f"standard input cannot be read: {error.strerror}") from None


def _is_lines(head: bytes) -> bool:
    try:
        return sniff(head, "") == "jsonl"
    except PoisonError:
        return False
