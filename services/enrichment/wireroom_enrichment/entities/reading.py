"""A text as words: folded, with what stands between them and where sentences begin."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import accumulate

from wireroom_enrichment.draft import Span
from wireroom_enrichment.entities.folding import key
from wireroom_enrichment.entities.remembered import Remembered

_ELIDED = r"\b(?:[LDSJTCldsnjmtc]|[NM](?=['’][a-zà-ÿ])|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu)['’](?=\w)"
_INITIALS = r"(?=[A-Z]\.)(?:[A-Z]\.){2,8}"
_WORD = r"(?!(?<=['’])s\b)\w++(?:(?=[-‑&·+'’])(?:(?:[-‑&·+]|['’](?!s\b))\w+){1,8})?"
"""The looks ahead save two thirds of the time: few words go on behind a mark."""
_WORDS = re.compile(rf"(?=\w)({_INITIALS}|{_WORD})")
_WORDS_ELIDED = re.compile(rf"(?=\w)({_ELIDED}|{_INITIALS}|{_WORD})")
_OPENS = re.compile("[\n:«“„‚‘\"(\\[•—–=]|(?:^|\\s)['-]")
_folded = Remembered(key)
_opens = Remembered(lambda gap: gap != " " and _OPENS.search(gap) is not None)
"""True for what stands before a word whose capital says nothing."""
_ARABIC = tuple(f"{article}-{letter}" for article in ("al", "el") for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
"""How a name begins that has its article before it ("al-Hakim")."""
_LONGEST = 60
"""Code points of a word; a longer one is none."""
NEXT = frozenset((" ", "\u00a0", "\u202f", "  ", "\n", " & "))
"""What may stand between two words of one name. A line may end inside a name; a paragraph may not."""
_JOINED = NEXT | {""}
POINT = frozenset((". ", ".\u00a0"))
"""What stands behind an abbreviation."""
_ABBREVIATIONS = frozenset(("St", "Ste", "Mt", "Ft"))
"""A name goes on behind their point."""
_BEYOND = 6
"""Words before the first and behind the last that rules ask about."""


@dataclass(slots=True)
class Reading:
    """Parallel lists, an entry a word. ``gaps[i]`` stands before word i; there is one more, behind the last.

    ``near``, ``joins``, ``before``, ``after`` and ``follows`` answer for words that are not there too, ``_BEYOND`` of
    them at each end: false, or nothing.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    folded: list[str]
    large: list[bool]
    """True where the word begins with a capital and may be part of a name."""
    first: list[bool]
    """True where a sentence, a line, a quotation or a bracket begins: a capital says nothing there."""
    near: list[bool] = field(init=False)
    """True where the word follows its predecessor with nothing but a space between."""
    joins: list[bool] = field(init=False)
    """True where the word follows its predecessor with at most a space between."""
    before: list[str] = field(init=False)
    """The folded word before, if at most a space stands between, else nothing."""
    after: list[str] = field(init=False)
    """The folded word itself if only a space stands before it, else nothing."""
    follows: list[bool] = field(init=False)
    """True where the word goes on with a name: it has a capital, and only a space before it."""

    def __post_init__(self) -> None:
        inner = self.gaps[1:-1]
        none, nothing = [False] * _BEYOND, [""] * _BEYOND
        near, joins = [gap in NEXT for gap in inner], [gap in _JOINED for gap in inner]
        folded, self.near, self.joins = self.folded, [False, *near, *none], [False, *joins, *none]
        self.before = ["", *[word if joined else "" for word, joined in zip(folded, joins, strict=False)], *nothing]
        self.after = [word if follows else "" for word, follows in zip(folded, self.near, strict=False)] + nothing
        self.follows = [follows and large for follows, large in zip(self.near, self.large, strict=False)] + none

    def __len__(self) -> int:
        return len(self.words)

    def capitals(self) -> list[int]:
        """The numbers of the words that may be part of a name."""
        return [index for index, large in enumerate(self.large) if large]

    def hide(self, first: int, last: int) -> None:
        """Words ``first`` to before ``last`` are part of no name, whatever their capitals."""
        self.large[first:last] = self.follows[first:last] = [False] * (last - first)

    def goes_on(self) -> list[bool]:
        """True for a word that a known name may go on with: as ``joins``, and behind the point of "St." too."""
        if _ABBREVIATIONS.isdisjoint(self.words):
            return self.joins
        going = self.joins.copy()
        for index in range(1, len(self.words)):
            going[index] |= self.gaps[index] in POINT and self.words[index - 1] in _ABBREVIATIONS
        return going

    def upper(self, index: int) -> bool:
        """True where all of the word is written in capitals, of which it has two or more."""
        word = self.words[index]
        return word.isupper() and len(word) > 1 and (word.isalpha() or sum(c.isalpha() for c in word) > 1)

    def numeric(self, index: int) -> bool:
        """True where the word begins with a digit."""
        return self.words[index][0].isdigit()

    def slice(self, first: int, last: int) -> str:
        """What stands in the text from word ``first`` to before word ``last``."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def read(text: str, sentences: tuple[Span, ...], masks: list[Span], *, elides: bool) -> Reading:
    """``text`` as words. No name is read from where ``masks`` are; ``elides`` where articles lose their vowel."""
    parts = (_WORDS_ELIDED if elides else _WORDS).split(text)
    bounds = list(accumulate(map(len, parts)))
    words, gaps, starts, ends = parts[1::2], parts[0::2], bounds[0:-1:2], bounds[1::2]
    large = [word[0].isupper() or (word[2:3] == "-" and word.startswith(_ARABIC)) for word in words]
    if max(map(len, words), default=0) > _LONGEST:
        large = [is_large and len(word) <= _LONGEST for is_large, word in zip(large, words, strict=True)]
    folded = list(map(_folded.__getitem__, words))
    reading = Reading(text, words, starts, ends, gaps, folded, large, _firsts(starts, gaps, sentences))
    for start, end in masks:
        reading.hide(bisect_left(starts, start), bisect_left(starts, end))
    return reading


def _firsts(starts: list[int], gaps: list[str], sentences: tuple[Span, ...]) -> list[bool]:
    first = list(map(_opens.__getitem__, gaps[:-1]))
    for start in (0, *(start for start, _ in sentences)):
        index = bisect_left(starts, start)
        if index < len(first):
            first[index] = True
    return first
