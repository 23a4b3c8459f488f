"""What annotators pass on, and what an annotator is."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from wireroom_core.models import Annotation, Article, Edit, Fingerprint, LanguageFlag, TopicScore
from wireroom_enrichment.pieces import Cut, cut

Span = tuple[int, int]
"""Start and end in code points of the draft's text, end excluded."""

MAX_ANNOTATIONS = 5_000
"""So many sentences of a text are kept, and so many annotations of all other kinds together."""


class Shared:
    """What several annotators need of one text, each made once, when it is first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def cut(self) -> Cut:
        """The text in pieces."""
        return cut(self.text)


_NOTHING = Shared("")


@dataclass(frozen=True, slots=True)
class Draft:
    """An article on its way through the annotators; each hands on a changed copy.

    ``title`` and ``text`` are the repaired ones, ``article`` stays as it was ingested.
    ``sentences`` are in the order of the text and do not overlap.
    """

    article: Article
    title: str
    text: str
    repairs: tuple[str, ...]
    edits: tuple[Edit, ...] = ()
    language: str = "und"
    language_confidence: float = 0.0
    language_detected: str | None = None
    language_flags: tuple[LanguageFlag, ...] = ()
    sentences: tuple[Span, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    topics: tuple[TopicScore, ...] = ()
    key_phrases: tuple[str, ...] = ()
    summary: str | None = None
    fingerprint: Fingerprint | None = None
    shared: Shared = field(default=_NOTHING, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.shared.text is not self.text:
            object.__setattr__(self, "shared", Shared(self.text))

    @property
    def cut(self) -> Cut:
        """The text in pieces; changed copies of the draft have the same as long as they have its text."""
        return self.shared.cut

    @classmethod
    def of(cls, article: Article) -> "Draft":
        """``article`` before its first annotator."""
        return cls(article=article, title=article.title, text=article.text, repairs=article.repairs)


class Annotator(Protocol):
    """Adds what it finds. Pure: no I/O, no clock, no environment; the same draft always gives the same one."""

    name: str
    version: int

    def annotate(self, draft: Draft) -> Draft:
        """``draft`` with more in it."""
        ...
