"""Which quotation marks belong together.

Marks are read once, from left to right, with a stack of those that are open. What stands beside a mark
says whether it can open or close; a quotation never runs over the end of its paragraph but where the next
one opens it again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

LONGEST = 3_000
"""Code points within one pair of marks: what is longer comes of a mark that was lost."""
DEEPEST = 4
_MARK = re.compile(r"[«»“”„‟\"‹›‚‘]|''|``|['’](?:(?<!\w.)(?=\S)|(?!\w))|\n[^\S\n]*\n")
"""A quotation mark, an apostrophe that has not a letter on both sides, or a paragraph's end."""
_CLOSERS = {
    "«": "»",
    "»": "«»",
    "“": '”‟"',
    "”": "”",
    "„": '“”‟"',
    "‟": "”",
    '"': '"”',
    "‹": "›",
    "›": "‹›",
    "‚": "‘’'",
    "‘": "’'",
    "'": "'’",
}
"""What may close each opening mark. The second of a pair that is its own mirror stands first."""
_SAME = {"''": '"', "``": '"'}
_SINGLE = "'’"
_BEFORE_OPENING = "([{-–—/=«“„‘‚‹\"'’:>¿¡"
_BEHIND_CLOSING = ",.;:!?)]"
_ELISION = re.compile(r"[’'‘](?:s|t|n|k|m|em|til|tis|twas|cause|ne|nen|bout|round|\d0s?)\b", re.IGNORECASE)
"""Words that begin with an apostrophe ('s morgens, 'n, 'em, '90s)."""
_SIDE_OPEN, _SIDE_CLOSE, _SIDE_EITHER = "open", "close", "either"


@dataclass(slots=True, eq=False)
class Piece:
    """The text between two marks: ``start`` and ``end`` without them and the white space beside them.

    ``opening`` and ``closing`` are the outer edges of the marks; ``reopened`` says that the paragraph before ended
    within this quotation, ``left_open`` that the next one goes on with it. ``inner`` are the pieces inside it.
    """

    opening: int
    closing: int
    start: int
    end: int
    paragraph: int
    reopened: bool = False
    left_open: bool = False
    inner: list["Piece"] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    mark: str
    at: int
    after: int
    reopened: bool
    inner: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class _Reading:
    text: str
    paragraph: int = 0
    stack: list[_Open] = field(default_factory=list)
    found: list[Piece] = field(default_factory=list)
    going_on: str = ""
    """The mark that the paragraph before left open, if this one may begin with it."""

    def open(self, mark: str, at: int, after: int, reopened: bool = False) -> None:
        if len(self.stack) == DEEPEST:
            self._lost(self.stack.pop(0), into=0)
        self.stack.append(_Open(mark, at, after, reopened))

    def close(self, depth: int, at: int, after: int) -> Piece | None:
        """Closes the mark at ``depth``; what is open above it was never closed, what is inside that stays.

        None where there is nothing between the two, or too much.
        """
        while len(self.stack) > depth + 1:
            self._lost(self.stack.pop(), into=len(self.stack))
        opened = self.stack.pop()
        piece = self._piece(opened, at, after)
        self._hand_on(opened.inner if piece is None else [piece], depth)
        return piece

    def end_paragraph(self, at: int, next_opens: str) -> None:
        """``next_opens`` is the mark that the next paragraph begins with, if any."""
        self.going_on = ""
        if self.stack and next_opens and next_opens in (self.stack[0].mark, _CLOSERS[self.stack[0].mark][0]):
            self.going_on = self.stack[0].mark
            if piece := self.close(0, at, at):
                piece.left_open = True
        for depth in range(len(self.stack) - 1, -1, -1):
            self._lost(self.stack.pop(), into=depth)
        self.paragraph += 1

    def _piece(self, opened: _Open, at: int, after: int) -> Piece | None:
        inside = self.text[opened.after : min(at, opened.after + LONGEST + 1)]
        words = inside.strip()
        if not words or len(inside) > LONGEST:
            return None
        start = opened.after + len(inside) - len(inside.lstrip())
        piece = Piece(opened.at, after, start, start + len(words), self.paragraph, opened.reopened)
        piece.inner = opened.inner
        return piece

    def _lost(self, opened: _Open, into: int) -> None:
        self._hand_on(opened.inner, into)

    def _hand_on(self, pieces: list[Piece], depth: int) -> None:
        (self.stack[depth - 1].inner if 0 < depth <= len(self.stack) else self.found).extend(pieces)


