"""What stood in the window before the stream: originals of the same languages, as many as are asked for.

Their sentences are known and are not looked for in a text, which saves a fifth of the time; the keys are the same
(``tests/unit/bench/test_background.py``). Hashing words by tables of what they are drawn from, without any text, was
tried: it took 250 µs an article where the fingerprinter itself takes 280, and was not kept.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain

from bench.dedup.generator import BEGIN, Desk, desks, story_length
from wireroom_core.models import Fingerprint
from wireroom_enrichment.fingerprint import fingerprint

HOURS = 40.0
"""So long before the stream the first came; a window of 72 hours holds them to the stream's end."""
_BRIEFS, _TEMPLATES = 0.14, 0.18


@dataclass(frozen=True, slots=True)
class Past:
    """An article of the window."""

    number: int
    at: datetime
    language: str
    source: str
    text: str
    fingerprint: Fingerprint


class Background:
    """Stories, bulletins and briefs of all languages in turn, with the footers of their papers."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(f"background {seed}")
        self._desks = list(desks(seed + 1_000_000).values())

    def articles(self, count: int) -> Iterator[Past]:
        """``count`` articles, evenly over the hours before the stream."""
        for number in range(count):
            desk = self._desks[number % len(self._desks)]
            sentences, source = self._draft(desk)
            made = fingerprint(sentences)
            assert made is not None
            at = BEGIN - timedelta(hours=HOURS * (count - number) / count)
            yield Past(number, at, desk.writer.lexicon.code, source, " ".join(sentences), made)

    def _draft(self, desk: Desk) -> tuple[list[str], str]:
        """A text's sentences, and who delivers it."""
        rng, chance = self._random, self._random.random()
        if chance < _TEMPLATES:
            series = rng.choice(desk.series)
            body, paper = series.issue(desk.writer.values())[1], series.paper
        else:
            words = rng.randint(25, 52) if chance < _TEMPLATES + _BRIEFS else story_length(rng)
            paper = rng.choice(desk.agencies if rng.random() < 0.45 else desk.papers)
            body = desk.writer.paragraphs(desk.writer.subject(), words)
        return list(chain.from_iterable((*body, *paper.footer))), paper.id
