"""A text in pieces, so that rules can be written over words instead of over characters."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate, product, repeat

_PIECE = re.compile(r"[^\W\d]+(?:-[^\W\d]+)*|\s+|\d+|[^\w\s]")
"""A word with its hyphens (first, as most are one), white space, a run of digits, any other character."""
MOST_TRIED = 50_000
"""Places of one text that are looked at: a text of nothing but figures must not take minutes."""
_LONG_SPACE = re.compile(r"\s\s{3}")
_OTHER = "x"
_SPACES = " \n\t\r\u00a0\u2009\u202f"
_CODES = {mark: mark for mark in ".,:;/-'()$€£¥%"} | {"’": "'", "–": "-", "—": ";"} | dict.fromkeys('"«»“”„', '"')
_CODES |= {
    "".join(space): "¶" if space.count("\n") > 1 else " "
    for size in (1, 2, 3)
    for space in product(_SPACES, repeat=size)
}


@dataclass(frozen=True, slots=True)
class Cut:
    """A text in pieces: ``words[i]`` begins at ``starts[i]``; ``starts`` has the text's length at its end."""

    text: str
    words: list[str]
    starts: list[int]
    is_spaced: bool
    """True where there is white space longer than any that has a code."""


def cut(text: str) -> Cut:
    """``text`` in pieces; a draft has it (``Draft.cut``)."""
    words: list[str] = _PIECE.findall(text)
    return Cut(text, words, list(accumulate(map(len, words), initial=0)), _LONG_SPACE.search(text) is not None)


class Pieces:
    """``words[i]`` begins at ``starts[i]``; ``starts`` has the text's length at its end.

    ``codes`` has one character for each piece, so that a regular expression over it is a rule over words: ``¶`` for a
    paragraph's end, a space for other white space, the mark itself for common punctuation (``"`` for all double
    quotation marks), ``x`` for what has no code of its own.
    """

    __slots__ = ("codes", "starts", "text", "words")

    def __init__(self, cut: Cut, codes: Mapping[str, str]) -> None:
        """``codes`` gives the character of a word; made by ``coded``."""
        self.text, self.words, self.starts = cut.text, cut.words, cut.starts
        self.codes = "".join(map(codes.get, self.words, repeat(_OTHER)))
        if cut.is_spaced:
            self.codes = "".join(map(_with_space, self.words, self.codes))

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Offsets of the pieces from ``first`` up to ``end``, which is excluded."""
        return self.starts[first], self.starts[end]

    def index(self, offset: int) -> int:
        """The piece in which ``offset`` lies."""
        return bisect_right(self.starts, offset) - 1


def word_set(listed: str) -> frozenset[str]:
    """The words of ``listed``, which are parted by spaces."""
    return frozenset(listed.split())


def coded(codes: Mapping[str, str]) -> dict[str, str]:
    """``codes`` of words, with those that white space and punctuation have in every language."""
    return {**_CODES, **codes}


def _with_space(word: str, code: str) -> str:
    if code != _OTHER or not word.isspace():
        return code
    return "¶" if word.count("\n") > 1 else " "
