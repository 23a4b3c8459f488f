"""What each kind of copy makes of title and text."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from bench.dedup import edits
from bench.dedup.writer import Paragraphs, Subject, Writer


@dataclass(frozen=True, slots=True)
class Copying:
    """A desk at its work: what it copies, where it is read, and who writes what it adds."""

    title: str
    body: Paragraphs
    subject: Subject
    place: str
    writer: Writer
    rng: random.Random

    def local(self) -> tuple[str, ...]:
        """A paragraph on what the news means where the paper is read."""
        sentence = self.writer.values().fill(self.rng.choice(self.writer.lexicon.local), {"r": self.place})
        return (sentence, *(self.writer.sentence(self.subject) for _ in range(self.rng.randint(0, 2))))

    def corrected(self) -> Paragraphs:
        """The text with one fact changed."""
        return edits.corrected(self.body, self.rng.choice(self.writer.words), self.rng)


Copied = tuple[str, Paragraphs]
"""Title and text."""
Edit = Callable[[Copying], Copied]


def _reworded(share: float) -> Edit:
    return lambda work: (work.title, edits.reworded(work.body, share, work.writer.words, work.rng))


def _cut(share: float) -> Edit:
    return lambda work: (work.title, edits.cut(work.body, share))


def _mistyped(work: Copying) -> Copied:
    return work.title, edits.mistyped(work.body, work.rng.uniform(0.01, 0.02), work.rng)


def _inserted(work: Copying) -> Copied:
    return work.title, edits.inserted(work.body, [work.local() for _ in range(work.rng.randint(1, 2))], work.rng)


def _embedded(work: Copying) -> Copied:
    """Two to three times as long, the dispatch in the middle."""
    beside = int(edits.word_count(work.body) * work.rng.uniform(1, 2) / 2)
    before, after = (work.writer.paragraphs(work.subject, beside) for _ in range(2))
    return work.writer.headline(work.subject), (*before, *work.body, *after)


def _corrected(work: Copying) -> Copied:
    lexicon = work.writer.lexicon
    return f"{lexicon.correction}: {work.title}", ((lexicon.corrects,), *work.corrected())


def _revised(work: Copying) -> Copied:
    return work.title, (*work.corrected(), *work.writer.paragraphs(work.subject, 40))


EDITS: dict[str, Edit] = {
    "quotes": lambda work: (work.title, edits.respaced(work.body, work.rng)),
    "headline": lambda work: (work.writer.headline(work.subject), work.body),
    "typos": _mistyped,
    "edited 2 %": _reworded(0.02),
    "edited 8 %": _reworded(0.08),
    "edited 15 %": _reworded(0.15),
    "brief edited 8 %": _reworded(0.08),
    "inserted": _inserted,
    "cut to 50 %": _cut(0.5),
    "cut to 30 %": _cut(0.3),
    "embedded": _embedded,
    "correction": _corrected,
    "revision": _revised,
}
"""Kinds that are not here leave both as they are."""
