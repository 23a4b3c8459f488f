"""The stage: an article in, the article with its annotations out."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from pydantic import ValidationError

from wireroom_core.clock import Clock
from wireroom_core.contracts import Envelope, Outcome
from wireroom_core.errors import PoisonError
from wireroom_core.models import Annotation, Article, EnrichedArticle, Message
from wireroom_core.models.codec import reason_of
from wireroom_core.stage import each
from wireroom_enrichment.cache import Cache
from wireroom_enrichment.draft import MAX_ANNOTATIONS, Annotator, Draft


class EnrichmentStage:
    """Passes each article through ``annotators``, in their order; of an exact copy it knows what they found."""

    name = "enrichment"
    reads: type[Message] = Article

    def __init__(self, annotators: Sequence[Annotator], clock: Clock) -> None:
        self._annotators = tuple(annotators)
        self._clock = clock
        self._cache = Cache(" ".join(f"{one.name}/{one.version}" for one in self._annotators))

    def process(self, batch: Sequence[Envelope]) -> list[Outcome]:
        """One enriched article for each article, in order; a refusal where the enriched one cannot be a message."""
        return each(batch, self._enrich)

    def _enrich(self, envelope: Envelope) -> Sequence[Message]:
        article = cast("Article", envelope.message)
        key = self._cache.key(article)
        known = self._cache.get(key)
        if known is not None:
            return [self._enriched(replace(known, article=article))]
        draft = Draft.of(article)
        for annotator in self._annotators:
            draft = annotator.annotate(draft)
        enriched = self._enriched(draft)
        self._cache.put(key, draft)
        return [enriched]

    def _enriched(self, draft: Draft) -> EnrichedArticle:
        """The message. Raises PoisonError, as for a text that its repair made longer than what passes."""
        sentences = tuple(one for one in draft.annotations if one.kind == "sentence")[:MAX_ANNOTATIONS]
        kept = sentences + most_certain(tuple(one for one in draft.annotations if one.kind != "sentence"))
        # The article's parts are models already and are not taken apart again: 20 times faster than through a dump.
        fields = {
            **vars(draft.article),
            "type": "enriched",
            "title": draft.title,
            "text": draft.text,
            "repairs": draft.repairs,
            "passed": {**draft.article.passed, self.name: self._clock.now()},
            "language": draft.language,
            "language_confidence": draft.language_confidence,
            "language_detected": draft.language_detected,
            "language_flags": draft.language_flags,
            "edits": draft.edits,
            "annotations": kept,
            "annotations_left_out": len(draft.annotations) - len(kept),
            "topics": draft.topics,
            "key_phrases": draft.key_phrases,
            "summary": draft.summary,
            "fingerprint": draft.fingerprint,
        }
        try:
            return EnrichedArticle.model_validate(fields)
        except ValidationError as error:
            raise PoisonError(reason_of(error)) from None


def most_certain(annotations: tuple[Annotation, ...]) -> tuple[Annotation, ...]:
    """At most ``MAX_ANNOTATIONS`` of them, in their order; of equally certain ones the first are kept."""
    if len(annotations) <= MAX_ANNOTATIONS:
        return annotations
    by_confidence = sorted(range(len(annotations)), key=lambda index: -annotations[index].confidence)
    return tuple(annotations[index] for index in sorted(by_confidence[:MAX_ANNOTATIONS]))
