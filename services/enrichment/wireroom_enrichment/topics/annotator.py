"""Topics by the words of a curated lexicon."""

from collections.abc import Iterator
from dataclasses import replace
from math import log

from wireroom_core.models import TopicScore
from wireroom_enrichment.draft import Draft
from wireroom_enrichment.topics.lexicon import LANGUAGES, Lexicon, read, spaced
from wireroom_enrichment.topics.taxonomy import TOPICS

MOST = 3
_READ = 20_000
"""Characters of a text that are read; what it is about stands there."""
_LEAD = 450
"""Characters of the text, in the form that is searched, that count as its lead."""
_IN_TITLE, _IN_LEAD = 2.0, 1.5
_ENOUGH = 8.0
"""Evidence from which a topic is named: three strong words, or one of them in the title with another in the lead."""
_HALF = 8.0
"""Evidence at which it is worth a half."""
_CLEAR = 0.2
"""Score below which even the first topic is not named: the words speak for too many."""
_BESIDE = 0.6
"""Part of the first topic's evidence that another one needs."""
_NARROWER = 0.6
"""Part of a topic's evidence that one of its second level needs."""


class Topics:
    """Names up to three topics. Expects the language; one without a lexicon gets none.

    First come those of the first level, the strongest first. Where one of the second level has most of what
    speaks for the first, it stands behind it. A score is the share of all evidence that a topic has, less where
    there is little evidence; one of the second level never has more than the one that it belongs to.
    """

    name = "topics"
    version = 1

    def __init__(self) -> None:
        self._lexicons = {language: read(language) for language in LANGUAGES}

    def annotate(self, draft: Draft) -> Draft:
        """``draft`` with its topics."""
        lexicon = self._lexicons.get(draft.language)
        if lexicon is None:
            return draft
        return replace(draft, topics=tuple(ranked(evidence(lexicon, draft.title, draft.text)))[:MOST])


def evidence(lexicon: Lexicon, title: str, text: str) -> dict[str, float]:
    """What speaks for each topic, by name; that for a topic of the second level is in that of its first, too."""
    head = spaced(title)
    best, times = _matches(lexicon, head + spaced(text[:_READ]), len(head))
    found: dict[str, float] = {}
    for number, place in best.items():
        for topic, weight in lexicon.claims[number]:
            said = weight * place * (1 + log(times[number]))
            found[topic] = found.get(topic, 0.0) + said
            if broader := TOPICS[topic].broader:
                found[broader] = found.get(broader, 0.0) + said
    return found


def _matches(lexicon: Lexicon, words: str, title_end: int) -> tuple[dict[int, float], dict[int, int]]:
    """For each entry that is found the factor of its best place, and how often it is found."""
    best: dict[int, float] = {}
    times: dict[int, int] = {}
    for number, start, _ in lexicon.automaton.find_matches_as_indexes(words):
        if number in times:
            times[number] += 1
        else:
            times[number] = 1
            best[number] = _IN_TITLE if start < title_end else _IN_LEAD if start < title_end + _LEAD else 1.0
    return best, times


def ranked(found: dict[str, float]) -> Iterator[TopicScore]:
    """The topics of which there is enough, each followed by its best one of the second level."""
    firsts = sorted((topic for topic in found if TOPICS[topic].broader is None), key=lambda topic: -found[topic])
    total = sum(found[topic] for topic in firsts)
    for topic in firsts:
        if found[topic] < max(_ENOUGH, _BESIDE * found[firsts[0]]):
            return
        score = found[topic] / total * found[topic] / (found[topic] + _HALF)
        if topic == firsts[0] and score < _CLEAR:
            return
        yield _scored(topic, score)
        narrower = [name for name in found if TOPICS[name].broader == topic]
        if narrower and found[best := max(narrower, key=lambda name: found[name])] >= _NARROWER * found[topic]:
            yield _scored(best, score * found[best] / found[topic])


def _scored(topic: str, score: float) -> TopicScore:
    return TopicScore(code=TOPICS[topic].code, name=topic, score=round(score, 3))
