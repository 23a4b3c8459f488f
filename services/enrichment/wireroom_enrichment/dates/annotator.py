"""Dates and times, resolved against the article's own date."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from itertools import islice

from wireroom_core.models import Date
from wireroom_enrichment.dates import de, en, es, fr, nl
from wireroom_enrichment.dates.context import Reading
from wireroom_enrichment.dates.days import Own
from wireroom_enrichment.dates.grammar import grammar
from wireroom_enrichment.dates.hits import Hits
from wireroom_enrichment.dates.lexicon import lexicon
from wireroom_enrichment.dates.reading import Reader
from wireroom_enrichment.dates.scan import Hit, Scan
from wireroom_enrichment.draft import MAX_ANNOTATIONS, Draft
from wireroom_enrichment.pieces import Pieces

_DATELINE = 200
"""Code points within which a dateline stands."""


class Dates:
    """Finds dates; wants the draft's language and its sentences. None in languages without a lexicon."""

    name = "dates"
    version = 3

    def __init__(self) -> None:
        self._lexicons = {module.WORDS.language: lexicon(module.WORDS) for module in (fr, en, nl, de, es)}
        self._grammars = {
            language: grammar(given.words.month_first, given.words.ago, given.words.ahead_in, given.words.articles)
            for language, given in self._lexicons.items()
        }

    def annotate(self, draft: Draft) -> Draft:
        """``draft`` with its dates."""
        given = self._lexicons.get(draft.language)
        if given is None:
            return draft
        pieces = Pieces(draft.cut, given.codes)
        scan = Hits(given, pieces)
        hits = list(islice(scan.hits(self._grammars[draft.language]), MAX_ANNOTATIONS))
        if not hits:
            return draft
        reader = Reader(scan, _own_date(draft, scan, hits), _bounds(draft, pieces))
        found = (self._annotation(pieces, hit, reading) for hit in hits if (reading := reader.read(hit)))
        return replace(draft, annotations=(*draft.annotations, *found))

    def _annotation(self, pieces: Pieces, hit: Hit, reading: Reading) -> Date:
        start, end = pieces.span(hit.first, hit.end)
        return Date(
            start=start,
            end=end,
            text=pieces.text[start:end],
            confidence=reading.confidence,
            annotator=self.name,
            version=self.version,
            value=reading.value,
            precision=reading.precision,
            modifier=reading.modifier,
            candidates=reading.candidates,
        )


def _own_date(draft: Draft, scan: Scan, hits: list[Hit]) -> Own:
    """The article's date; where that has no day, the one of the dateline ("ROME, 12 nov. 2026 (AFP)").

    Not the time of an update or of arrival: "Thursday" was written for the first reader.
    """
    own = Own.of(draft.article.published_at)
    hit = hits[0]
    if own.day is not None or hit.kind != "day" or scan.pieces.starts[hit.end] > _DATELINE:
        return own
    if "W" in hit.codes or not scan.pieces.codes.startswith(" (", hit.end):
        return own
    reading = Reader(scan, own, lambda index: (index, index)).read(hit)
    dated = Own.of_day(reading.value) if reading and reading.value else own
    return dated if own.month in {None, dated.month} and own.year in {None, dated.year} else own


def _bounds(draft: Draft, pieces: Pieces) -> Callable[[int], tuple[int, int]]:
    """From a piece to the pieces of its sentence."""
    starts = [start for start, _ in draft.sentences]
    found: dict[int, tuple[int, int]] = {-1: (0, len(pieces.words))}

    def bounds(index: int) -> tuple[int, int]:
        at = bisect_right(starts, pieces.starts[index]) - 1
        if at not in found:
            start, end = draft.sentences[at]
            found[at] = pieces.index(start), pieces.index(end - 1) + 1
        return found[at]

    return bounds
