"""Whether what stands beside a date lies ahead or behind, by the words around it."""

import re
from collections.abc import Iterator

from wireroom_enrichment.dates.lexicon import Lexicon
from wireroom_enrichment.draft import Span
from wireroom_enrichment.pieces import Pieces, word_set

REACH = 60
"""Pieces that are looked at on each side: about 30 words."""
_FARTHEST = 10 * REACH
"""More than any distance: commas count as several pieces."""
_MOST_MET = 10_000
"""Words of a language of which it is kept what they tell."""
_COMMA = 6
"""As far as so many pieces."""
_AUXILIARY = 8
"""Pieces within which a participle has its auxiliary before it ("will be sentenced")."""
_PARTICIPLE = ("ge", "be", "ver", "er", "ent", "ont", "zer")
"""How German and Dutch participles begin that end as verbs of the present do."""
_PERFECT = frozenset(("ist", "sind", "is", "zijn"))
"""With a participle, German and Dutch tell the past by them; alone, a state that may lie ahead."""
_DONE = re.compile(r"(?:[a-zäöü]{2,6})?ge[a-zäöüß]{2,20}(?:t|en|d)|(?:be|ver|ent|er|zer|ont)[a-zäöüß]{3,20}(?:t|en|d)")
"""A participle of them."""
_PRESENT_TOO = frozenset(("beslist", "ontmoet", "hervat"))
"""Participles that look like a present, after which alone a date lies ahead."""
_WHOSE = frozenset(("hun", "zijn", "haar", "ons", "onze", "mijn", "een", "geen"))
"""Dutch words before a noun, whose ending tells no tense."""
_FROM = frozenset(("from", "desde", "vanaf", "dès"))
"""Prepositions that look back where the verb before them does ("we queued from Wednesday")."""
_SINCE = frozenset(("desde", "Desde"))
"""Prepositions that look ahead beside a verb that does alone."""
_COMPARED = frozenset(("lo", "que", "qu", "than", "dan", "als"))
_EXPECTED = word_set(
    "previsto esperado prévu attendu espéré expected forecast planned verwacht gepland voorzien erwartet geplant"
)
"""After a word of ``_COMPARED``, they tell what was thought before ("menos de lo previsto en mayo")."""
_CLAUSE = frozenset(("that", "que", "qui", "dont", "dass", "dat", "who", "which"))
"""After these, verbs speak of something else."""


def direction_of_word(lexicon: Lexicon, word: str) -> tuple[int, bool]:
    """1 for a word of the future, -1 for one of the past, 0 for any other; true where only its ending tells."""
    known = lexicon.directions_met.get(word)
    if known is None:
        known = _direction_of_word(lexicon, word)
        if len(lexicon.directions_met) < _MOST_MET:
            lexicon.directions_met[word] = known
    return known


def _direction_of_word(lexicon: Lexicon, word: str) -> tuple[int, bool]:
    sense = lexicon.senses.get(word)
    if sense is not None:
        return sense, False
    if len(word) < 3 or not word[0].islower():
        return 0, False
    tenses = lexicon.words.tenses
    # Superlatives, and German participles that look like a present, are neither.
    if word.endswith(("ste", "sten", "iert")) or word.endswith(tenses.neither_endings):
        return 0, False
    if word.endswith(tenses.past_endings):
        return -1, True
    if word.endswith(tenses.future_endings) and not word.startswith(_PARTICIPLE):
        return 1, True
    return 0, False


def direction_beside(lexicon: Lexicon, pieces: Pieces, date: Span, bounds: Span, given: int) -> int:
    """That of the nearest verb to the pieces of ``date`` within those of its sentence, ``bounds``; 0 for none.

    ``given`` is 1 where the preposition makes it likely that the date lies ahead: a verb of the past before it does not
    speak against that ("were told to stay until Friday").
    """
    first, end = date
    if pieces.codes[end : end + 1] == ",":
        clause = max(bounds[0], first - REACH, pieces.codes.rfind(",", max(0, first - REACH), first) + 1)
        inside, _ = _nearest(lexicon, pieces, range(first - 1, clause - 1, -1))
        if inside < 0 and given <= 0:
            return inside
    before, near = _nearest(lexicon, pieces, range(first - 1, max(bounds[0], first - REACH) - 1, -1))
    if given > 0 and before < 0 and _FROM.isdisjoint(pieces.words[max(0, first - 4) : first]):
        before = given
    # What stands farther away than the verb before it, need not be looked at.
    after, far = _nearest(lexicon, pieces, range(end, min(bounds[1], end + REACH)), near if before else _FARTHEST)
    if before and (not after or near <= far):
        return before
    return after or (-1 if given > 0 and not _SINCE.isdisjoint(pieces.words[max(0, first - 4) : first]) else given)


def _nearest(lexicon: Lexicon, pieces: Pieces, indices: range, reach: int = _FARTHEST) -> tuple[int, int]:
    """The direction of the nearest verb, and how far it is; 0 where there is none nearer than ``reach``."""
    ending, met, words, backwards = 0, lexicon.directions_met, pieces.words, indices.step < 0
    for index, distance in _words(pieces, indices):
        if not ending and distance >= reach:
            return 0, distance
        found, by_ending = met.get(words[index]) or direction_of_word(lexicon, words[index])
        if not found:
            continue
        if ending and distance > ending + _AUXILIARY:
            break
        if found > 0:
            found = _sense_of_phrase(lexicon, pieces, index, by_ending)
        if found and not (by_ending and backwards and found < 0):
            return found, ending or distance
        ending = ending or (distance if found else 0)
    return (-1 if ending else 0), ending


def _words(pieces: Pieces, indices: range) -> Iterator[tuple[int, int]]:
    """The words up to where something else is spoken of, and how far away they are."""
    distance, codes, words, ahead = 0, pieces.codes, pieces.words, indices.step > 0
    for index in indices:
        distance += 1
        code = codes[index]
        if code == " ":
            continue
        if code in '";¶' or (ahead and words[index] in _CLAUSE):
            return
        if code in ",e":
            distance += _COMMA
        elif code not in ".'":
            yield index, distance


def _sense_of_phrase(lexicon: Lexicon, pieces: Pieces, index: int, by_ending: bool) -> int:
    """-1 for the word of the future at ``index`` that those beside it make one of the past, 0 for a noun, else 1."""
    is_noun = index > 1 and (pieces.codes[index - 2] in "aoT@" or pieces.words[index - 2] in _WHOSE)
    if by_ending and is_noun and lexicon.words.language == "nl":
        return 0
    if pieces.words[index] in _EXPECTED and pieces.words[index - 2] in _COMPARED:
        return -1
    return _sense_of_perfect(lexicon, pieces, index) if lexicon.words.language in {"de", "nl"} else 1


def _sense_of_perfect(lexicon: Lexicon, pieces: Pieces, index: int) -> int:
    """-1 for the word of the future at ``index`` that a participle makes one of the past, else 1.

    As in "ist gestorben" and "verschoben worden", but not in "ist geplant".
    """
    words = pieces.words
    if words[index + 2 : index + 3] in (["worden"], ["gewesen"]):
        return -1
    if words[index] not in _PERFECT:
        return 1
    for at in range(index + 1, min(index + REACH, len(words))):
        if pieces.codes[at] in '.;¶"':
            break
        if pieces.codes[at] == "x" and _DONE.fullmatch(words[at]):
            return -1 if words[at] in _PRESENT_TOO else lexicon.senses.get(words[at], -1) or 1
    return 1
