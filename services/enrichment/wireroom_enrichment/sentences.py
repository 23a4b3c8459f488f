"""Sentences by sentencex, with what it gets wrong in news put right."""

import re
from collections.abc import Iterator
from dataclasses import replace

import sentencex

from wireroom_core.models import Sentence
from wireroom_enrichment.draft import Draft, Span
from wireroom_enrichment.words import PARAGRAPH_END, encodable

LONGEST_PIECE = 20_000
"""Code points that sentencex gets at once: its time is quadratic in unclosed quotes (1.6 s for 200,000 characters)."""
_WIDE_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""sentencex 1.0.32 panics on these after an initial ("A\u2029. M."): it takes each for one byte."""

_CLOSING_MARKS, _OPENING_MARKS = '»”’"', '«“„‘"'
_CLOSING = re.compile(rf"[{_CLOSING_MARKS}]+(?=\s|\Z)")
_OPENING = re.compile(rf"(?<=\s)[{_OPENING_MARKS}]+\Z")
_ANY_INITIAL = "[À-ÖØ-Þ]"
_NOT_AN_END = {
    "fr": "MM?|Mmes?|Mlles?|Me|Mgr|Drs?|Prs?|Stes?|Sts?",
    "nl": r"[Dd]hr|[Mm]evr|[Mm]w|[Dd]s|[Ii]r|[Ii]ng|[Jj]hr|[Ff]am|St|d\.w\.z|o\.a|m\.n",
    "de": r"(?:[Dd](?:er|ie|as|en|em|es)|[Aa]m|[Ii]m|[Vv]om|[Zz]u[mr]|[Bb]eim)\s\d{1,3}",
    "es": "D|Dña",
}
"""What a name or a noun follows: titles that sentencex does not know, and German ordinals ("die 3. Liga")."""
_REACH = 12
"""Longer than any of them with the space after it."""
_LONGEST = 5
"""Letters of the longest of them: a longer word before a point is none."""


class Sentences:
    """Finds the sentences: as spans for other annotators, and as annotations."""

    name = "sentences"
    version = 1

    def __init__(self) -> None:
        self._abbreviations = {language: not_an_end(language) for language in _NOT_AN_END}
        self._other = not_an_end("")

    def annotate(self, draft: Draft) -> Draft:
        """``draft`` with its sentences."""
        abbreviation = self._abbreviations.get(draft.language, self._other)
        spans = sentence_spans(draft.text, draft.language, abbreviation)
        found = [self._annotation(draft.text, span) for span in spans]
        return replace(draft, sentences=tuple(spans), annotations=(*draft.annotations, *found))

    def _annotation(self, text: str, span: Span) -> Sentence:
        start, end = span
        return Sentence(
            start=start,
            end=end,
            text=text[start:end],
            confidence=1.0,
            annotator=self.name,
            version=self.version,
        )


def not_an_end(language: str) -> re.Pattern[str]:
    """Finds, at the end of what is searched, an abbreviation after which a sentence of ``language`` goes on."""
    known = _NOT_AN_END.get(language)
    words = f"{_ANY_INITIAL}|{known}" if known else _ANY_INITIAL
    return re.compile(rf"(?<!\w)(?:{words})\.\s*\Z")


def sentence_spans(text: str, language: str, abbreviation: re.Pattern[str]) -> list[Span]:
    """The sentences of ``text`` in order; all but white space is in one. A paragraph's end always ends one."""
    plain = encodable(_with_plain_spaces(text))
    spans = []
    for start, end in _pieces(plain):
        left = start
        for right in _ends(plain, start, end, sentencex.segment(language, plain[start:end]), abbreviation):
            sentence = text[left:right].strip()
            if sentence:
                first = left if text[left] == sentence[0] else text.index(sentence[0], left)
                spans.append((first, first + len(sentence)))
            left = right
    return spans


def _with_plain_spaces(text: str) -> str:
    """``text``, of the same length, without the spaces on which sentencex panics."""
    if text.isascii():
        return text
    for space in _WIDE_SPACES:
        text = text.replace(space, " ")
    return text


def _pieces(text: str) -> Iterator[Span]:
    """Paragraphs, those that are too long cut at a space where there is one."""
    start = 0
    for end in (*(match.end() for match in PARAGRAPH_END.finditer(text)), len(text)):
        while end - start > LONGEST_PIECE:
            limit = start + LONGEST_PIECE
            cut = text.rfind(" ", start, limit) + 1 or limit
            yield start, cut
            start = cut
        yield start, end
        start = end


def _ends(text: str, start: int, end: int, parts: list[str], abbreviation: re.Pattern[str]) -> list[int]:
    """Where a sentence ends; ``parts`` are sentencex's between ``start`` and ``end``, spaces included."""
    ends: list[int] = []
    last = cut = start
    for part in parts[:-1]:
        cut += len(part)
        if cut > last and not _goes_on(text, last, cut, abbreviation):
            last = _beside_marks(text, cut, end)
            ends.append(last)
    ends.append(end)
    return ends


def _goes_on(text: str, start: int, cut: int, abbreviation: re.Pattern[str]) -> bool:
    """True where what stands before ``cut`` is an abbreviation, or a hyphen stands after it ("av. J.-C.")."""
    if text[cut] == "-" and not text[cut - 1].isspace():
        return True
    first = max(start, cut - _REACH)
    before = text[first:cut].rstrip()
    if not before.endswith(".") or (before[-_LONGEST - 2 : -1].isalpha() and len(before) > _LONGEST + 1):
        return False
    return abbreviation.search(text, first, cut) is not None


def _beside_marks(text: str, cut: int, end: int) -> int:
    """``cut`` moved over a closing mark after it, or before an opening mark that ends the sentence."""
    if text[cut] in _CLOSING_MARKS and (closing := _CLOSING.match(text, cut, end)):
        return closing.end()
    if text[cut - 1] in _OPENING_MARKS and (opening := _OPENING.search(text, max(0, cut - _REACH), cut)):
        return opening.start()
    return cut
