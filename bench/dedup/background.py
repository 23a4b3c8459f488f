"""What stood in the window before the stream: originals of the same languages, made faster than through their texts.

An article's entries are hashed by a table of the entries' words, so that no text is joined, folded and taken apart
again. Its keys, sentences and numbers are those that the real fingerprinter finds in the text
(``tests/unit/bench/test_background.py``); its body hash is a number, since no text of the stream is equal.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain

import numpy as np

from bench.dedup.generator import BEGIN, Desk, desks, story_length
from wireroom_core.models import Fingerprint
from wireroom_enrichment import fingerprint as real
from wireroom_enrichment.hashing import Hashes, gram_keys, text_key, word_hashes
from wireroom_enrichment.words import folded, words_of

HOURS = 40.0
"""So long before the stream the first came; a window of 72 hours holds them to the stream's end."""
_BRIEFS, _TEMPLATES = 0.14, 0.18

Sentences = Sequence[Sequence[str]]
"""A text as the entries of its sentences."""


@dataclass(frozen=True, slots=True)
class Past:
    """An article of the window; ``hashes`` are those of its words."""

    number: int
    at: datetime
    language: str
    source: str
    hashes: Hashes
    fingerprint: Fingerprint


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be known of one entry; the hashes as integers, which are the faster put together."""

    words: tuple[str, ...]
    hashes: tuple[int, ...]


class Background:
    """Originals, bulletins and briefs of all languages in turn, with the footers of their papers."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(f"background {seed}")
        self._desks = list(desks(seed + 1_000_000).values())
        self._known = {name: _entry(name) for desk in self._desks for name in desk.writer.vocabulary()}

    def articles(self, count: int) -> Iterator[Past]:
        """``count`` articles, evenly over the hours before the stream."""
        for number in range(count):
            desk = self._desks[number % len(self._desks)]
            sentences, source = self.draft(desk)
            at = BEGIN - timedelta(hours=HOURS * (count - number) / count)
            hashes, fingerprint = self.printed(sentences, f"background {number}")
            yield Past(number, at, desk.writer.lexicon.code, source, hashes, fingerprint)

    def draft(self, desk: Desk) -> tuple[Sentences, str]:
        """A text as entries, and who delivers it."""
        rng, chance = self._random, self._random.random()
        if chance < _TEMPLATES:
            series = rng.choice(desk.series)
            body = [[sentence] for part in series.issue(desk.writer.values())[1] for sentence in part]
            return [*body, *_footer(series.paper.footer)], series.paper.id
        paper = rng.choice(desk.agencies if rng.random() < 0.45 else desk.papers)
        words = rng.randint(25, 52) if chance < _TEMPLATES + _BRIEFS else story_length(rng)
        subject, body, written = desk.writer.subject(), list[list[str]](), 0
        while written < words:
            body.append(desk.writer.entries(subject))
            written += sum(name.count(" ") + 1 for name in body[-1])
        return [*body, *_footer(paper.footer)], paper.id

    def printed(self, sentences: Sentences, body_hash: str) -> tuple[Hashes, Fingerprint]:
        """The words' hashes, and the fingerprint with ``body_hash`` in the text's place."""
        found = [[self._known.get(name) or _entry(name) for name in sentence] for sentence in sentences]
        by_sentence = [list(chain.from_iterable(one.words for one in entries)) for entries in found]
        hashes = np.array([hash_ for entries in found for one in entries for hash_ in one.hashes], dtype=np.uint64)
        grams = gram_keys(hashes, real.WORDS_IN_GRAM)
        kept, sampling = real.sampled(grams, real.initial_sampling(len(hashes)))
        numbers = sorted({text_key(number) for number in real.numbers(by_sentence)})
        return hashes, Fingerprint(
            version=real.VERSION,
            words=len(hashes),
            body_hash=body_hash,
            sampling=sampling,
            shingles=real.packed(grams[kept].astype("<u4").tobytes()),
            sentence_lengths=real.lengths_by_sentence(kept, by_sentence),
            sentence_hashes=real.packed(b"".join(text_key(" ".join(words)) for words in by_sentence)),
            numbers=real.packed(b"".join(numbers)),
        )


def _footer(paragraphs: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[sentence] for sentences in paragraphs for sentence in sentences]


def _entry(name: str) -> Entry:
    words = words_of(folded(name))
    return Entry(tuple(words), tuple(word_hashes(words).tolist()) if words else ())
