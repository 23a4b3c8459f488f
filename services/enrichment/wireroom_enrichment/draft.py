"""What annotators pass on, and what an annotator is."""

from dataclasses import dataclass
from typing import Protocol

from wireroom_core.models import Annotation, Article, Edit, Fingerprint, LanguageFlag, TopicScore

Span = tuple[int, int]
"""Start and end in code points of the draft's text, end excluded."""

MAX_ANNOTATIONS = 5_000
"""So many sentences of a text are kept, and so many annotations of all other kinds together."""


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
