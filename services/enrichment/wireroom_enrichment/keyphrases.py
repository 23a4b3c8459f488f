"""Key phrases: what a text says often and early.

Candidates are those of RAKE (Rose et al., "Automatic keyword extraction from individual documents", 2010): what stands
between stop words and punctuation, joined over one preposition where the text does so twice. Their words are weighed by
features of YAKE (Campos et al., "YAKE! Keyword extraction from single documents using multiple local features", 2020):
frequency, place of the first, capitals, spread over the text. Neither needs more than stop words; a list of
prepositions and articles per language keeps verbs out.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from math import log, sqrt

import stopwordsiso

from wireroom_core.models import Agency
from wireroom_enrichment.draft import Draft
from wireroom_enrichment.lead import first_paragraph
from wireroom_enrichment.newswords import BEFORE_NOUNS, JOINING, NEWS_WORDS, VERBS
from wireroom_enrichment.words import has_unspaced

MOST = 10
LONGEST = 4
"""Words of the longest phrase, but for a preposition in it."""
_READ = 20_000
"""Code points that are read."""
_SCRIPT = 400
"""Code points in which a script that does not space its words is looked for."""
_SHORT = 3
"""Words of up to so many letters are taken for stop words in a language without a list."""
_WORD = re.compile(r"(\w+(?:[-&]\w+)*)")
_SENTENCE_END = re.compile(r"[.!?:…»”\"\n«“„–—=]")
_SPACES = frozenset((" ", "\u00a0"))
_IN_TITLE, _PER_WORD = 1.6, 0.35
_ONCE_IN_LEAD, _ONCE = 0.8, 0.4
"""Of phrases that are said once: those of the first sentence, and names elsewhere."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text, as written and in lower case; ``gaps[n]`` is what stands before word ``n``."""

    written: list[str]
    lower: list[str]
    gaps: list[str]
    times: Counter[str]
    lead: int
    """How many words the first sentence has; none where articles do not tell the nouns in it."""
    title: frozenset[str]
    language: str

    def beside(self, number: int) -> bool:
        """True where nothing but a space stands between a word and the one before."""
        return self.gaps[number] in _SPACES

    def phrase(self, first: int, last: int) -> str:
        """As written, from one word to another."""
        rest = (self.gaps[number] + self.written[number] for number in range(first + 1, last + 1))
        return self.written[first] + "".join(rest)


@dataclass(slots=True)
class _Phrase:
    """A phrase that was found: as first written, by its words in lower case, where first and last, how often."""

    written: str
    words: tuple[str, ...]
    name: bool
    first: int
    last: int
    noun: bool = False
    times: int = 0


class KeyPhrases:
    """Finds at most ten key phrases, as written, the best first.

    Expects the language, the sentences, and the agencies, which are none. A phrase must be said twice, stand in the
    title or the first sentence, or be a name of several words. Scripts that do not space their words have none.
    """

    name = "key-phrases"
    version = 1

    def annotate(self, draft: Draft) -> Draft:
        """``draft`` with its key phrases."""
        words = _words(draft)
        if words is None:
            return draft
        agencies = (each.text for each in draft.annotations if isinstance(each, Agency))
        credited = frozenset(part.lower() for name in agencies for part in name.split())
        return replace(draft, key_phrases=tuple(_best(words, _phrases(words, credited))))


@cache
def stop_words(language: str) -> frozenset[str]:
    """Words that tell nothing of what a text is about; none are known for most languages."""
    return frozenset(stopwordsiso.stopwords(language)) | NEWS_WORDS.get(language, frozenset())


def _words(draft: Draft) -> _Words | None:
    start = first_paragraph(draft)[0]
    text = draft.text[start : start + _READ]
    if has_unspaced(text[:_SCRIPT]):
        return None
    parts = _WORD.split(text)
    written = parts[1::2]
    lower = list(map(str.lower, written))
    lead_end = min(next((end for _, end in draft.sentences if end > start), start), start + _READ)
    return _Words(
        written=written,
        lower=lower,
        gaps=parts[0::2],
        times=Counter(lower),
        lead=len(_WORD.findall(draft.text[start:lead_end])) if draft.language in BEFORE_NOUNS else 0,
        title=frozenset(map(str.lower, _WORD.findall(draft.title))),
        language=draft.language,
    )


def _phrases(words: _Words, credited: frozenset[str]) -> dict[tuple[str, ...], _Phrase]:
    """Runs of telling words, the names in them, and runs that a preposition joins to the one before."""
    found: dict[tuple[str, ...], _Phrase] = {}
    joining = JOINING.get(words.language, frozenset())
    before: list[int] = []
    for run in _runs(words, credited):
        first = run[0]
        if len(run) == 1 and not _may_count(words, (words.lower[first],), first):
            continue
        names = _names(words, run)
        for part in names:
            _count(found, words, part[0], part[-1], name=True)
        if words.language == "de" or not _without_verb(words, run):
            continue
        if run not in names:
            _count(found, words, first, run[-1], name=False)
        if before and before[-1] == first - 2 and words.lower[first - 1] in joining and words.beside(first - 1):
            _count(found, words, before[0], run[-1], name=False)
        before = run
    return found


