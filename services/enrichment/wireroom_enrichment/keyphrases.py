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
from wireroom_enrichment.newswords import (
    BEFORE_NOUNS,
    JOINING,
    NAME_PARTICLES,
    NEWS_WORDS,
    VERBS,
    VERBS_BEFORE,
)
from wireroom_enrichment.words import has_unspaced

MOST = 10
LONGEST = 4
"""Words of the longest phrase, but for a preposition in it."""
_READ = 3_000
"""Code points that are read: what a text is about it says in its beginning."""
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
_NONE: frozenset[str] = frozenset()
_FAR = 3
"""Words from one of two that are joined to the other, where both are names and an article stands between them."""
_ARTICLES = frozenset(("la", "las", "los", "le", "les", "l", "de", "den", "der", "het", "the"))
"""What may stand between a preposition and a name ("Banco de la Nación")."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text, as written and in lower case; ``gaps[n]`` is what stands before word ``n``."""

    written: list[str]
    lower: list[str]
    gaps: list[str]
    times: dict[str, int]
    """How often each is said."""
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
    """A phrase that was found: its words in lower case, where it stands first and last, how often."""

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
    lower = "\n".join(written).lower().split("\n") if written else []
    lead_end = min(next((end for _, end in draft.sentences if end > start), start), start + _READ)
    return _Words(
        written=written,
        lower=lower,
        gaps=parts[0::2],
        times=dict(Counter(lower)),
        lead=len(_WORD.findall(draft.text[start:lead_end])) if draft.language in BEFORE_NOUNS else 0,
        title=frozenset(map(str.lower, _WORD.findall(draft.title))),
        language=draft.language,
    )


def _phrases(words: _Words, credited: frozenset[str]) -> dict[tuple[str, ...], _Phrase]:
    """Runs of telling words, the names in them, and runs that a preposition joins to the one before."""
    found: dict[tuple[str, ...], _Phrase] = {}
    lower, times, title, lead = words.lower, words.times, words.title, words.lead
    before, ends_with_name = [-_FAR], False
    for run in _runs(words, credited):
        first = run[0]
        if len(run) == 1 and first >= lead and times[lower[first]] == 1 and lower[first] not in title:
            continue
        names = _names(words, run)
        for part in names:
            _count(found, words, part[0], part[-1], name=True)
        if words.language == "de" or not _without_verbs(words, run):
            continue
        if run not in names:
            _count(found, words, run[0], run[-1], name=False)
        between = run[0] - before[-1]
        if between <= _FAR and _joined(words, before[-1], run[0]):
            name = ends_with_name and words.written[run[0]][0].isupper()
            if name or between < _FAR:
                _count(found, words, before[0], run[-1], name=name)
        before, ends_with_name = run, bool(names) and names[-1][-1] == run[-1]
    return found


def _joined(words: _Words, left: int, right: int) -> bool:
    """True where a preposition, perhaps with an article, and nothing else stands between two words."""
    first, *articles = words.lower[left + 1 : right] or ("",)
    return (
        first in JOINING.get(words.language, _NONE)
        and _ARTICLES.issuperset(articles)
        and all(words.beside(number) for number in range(left + 1, right))
    )


def _without_verbs(words: _Words, run: list[int]) -> bool:
    """Takes verbs from the ends of ``run``; false where nothing is left."""
    ends, begins = VERBS.get(words.language), VERBS_BEFORE.get(words.language)
    while run and ends and ends.fullmatch(words.written[run[-1]]):
        run.pop()
    while run and begins and begins.fullmatch(words.written[run[0]]):
        del run[0]
    return bool(run)


def _runs(words: _Words, credited: frozenset[str]) -> Iterator[list[int]]:
    """Words that tell something and stand side by side, by their numbers."""
    lower, gaps, run = words.lower, words.gaps, list[int]()
    stops = stop_words(words.language)
    for number in _telling(words, stops):
        word = lower[number]
        beside = bool(run) and number == run[-1] + 1 and gaps[number] in _SPACES
        if word in stops:
            if not (beside and words.written[run[-1]][0].isupper()) and not _begins_name(words, number):
                continue
        elif word in credited or not ((len(word) > _SHORT and word.isalpha()) or _is_long(words, number, stops)):
            continue
        if run and not beside:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _telling(words: _Words, stops: frozenset[str]) -> list[int]:
    """Words that can be in a phrase, and stop words with a capital, which may be part of a name."""
    lower, written, times, title, lead = words.lower, words.written, words.times, words.title, words.lead
    particles = NAME_PARTICLES.get(words.language, _NONE)
    return [
        number
        for number, word in enumerate(lower)
        if (
            (times[word] > 1 or number < lead or word != written[number] or word in title)
            if word not in stops
            else (word in particles and word != written[number])
        )
    ]


def _begins_name(words: _Words, number: int) -> bool:
    """True for "De" in "… by De Rijcke", not for one that begins a sentence."""
    after = number + 1
    return (
        words.gaps[number] == " "
        and number > 0
        and after < len(words.lower)
        and words.beside(after)
        and words.written[after][0].isupper()
    )


def _is_long(words: _Words, number: int, stops: frozenset[str]) -> bool:
    """False for numbers and short words."""
    word, written = words.lower[number], words.written[number]
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
    phrase = found.get(key)
    if phrase is None:
        if len(key) > LONGEST + 1 or not (_may_count(words, key, first) or (name and len(key) > 1)):
            return
        phrase = found[key] = _Phrase(key, name, first, first)
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
        yield words.phrase(phrase.first, phrase.first + len(phrase.words) - 1)
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
