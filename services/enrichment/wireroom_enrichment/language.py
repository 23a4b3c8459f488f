"""The language of an article: what the text shows, with the declared one as the tie-break."""

import re
from dataclasses import replace
from itertools import islice

from wireroom_core.models import LanguageFlag
from wireroom_enrichment.draft import Draft
from wireroom_enrichment.identify import Rank, Ranking
from wireroom_enrichment.mixed import Mixed

UNDETERMINED = "und"
SAMPLE = 600
"""Code points of the text that are looked at."""
SHORT = 8
"""Below this many words the title is looked at too."""
SURE = 0.5
"""From this probability on, the detected language stands.

Measured on pieces of our own seed dispatches (five languages): of pieces of 80 characters 98.8 %
are kept and right with lid.176 (98.5 % with py3langid), of 40 characters 92 % (89 %) with 0.7 %
kept and wrong; at 0.3 it is 2.2 % (1.3 %) wrong. All pieces of 600 characters are over 0.84.
"""

_SECOND_LETTERS = {
    "a": "abefkmnrsvyz",
    "b": "aeghimnors",
    "c": "aehorsuvy",
    "d": "aevz",
    "e": "elnostu",
    "f": "afijory",
    "g": "adlnuv",
    "h": "aeiortuyz",
    "i": "adegikostu",
    "j": "av",
    "k": "agijklmnorsuvwy",
    "l": "abginotuv",
    "m": "ghiklnrsty",
    "n": "abdeglnorvy",
    "o": "cjmrs",
    "p": "ailst",
    "q": "u",
    "r": "mnouw",
    "s": "acdeghiklmnoqrstuvw",
    "t": "aeghiklnorstwy",
    "u": "gkrz",
    "v": "eio",
    "w": "ao",
    "x": "h",
    "y": "io",
    "z": "ahu",
}
_ISO_639_1 = frozenset(first + second for first, seconds in _SECOND_LETTERS.items() for second in seconds)
_WORD = re.compile(r"[^\W\d_]+")
_OTHER_CODES = {"nb": "no", "iw": "he", "in": "id", "ji": "yi", "mo": "ro", "sh": "sr"}
"""Codes that a source may declare, and those that the models have for the same language."""


class Language:
    """Detects the language; ``rank`` is a model of ``identify``."""

    name = "language"
    version = 2

    def __init__(self, rank: Rank) -> None:
        self._rank = rank
        self._mixed = Mixed(rank)

    def annotate(self, draft: Draft) -> Draft:
        """``draft`` with ``language`` (ISO 639-1, or ``und``), its probability, what was seen, and flags."""
        declared = base_code(draft.article.language_declared)
        text = sample(draft.title, draft.text)
        ranking = self._rank(text) if text else []
        language, confidence = decide(ranking, declared) if text else (declared or UNDETERMINED, 0.0)
        seen = detected(ranking)
        flags: list[LanguageFlag] = []
        if declared and seen and seen != _OTHER_CODES.get(declared, declared):
            flags.append("declared otherwise")
        if self._mixed.is_mixed(draft.text, language):
            flags.append("mixed")
        return replace(
            draft,
            language=language,
            language_confidence=confidence,
            language_detected=seen,
            language_flags=tuple(flags),
        )


def sample(title: str, text: str) -> str:
    """What to look at, on one line; empty where there is no word at all."""
    seen = text[:SAMPLE]
    if len(list(islice(_WORD.finditer(seen), SHORT))) < SHORT:
        seen = f"{title} {seen}"[:SAMPLE]
    seen = " ".join(seen.split())
    if not _WORD.search(seen):
        return ""
    return seen.lower() if seen.isupper() else seen


def base_code(declared: str | None) -> str | None:
    """``fr`` of ``fr-BE`` or ``FR_be``; None for what is no language of ISO 639-1."""
    code = re.split("[-_]", declared or "")[0].strip().lower()
    return code if code in _ISO_639_1 else None


def detected(ranking: Ranking) -> str | None:
    """What the model saw, by its own code (ISO 639-1, else 639-3), where it is sure."""
    return ranking[0][0] if ranking and ranking[0][1] >= SURE else None


def decide(ranking: Ranking, declared: str | None) -> tuple[str, float]:
    """The language and its probability.

    The first where it is sure, else the declared one where it is among the first three, else ``und``.
    """
    first, probability = ranking[0] if ranking else (UNDETERMINED, 0.0)
    if probability >= SURE:
        return (first if first in _ISO_639_1 else UNDETERMINED), probability
    ranked = dict(ranking)
    if declared in ranked:
        return str(declared), ranked[str(declared)]
    return UNDETERMINED, probability
