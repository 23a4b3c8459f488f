"""Direct speech with its speakers."""

from dataclasses import replace

from wireroom_core.models import Quotation, Speaker
from wireroom_enrichment.draft import Draft
from wireroom_enrichment.quotations.de import GERMAN
from wireroom_enrichment.quotations.en import ENGLISH
from wireroom_enrichment.quotations.es import SPANISH
from wireroom_enrichment.quotations.fr import FRENCH
from wireroom_enrichment.quotations.lexicon import Lexicon
from wireroom_enrichment.quotations.marks import pieces
from wireroom_enrichment.quotations.nl import DUTCH
from wireroom_enrichment.quotations.reading import quotations
from wireroom_enrichment.quotations.said import Said
from wireroom_enrichment.quotations.tokens import Surroundings

LEXICONS = {"fr": FRENCH, "en": ENGLISH, "nl": DUTCH, "de": GERMAN, "es": SPANISH}
"""By language as ISO 639-1 has it."""
MOST = 500
"""Pieces between marks, outermost ones, that are looked at in one text; none that people write has more."""
_NO_WORDS = Lexicon(finite=frozenset(), participles=frozenset(), auxiliaries=frozenset())


class Quotations:
    """Finds quotations. The draft has its language, its sentences, and its people, organisations and agencies."""

    name = "quotations"
    version = 3

    def annotate(self, draft: Draft) -> Draft:
        """``draft`` with its quotations, in the order of their openings."""
        found = pieces(draft.text)[:MOST]
        if not found:
            return draft
        around = Surroundings(draft.text, draft.sentences, draft.annotations)
        said = quotations(around, LEXICONS.get(draft.language, _NO_WORDS), found)
        return replace(draft, annotations=draft.annotations + tuple(self._annotation(draft.text, one) for one in said))

    def _annotation(self, text: str, said: Said) -> Quotation:
        start, end = said.parts[0][0], said.parts[-1][1]
        return Quotation(
            start=start,
            end=end,
            text=text[start:end],
            confidence=round(said.sure, 2),
            annotator=self.name,
            version=self.version,
            parts=tuple(said.parts) if len(said.parts) > 1 else (),
            speaker=_speaker(said),
            cue=said.cue,
        )


def _speaker(said: Said) -> Speaker | None:
    if said.speaker is None:
        return None
    start, end = said.mention or (None, None)
    return Speaker(name=said.speaker.name, start=start, end=end)
