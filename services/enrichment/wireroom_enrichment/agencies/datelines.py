"""Where a credit stands before the first sentence: "BAMAKO, 12 nov. 2026 (AFP) - ", "Lausanne (ats) ", "EFE.- "."""

import re

from wireroom_enrichment.draft import Span

MOST_BEFORE = 110
"""Code points of a dateline before its agency."""
MOST_WORDS = 14

_BEFORE_OPENING = re.compile(r"(?P<mark>[(/\[])(?:[\w./+&-]{1,20}(?:/|-|,\s?|\s?\+\s?|\sund\s|\set\s|\sand\s))?\Z")
_AFTER_CLOSING = re.compile(r"(?:[/,+ -]{1,2}[\w./+&-]{1,20}){0,3}(?P<mark>[)/\]])")
_PAIRS = {"(": ")", "[": "]", "/": "/"}
_SEPARATOR = re.compile(r"\s{0,2}(?:[-–—―=:]{1,2}(?!\w)|\.\s?[-–—])")
_NEXT_SENTENCE = re.compile(r"\.?\s[A-ZÀ-Þ«„“\"]")
_OPEN_DATELINE = re.compile(r"[\w'’.,/\s()-]*(?::\s)?")
_PLACE_AND_DAY = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ' -]{2,30},? \d{1,2}\b")
"""Before an agency that ends its line: "MADRID, 3 (SERVIMEDIA)"."""
_BARE_PLACE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ' -]{2,30}(?:[,.] [\w., -]{0,25})?(?:, | [-—] )\Z")
"""Before an agency without brackets: "SYDNEY, AAP - ", "VILNIUS, Apr 09, BNS – "."""
_LOWER_WORD = re.compile(r"(?<!\w)[a-zà-þ]{3,}")
_OTHER_ENDS = re.compile(r"[;?!«»“”„\"]|\.\s(?=\w{4,}\s[a-z])")


def in_dateline(text: str, span: Span) -> bool:
    """True where ``span`` is the agency of a dateline: "BAMAKO, 12 nov. 2026 (AFP) - ", "Lausanne (ats) Un …"."""
    start, end = span
    first = text.rfind("\n", max(0, start - MOST_BEFORE), start) + 1
    if first == 0 and start > MOST_BEFORE:
        return False
    before = _BEFORE_OPENING.search(text, max(first, start - 24), start)
    if before is None:
        return _bare_dateline(text, first, span)
    after = _AFTER_CLOSING.match(text, end, end + 60)
    if after is None or after["mark"] != _PAIRS[before["mark"]]:
        return False
    place = text[first : before.start()]
    opens = place == "" and before["mark"] == "("
    if _OTHER_ENDS.search(place) or len(place.split()) > MOST_WORDS or place[:1].islower():
        return False
    ends_line = text.startswith("\n", after.end()) and _PLACE_AND_DAY.match(place) is not None
    if ends_line or _SEPARATOR.match(text, after.end(), after.end() + 6):
        return True
    return _NEXT_SENTENCE.match(text, after.end(), after.end() + 3) is not None and (opens or _only_a_place(place))


def _bare_dateline(text: str, first: int, span: Span) -> bool:
    """An agency that opens its paragraph or follows its place with no brackets: "EFE.- ", "SYDNEY, AAP - "."""
    start, end = span
    if not _SEPARATOR.match(text, end, end + 4) or not text[start].isupper():
        return False
    place = text[first:start]
    if place == "":
        return True
    return (
        len(place) < MOST_BEFORE // 2 and _BARE_PLACE.match(place) is not None and place.endswith((", ", " - ", " — "))
    )


def _only_a_place(place: str) -> bool:
    """True for "Lausanne " or "Frankfurt am Main, 3. März ": hardly any word in lower case."""
    return (
        0 < len(place) < MOST_BEFORE // 2
        and len(_LOWER_WORD.findall(place)) <= 1
        and bool(_OPEN_DATELINE.fullmatch(place))
    )
