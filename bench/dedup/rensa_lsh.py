"""MinHash with LSH by rensa: the same shingles, permutations and threshold as ``minhash``, in Rust."""

import time
from collections.abc import Hashable, Sequence

from rensa import RMinHash, RMinHashLSH

from bench.dedup.background import Past
from bench.dedup.items import Item
from bench.dedup.metrics import OUTSIDE
from bench.dedup.minhash import COPY, PERMUTATIONS, THRESHOLD, shingles
from bench.dedup.systems import Reply
from bench.dedup.unionfind import UnionFind

_STREAM = 1 << 40
"""Its keys are no negative numbers: the stream's come after all others."""


class RensaSystem:
    """The candidate with the highest estimated Jaccard."""

    def __init__(self, bands: int) -> None:
        self._index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=bands)
        self._signatures: dict[int, RMinHash] = {}
        self._groups = UnionFind()

    def fill(self, articles: Sequence[Past]) -> float:
        """Index the articles; only the index's own work is counted."""
        signed = [(article.number, _signed(article.text)) for article in articles]
        began = time.perf_counter()
        for key, signature in signed:
            self._remember(key, signature)
        return time.perf_counter() - began

    def decide(self, item: Item) -> Reply:
        """The best of the candidates that reach the threshold."""
        signature = _signed(item.text)
        candidates = ((signature.jaccard(self._signatures[other]), -other) for other in self._index.query(signature))
        estimate, other = max(candidates, default=(0.0, 0))
        key = _STREAM + item.number
        self._remember(key, signature)
        if estimate < THRESHOLD:
            return Reply(None, "original")
        self._groups.join(key, -other)
        return Reply(max(-other - _STREAM, OUTSIDE), COPY)

    def group_of(self, number: int) -> Hashable:
        """By union-find over the links."""
        return self._groups.root(_STREAM + number)

    def _remember(self, key: int, signature: RMinHash) -> None:
        self._index.insert(key, signature)
        self._signatures[key] = signature


def _signed(text: str) -> RMinHash:
    keys = shingles(text).tobytes()
    signature = RMinHash(num_perm=PERMUTATIONS, seed=1)
    signature.update([keys[place : place + 4] for place in range(0, len(keys), 4)])
    return signature
