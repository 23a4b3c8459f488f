"""The phrases of a text that may be key phrases."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from wireroom_enrichment.keyphrases.newswords import Verbs
from wireroom_enrichment.keyphrases.reading import Words

LONGEST = 4
"""Words of the longest phrase, but for a preposition in it."""
_SHORT = 3
"""Words of up to so many letters are taken for stop words in a language without a list."""
_SENTENCE_END = re.compile(r"[.!?:…»”\"\n«“„–—=]")
_SPACES = frozenset((" ", "\u00a0"))
_FAR = 3
"""Words from one of two that are joined to the other, where both are names and an article stands between them."""
_ARTICLES = frozenset(("la", "las", "los", "le", "les", "l", "de", "den", "der", "het", "the"))
"""What may stand between a preposition and a name ("Banco de la Nación")."""
_NO_NAMES: tuple[list[int], ...] = ()


@dataclass(slots=True)
class Phrase:
    """A phrase that was found: its words in lower case, where it stands first and last, how often."""

    words: tuple[str, ...]
    name: bool
    first: int
    last: int
    noun: bool = False
    times: int = 0


def phrases(words: Words, credited: frozenset[str]) -> Collection[Phrase]:
    """Runs of telling words, the names in them, and runs that a preposition joins to the one before."""
    found: dict[tuple[str, ...], Phrase] = {}
    lower, written, lead, known = words.lower, words.written, words.lead, words.lexicon
    before, ends_with_name = [-_FAR], False
    for run in _runs(words, credited):
        first = run[0]
        if len(run) == 1 and first >= lead and words.times[lower[first]] == 1 and lower[first] not in words.title:
            continue
        capitals = [number for number in run if written[number][0].isupper()]
        names = _names(words, run, capitals) if capitals else _NO_NAMES
        for part in names:
            _count(found, words, part[0], part[-1], name=True)
        if known.only_names or not _without_verbs(words, run):
            continue
        first, last = run[0], run[-1]
        if run not in names:
            _count(found, words, first, last, name=False)
        if first - before[-1] <= _FAR and _joined(words, before[-1], first):
            name = ends_with_name and written[first][0].isupper()
            if name or first - before[-1] < _FAR:
                _count(found, words, before[0], last, name=name)
        before, ends_with_name = run, bool(names) and names[-1][-1] == last
    return found.values()


def _joined(words: Words, left: int, right: int) -> bool:
    """True where a preposition, perhaps with an article, and nothing else stands between two words."""
    between = words.lower[left + 1 : right]
    return (
        bool(between)
        and between[0] in words.lexicon.joining
        and _ARTICLES.issuperset(between[1:])
        and _SPACES.issuperset(words.gaps[left + 1 : right])
    )


def _without_verbs(words: Words, run: list[int]) -> bool:
    """Takes verbs from the ends of ``run``; false where nothing is left."""
    behind, before = words.lexicon.verbs, words.lexicon.verbs_before
    while behind and run and _is_verb(words.written[run[-1]], behind):
        run.pop()
    while before and run and _is_verb(words.written[run[0]], before):
        del run[0]
    return bool(run)


def _runs(words: Words, credited: frozenset[str]) -> Iterator[list[int]]:
    """Words that tell something and stand side by side, by their numbers."""
    lower, gaps, written, stops = words.lower, words.gaps, words.written, words.lexicon.stops
    run = list[int]()
    for number in _telling(words):
        word = lower[number]
        beside = bool(run) and number == run[-1] + 1 and gaps[number] in _SPACES
        if word in stops:
            if not (beside and written[run[-1]][0].isupper()) and not _begins_name(words, number):
                continue
        elif word in credited or not ((len(word) > _SHORT and word.isalpha()) or _is_long(words, number)):
            continue
        if run and not beside:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _telling(words: Words) -> list[int]:
    """Words that can be in a phrase, and stop words with a capital, which may be part of a name."""
    lower, written, times, title, lead = words.lower, words.written, words.times, words.title, words.lead
    stops, particles = words.lexicon.stops, words.lexicon.particles
    return [
        number
        for number, word in enumerate(lower)
        if (
            (times[word] > 1 or number < lead or word != written[number] or word in title)
            if word not in stops
            else (word in particles and word != written[number])
        )
    ]


def _begins_name(words: Words, number: int) -> bool:
    """True for "De" in "… by De Rijcke", not for one that begins a sentence."""
    after = number + 1
    return (
        words.gaps[number] == " "
        and number > 0
        and after < len(words.lower)
        and words.gaps[after] in _SPACES
        and words.written[after][0].isupper()
    )


def _is_long(words: Words, number: int) -> bool:
    """False for numbers and short words."""
    word, written, stops = words.lower[number], words.written[number], words.lexicon.stops
    if len(word) < (_SHORT if stops else _SHORT + 1) and (len(word) == 1 or not written.isupper()):
        return False
    return not (word[0].isdigit() or ("-" in word and stops.issuperset(word.split("-"))))


def _names(words: Words, run: list[int], capitals: list[int]) -> list[list[int]]:
    """The stretches of ``run`` in which each word has a capital; not a word that merely begins its sentence."""
    parts = [run]
    if len(capitals) < len(run):
        ends = [place + 1 for place, number in enumerate(capitals) if number + 1 not in capitals]
        parts = [capitals[start:end] for start, end in pairwise([0, *ends])]
    return [part for part in parts if len(part) > 1 or _is_name(words, part[0])]


def _is_name(words: Words, number: int) -> bool:
    if words.written[number].isupper():
        return True
    gap = words.gaps[number]
    return number > 0 and (gap == " " or _SENTENCE_END.search(gap) is None)


def _count(found: dict[tuple[str, ...], Phrase], words: Words, first: int, last: int, *, name: bool) -> None:
    key = tuple(words.lower[first : last + 1])
    phrase = found.get(key)
    if phrase is None:
        if len(key) > LONGEST + 1 or not (_may_count(words, key, first) or (name and len(key) > 1)):
            return
        phrase = found[key] = Phrase(key, name, first, first)
    phrase.times += 1
    phrase.last = first
    phrase.noun = phrase.noun or name or _after_article(words, first)


def _may_count(words: Words, key: tuple[str, ...], first: int) -> bool:
    """False for what is said once where that is not enough: most phrases, and so a matter of speed."""
    if first < words.lead:
        return True
    return min(map(words.times.__getitem__, key)) > 1 or words.title.issuperset(key)


def _after_article(words: Words, number: int) -> bool:
    """True where a word before tells that a noun follows; in languages whose articles are not known always."""
    before = words.lexicon.before_nouns
    return before is None or (number > 0 and (words.lower[number - 1] in before or words.lower[number - 1].isdigit()))


def _is_verb(word: str, verbs: Verbs) -> bool:
    return word.endswith(verbs.endings) and verbs.has(word)
