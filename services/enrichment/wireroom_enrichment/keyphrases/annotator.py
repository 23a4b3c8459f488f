"""Key phrases: what a text says often and early.

Candidates are those of RAKE (Rose et al., "Automatic keyword extraction from individual documents", 2010): what stands
between stop words and punctuation, joined over one preposition where the text does so twice. Their words are weighed by
features of YAKE (Campos et al., "YAKE! Keyword extraction from single documents using multiple local features", 2020):
frequency, place of the first, capitals, spread over the text. Neither needs more than stop words; a list of
prepositions and articles per language keeps verbs out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import log, sqrt

from wireroom_core.models import Agency
from wireroom_enrichment.draft import Draft
from wireroom_enrichment.keyphrases.candidates import Phrase, phrases
from wireroom_enrichment.keyphrases.reading import Words, words_of

MOST = 10
_IN_TITLE, _PER_WORD = 1.6, 0.35
_ONCE_IN_LEAD, _ONCE = 0.8, 0.4
"""Of phrases that are said once: those of the first sentence, and names elsewhere."""


class KeyPhrases:
    """Finds at most ten key phrases, as written, the best first.

    Expects the language, the sentences, and the agencies, which are none. A phrase must be said twice, stand in the
    title or the first sentence, or be a name of several words. Scripts that do not space their words have none.
    """

    name = "key-phrases"
    version = 1

    def annotate(self, draft: Draft) -> Draft:
        """``draft`` with its key phrases."""
        words = words_of(draft)
        if words is None:
            return draft
        agencies = [each.text for each in draft.annotations if isinstance(each, Agency)]
        credited = frozenset(part.lower() for name in agencies for part in name.split())
        return replace(draft, key_phrases=tuple(best(words, phrases(words, credited))))


def best(words: Words, found: Iterable[Phrase]) -> Iterator[str]:
    """The written forms of the best phrases; of those that are part of one another only the better."""
    candidates = [phrase for phrase in found if phrase.noun and _is_candidate(phrase, words)]
    taken: list[frozenset[str]] = []
    for phrase in sorted(candidates, key=lambda each: _weight(each, words), reverse=True):
        own = frozenset(phrase.words)
        if any(own <= other or other <= own for other in taken):
            continue
        taken.append(own)
        yield words.phrase(phrase.first, phrase.first + len(phrase.words) - 1)
        if len(taken) == MOST:
            return


def _is_candidate(phrase: Phrase, words: Words) -> bool:
    if phrase.times > 1 or phrase.first < words.lead or (phrase.name and len(phrase.words) > 1):
        return True
    return words.title.issuperset(phrase.words)


def _weight(phrase: Phrase, words: Words) -> float:
    """What a phrase is worth: more the more often its words are said, the earlier, and the farther over the text."""
    length, size = len(words.lower) + 1, len(phrase.words)
    said = [sqrt(words.times[word]) * (_IN_TITLE if word in words.title else 1) for word in phrase.words]
    early = 1 / log(3 + 10 * phrase.first / length)
    spread = 1 + (phrase.last - phrase.first) / length
    repeated = sqrt(phrase.times)
    if phrase.times == 1 and not words.title.issuperset(phrase.words):
        repeated = _ONCE_IN_LEAD if phrase.first < words.lead else _ONCE
    return sum(said) / size * early * spread * repeated * (1 + _PER_WORD * (size - 1))
