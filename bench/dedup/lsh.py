"""What systems of MinHash and LSH have in common, whichever library signs and indexes."""

import time
from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, Protocol, Self, TypeVar

import numpy as np

from bench.dedup.background import Past
from bench.dedup.items import Item
from bench.dedup.metrics import OUTSIDE
from bench.dedup.systems import Reply
from bench.dedup.unionfind import UnionFind
from wireroom_enrichment.hashing import Keys, gram_keys, word_hashes
from wireroom_enrichment.words import folded, words_of

PERMUTATIONS = 128
THRESHOLD = 0.5
"""Of the estimated Jaccard: Wireroom's own for near copies."""
COPY = "copy"


class Signature(Protocol):
    """Of either library."""

    def jaccard(self, other: Self) -> float:
        """Estimated."""
        ...


S = TypeVar("S", bound=Signature)


def shingles(text: str) -> Keys:
    """All word 3-grams, each once."""
    return np.unique(gram_keys(word_hashes(_words(text)), 3))


def grams(text: str) -> set[str]:
    """The same as texts."""
    words = _words(text)
    return {" ".join(words[place : place + 3]) for place in range(max(len(words) - 2, 1))}


def _words(text: str) -> list[str]:
    return words_of(folded(text), unspaced=False)


class LshSystem(ABC, Generic[S]):
    """The candidate with the highest estimated Jaccard. Keys of the index tell the stream's items from those before."""

    def __init__(self) -> None:
        self._signatures: dict[int, S] = {}
        self._groups = UnionFind()

    def fill(self, articles: Sequence[Past]) -> float:
        """Index the articles; only the index's own work is counted."""
        signed = [(self._past_key(article.number), self._signed(article.text)) for article in articles]
        began = time.process_time()
        for key, signature in signed:
            self._remember(key, signature)
        return time.process_time() - began

    def decide(self, item: Item) -> Reply:
        """The best of the candidates that reach the threshold."""
        signature = self._signed(item.text)
        candidates = ((signature.jaccard(self._signatures[other]), -other) for other in self._query(signature))
        estimate, other = max(candidates, default=(0.0, 0))
        key = self._key(item.number)
        self._remember(key, signature)
        return self._reply(key, -other, COPY) if estimate >= THRESHOLD else Reply(None, "original")

    def group_of(self, number: int) -> Hashable:
        """By union-find over the links."""
        return self._groups.root(self._key(number))

    def _remember(self, key: int, signature: S) -> None:
        self._insert(key, signature)
        self._signatures[key] = signature

    def _reply(self, key: int, matched: int, verdict: str) -> Reply:
        self._groups.join(key, matched)
        return Reply(max(self._number(matched), OUTSIDE), verdict)

    def _past_key(self, number: int) -> int:
        return -1 - number

    def _key(self, number: int) -> int:
        return number

    def _number(self, key: int) -> int:
        """Of the stream's item; below zero for what came before it."""
        return key

    @abstractmethod
    def _signed(self, text: str) -> S: ...

    @abstractmethod
    def _insert(self, key: int, signature: S) -> None: ...

    @abstractmethod
    def _query(self, signature: S) -> Iterable[int]: ...
