"""What the entities' annotator finds in a text, written so that a test can read it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from wireroom_core.models import Agency, Annotation, Demonym, Entity
from wireroom_enrichment.draft import Draft
from wireroom_enrichment.entities.annotator import Entities
from wireroom_enrichment.sentences import Sentences

from .conftest import article_of


@cache
def annotators() -> tuple[Sentences, Entities]:
    return Sentences(), Entities()


def draft_of(text: str, language: str) -> Draft:
    return replace(Draft.of(article_of("x")), text=text, language=language)


def annotated(text: str, language: str, agencies: Sequence[str] = ()) -> tuple[Annotation, ...]:
    """Its annotations but for sentences; ``agencies`` are credited in it."""
    sentences, entities = annotators()
    draft = sentences.annotate(draft_of(text, language))
    given = tuple(_agency(text, name) for name in agencies)
    found = entities.annotate(replace(draft, annotations=(*draft.annotations, *given))).annotations
    return found[len(draft.annotations) + len(given) :]


def _agency(text: str, name: str) -> Agency:
    start = text.index(name)
    end = start + len(name)
    return Agency(
        start=start, end=end, text=name, confidence=1.0, annotator="agencies", version=1, name=name, role="credit"
    )


def entities(text: str, language: str, agencies: Sequence[str] = ()) -> list[Entity]:
    return [found for found in annotated(text, language, agencies) if isinstance(found, Entity)]


def named(text: str, language: str, agencies: Sequence[str] = ()) -> list[tuple[str, str, str]]:
    """Type, words and name of each that is shown as a fact."""
    return [(e.type, e.text, e.name) for e in entities(text, language, agencies) if e.confidence >= 0.8]


def facts(text: str, language: str) -> list[str]:
    """The words of each that is shown as a fact, behind the first letter of its type."""
    return [f"{e.type[0]}:{e.text}" for e in entities(text, language) if e.confidence >= 0.8]


def demonyms(text: str, language: str) -> list[tuple[str, str]]:
    return [(d.text, d.country) for d in annotated(text, language) if isinstance(d, Demonym)]
