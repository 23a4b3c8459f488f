"""What the words between two marks look like: a sentence, a title, how many they are."""

import re

from wireroom_enrichment.quotations.marks import Piece

_ENDS = frozenset(".!?…")
_ENDS_BEFORE = _ENDS | frozenset("»”")
_DASHES = "-–—"
_BESIDE = 3
"""Code points before a mark among which the sign before it stands."""
_LONG = 4
"""Letters of a word that has a capital in a title."""
_WORD = re.compile(r"\w+")


def is_sentence(text: str, piece: Piece) -> bool:
    """True where it reads as a sentence: a capital after any sign at its beginning, and a sign at its end or length."""
    first = next((character for character in text[piece.start : piece.start + 3] if character.isalpha()), "")
    return first.isupper() and (text[piece.end - 1] in _ENDS or piece.words > 2)


def is_title(text: str, piece: Piece) -> bool:
    """True where every word but the short ones has a capital, as in a work's name (not in German)."""
    long = [word for word in _WORD.findall(text, piece.start, piece.end) if len(word) >= _LONG]
    return bool(long) and all(word[0].isupper() for word in long)


def begins_sentence(text: str, piece: Piece, *, after_dateline: bool = False) -> bool:
    """True where no words of the same sentence stand before it, but for a dateline if it may follow one."""
    last = _before(text, piece).rstrip()[-1:]
    return not last or last in _ENDS_BEFORE or (after_dateline and last in _DASHES)


def stands_alone(text: str, piece: Piece) -> bool:
    """True for whole sentences that are no part of another."""
    before = _before(text, piece)
    alone = "\n" in before or begins_sentence(text, piece) or before.rstrip()[-1:] in (":", '"')
    ends = text[piece.end - 1] in _ENDS or (
        text[piece.closing : piece.closing + 1] == "." and begins_sentence(text, piece)
    )
    return alone and text[piece.start].isupper() and ends


def _before(text: str, piece: Piece) -> str:
    return text[max(0, piece.opening - _BESIDE) : piece.opening]
