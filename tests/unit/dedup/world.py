"""A newsroom for dedup's tests: texts from a generator, fingerprints made here, and a desk that decides."""

import base64
import hashlib
import random
import zlib
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from tests.fakes import BEGIN, ManualClock, enriched
from wireroom_core.contracts import Envelope, Outcome
from wireroom_core.models import DecidedArticle, Decision, EnrichedArticle, Fingerprint, Message, Place
from wireroom_dedup.stage import DedupStage
from wireroom_dedup.verdicts import DEFAULT
from wireroom_dedup.window import Window

Words = list[str]


def story(seed: int, length: int = 200) -> Words:
    """A text of its own: no other seed shares a word 3-gram with it, but by rare chance."""
    rng = random.Random(seed)
    return [f"w{rng.randrange(5000)}" for _ in range(length)]


def edited(words: Words, changed: int) -> Words:
    """The text with its last ``changed`` words replaced."""
    return words[: len(words) - changed] + story(99, changed)


def bulletin(sentences: int, seed: int, figures: int = 8, length: int = 160) -> Words:
    """A text by template: ``sentences`` names the words, ``seed`` the ``figures`` among them."""
    words, rng = story(sentences, length), random.Random(seed)
    for place in range(figures):
        words[5 + place * (length // figures)] = str(rng.randrange(10_000))
    return words


def shares(decision: Decision) -> tuple[float | None, float | None, float | None]:
    return decision.jaccard, decision.containment, decision.contained_by


def base64_of(values: Iterable[int]) -> str:
    return base64.b64encode(b"".join(value.to_bytes(4, "little") for value in values)).decode()


def fingerprint(words: Sequence[str], version: int = 1, rate: int | None = None) -> Fingerprint:
    """Word 3-grams by CRC-32, one in 4 / 2 / 1 kept as docs/copies.md says."""
    rate = rate or (1 if len(words) < 60 else 2 if len(words) < 150 else 4)
    grams = [zlib.crc32(" ".join(words[i : i + 3]).encode()) for i in range(len(words) - 2)]
    numbers = {zlib.crc32(" ".join(words[i : i + 2]).encode()) | 1 for i in range(len(words)) if words[i].isdigit()}
    kept = list(dict.fromkeys(gram for gram in grams if gram % rate == 0))
    return Fingerprint(
        version=version,
        words=len(words),
        body_hash=hashlib.sha256(" ".join(words).encode()).hexdigest(),
        sampling=rate,
        shingles=base64_of(kept),
        sentence_lengths=(len(kept),),
        sentence_hashes=base64_of([zlib.crc32(" ".join(words).encode())]),
        particulars=base64_of(numbers),
        particular_lengths=(len(numbers),),
    )


def news(number: int, words: Words | None = None, source: str = "belga", **changes: Any) -> EnrichedArticle:
    """Article ``number`` with that text; without one it is not compared."""
    fields = {
        "source": {"id": source, "name": source.title()},
        "text": " ".join(words or []),
        "fingerprint": fingerprint(words) if words else None,
        "text_quality": "full" if words else "teaser",
    }
    return enriched(number, **fields | changes)


def time(minutes: float) -> datetime:
    return BEGIN + timedelta(minutes=minutes)


class Desk:
    """A dedup stage with a clock that stands still; time passes by ``minutes`` only."""

    def __init__(self, window: Window | None = None) -> None:
        self.stage = DedupStage(window or Window(), DEFAULT, ManualClock())

    def outcome(self, message: Any, minutes: float = 0) -> Outcome:
        [outcome] = self.stage.process([Envelope(message, b"", time(minutes), Place())])
        return outcome

    def take(self, message: Any, minutes: float = 0) -> list[Message]:
        outcome = self.outcome(message, minutes)
        assert isinstance(outcome, Sequence), outcome
        return list(outcome)

    def article(self, article: EnrichedArticle, minutes: float = 0) -> DecidedArticle:
        *_, last = self.take(article, minutes)
        assert isinstance(last, DecidedArticle)
        return last

    def decide(self, article: EnrichedArticle, minutes: float = 0) -> Decision:
        decision = self.article(article, minutes).decision
        assert decision is not None
        return decision
