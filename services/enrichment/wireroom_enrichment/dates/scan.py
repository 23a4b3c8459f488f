"""The text in which dates are looked for, and what stands in and beside one of them."""

import re
from functools import lru_cache
from typing import NamedTuple

from wireroom_enrichment.dates.grammar import CLOCK
from wireroom_enrichment.dates.lexicon import Lexicon, Value
from wireroom_enrichment.pieces import Pieces

_CLOCK = re.compile(CLOCK)
_DIGIT_BEFORE = re.compile(r"\d[.,:]?\Z")
_KNOWN = 4096
"""Most codes of hits that are kept with what they say: few hundred are common."""


class Hit(NamedTuple):
    """A date of one ``kind`` in the pieces from ``first`` up to ``end``, which have these ``codes``.

    ``until`` is the piece with which the second part of a range begins.
    """

    kind: str
    first: int
    end: int
    codes: str
    until: int | None = None

    def part(self, first: int | None = None, end: int | None = None) -> "Hit":
        """Its pieces from ``first`` up to ``end`` alone."""
        first, end = self.first if first is None else first, self.end if end is None else end
        return Hit(self.kind, first, end, self.codes[first - self.first : end - self.first])


@lru_cache(_KNOWN)
def clock_in(codes: str) -> tuple[int, int] | None:
    """Where in ``codes`` the first time of day stands."""
    match = _CLOCK.search(codes)
    return match.span() if match else None


@lru_cache(_KNOWN)
def places(codes: str, wanted: str) -> tuple[int, ...]:
    """Where in ``codes`` those of ``wanted`` stand."""
    return tuple(index for index, code in enumerate(codes) if code in wanted)


class Scan:
    """One text, and its last hit so far."""

    def __init__(self, lexicon: Lexicon, pieces: Pieces) -> None:
        self.lexicon = lexicon
        self.pieces = pieces
        self._last: Hit | None = None

    def values(self, hit: Hit, wanted: str) -> list[Value]:
        """What those of its words mean that have one of the ``wanted`` codes."""
        found = places(hit.codes, wanted)
        if not found:
            return []
        first, words, values = hit.first, self.pieces.words, self.lexicon.values
        return [values[words[first + index]] for index in found]

    def before(self, hit: Hit, back: int = 1) -> str:
        """The code of the ``back``th piece before it that is no space; empty at the text's start."""
        index = hit.first
        for _ in range(back):
            index -= 1
            while index >= 0 and self.pieces.codes[index] == " ":
                index -= 1
        return self.pieces.codes[index] if index >= 0 else ""

    def after(self, hit: Hit) -> str:
        """The few characters after it."""
        end = self.pieces.starts[hit.end]
        return self.pieces.text[end : end + 8]

    def word_before(self, hit: Hit) -> str:
        """The word before it; empty where something else stands there."""
        index = hit.first - 1
        if index > 0 and self.pieces.codes[index] in " '":
            return self.pieces.words[index - 1]
        return ""

    def word_before_preposition(self, hit: Hit) -> str:
        """The word two words before it."""
        return self.pieces.words[hit.first - 4] if hit.first >= 4 else ""

    def follows(self, hit: Hit) -> bool:
        """True where another date stands right before it, with no more than "and" or "to" between."""
        last = self._last
        return last is not None and 0 < hit.first - last.end <= 3

    def in_a_number(self, hit: Hit) -> bool:
        """True where the digits before or after go on ("1.12 Mai" is no 12 May)."""
        start = self.pieces.starts[hit.first]
        if self.pieces.text[start - 1 : start] == " ":
            return False
        return _DIGIT_BEFORE.search(self.pieces.text, max(0, start - 2), start) is not None

    def clock_of(self, hit: Hit) -> Hit | None:
        """The time of day within ``hit``."""
        span = clock_in(hit.codes)
        return hit.part(hit.first + span[0], hit.first + span[1]) if span else None

    def clock(self, clock: Hit) -> tuple[int, int]:
        """Hour and minute of a time of day."""
        marks = self.values(clock, "Jqv")
        # The article "a" of "a.m." counts elsewhere.
        numbers = [int(value) for value in self.values(clock, "dm" if marks else "idm")]  # type: ignore[arg-type]
        hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
        if clock.codes[0] == "E":  # "half negen"
            hour, minute = (hour - 1) % 12, 30
        letters = "".join(str(mark) for mark in marks).lower()
        half = "pm" if letters.startswith("p") else "am" if marks else ""
        if half and not 1 <= hour <= 12:
            return 99, 0
        if half:
            return hour % 12 + (12 if half == "pm" else 0), minute
        parts = self.values(clock, "P")
        if parts and hour <= 12:
            hour = hour % 12 + (12 if parts[0] in {"TAF", "TEV"} or (parts[0] == "TNI" and 6 <= hour < 12) else 0)
        return hour, minute
