"""The gold dispatches through the enrichment stage."""

from collections.abc import Sequence

from bench.gold.scoring import Case
from bench.gold.standard import annotations_of, article_of, topics_of
from tests.gold import Dispatch, dispatches
from wireroom_core.clock import SystemClock
from wireroom_core.contracts import Envelope, Outcome, Refused
from wireroom_core.models import Annotation, Article, Edit, EnrichedArticle, Place
from wireroom_enrichment.edits import raw_offset
from wireroom_enrichment.factory import build
from wireroom_enrichment.stage import EnrichmentStage

CLOCK = SystemClock()
HALVES = ("open", "held")


def cases(half: str) -> list[Case]:
    """All of a half, through the stage as the factory builds it."""
    stage = build(CLOCK)
    those = list(dispatches(half))
    made = enriched(stage, [article_of(dispatch) for dispatch in those])
    return [case_of(dispatch, article) for dispatch, article in zip(those, made, strict=True)]


def enriched(stage: EnrichmentStage, articles: Sequence[Article]) -> list[EnrichedArticle]:
    """All of them, in order. Raises ValueError where the stage refuses one."""
    outcomes = stage.process([Envelope(article, b"", CLOCK.now(), Place()) for article in articles])
    return [_message(article, outcome) for article, outcome in zip(articles, outcomes, strict=True)]


def _message(article: Article, outcome: Outcome) -> EnrichedArticle:
    if isinstance(outcome, Refused):
        raise ValueError(f"{article.article_id}: {outcome.reason}")
    (message,) = outcome
    assert isinstance(message, EnrichedArticle)
    return message


def case_of(dispatch: Dispatch, article: EnrichedArticle) -> Case:
    """What was marked in the dispatch beside what was found in it."""
    return Case(
        name=dispatch.name,
        language=dispatch.head["language"],
        marked=annotations_of(dispatch),
        found=tuple(as_delivered(one, article.edits) for one in article.annotations),
        topics_marked=topics_of(dispatch),
        topics_found=tuple(topic.name for topic in article.topics),
        language_found=article.language,
    )


def as_delivered(one: Annotation, edits: Sequence[Edit]) -> Annotation:
    """With offsets in the text as it was before its repair, which is where the marks stand."""
    if not edits or one.start is None or one.end is None:
        return one
    moved: dict[str, object] = dict(zip(("start", "end"), _moved((one.start, one.end), edits), strict=True))
    if one.kind == "quotation":
        moved["parts"] = tuple(_moved(part, edits) for part in one.parts)
    return one.model_copy(update=moved)


def _moved(span: tuple[int, int], edits: Sequence[Edit]) -> tuple[int, int]:
    start, end = span
    return raw_offset(edits, start), raw_offset(edits, end - 1) + 1
