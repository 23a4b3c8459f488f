"""Where repaired text stood in the ingested one."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wireroom_core.models import Edit

MAX_EDITS = 5_000
"""Beyond this, neighbouring edits are joined, so that a text full of damage cannot outgrow a message."""

Change = tuple[int, int, str]
"""Start, end, and what is to stand there instead."""

_NEW = -1


@dataclass(frozen=True, slots=True)
class Tracked:
    """A text under repair; ``places`` has for each character its place in the raw text, or -1 for a new one."""

    text: str
    places: Sequence[int]

    @classmethod
    def of(cls, raw: str) -> "Tracked":
        """``raw``, not yet changed."""
        return cls(raw, range(len(raw)))

    def changed(self, changes: Iterable[Change]) -> "Tracked":
        """The text with ``changes``, which are in its order and do not overlap."""
        parts: list[str] = []
        places: list[int] = []
        at = 0
        for start, end, new in changes:
            parts += self.text[at:start], new
            places += self.places[at:start]
            places += [_NEW] * len(new)
            at = end
        return Tracked("".join(parts) + self.text[at:], [*places, *self.places[at:]])


def edits_of(raw: str, tracked: Tracked) -> tuple[Edit, ...]:
    """The edits that lead from ``raw`` to ``tracked``, in order, at most ``MAX_EDITS``."""
    spans = _spans(tracked.places, len(raw))
    while len(spans) > MAX_EDITS:
        spans = _joined(spans)
    return tuple(Edit(start=start, end=end, raw_start=first, raw=raw[first:last]) for start, end, first, last in spans)


def _spans(places: Sequence[int], raw_length: int) -> list[tuple[int, int, int, int]]:
    """Start, end, raw start and raw end of each stretch that does not stand as it stood."""
    spans: list[tuple[int, int, int, int]] = []
    start = raw_start = 0
    for here, place in enumerate([*places, raw_length]):
        if place == _NEW:
            continue
        if here > start or place > raw_start:
            spans.append((start, here, raw_start, place))
        start, raw_start = here + 1, place + 1
    return spans


def _joined(spans: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Each two neighbours as one, with what stands between them."""
    pairs = zip(spans[::2], spans[1::2], strict=False)
    joined = [(left[0], right[1], left[2], right[3]) for left, right in pairs]
    return joined + spans[len(joined) * 2 :]


def raw_offset(edits: Sequence[Edit], position: int) -> int:
    """The place in the ingested text of the character at ``position`` of the stored one.

    Inside an edit, where characters have no places of their own, it is the edit's start.
    """
    index = bisect_right(edits, position, key=lambda edit: edit.start) - 1
    if index < 0:
        return position
    edit = edits[index]
    if position < edit.end:
        return edit.raw_start
    return edit.raw_start + len(edit.raw) + position - edit.end
