"""A text read for its key phrases: its words, and what is known of those of its language."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

import stopwordsiso

from wireroom_enrichment.draft import Draft
from wireroom_enrichment.keyphrases.newswords import (
    BEFORE_NOUNS,
    JOINING,
    NAME_PARTICLES,
    NEWS_WORDS,
    VERBS,
    VERBS_BEFORE,
    Verbs,
)
from wireroom_enrichment.lead import first_paragraph
from wireroom_enrichment.words import has_unspaced

_READ = 3_000
"""Code points that are read: what a text is about it says in its beginning."""
_SCRIPT = 400
"""Code points in which a script that does not space its words is looked for."""
_WORD = re.compile(r"(\w+(?:[-&]\w+)*)")
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of a language's words; of most languages nothing is."""

    stops: frozenset[str]
    """Words that tell nothing of what a text is about."""
    particles: frozenset[str]
    joining: frozenset[str]
    before_nouns: frozenset[str] | None
    verbs: Verbs | None
    verbs_before: Verbs | None
    only_names: bool
    """True where nouns are written as names are."""


@cache
def lexicon(language: str) -> Lexicon:
    """That of a language; words are in lower case."""
    return Lexicon(
        stops=frozenset(stopwordsiso.stopwords(language)) | NEWS_WORDS.get(language, _NONE),
        particles=NAME_PARTICLES.get(language, _NONE),
        joining=JOINING.get(language, _NONE),
        before_nouns=BEFORE_NOUNS.get(language),
        verbs=VERBS.get(language),
        verbs_before=VERBS_BEFORE.get(language),
        only_names=language == "de",
    )


@dataclass(slots=True)
class Words:
    """The words of a text, as written and in lower case; ``gaps[n]`` is what stands before word ``n``."""

    written: list[str]
    lower: list[str]
    gaps: list[str]
    times: dict[str, int]
    """How often each is said."""
    lead: int
    """How many words the first sentence has; none where articles do not tell the nouns in it."""
    title: frozenset[str]
    lexicon: Lexicon

    def phrase(self, first: int, last: int) -> str:
        """As written, from one word to another."""
        rest = [self.gaps[number] + self.written[number] for number in range(first + 1, last + 1)]
        return self.written[first] + "".join(rest)


def words_of(draft: Draft) -> Words | None:
    """The words of the text's beginning; none in a script that does not space them."""
    start = first_paragraph(draft)[0]
    text = draft.text[start : start + _READ]
    if has_unspaced(text[:_SCRIPT]):
        return None
    parts = _WORD.split(text)
    written = parts[1::2]
    lower = "\n".join(written).lower().split("\n") if written else []
    known = lexicon(draft.language)
    lead = 0
    if known.before_nouns is not None:
        lead_end = min(next((end for _, end in draft.sentences if end > start), start), start + _READ)
        lead = len(_WORD.findall(draft.text[start:lead_end]))
    title = frozenset(map(str.lower, _WORD.findall(draft.title)))
    return Words(written, lower, parts[::2], dict(Counter(lower)), lead, title, known)