def pieces(text: str) -> list[Piece]:
    """The outermost pieces of ``text`` in order, each with those inside it. Linear in the length of ``text``."""
    reading = _Reading(text)
    marks = [(match[0], match.start(), match.end()) for match in _MARK.finditer(text)]
    for index, (mark, at, after) in enumerate(marks):
        if mark[0] == "\n":
            reading.end_paragraph(at, _opening_of_next(text, after, marks[index + 1 : index + 2]))
        else:
            _read(reading, _SAME.get(mark, mark), at, after, marks[index + 1 : index + 3])
    reading.end_paragraph(len(text), "")
    reading.found.sort(key=lambda piece: piece.opening)
    return reading.found


def _opening_of_next(text: str, after: int, following: list[tuple[str, int, int]]) -> str:
    if following and not text[after : following[0][1]].strip():
        return _SAME.get(following[0][0], following[0][0])
    return ""


def _read(reading: _Reading, mark: str, at: int, after: int, following: list[tuple[str, int, int]]) -> None:
    text = reading.text
    if reading.going_on:
        if not text[text.rfind("\n", 0, at) + 1 : at].strip():
            reading.open(reading.going_on, at, after, reopened=True)
            reading.going_on = ""
            return
        reading.going_on = ""
    side = _side(text, mark, at, after)
    depth = _closes(reading.stack, mark, side)
    if depth is not None and not _is_apostrophe(text, mark, at, after, following):
        reading.close(depth, at, after)
    elif depth is None and _can_open(text, mark, at, side):
        reading.open(mark, at, after)


def _side(text: str, mark: str, at: int, after: int) -> str:
    """Whether ``mark`` can open or close by what stands beside it."""
    before, behind = text[at - 1 : at], text[after : after + 1]
    if mark in "«»" and (before.isspace() or not before) and (behind.isspace() or not behind):
        return _SIDE_OPEN if mark == "«" else _SIDE_CLOSE
    may_open = (
        behind != ""
        and not behind.isspace()
        and behind not in _BEHIND_CLOSING
        and (before in _BEFORE_OPENING or before.isspace())
    )
    may_close = before != "" and not before.isspace() and not behind.isalnum()
    if may_open == may_close or (mark == "«" and behind.isspace()):
        return _SIDE_EITHER
    return _SIDE_OPEN if may_open else _SIDE_CLOSE


def _closes(stack: list[_Open], mark: str, side: str) -> int | None:
    """Which of ``stack`` it closes. A mark that only closes (” after “) needs no look at its side."""
    if side == _SIDE_OPEN and mark not in "”»":
        return None
    if side == _SIDE_EITHER and mark in _SINGLE:
        return None
    for depth in range(len(stack) - 1, -1, -1):
        opened = stack[depth].mark
        if mark in _CLOSERS[opened] and not (side == _SIDE_OPEN and mark == opened):
            return depth
    return None


def _can_open(text: str, mark: str, at: int, side: str) -> bool:
    if mark in _SINGLE:
        return mark == "'" and side == _SIDE_OPEN and not _ELISION.match(text, at)
    if mark == "‘" and _ELISION.match(text, at):
        return False
    if mark in "»›”":
        return side == _SIDE_OPEN
    return mark in _CLOSERS and side != _SIDE_CLOSE


def _is_apostrophe(text: str, mark: str, at: int, after: int, following: list[tuple[str, int, int]]) -> bool:
    """A plural's genitive ("the players’ choice") where a mark that may close stands after it."""
    if mark not in _SINGLE or text[at - 1 : at] not in "sSzZxX" or text[after : after + 1] != " ":
        return False
    if not following or following[0][0] not in ("'", "’"):
        return False
    _, next_at, next_after = following[0]
    return _side(text, mark, next_at, next_after) == _SIDE_CLOSE


def walk(found: list[Piece]) -> Iterator[Piece]:
    """All pieces, each before those inside it."""
    for piece in found:
        yield piece
        yield from walk(piece.inner)
