"""Exact copies are not worked through again, and are what they would have been."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.fakes import ManualClock
from wireroom_core.contracts import Envelope
from wireroom_core.models import Article, EnrichedArticle, Place
from wireroom_enrichment import cache
from wireroom_enrichment.draft import Draft
from wireroom_enrichment.stage import EnrichmentStage

from .conftest import NOON

Make = Callable[..., Article]


class Counts:
    """Says how often it was asked."""

    name = "counts"

    def __init__(self, version: int = 1) -> None:
        self.version = version
        self.asked = 0

    def annotate(self, draft: Draft) -> Draft:
        self.asked += 1
        return replace(draft, summary=f"{draft.title}: {draft.text[:4]}")


def stage_of(*annotators: Counts) -> EnrichmentStage:
    return EnrichmentStage(annotators, ManualClock())


def enriched(stage: EnrichmentStage, article: Article) -> EnrichedArticle:
    [outcome] = stage.process([Envelope(article, b"", NOON, Place())])
    assert isinstance(outcome, list)
    [message] = outcome
    assert isinstance(message, EnrichedArticle)
    return message


def test_copies_in_one_batch_are_worked_through_once(article: Make) -> None:
    counts = Counts()
    articles = [article("Le texte"), article("Un autre"), article("Le texte", delivery_id="d2")]
    outcomes = stage_of(counts).process([Envelope(one, b"", NOON, Place()) for one in articles])
    found = [message for outcome in outcomes if isinstance(outcome, list) for message in outcome]
    assert [(one.delivery_id, one.summary) for one in found if isinstance(one, EnrichedArticle)] == [
        ("d1", "A title: Le t"),
        ("d1", "A title: Un a"),
        ("d2", "A title: Le t"),
    ]
    assert counts.asked == 2


ELSEWHERE: dict[str, Any] = {
    "delivery_id": "d2",
    "article_id": "a2",
    "source": {"id": "lesoir", "name": "Le Soir"},
    "guid": "g",
    "url": "https://example.org/2",
    "status": "withheld",
}


def test_an_exact_copy_is_not_worked_through_again_and_keeps_its_own_fields(article: Make) -> None:
    counts = Counts()
    stage = stage_of(counts)
    enriched(stage, article("Le texte"))
    copy = article("Le texte", **ELSEWHERE)
    assert enriched(stage, copy) == enriched(stage_of(Counts()), copy)
    assert counts.asked == 1


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "Other"},
        {"text": "Le texte."},
        {"header": "x"},
        {"trailer": "x"},
        {"byline": "x"},
        {"dateline": "x"},
        {"origin": "AFP"},
        {"language_declared": "fr"},
        {"published_at": {"value": "2019-01", "precision": "month", "zone_known": False, "raw": "2019-01"}},
        {"text_quality": "teaser"},
        {"signal": "correction"},
        {"repairs": ["NUL removed"]},
    ],
)
def test_whatever_annotators_read_makes_another_article(article: Make, changed: dict[str, Any]) -> None:
    counts = Counts()
    stage = stage_of(counts)
    for fields in ({}, changed):
        enriched(stage, article(**{"text": "Le texte"} | fields))
    assert counts.asked == 2


def test_another_version_finds_anew(article: Make) -> None:
    surrogate = article("\ud800 x", title="")
    assert cache.Cache("counts/1").key(surrogate) != cache.Cache("counts/2").key(surrogate)


def test_what_was_not_used_for_longest_goes(article: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "CHARACTERS", 20)
    counts = Counts()
    stage = stage_of(counts)
    for text in ("one......", "two......", "one......", "three....", "one......", "two......"):
        enriched(stage, article(text))
    assert counts.asked == 4


def test_exact_copies_in_one_batch_are_worked_through_once_and_keep_their_own_fields(article: Make) -> None:
    counts = Counts()
    those = [article("Le texte"), article("Un autre"), article("Le texte", **ELSEWHERE)]
    outcomes = stage_of(counts).process([Envelope(each, b"", NOON, Place()) for each in those])
    found = [message for outcome in outcomes if isinstance(outcome, list) for message in outcome]
    assert [one.article_id for one in found if isinstance(one, EnrichedArticle)] == ["a1", "a1", "a2"]
    assert [one.summary for one in found if isinstance(one, EnrichedArticle)] == [
        "A title: Le t",
        "A title: Un a",
        "A title: Le t",
    ]
    assert counts.asked == 2
