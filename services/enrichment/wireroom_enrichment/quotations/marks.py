"""Which quotation marks belong together.

Marks are read once, from left to right, with a stack of those that are open. What stands beside a mark
says whether it can open or close; a quotation never runs over the end of its paragraph but where the next
one opens it again.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

LONGEST = 3_000
"""Code points within one pair of marks: what is longer comes of a mark that was lost."""
DEEPEST = 4
_MARK = re.compile(
    r"[«»“”„‟\"‹›‚‘'’`\n](?:(?<=[«»“”„‟\"‹›‚‘])|(?<=')'|(?<=`)`|(?<=['’])(?:(?<!\w.)(?=\S)|(?!\w))|(?<=\n)[^\S\n]*\n)"
)
"""A quotation mark, an apostrophe that has not a letter on both sides, or a paragraph's end.

All that one may begin with stands first, as a class: so the search passes over the rest without trying each branch.
"""
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
_WORDS = re.compile(r"\W*(\w+)(?:\W+(\w+)(?:\W+(\w+)(?:\W+(\w+)(?:\W+(\w+))?)?)?)?")
"""Up to five words, a group for each."""
Mark = tuple[str, int, int]
"""A mark as it is written, where it begins, and where it ends."""


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
    words: int
    """How many it has, five for more."""
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
            self._hand_on(self.stack.pop(0).inner, 0)
        self.stack.append(_Open(mark, at, after, reopened))

    def close(self, depth: int, at: int, after: int) -> Piece | None:
        """Closes the mark at ``depth``; what is open above it was never closed, what is inside that stays.

        None where there is nothing between the two, or too much.
        """
        while len(self.stack) > depth + 1:
            self._hand_on(self.stack.pop().inner, len(self.stack))
        opened = self.stack.pop()
        piece = self._piece(opened, at, after)
        self._hand_on([piece] if piece else opened.inner, depth)
        return piece

    def end_paragraph(self, at: int, next_opens: str) -> None:
        """``next_opens`` is the mark that the next paragraph begins with, if any."""
        self.going_on = ""
        if self.stack and next_opens and next_opens in (self.stack[0].mark, _CLOSERS[self.stack[0].mark][0]):
            self.going_on = self.stack[0].mark
            if piece := self.close(0, at, at):
                piece.left_open = True
        for depth in range(len(self.stack) - 1, -1, -1):
            self._hand_on(self.stack.pop().inner, depth)
        self.paragraph += 1

    def _piece(self, opened: _Open, at: int, after: int) -> Piece | None:
        inside = self.text[opened.after : min(at, opened.after + LONGEST + 1)]
        words = inside.strip()
        if not words or len(inside) > LONGEST:
            return None
        start = opened.after + len(inside) - len(inside.lstrip())
        end = start + len(words)
        few = _WORDS.match(self.text, start, end)
        count = few.lastindex or 0 if few else 0
        return Piece(opened.at, after, start, end, self.paragraph, count, opened.reopened, inner=opened.inner)

    def _hand_on(self, pieces: list[Piece], depth: int) -> None:
        (self.stack[depth - 1].inner if 0 < depth <= len(self.stack) else self.found).extend(pieces)


def pieces(text: str) -> list[Piece]:
    """The outermost pieces of ``text`` in order, each with those inside it. Linear in the length of ``text``."""
    marks: list[Mark] = [(match[0], *match.span()) for match in _MARK.finditer(text)]
    if all(mark[0] == "\n" for mark, _, _ in marks):
        return []
    reading = _Reading(text)
    for index, (mark, at, _) in enumerate(marks):
        if mark[0] != "\n":
            _read(reading, marks, index)
        elif reading.stack:
            reading.end_paragraph(at, _opening_of_next(text, marks, index))
        else:
            reading.going_on = ""
            reading.paragraph += 1
    reading.end_paragraph(len(text), "")
    reading.found.sort(key=lambda piece: piece.opening)
    return reading.found


def _opening_of_next(text: str, marks: Sequence[Mark], end: int) -> str:
    """The mark that the paragraph after the one that ``marks[end]`` ends begins with, if any."""
    if end + 1 == len(marks):
        return ""
    mark, at, _ = marks[end + 1]
    return "" if text[marks[end][2] : at].strip() else _SAME.get(mark, mark)


def _read(reading: _Reading, marks: Sequence[Mark], index: int) -> None:
    text = reading.text
    written, at, after = marks[index]
    mark = _SAME.get(written, written)
    if reading.going_on:
        if not text[text.rfind("\n", 0, at) + 1 : at].strip():
            reading.open(reading.going_on, at, after, reopened=True)
            reading.going_on = ""
            return
        reading.going_on = ""
    side = _side(text, mark, at, after)
    depth = _closes(reading.stack, mark, side)
    if depth is None:
        if _can_open(text, mark, at, side):
            reading.open(mark, at, after)
    elif mark not in _SINGLE or not _is_apostrophe(text, marks, index):
        reading.close(depth, at, after)


def _side(text: str, mark: str, at: int, after: int) -> str:
    """Whether ``mark`` can open or close by what stands beside it."""
    before, behind = text[at - 1 : at], text[after : after + 1]
    parted, alone = not before or before.isspace(), not behind or behind.isspace()
    if parted and alone and mark in "«»":
        return _SIDE_OPEN if mark == "«" else _SIDE_CLOSE
    may_open = not alone and (parted or before in _BEFORE_OPENING) and behind not in _BEHIND_CLOSING
    may_close = not parted and (alone or not behind.isalnum())
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


def _is_apostrophe(text: str, marks: Sequence[Mark], index: int) -> bool:
    """A plural's genitive ("the players’ choice") where a mark that may close stands after it."""
    mark, at, after = marks[index]
    if text[at - 1 : at] not in "sSzZxX" or text[after : after + 1] != " ":
        return False
    if index + 1 == len(marks) or marks[index + 1][0] not in ("'", "’"):
        return False
    _, next_at, next_after = marks[index + 1]
    return _side(text, mark, next_at, next_after) == _SIDE_CLOSE
