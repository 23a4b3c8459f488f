"""A stream of bytes cut into lines, of which only one is held at a time."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

MAX_LINE = 8 << 20
"""A longer line is refused."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end and the white space around it; ``number`` counts from 1."""

    number: int
    body: bytes


@dataclass(frozen=True, slots=True)
class LongLine:
    """A line over ``MAX_LINE``, of which only the size and the SHA-256 were kept."""

    number: int
    size: int
    digest: str

    @property
    def reason(self) -> str:
        """Why it is refused."""
        return f"a line of {self.size:,} bytes, over the {MAX_LINE >> 20} MiB that a line may have"


def lines_of(pieces: Iterable[bytes | None]) -> Iterator[Line | LongLine | None]:
    """The lines of what comes in ``pieces``, but for the blank ones, which count.

    A None among the pieces, which stands before a wait, is passed on.
    """
    lines = Lines()
    for piece in pieces:
        if piece is None:
            yield None
        else:
            yield from lines.feed(piece)
    yield from lines.end()


@dataclass(slots=True)
class Lines:
    """Takes pieces of any size and gives the lines that are complete and not blank."""

    _number: int = 0
    _size: int = 0
    _pieces: list[bytes] = field(default_factory=list)
    _hash: "hashlib._Hash | None" = None

    def feed(self, piece: bytes) -> Iterator[Line | LongLine]:
        """The lines that end in ``piece``."""
        *ends, rest = piece.split(b"\n")
        for end in ends:
            self._add(end)
            yield from self._take()
        self._add(rest)

    def end(self) -> Iterator[Line | LongLine]:
        """The last line, where the stream does not end with a line's end."""
        yield from self._take()

    def _add(self, piece: bytes) -> None:
        self._size += len(piece)
        self._pieces.append(piece)
        if self._size > MAX_LINE:
            self._hash = self._hash or hashlib.sha256()
            for held in self._pieces:
                self._hash.update(held)
            self._pieces.clear()

    def _take(self) -> Iterator[Line | LongLine]:
        self._number += 1
        if self._hash:
            yield LongLine(self._number, self._size, self._hash.hexdigest())
        elif body := b"".join(self._pieces).strip():
            yield Line(self._number, body)
        self._size, self._pieces, self._hash = 0, [], None
