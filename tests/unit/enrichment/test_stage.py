from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from wireroom_core.contracts import Envelope, Refused
from wireroom_core.models import Article, EnrichedArticle, Place, Quantity, decode, encode
from wireroom_enrichment.draft import MAX_ANNOTATIONS, Annotator, Draft
from wireroom_enrichment.fingerprint import Fingerprinter
from wireroom_enrichment.identify import Rank
from wireroom_enrichment.language import Language
from wireroom_enrichment.repair import Repair
from wireroom_enrichment.sentences import Sentences
from wireroom_enrichment.stage import EnrichmentStage

from .conftest import NOON

TEXT = "Le conseil a votÃ© mardi la rÃ©fection du pont. « Il le fallait », a dit M. Lenoir. Le vote fut serré."


class StoppedClock:
    def now(self) -> datetime:
        return NOON + timedelta(seconds=3)

    def monotonic(self) -> float:
        return 0.0

    def sleep(self, seconds: float) -> None:
        raise AssertionError(seconds)


class Marks:
    """Annotates each character; the even ones are the least certain."""

    name = "marks"
    version = 1

    def annotate(self, draft: Draft) -> Draft:
        found = tuple(
            Quantity(
                value=1,
                start=place,
                end=place + 1,
                text=draft.text[place],
                confidence=0.5 + 0.3 * (place % 2),
                annotator=self.name,
                version=self.version,
            )
            for place in range(len(draft.text))
        )
        return replace(draft, annotations=found)


class Breaks:
    name = "breaks"
    version = 1

    def annotate(self, draft: Draft) -> Draft:
        if draft.text == "break":
            raise ZeroDivisionError("by accident")
        return draft


def run(annotators: list[Annotator], *articles: Article) -> list[EnrichedArticle | Refused]:
    stage = EnrichmentStage(annotators, StoppedClock())
    batch = [Envelope(article, encode(article), NOON, Place()) for article in articles]
    return [outcome if isinstance(outcome, Refused) else _only(outcome) for outcome in stage.process(batch)]


def _only(messages: object) -> EnrichedArticle:
    assert isinstance(messages, list)
    assert len(messages) == 1
    assert isinstance(messages[0], EnrichedArticle)
    return messages[0]


def enriched(annotators: list[Annotator], article: Article) -> EnrichedArticle:
    (found,) = run(annotators, article)
    assert isinstance(found, EnrichedArticle)
    return found


@pytest.fixture
def annotators(rank: Rank) -> list[Annotator]:
    return [Repair(), Language(rank), Sentences(), Fingerprinter()]


def test_an_article_keeps_its_fields_and_gains_its_annotations(
    annotators: list[Annotator], article: Callable[..., Article]
) -> None:
    given = article(
        TEXT, url="https://example.org/1", published_at={"value": "2024-03", "precision": "month", "raw": "3"}
    )
    given = given.model_copy(update={"passed": {"ingest": NOON}})
    found = enriched(annotators, given)
    assert found.text == TEXT.replace("Ã©", "é")
    assert found.language == "fr"
    assert [found.text[edit.start : edit.end] for edit in found.edits] == ["é", "é"]
    assert [found.text[one.start : one.end] == one.text for one in found.annotations] == [True] * 3
    assert found.fingerprint is not None
    assert found.fingerprint.words == 20
    assert found.passed == {"ingest": NOON, "enrichment": NOON + timedelta(seconds=3)}
    changed = {"type", "text", "repairs", "passed"}
    assert found.model_dump(include=set(Article.model_fields) - changed) == given.model_dump(exclude=changed)


def test_the_message_survives_its_json_form_and_is_the_same_each_time(
    annotators: list[Annotator], article: Callable[..., Article]
) -> None:
    found = enriched(annotators, article(TEXT))
    assert decode(encode(found), EnrichedArticle) == found
    assert encode(enriched(annotators, article(TEXT))) == encode(found)


@pytest.mark.parametrize("signal", ["kill", "release"])
def test_a_signal_passes_without_fingerprint(
    signal: str, annotators: list[Annotator], article: Callable[..., Article]
) -> None:
    bare = enriched(annotators, article("", title="", signal=signal))
    assert (bare.signal, bare.language, bare.language_confidence, bare.fingerprint) == (signal, "und", 0.0, None)
    assert bare.annotations == ()
    with_text = enriched(annotators, article(TEXT, signal=signal))
    assert (with_text.language, with_text.fingerprint) == ("fr", None)


def test_the_least_certain_annotations_beyond_the_cap_are_left_out_and_counted(article: Callable[..., Article]) -> None:
    found = enriched([Marks()], article("ab" * 4_000))
    assert len(found.annotations) == MAX_ANNOTATIONS
    assert found.annotations_left_out == 3_000
    places = [one.start for one in found.annotations if one.start is not None]
    assert places == sorted(places)
    assert [place for place in places if place % 2] == list(range(1, 8_000, 2))
    assert [place for place in places if not place % 2] == list(range(0, 2_000, 2))


def test_a_text_that_its_repair_makes_too_long_is_refused(article: Callable[..., Article]) -> None:
    (found,) = run([Repair()], article("a" * 1_040_000 + "\x92" * 4_000))
    assert found == Refused("the text has 1,052,000 bytes, more than the 1,048,576 that pass")


def test_an_article_of_which_nothing_is_left_is_refused(article: Callable[..., Article]) -> None:
    (found,) = run([Repair()], article("\x01", title="\ufeff"))
    assert found == Refused("the article has neither text nor title")


def test_one_refusal_leaves_the_others_in_their_order(article: Callable[..., Article]) -> None:
    first, broken, last = run([Breaks()], article("one"), article("break"), article("two"))
    assert isinstance(first, EnrichedArticle)
    assert broken == Refused("unexpected ZeroDivisionError: by accident")
    assert isinstance(last, EnrichedArticle)
    assert (first.text, last.text) == ("one", "two")


def test_the_stage_says_what_it_reads() -> None:
    stage = EnrichmentStage([], StoppedClock())
    assert (stage.name, stage.reads) == ("enrichment", Article)
    assert stage.process([]) == []
