"""The lead: what a dispatch says first, after all that stands before it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from wireroom_core.models import Agency
from wireroom_enrichment.agencies.places import BYLINE
from wireroom_enrichment.draft import Draft, Span
from wireroom_enrichment.words import folded

MOST = 300
"""Characters up to which whole sentences of the first paragraph are taken."""
LONGEST = 500
"""Characters of the longest lead: one long sentence, or a quotation that ends late."""
_DATELINE = 160
"""Code points within which a dateline has its agency."""
_SHORT_LINE = 120
_NO_ARTICLE = frozenset({"consent", "error"})
_AFTER_AGENCY = re.compile(r"[^\n()]{0,40}[)/\]]\s{0,3}(?:[-–—―=:.]\s?){0,3}|\s{0,3}(?:[-–—―=:.]\s?){1,3}")
_BARE_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ'’./ -]{2,40}(?:, [^\n–—=()-]{1,30})?\s[–—=-]{1,2}\s+(?=\S)")
_ENDED = re.compile(r"[.!?…:]['\"»”’“)]{0,2}\Z|[。！？]\Z")
_LINE = re.compile(r"\S[^\n]*")
_HEAD_LINES = 12
_SPACE = re.compile(r"[ \t\n]+")
_MARK = re.compile('[«»“”„"‘’]')
_LOOSE = " \n,;:"
_OPENS, _CLOSES = "«“„", "»”"


class Lead:
    """Takes the lead as the summary. Expects the sentences, and the agencies for datelines and by-lines.

    It is made of whole sentences of one paragraph and holds every quotation that it begins in full: none rather than
    one that breaks off.
    """

    name = "lead"
    version = 1

    def annotate(self, draft: Draft) -> Draft:
        """``draft`` with its summary."""
        if draft.article.text_quality in _NO_ARTICLE:
            return draft
        return replace(draft, summary=lead(draft))


def lead(draft: Draft) -> str | None:
    """The lead of ``draft`` on one line; null where no sentence is short enough."""
    text = draft.text
    start, end = first_paragraph(draft)
    chosen, at = "", start
    for first, last in draft.sentences:
        if last <= start:
            continue
        if first >= end:
            break
        grown = text[start:last]
        if len(grown) > LONGEST or (chosen and len(grown) > MOST):
            break
        at = last
        if not quotation_open(grown):
            chosen = grown
            if len(grown) > MOST:
                break
    if not chosen and at == start:
        chosen = shortened(text[start : min(end, start + MOST)])
    return _SPACE.sub(" ", chosen).strip() or None


def first_paragraph(draft: Draft) -> Span:
    """Where the lead's paragraph stands, without dateline, by-lines, a repeated title, and trailer."""
    agencies = [each for each in draft.annotations if isinstance(each, Agency) and each.start is not None]
    bylines = [each.start for each in agencies if each.role == "byline" and each.start is not None]
    trailers = [each.start for each in agencies if each.role == "trailer" and each.start is not None]
    span = 0, len(draft.text)
    for start, end in lines(draft.text):
        span = after_dateline(draft.text, start, end, agencies), end
        if span[0] > start:
            break
        line = draft.text[start : min(end, start + _SHORT_LINE + 1)].strip()
        if any(start <= place < end for place in bylines) or _is_above_the_text(line, draft.title):
            continue
        break
    cut = next((place for place in trailers if span[0] < place < span[1]), None)
    return span if cut is None else (span[0], len(draft.text[:cut].rstrip(" (\n-–—/©")))


def lines(text: str) -> Iterator[Span]:
    """The lines of ``text`` that are not empty, at most a few: the lead is among them."""
    for match in islice(_LINE.finditer(text), _HEAD_LINES):
        yield match.span()


def _is_above_the_text(line: str, title: str) -> bool:
    """True for a by-line, a title that is repeated, and a short line that is no sentence."""
    if len(line) > _SHORT_LINE or _ENDED.search(line):
        return bool(title) and folded(line) == folded(title.strip())
    return BYLINE.match(line) is not None or len(line.split()) < 12


def after_dateline(text: str, start: int, end: int, agencies: list[Agency]) -> int:
    """Where the sentence begins in the line that begins at ``start``."""
    places = [
        each.end
        for each in agencies
        if each.role == "dateline" and each.start is not None and start <= each.start < start + _DATELINE
    ]
    ends = [place for place in places if place is not None and place <= end]
    match = _AFTER_AGENCY.match(text, max(ends), end) if ends else _BARE_DATELINE.match(text, start, end)
    return match.end() if match else start


def quotation_open(text: str) -> bool:
    """True where a quotation begins in ``text`` and does not end in it."""
    double = single = 0
    for match in _MARK.finditer(text):
        mark, opens = match[0], _is_opening(text, match.start(), double)
        if mark == "‘":
            single += _opens_single(text, match.start())
        elif mark == "’":
            single = max(0, single - 1) if not text[match.end() : match.end() + 1].isalnum() else single
        else:
            double = double + 1 if opens else max(0, double - 1)
    return double > 0 or single > 0


def _is_opening(text: str, at: int, depth: int) -> bool:
    """Whether the mark at ``at`` opens, by what stands beside it, else by what it usually does."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    left, right = bool(before.strip(" \u00a0\u202f\n([")), bool(after.strip(" \u00a0\u202f\n.,;:!?)]"))
    if left != right:
        return right
    return depth == 0 if text[at] == '"' else text[at] in _OPENS


def _opens_single(text: str, at: int) -> bool:
    """True for "‘so’", not for the end of "‚so‘" nor for "‘s avonds"."""
    return not text[at - 1 : at].strip(" \u00a0\u202f\n([«“„") and text[at + 1 : at + 3] not in ("s ", "t ", "n ")


def shortened(text: str) -> str:
    """The words of ``text`` but for the last, before any quotation that is open with the ellipsis behind it."""
    cut = text[: max(text.rfind(" "), 0)].rstrip(_LOOSE)
    while quotation_open(f"{cut}…"):
        cut = cut[: max(match.start() for match in _MARK.finditer(cut))].rstrip(_LOOSE)
    return f"{cut}…" if len(cut) > MOST // 3 else ""
