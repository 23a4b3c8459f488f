"""Wireroom itself: from the text through sentences and fingerprint to the dedup stage, as in the services."""

import hashlib
import time
from collections.abc import Hashable, Sequence
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from bench.dedup.background import Past
from bench.dedup.items import Item
from bench.dedup.metrics import OUTSIDE
from bench.dedup.systems import Reply
from wireroom_core.clock import SystemClock
from wireroom_core.contracts import Envelope, Refused
from wireroom_core.models import (
    DecidedArticle,
    Decision,
    Effects,
    EnrichedArticle,
    Fingerprint,
    GroupMerged,
    NewsTime,
    Place,
    SourceRef,
)
from wireroom_core.models.decided import Run
from wireroom_dedup.fingerprints import Keys
from wireroom_dedup.reading import read, runs_of
from wireroom_dedup.sharing import MOST_POSTINGS
from wireroom_dedup.stage import DedupStage
from wireroom_dedup.verdicts import DEFAULT, Thresholds
from wireroom_dedup.window import Window
from wireroom_enrichment import fingerprint as fingerprints
from wireroom_enrichment.sentences import not_an_end, sentence_spans

_ABBREVIATIONS = {language: not_an_end(language) for language in ("fr", "en", "nl")}


class Wireroom:
    """The real stage; the window's time is the item's arrival."""

    def __init__(self, articles: int, thresholds: Thresholds = DEFAULT) -> None:
        self._stage = DedupStage(Window(articles=articles), thresholds, SystemClock())
        self._numbers: dict[tuple[str, str], int] = {}
        self._groups: dict[int, str] = {}
        self._into: dict[str, str] = {}
        self._postings = {language: Postings() for language in _ABBREVIATIONS}

    def fill(self, articles: Sequence[Past]) -> float:
        """Restore the decisions by which these became originals; making the decisions is not counted."""
        decisions = [_original(article, self._postings[article.language]) for article in articles]
        began = time.process_time()
        self._stage.restore(decisions)
        return time.process_time() - began

    def decide(self, item: Item) -> Reply:
        """Fingerprint, decide, and take note of the group and of merges."""
        article = enriched(item)
        [outcome] = self._stage.process([Envelope(article, b"", item.at, Place())])
        assert not isinstance(outcome, Refused), outcome
        *merges, decided = outcome
        assert isinstance(decided, DecidedArticle)
        assert decided.decision is not None
        self._into |= {merge.group_id: merge.merged_into for merge in merges if isinstance(merge, GroupMerged)}
        self._groups[item.number] = decided.decision.group_id
        matched = self._matched(decided.decision)
        self._numbers.setdefault((article.article_id, article.content_hash), item.number)
        return Reply(matched, decided.decision.verdict)

    def group_of(self, number: int) -> Hashable:
        """The group's id, merges followed."""
        group = self._groups[number]
        while group in self._into:
            group = self._into[group]
        return group

    def _matched(self, decision: Decision) -> int | None:
        if decision.matched_article_id is None or decision.matched_content_hash is None:
            return None
        return self._numbers.get((decision.matched_article_id, decision.matched_content_hash), OUTSIDE)


class Postings:
    """How often each shingle was posted, to know which ones a decision would not have posted again.

    Counted by a hash of 27 bits: with a third of a million articles in each language about one shingle in ten meets
    a posting that is not its own, which matters only beside one that was posted as often as may be.
    """

    def __init__(self) -> None:
        self._counts: NDArray[np.uint8] = np.empty(1 << 27, dtype=np.uint8)
        self._counts.fill(0)  # its pages are there from the start and no part of any growth

    def new(self, keys: Keys) -> tuple[Run, ...]:
        """The runs of ``keys`` that are posted now."""
        places = keys * np.uint32(2_654_435_769) >> np.uint32(5)
        chosen = self._counts[places] < MOST_POSTINGS
        self._counts[places[chosen]] += np.uint8(1)
        return runs_of(chosen)


def fingerprint_of(text: str, language: str) -> Fingerprint | None:
    """The fingerprint as enrichment takes it."""
    spans = sentence_spans(text, language, _ABBREVIATIONS[language])
    return fingerprints.fingerprint([text[start:end] for start, end in spans])


def handed_over(text: str, language: str, at: datetime, **fields: object) -> EnrichedArticle:
    """A text as enrichment would hand it over; ``fields`` are what else its article has."""
    made = {
        "trace_id": "bench",
        "text": text,
        "received_at": at,
        "format": "bench",
        "language": language,
        "language_confidence": 1.0,
        "fingerprint": fingerprint_of(text, language),
    }
    return EnrichedArticle.model_validate(made | fields)


def enriched(item: Item) -> EnrichedArticle:
    """The item likewise."""
    content = f"{item.title}\0{item.text}".encode()
    article_id = f"{item.source}/{item.guid}"
    return handed_over(
        item.text,
        item.language,
        item.at,
        delivery_id=f"delivery-{item.number}",
        article_id=article_id,
        content_hash=hashlib.blake2b(content, digest_size=16).hexdigest(),
        source=SourceRef(id=item.source, name=item.source),
        origin=item.origin,
        guid=item.guid,
        title=item.title,
        published_at=NewsTime(
            value=item.published.isoformat(timespec="seconds"), precision="second", zone_known=True, raw=""
        ),
    )


def _original(article: Past, postings: Postings) -> Decision:
    name = f"background-{article.number}"
    effects = Effects(
        delivery_id=name,
        article_id=name,
        content_hash=name,
        source_id=article.source,
        canonical_url=None,
        language=article.language,
        agency_own=False,
        published_at=article.at,
        member=True,
        fingerprint=article.fingerprint,
        posted=postings.new(read(article.fingerprint).shingles),
        counted=True,
    )
    return Decision(
        verdict="original",
        canonical_article_id=name,
        group_id=name,
        evidence="it stood there before",
        algorithm="bench",
        decided_at=article.at,
        effects=effects,
    )
