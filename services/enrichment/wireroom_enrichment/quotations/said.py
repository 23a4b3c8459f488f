"""A quotation as it is read, and the spans of its words."""

import re
from dataclasses import dataclass, field

from wireroom_enrichment.draft import Span
from wireroom_enrichment.quotations.cast import Named

FEWEST = 3
"""Words of a fragment that counts as a quotation."""
_POINTED = re.compile(r"[.!?…]\s|\.\w?\.$")
"""In words that are more than a fragment, or end with an abbreviation."""


@dataclass(slots=True)
class Said:
    """A quotation: its ``parts`` in order, the place of the ``mention`` of its speaker, and the confidence."""

    parts: list[Span]
    sure: float
    cue: str | None = None
    speaker: Named | None = None
    mention: Span | None = None
    paragraph: int = 0
    closing: int = 0
    """After its last mark."""
    incise_end: int = -1
    """Where its attribution ends if that stands after it, so that what follows may go on; -1 if not."""
    left_open: bool = False
    """The next paragraph goes on with it."""
    inner: list["Said"] = field(default_factory=list)


def trimmed(text: str, start: int, end: int) -> Span:
    """Without white space, and without the comma that belongs to an incise."""
    last = text[end - 1]
    if last != "," and not last.isspace() and not text[start].isspace():
        return start, end
    words = text[start:end]
    kept = words.rstrip().rstrip(",").rstrip()
    first = start + len(words) - len(words.lstrip())
    return first, max(first, start + len(kept))


def fragment(text: str, part: Span) -> Span:
    """Without the point that ends not the words quoted but the sentence around them ("said it was “over.”")."""
    start, end = part
    words = text[start:end]
    if words[:1].islower() and words.endswith(".") and not _POINTED.search(words):
        return start, end - 1
    return part
