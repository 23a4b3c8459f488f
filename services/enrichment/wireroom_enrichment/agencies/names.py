"""News agencies: the names they are credited by, and where each stands in a text."""

from collections.abc import Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from wireroom_core.slug import slug
from wireroom_enrichment.agencies.known import AMBIGUOUS, NAMES
from wireroom_enrichment.draft import Span
from wireroom_enrichment.words import encodable

MOST = 300
"""Mentions in one text that are looked at; no dispatch comes near it. Of more, the last ones count too (a trailer)."""
_LAST = 50
_LONGEST_LOWERED = 12
"""Letters of the longest name that a credit has in lower case ("keystone-sda")."""
_SYLLABLES = frozenset(("pa", "tt", "ria"))
"""In nobody's credit, and in too many words."""


@cache
def _spellings() -> dict[str, str]:
    """Every spelling with its short name."""
    known: dict[str, str] = {}
    for short, others in NAMES.items():
        for name in (short, *others):
            known.setdefault(name, short)
            if name not in AMBIGUOUS:
                known.setdefault(name.upper(), short)
            if name not in AMBIGUOUS and len(name) <= _LONGEST_LOWERED and name.lower() not in _SYLLABLES:
                known.setdefault(name.lower(), short)
    return known


@cache
def _automaton() -> tuple[AhoCorasick, Sequence[str]]:
    """What finds the spellings, and the short name of each by its number."""
    known = _spellings()
    finder = AhoCorasick(tuple(known), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA)
    return finder, tuple(known.values())


@cache
def _by_slug() -> dict[str, str]:
    return {slug(spelling): short for spelling, short in _spellings().items()}


def short_name(name: str) -> str | None:
    """The agency of which ``name`` is a name, in any spelling."""
    return _by_slug().get(slug(name))


def without_names(line: str) -> str:
    """``line`` with a space in the place of each name."""
    parts, at = [], 0
    for (start, end), _ in mentions(line):
        parts.append(line[at:start])
        at = end
    return " ".join((*parts, line[at:]))


def _begins_code(text: str, end: int) -> bool:
    """True before the number of a dispatch ("dpa:260422-930-118/2")."""
    return text.startswith(":", end) and text[end + 1 : end + 2].isdigit()


def mentions(text: str) -> list[tuple[Span, str]]:
    """Where a name of an agency stands as a word of its own, with the agency's short name; in order."""
    automaton, shorts = _automaton()
    found = [
        ((start, end), shorts[number])
        for number, start, end in automaton.find_matches_as_indexes(encodable(text))
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum() or _begins_code(text, end))
    ]
    return found if len(found) <= MOST else found[: MOST - _LAST] + found[-_LAST:]
