"""Numbers that count nothing: ordinals, scores, shares and multiples, and parts of names."""

import re

from wireroom_enrichment.pieces import word_set

INDICES = {
    "ibex": (35,),
    "cac": (40,),
    "ftse": (100, 250, 350),
    "stoxx": (50, 600),
    "nikkei": (225,),
    "bel": (20,),
    "dax": (30, 40),
    "p": (500,),
    "nasdaq": (100,),
    "russell": (2000,),
    "asx": (200,),
    "csi": (300,),
    "topix": (500,),
    "nifty": (50,),
    "merval": (25,),
}
"""Share indices by the number that is part of their name ("CAC 40", "S&P 500")."""
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|ère|ers|e|ème|nde|de|ste|º|ª|o|a|er-)(?![^\W\d_])")
_GLUED_BEFORE = re.compile(r"[^\W_][-‑/]?\Z|[.,:/#№+-]\Z")
_SCORE = re.compile(r"\d\s?[-–:/]\s?\Z")
_JOINERS = frozenset("-–:/")
_SCORE_AFTER = re.compile(r"\s?[-–:/]\s?\d|:\d")
_COUNTED = (
    r"(?: (?!(?:pour|procent|punt|puntos?|points?|euros?|dollars?|ans|mois|jours|heures|minutes|mètres|kilomètres"
    r"|jaar|jaren|maanden|weken|dagen|uur|minuten|kilometer|meter|graden)\b)\w{1,20})?"
)
_SHARE_BEFORE = re.compile(
    r"(?i)(?<![\w.,])(?:(?:one|two|three|four|five|six|seven|eight|nine|\d{1,2}) in\s"
    rf"|(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|\d{{1,2}}){_COUNTED} sur\s"
    rf"|de cada\s|(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|\d{{1,2}}){_COUNTED} op(?: de)?\s)\Z"
)
BEFORE_SHARES = frozenset(("in", "sur", "cada", "op", "de"))
"""The last words of those: seldom there, and so looked for first."""
_PARTS = (
    "thirds quarters fifths tiers quarts cinquièmes Drittel Viertel Fünftel tercios quintas cuartas derde kwart fois"
    " times Mal mal keer veces décimas centésimas Zehntel Hundertstel tenths hundredths dixièmes centièmes tienden"
    " honderdsten"
)
AFTER_SHARES = BEFORE_SHARES | word_set(_PARTS)
"""The words with which the rest of a share begins."""
_SHARE_AFTER = re.compile(
    r" (?:in (?:three|four|five|ten)|sur (?:trois|quatre|cinq|dix)|de cada|op de (?:drie|vier|vijf|tien))\b"
    rf"|[ -](?:{'|'.join(_PARTS.split())})\b"
)
"""Shares and multiples: "one in five", "deux tiers", "drei Mal"."""


def is_share(text: str, start: int, end: int) -> bool:
    """True for the number in ``text[start:end]`` in a share or multiple."""
    if _SHARE_AFTER.match(text, end):
        return True
    return _SHARE_BEFORE.search(text, max(0, start - 32), start) is not None


def is_ordinal_or_score(text: str, start: int, end: int, ranged: bool) -> bool:
    """True for "4e" and for both numbers of "3-1"; ``ranged`` where it begins a range with a unit or a noun."""
    after = text[end : end + 2]
    if not after[:1].isspace() and _ORDINAL.match(text, end):
        return True
    if not _JOINERS.isdisjoint(text[max(0, start - 2) : start]) and _SCORE.search(text, max(0, start - 4), start):
        return True
    return not ranged and not _JOINERS.isdisjoint(after) and _SCORE_AFTER.match(text, end) is not None


def is_glued(text: str, start: int) -> bool:
    """True where a letter or a mark stands right before it ("G7", "F-16")."""
    return not text[start - 1 : start].isspace() and _GLUED_BEFORE.search(text, max(0, start - 3), start) is not None
