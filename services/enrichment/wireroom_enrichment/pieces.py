"""A text in pieces, so that rules can be written over words instead of over characters."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from itertools import accumulate, repeat

_PIECE = re.compile(r"\s+|\d+|[^\W\d]+(?:-[^\W\d]+)*|[^\w\s]")
"""White space, a run of digits, a word with its hyphens, or any other character: together all of the text."""
_SPACE = " "
_BREAK = "¶"
_OTHER = "x"
_PUNCTUATION = {mark: mark for mark in ".,:;/-'()$€£¥%"} | {"’": "'", "–": "-", "—": ";", " ": " ", "\u00a0": " "}
_PUNCTUATION |= dict.fromkeys('"«»“”„', '"')


class Pieces:
    """``words[i]`` begins at ``starts[i]``; ``starts`` has the text's length at its end.

    ``codes`` has one character for each piece, so that a regular expression over it is a rule over words: ``¶`` for a
    paragraph's end, a space for other white space, the mark itself for common punctuation (``"`` for all double
    quotation marks), ``x`` for what has no code of its own.
    """

    __slots__ = ("codes", "starts", "text", "words")

    def __init__(self, text: str, codes: Mapping[str, str]) -> None:
        """``codes`` gives the character of a word; made by ``coded``."""
        self.text = text
        self.words: list[str] = _PIECE.findall(text)
        self.starts = list(accumulate(map(len, self.words), initial=0))
        self.codes = "".join(map(codes.get, self.words, repeat(_OTHER)))
        if "\n" in text or "  " in text:
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
    """``codes`` of words, with those that punctuation has in every language."""
    return {**_PUNCTUATION, **codes}


def _with_space(word: str, code: str) -> str:
    if code != _OTHER or not word.isspace():
        return code
    return _BREAK if word.count("\n") > 1 else _SPACE
