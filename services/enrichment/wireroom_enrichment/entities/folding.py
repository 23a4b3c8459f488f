"""Names as they are looked up: without accents, case, hyphens and, loosely, the differences of transcription."""

import re
import unicodedata

_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "e", "-": " "}
    | dict.fromkeys("'’‘ʻʼʿʾ`´–‑", " ")
)
"""Letters that have no decomposition, and what is a space."""
_MARKS = re.compile("[\u0300-\u036f]")
_SPACES = re.compile(r"\.?\s+|\s*&\s*")
"""Between words; the point of an abbreviation and the sign for "and" are no more than that."""
_ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|at|an|ash|ech|esh|es)\s(?=\w{4})")
_SAME = tuple(
    (re.compile(pattern), same)
    for pattern, same in (
        ("[ou]u|oo|o", "u"),
        ("[aeiy]+", "a"),
        ("tch|tsch|tsh|ch|sch|sh", "s"),
        ("kh|gh|q|c|g", "k"),
        ("dj|j|zh", "j"),
        ("[wv]", "u"),
        ("th|dh", "t"),
        ("h", ""),
        (r"(.)\1+", r"\1"),
    )
)
"""Read in this order; each is what one language writes and another writes differently."""


def key(name: str) -> str:
    """``name`` in lower case without accents; hyphens and apostrophes are spaces ("Saint-Étienne": saint etienne)."""
    lower = name.casefold().translate(_LETTERS)
    if not lower.isascii():
        lower = _MARKS.sub("", unicodedata.normalize("NFKD", lower))
    return _SPACES.sub(" ", lower).strip()


def skeleton(folded: str) -> str:
    """What the transcriptions of one name have in common, from its ``key``; equal for Hasaké and Al-Hasakah."""
    bare = _ARTICLE.sub("", folded)
    for pattern, same in _SAME:
        bare = pattern.sub(same, bare)
    return bare.removesuffix("a")
