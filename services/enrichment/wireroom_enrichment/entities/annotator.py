"""The annotator of entities and demonyms."""

from dataclasses import replace

from wireroom_core.models import Agency, Annotation
from wireroom_enrichment.draft import Draft, Span
from wireroom_enrichment.entities import de, en, es, fr, nl
from wireroom_enrichment.entities.demonyms import LANGUAGES, Demonyms
from wireroom_enrichment.entities.finder import Finder
from wireroom_enrichment.entities.gazetteer import Gazetteer, Names
from wireroom_enrichment.entities.grammar import Grammar
from wireroom_enrichment.entities.lexicon import NONE
from wireroom_enrichment.entities.reading import read
from wireroom_enrichment.entities.unnamed import titles
from wireroom_enrichment.entities.writing import Writer

LONGEST = 200_000
"""A hundred dispatches; a text of nothing but names takes a second for as much."""
_LEXICONS = {"fr": fr.LEXICON, "en": en.LEXICON, "nl": nl.LEXICON, "de": de.LEXICON, "es": es.LEXICON}


class Entities:
    """Finds persons, organisations, places and demonyms. Reads its word lists when it is made, which takes a second.

    What stands where the draft has an agency's credit is no entity, and nothing is behind the first ``LONGEST`` code
    points of a text.
    """

    name = "entities"
    version = 2

    def __init__(self) -> None:
        gazetteer, names = Gazetteer(), Names.read(LANGUAGES)
        self._finders = {
            language: Finder(Grammar(lexicon, names, Demonyms(language), names.common[language]), gazetteer)
            for language, lexicon in _LEXICONS.items()
        }
        self._other = Finder(Grammar(NONE, names, Demonyms(""), frozenset()), gazetteer)
        self._writer = Writer(gazetteer, self.name, self.version)

    def annotate(self, draft: Draft) -> Draft:
        """``draft`` with its entities and demonyms, in the order of the text."""
        finder = self._finders.get(draft.language, self._other)
        text = draft.text[:LONGEST]
        masks = [*titles(text), *_credits(draft.annotations)]
        reading = read(text, draft.sentences, masks, elides=draft.language == "fr")
        found = self._writer.written(reading, *finder.find(reading), finder.home)
        return replace(draft, annotations=draft.annotations + found)


def _credits(annotations: tuple[Annotation, ...]) -> list[Span]:
    return [
        (a.start, a.end) for a in annotations if isinstance(a, Agency) and a.start is not None and a.end is not None
    ]
