"""What has capitals like a name and is no entity: quoted titles of works, and names of events."""

import re

from wireroom_enrichment.draft import Span
from wireroom_enrichment.entities.grammar import Grammar
from wireroom_enrichment.entities.reading import Reading

_QUOTED = re.compile('[«“„‘"][ \u00a0\u202f]?(?P<words>[^«»“”„‘’"\n.!?]{2,60}?)[ \u00a0\u202f]?[»”“’"]')
_SAID = re.compile(r"\s?:|\s?,(?!\s(?:de|by|van|von)\s)|\s[a-zà-ÿ]{1,12}[ -](?:il|elle|t-)|[^\n]{0,3}\Z")
"""Behind a quotation that someone is said to say; a comma and "by" stand behind a title."""
_MOST_WORDS = 6
_LEAST_LETTERS = 4
"""Of the word written small that a title has and a name has not ("de", "van")."""
_LONGEST_EVENT = 6


def titles(text: str) -> list[Span]:
    """Where a few quoted words begin large and go on small, and nobody is said to say them."""
    return [match.span("words") for match in _QUOTED.finditer(text) if _is_title(text, match)]


def _is_title(text: str, match: re.Match[str]) -> bool:
    words = match["words"].split()
    if not 1 < len(words) <= _MOST_WORDS or not words[0][0].isupper() or _SAID.match(text, match.end()):
        return False
    small = any(word[0].islower() and len(word) > _LEAST_LETTERS for word in words)
    return small and text[max(0, match.start() - 2) : match.start()].strip() != ":"


def mask_events(reading: Reading, grammar: Grammar) -> None:
    """Takes their capitals from the words of events' names ("Tour de France", "Berlin Marathon")."""
    events = grammar.lexicon.events
    if events.isdisjoint(reading.folded):
        return
    for index, folded in enumerate(reading.folded):
        if folded in events and reading.large[index]:
            first, last = _before(reading, index, grammar), _behind(reading, index + 1, grammar)
            if last - first > 1:
                reading.hide(first, last)


def _before(reading: Reading, index: int, grammar: Grammar) -> int:
    if grammar.lexicon.small_complement or grammar.lexicon.nouns_large:
        return index
    first = index
    while first > 0 and index - first < _LONGEST_EVENT and reading.near[first] and reading.large[first - 1]:
        if grammar.no_name(reading, first - 1) or reading.first[first - 1]:
            break
        first -= 1
    return first


def _behind(reading: Reading, last: int, grammar: Grammar) -> int:
    end, limit = last, last + _LONGEST_EVENT
    while end < min(limit, len(reading)) and reading.joins[end]:
        if reading.large[end] and not grammar.no_name(reading, end):
            last = end + 1
        elif reading.folded[end] not in grammar.lexicon.event_links:
            break
        end += 1
    return last
