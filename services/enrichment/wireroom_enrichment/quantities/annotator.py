"""Numbers with what they count."""

from dataclasses import replace
from itertools import islice

from wireroom_core.models import Quantity
from wireroom_enrichment.draft import MAX_ANNOTATIONS, Draft, Span
from wireroom_enrichment.pieces import Pieces
from wireroom_enrichment.quantities import de, en, es, fr, nl
from wireroom_enrichment.quantities.alone import Found
from wireroom_enrichment.quantities.lexicon import lexicon
from wireroom_enrichment.quantities.reading import Reader


class Quantities:
    """Finds quantities; wants the draft's language and its dates, whose numbers it leaves alone.

    None in languages without a lexicon: whether 2.000 is two or two thousand depends on the language.
    """

    name = "quantities"
    version = 3

    def __init__(self) -> None:
        self._lexicons = {module.WORDS.language: lexicon(module.WORDS) for module in (fr, en, nl, de, es)}

    def annotate(self, draft: Draft) -> Draft:
        """``draft`` with its quantities."""
        given = self._lexicons.get(draft.language)
        if given is None:
            return draft
        pieces = Pieces(draft.cut, given.codes)
        reader = Reader(given, pieces, _dates(draft))
        found = tuple(self._annotation(pieces, quantity) for quantity in islice(reader.found(), MAX_ANNOTATIONS))
        return replace(draft, annotations=draft.annotations + found) if found else draft

    def _annotation(self, pieces: Pieces, found: Found) -> Quantity:
        start, end = pieces.span(found.first, found.end)
        noun = None
        if found.noun:
            left, right = pieces.span(*found.noun)
            noun = pieces.text[left:right]
        return Quantity(
            start=start,
            end=end,
            text=pieces.text[start:end],
            confidence=found.confidence,
            annotator=self.name,
            version=self.version,
            value=_whole(found.value),
            value_max=None if found.value_max is None else _whole(found.value_max),
            unit=found.unit,
            noun=noun,
            bound=found.bound,
        )


def _whole(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _dates(draft: Draft) -> list[Span]:
    """Where dates stand, in order."""
    dates = (found for found in draft.annotations if found.kind == "date")
    return sorted((date.start, date.end) for date in dates if date.start is not None and date.end is not None)
