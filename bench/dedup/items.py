"""What the stream is made of: articles with the truth about them."""

from dataclasses import dataclass
from datetime import datetime

from bench.dedup.writer import Paragraphs
from wireroom_core.models.decided import Verdict


@dataclass(frozen=True, slots=True)
class Kind:
    """How an article came to be, and which verdicts are right on it; ``derived`` from an earlier article or not."""

    expected: tuple[Verdict, ...]
    derived: bool = True


_ORIGINAL: tuple[Verdict, ...] = ("original",)
_WHOLE: tuple[Verdict, ...] = ("syndicated", "near_copy")

KINDS: dict[str, Kind] = {
    # Without a relative before them
    "original": Kind(_ORIGINAL, derived=False),
    "boilerplate": Kind(_ORIGINAL, derived=False),
    "brief": Kind(_ORIGINAL, derived=False),
    "brief+boilerplate": Kind(_ORIGINAL, derived=False),
    "template": Kind(("template_sibling",), derived=False),
    "first template": Kind(("original", "template_sibling"), derived=False),
    # Made of an earlier article, by another source
    "flood": Kind(("syndicated",)),
    "quotes": Kind(("syndicated",)),
    "headline": Kind(("syndicated",)),
    "brief copied": Kind(("syndicated",)),
    "template copied": Kind(("syndicated",)),
    "typos": Kind(_WHOLE),
    "edited 2 %": Kind(_WHOLE),
    "edited 8 %": Kind(("near_copy",)),
    "edited 15 %": Kind(("near_copy",)),
    "brief edited 8 %": Kind(("near_copy",)),
    "inserted": Kind(("near_copy", "contains")),
    "cut to 50 %": Kind(("excerpt_of",)),
    "cut to 30 %": Kind(("excerpt_of",)),
    "embedded": Kind(("contains",)),
    "round-up": Kind(("contains",)),
    # Made of an earlier article of the same source
    "correction": Kind(("revision",)),
    "revision": Kind(("revision",)),
    "redelivery": Kind(("redelivery",)),
    "same text": Kind(("redelivery",)),
    "flood again": Kind(("redelivery",)),
}
"""Name → what it is.

What a paper adds to all its articles is no part of the news: a flood's copy with a footer is expected to be
found syndicated, and an excerpt an excerpt. "inserted" is either, by how much was inserted into how long a text.
"""


@dataclass(frozen=True, slots=True)
class Item:
    """One delivery of the stream."""

    number: int
    kind: str
    families: tuple[int, ...]
    """Each goes by the number of its first item; two for a round-up of two stories."""
    made_from: tuple[int, ...]
    """The numbers of the items that its text was made from."""
    at: datetime
    published: datetime
    source: str
    origin: str | None
    guid: str
    language: str
    title: str
    body: Paragraphs
    """The news alone; ``text`` has what the source adds."""
    text: str

    @property
    def expected(self) -> tuple[Verdict, ...]:
        """The verdicts that are right."""
        return KINDS[self.kind].expected

    @property
    def derived(self) -> bool:
        """True where a relative came before it."""
        return KINDS[self.kind].derived