def _without_verb(words: _Words, run: list[int]) -> bool:
    """Takes verbs from the end of ``run``; false where nothing is left."""
    while run and _is_verb(words.lower[run[-1]], words.language) and words.lower[run[-1]] == words.written[run[-1]]:
        run.pop()
    return bool(run)


def _is_verb(word: str, language: str) -> bool:
    beginnings, ends = VERBS.get(language, ((), ()))
    return word.endswith(ends) and word.startswith(beginnings)


def _runs(words: _Words, credited: frozenset[str]) -> Iterator[list[int]]:
    """Words that tell something and stand side by side, by their numbers."""
    stops, run = stop_words(words.language), list[int]()
    for number in [number for number, word in enumerate(words.lower) if word not in stops]:
        if not _tells(words, number, stops) or words.lower[number] in credited:
            continue
        if run and (number != run[-1] + 1 or words.gaps[number] not in _SPACES):
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _tells(words: _Words, number: int, stops: frozenset[str]) -> bool:
    """False for words in lower case that can be in no phrase (the quickest to see), and for numbers and short words."""
    word, written = words.lower[number], words.written[number]
    if words.times[word] == 1 and number >= words.lead and word == written and word not in words.title:
        return False
    if len(word) < (_SHORT if stops else _SHORT + 1) and (len(word) == 1 or not written.isupper()):
        return False
    return not (word[0].isdigit() or ("-" in word and stops.issuperset(word.split("-"))))


def _names(words: _Words, run: list[int]) -> list[list[int]]:
    """The stretches of ``run`` in which each word has a capital; not a word that merely begins its sentence."""
    capitals = [number for number in run if words.written[number][0].isupper()]
    if not capitals:
        return []
    parts = [run]
    if len(capitals) < len(run):
        ends = [place + 1 for place, number in enumerate(capitals) if number + 1 not in capitals]
        parts = [capitals[start:end] for start, end in pairwise([0, *ends])]
    return [part for part in parts if _is_name(words, part)]


def _is_name(words: _Words, part: list[int]) -> bool:
    if len(part) > 1 or words.written[part[0]].isupper():
        return True
    gap = words.gaps[part[0]]
    return part[0] > 0 and (gap == " " or _SENTENCE_END.search(gap) is None)


def _count(found: dict[tuple[str, ...], _Phrase], words: _Words, first: int, last: int, *, name: bool) -> None:
    key = tuple(words.lower[first : last + 1])
    if len(key) > LONGEST + 1 or not (_may_count(words, key, first) or (name and len(key) > 1)):
        return
    phrase = found.get(key)
    if phrase is None:
        phrase = found[key] = _Phrase(words.phrase(first, last), key, name, first, last)
    phrase.times += 1
    phrase.last = first
    phrase.noun = phrase.noun or name or _after_article(words, first)


def _may_count(words: _Words, key: tuple[str, ...], first: int) -> bool:
    """False for what is said once where that is not enough: most phrases, and so a matter of speed."""
    if first < words.lead:
        return True
    return min(map(words.times.__getitem__, key)) > 1 or words.title.issuperset(key)


def _after_article(words: _Words, number: int) -> bool:
    """True where a word before tells that a noun follows; in languages whose articles are not known always."""
    before = BEFORE_NOUNS.get(words.language)
    return before is None or (number > 0 and (words.lower[number - 1] in before or words.lower[number - 1].isdigit()))


def _best(words: _Words, phrases: dict[tuple[str, ...], _Phrase]) -> Iterator[str]:
    """The written forms of the best phrases; of those that are part of one another only the better."""
    candidates = [phrase for phrase in phrases.values() if phrase.noun and _is_candidate(phrase, words)]
    taken: list[frozenset[str]] = []
    for phrase in sorted(candidates, key=lambda each: _weight(each, words), reverse=True):
        own = frozenset(phrase.words)
        if any(own <= other or other <= own for other in taken):
            continue
        taken.append(own)
        yield phrase.written
        if len(taken) == MOST:
            return


def _is_candidate(phrase: _Phrase, words: _Words) -> bool:
    if phrase.times > 1 or phrase.first < words.lead or (phrase.name and len(phrase.words) > 1):
        return True
    return words.title.issuperset(phrase.words)


def _weight(phrase: _Phrase, words: _Words) -> float:
    """What a phrase is worth: more the more often its words are said, the earlier, and the farther over the text."""
    length = len(words.lower) + 1
    often = sum(sqrt(words.times[word]) * (_IN_TITLE if word in words.title else 1) for word in phrase.words) / len(
        phrase.words
    )
    early = 1 / log(3 + 10 * phrase.first / length)
    spread = 1 + (phrase.last - phrase.first) / length
    repeated = sqrt(phrase.times)
    if phrase.times == 1 and not words.title.issuperset(phrase.words):
        repeated = _ONCE_IN_LEAD if phrase.first < words.lead else _ONCE
    return often * early * spread * repeated * (1 + _PER_WORD * (len(phrase.words) - 1))
