"""Which pieces between marks belong to the quotation before them."""

import re

from wireroom_enrichment.quotations.lexicon import Lexicon
from wireroom_enrichment.quotations.marks import Piece
from wireroom_enrichment.quotations.said import FEWEST, Said
from wireroom_enrichment.quotations.shape import is_title, stands_alone
from wireroom_enrichment.quotations.tokens import Surroundings

_JOINED = 150
"""Code points between two fragments of one clause, at most."""
_CLOSE = 40
"""The same where neither a comma nor a conjunction stands between."""
_SENTENCE_END = re.compile(r"[.!?…;:\n]")
_AND = re.compile(r"\b(?:and|but|or|et|mais|ou|ni|en|maar|of|und|aber|oder|sondern|sowie|y|e|pero|o|sino)\b")


class Joining:
    """Tells what goes on with a quotation of ``around``, and which fragments one clause has."""

    def __init__(self, around: Surroundings, lexicon: Lexicon) -> None:
        self._around = around
        self._text = around.text
        self._lexicon = lexicon

    def goes_on(self, before: Said | None, piece: Piece) -> bool:
        """True where ``piece`` goes on with the quotation before it: only its attribution stands between."""
        if before is None or before.incise_end < 0 or piece.paragraph - before.paragraph > 1:
            return False
        between = self._text[before.incise_end : piece.opening]
        stripped = between.rstrip()
        if before.paragraph != piece.paragraph and not (
            stands_alone(self._text, piece) and between[len(stripped) :].count("\n") > 1 and stripped.endswith(".")
        ):
            return False
        if piece.words < FEWEST and not self._text[piece.start].isupper() and stripped != ",":
            return False
        if not stripped:
            return True
        first_sentence = self._around.sentence_of(before.incise_end)
        last_sign = before.incise_end + len(stripped) - 1
        if stripped[-1] not in ",.;:–—" or self._around.sentence_of(last_sign) != first_sentence:
            return False
        return stripped[-1] != "." or self._text[piece.start].isupper() or not self._text[piece.start].isalpha()

    def is_joined(self, before: Said | None, piece: Piece) -> bool:
        """True where ``piece`` is a second fragment of the clause before it ("said it was “…” and had “…”")."""
        if before is None or before.speaker is None or before.incise_end >= 0 or piece.words < FEWEST:
            return False
        return before.paragraph == piece.paragraph and self.are_beside(before.closing, piece.opening, piece)

    def are_beside(self, closing: int, opening: int, piece: Piece) -> bool:
        """True where a few words of the same sentence, from ``closing`` to ``opening``, join ``piece`` to another."""
        between = self._text[closing:opening]
        if len(between) > _JOINED or _SENTENCE_END.search(between):
            return False
        joined = between.strip() == "," or ("," not in between and len(between) <= _CLOSE) or _AND.search(between)
        return bool(joined) and (self._lexicon.capital_nouns or not is_title(self._text, piece))
