"""What another version of a text adds, cuts and changes, sentence by sentence. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wireroom_enrichment.words import PARAGRAPH_END, body, folded, has_unspaced, words_of

_ALIKE = 0.6
"""Sentences that share so much of their words are one that was edited. Two of unlike matter share some .2."""
_MOST_COMPARED = 200
"""Sentences of each text that are compared each with each; a text that was rewritten has more of them, and is one."""


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence that was edited."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """From one text to another, in the order of the texts: a sentence that is neither kept nor here is in neither."""

    kept: int
    """Sentences that stand in both, wherever: one that was moved is kept."""
    added: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    changed: tuple[Change, ...] = ()


def sentences(text: str, spans: Iterable[tuple[int, int]]) -> list[str]:
    """``text`` in its sentences, which stand at ``spans``; what is in none of them in its paragraphs."""
    pieces: list[str] = []
    end = 0
    for start, stop in (*spans, (len(text), len(text))):
        pieces += PARAGRAPH_END.split(text[end:start])
        pieces.append(text[start:stop])
        end = stop
    return [piece.strip() for piece in pieces if piece.strip()]


def comparable(text: str) -> str:
    """``text`` without differences of case, quotation marks and white space, as dedup compares it."""
    return body(folded(text))


def difference(before: Sequence[str], after: Sequence[str]) -> Difference:
    """What became of the sentences ``before`` in ``after``. Equal texts have no difference, wherever sentences end.

    A sentence stands in both as often as the text that has it less often has it.
    """
    keys_before, keys_after = [comparable(each) for each in before], [comparable(each) for each in after]
    if "".join(keys_before) == "".join(keys_after):
        return Difference(kept=len(after))
    cut, added = _beyond(before, keys_before, keys_after), _beyond(after, keys_after, keys_before)
    pairs = _edited(cut[:_MOST_COMPARED], added[:_MOST_COMPARED])
    edited = set(pairs.values())
    return Difference(
        kept=len(after) - len(added),
        added=tuple(each for place, each in enumerate(added) if place not in pairs),
        cut=tuple(each for place, each in enumerate(cut) if place not in edited),
        changed=tuple(Change(cut[pairs[place]], added[place]) for place in sorted(pairs)),
    )


def _beyond(sentences: Sequence[str], keys: Sequence[str], others: Sequence[str]) -> list[str]:
    """The sentences that ``others`` does not have, or not so often."""
    unmatched = Counter(others)
    left = []
    for sentence, key in zip(sentences, keys, strict=True):
        if unmatched[key]:
            unmatched[key] -= 1
        else:
            left.append(sentence)
    return left


def _edited(cut: Sequence[str], added: Sequence[str]) -> dict[int, int]:
    """Place in ``added`` → place in ``cut`` of the sentence that it was; the most alike are paired first."""
    old, new = [_words(each) for each in cut], [_words(each) for each in added]
    alike = [
        (-_likeness(a, b), i, j) for i, a in enumerate(old) for j, b in enumerate(new) if _likeness(a, b) >= _ALIKE
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(alike):
        if i not in taken and j not in pairs:
            pairs[j] = i
            taken.add(i)
    return pairs


def _words(sentence: str) -> frozenset[str]:
    return frozenset(words_of(folded(sentence), has_unspaced(sentence)))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the words of both that stand in both."""
    return 2 * len(one & other) / (len(one) + len(other) or 1)
