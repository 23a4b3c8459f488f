"""What ascribes the words between two marks to someone: before them, behind them, or within."""

import re
from collections.abc import Sequence

from wireroom_enrichment.draft import Span
from wireroom_enrichment.quotations.clauses import Attribution, Clauses
from wireroom_enrichment.quotations.incises import Incises
from wireroom_enrichment.quotations.introductions import Introductions
from wireroom_enrichment.quotations.marks import Piece
from wireroom_enrichment.quotations.said import FEWEST
from wireroom_enrichment.quotations.shape import begins_sentence, is_sentence, is_title

REACH = 400
"""Code points before and after a quotation that may say whose it is."""
MOST_INNER = 20
"""Pieces inside another that are looked at."""
_GOVERNED = 6
"""Code points between a verb and the quotation that is its object ("dijo que «…»")."""
_SURE = 0.95
_BROKEN = re.compile(r"[^\n.,]{0,20}[,.] [«“„\"‘‚»]")
"""After an incise that more of the same quotation follows."""


class Ascriptions:
    """Finds them in the text of ``clauses`` for the pieces that were ``found``."""

    def __init__(self, clauses: Clauses, found: Sequence[Piece]) -> None:
        self._text = clauses.around.text
        self._lexicon = clauses.lexicon
        self._incises = Incises(clauses)
        self._introductions = Introductions(clauses)
        self._paragraph_ends = _paragraph_ends(self._text, found)

    def of(self, piece: Piece, limit: int) -> Attribution | None:
        """What ascribes ``piece``; what stands before it is read from ``limit`` on."""
        if piece.words < FEWEST and not self._text[piece.start].isupper():
            return None
        if self.is_named(piece):
            return None
        begins = begins_sentence(self._text, piece)
        after = self._told_after(piece) if begins else None
        if after and after.sure >= _SURE and after.cue:
            return after if self._is_speech(piece, after) else None
        chosen = self._introductions.before(piece.opening, limit, piece.closing, whole=is_sentence(self._text, piece))
        if not chosen or not chosen.cue or not (chosen.direct or piece.opening - chosen.end <= _GOVERNED):
            after = after if begins else self._told_after(piece)
            chosen = after if after and (after.direct or not chosen) else chosen
        return chosen if chosen and self._is_speech(piece, chosen) else None

    def _told_after(self, piece: Piece) -> Attribution | None:
        """What is told after ``piece``, unless that only introduces what comes next."""
        colon = self._text[piece.closing : piece.closing + 2].strip()[:1] == ":"
        if piece.left_open or (colon and not begins_sentence(self._text, piece, after_dateline=True)):
            return None
        return self.after(piece)

    def _is_speech(self, piece: Piece, ascribed: Attribution) -> bool:
        if piece.words >= FEWEST:
            introduced = ascribed.direct and ascribed.at < piece.opening
            spoken = introduced or (ascribed.direct and begins_sentence(self._text, piece, after_dateline=True))
            return spoken or self._lexicon.capital_nouns or not is_title(self._text, piece)
        if not ascribed.direct:
            return False
        if piece.words > 1 and ascribed.sure >= _SURE:
            return True
        return bool(_BROKEN.match(self._text, ascribed.end, piece.closing + REACH))

    def after(self, piece: Piece) -> Attribution | None:
        """What stands behind ``piece`` and ascribes it."""
        end = min(self._paragraph_ends[piece.paragraph], piece.closing + REACH)
        return self._incises.after(piece.closing, end, self._text[piece.end - 1])

    def within(self, piece: Piece, start: int = 0) -> tuple[Span, Attribution] | None:
        """The first incise inside ``piece`` from ``start`` on."""
        skip = [(inner.opening, inner.closing) for inner in piece.inner[:MOST_INNER]] if piece.inner else ()
        return self._incises.within(max(start, piece.start), piece.end, skip)

    def of_inner(self, inner: Piece, piece: Piece) -> Attribution | None:
        """What ascribes ``inner`` within ``piece``."""
        whole = is_sentence(self._text, inner)
        before = self._introductions.before(inner.opening, piece.start, inner.closing, whole=whole)
        if before and (before.direct or (before.cue and inner.opening - before.end <= _GOVERNED)):
            return before
        after = self._incises.after(inner.closing, piece.end, self._text[inner.end - 1])
        return after if after and after.direct else None

    def is_named(self, piece: Piece) -> bool:
        """True where the words before ``piece`` say that a work's name or a so-called thing follows."""
        return self._introductions.is_named(piece.opening, capital=self._text[piece.start].isupper())


def _paragraph_ends(text: str, found: Sequence[Piece]) -> dict[int, int]:
    """By paragraph, an end of what may be looked at after its last quotation."""
    ends: dict[int, int] = {}
    for piece in found:
        end = text.find("\n\n", piece.closing, piece.closing + REACH)
        ends[piece.paragraph] = end if end >= 0 else min(len(text), piece.closing + REACH)
    return ends
