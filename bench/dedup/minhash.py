"""MinHash with LSH by datasketch: 128 permutations over all word 3-grams of the text.

The shingles are hashed as Wireroom's are, vectorised, which is faster than datasketch's own SHA-1 of each.
A candidate counts from an estimated Jaccard of .5 on, Wireroom's own threshold for near copies.
"""

import time
from collections.abc import Hashable, Sequence

import numpy as np
from datasketch import MinHash, MinHashLSH

from bench.dedup.background import Past
from bench.dedup.items import Item
from bench.dedup.metrics import OUTSIDE
from bench.dedup.systems import Reply
from bench.dedup.unionfind import UnionFind
from bench.dedup.wireroom import fingerprint_of
from wireroom_dedup.fingerprints import Sample, compare, shingles_of, unpack
from wireroom_dedup.verdicts import STRENGTH, copy_verdict
from wireroom_enrichment.hashing import Keys, gram_keys, word_hashes
from wireroom_enrichment.words import folded, words_of

PERMUTATIONS = 128
THRESHOLD = 0.5
COPY = "copy"


def shingles(text: str) -> Keys:
    """All word 3-grams, each once."""
    return np.unique(gram_keys(word_hashes(words_of(folded(text))), 3))


class MinHashSystem:
    """The candidate with the highest estimated Jaccard."""

    def __init__(self, bands: int) -> None:
        self._index = MinHashLSH(num_perm=PERMUTATIONS, params=(bands, PERMUTATIONS // bands))
        self._signatures: dict[int, MinHash] = {}
        self._groups = UnionFind()
        self._empty = MinHash(PERMUTATIONS, hashfunc=int)

    def fill(self, articles: Sequence[Past]) -> float:
        """Index the articles under negative numbers; only the index's own work is counted."""
        signed = [(-1 - article.number, self._signed(article.text)) for article in articles]
        began = time.perf_counter()
        for number, signature in signed:
            self._remember(number, signature)
        return time.perf_counter() - began

    def decide(self, item: Item) -> Reply:
        """The best of the candidates that reach the threshold."""
        signature = self._signed(item.text)
        candidates = ((signature.jaccard(self._signatures[other]), -other) for other in self._index.query(signature))
        estimate, other = max(candidates, default=(0.0, 0))
        self._remember(item.number, signature)
        return self._reply(item.number, -other, COPY) if estimate >= THRESHOLD else Reply(None, "original")

    def group_of(self, number: int) -> Hashable:
        """By union-find over the links."""
        return self._groups.root(number)

    def _signed(self, text: str) -> MinHash:
        signature = self._empty.copy()
        signature.update_batch(shingles(text).tolist())
        return signature

    def _remember(self, number: int, signature: MinHash) -> None:
        self._index.insert(number, signature, check_duplication=False)
        self._signatures[number] = signature

    def _reply(self, number: int, matched: int, verdict: str) -> Reply:
        self._groups.join(number, matched)
        return Reply(max(matched, OUTSIDE), verdict)


class VerifiedSystem(MinHashSystem):
    """LSH's candidates, each verified by Wireroom's comparison of fingerprints and its table of verdicts."""

    def __init__(self, bands: int) -> None:
        super().__init__(bands)
        self._samples: dict[int, tuple[Sample, str]] = {}

    def fill(self, articles: Sequence[Past]) -> float:
        """The samples too."""
        for article in articles:
            sample = unpack(article.fingerprint, shingles_of(article.fingerprint))
            self._samples[-1 - article.number] = sample, article.source
        return super().fill(articles)

    def decide(self, item: Item) -> Reply:
        """The strongest verdict, then the highest Jaccard, then the earliest."""
        fingerprint = fingerprint_of(item.text, item.language)
        assert fingerprint is not None
        sample = unpack(fingerprint, shingles_of(fingerprint))
        signature = self._signed(item.text)
        found = (self._verified(sample, item.source, other) for other in self._index.query(signature))
        best = max(filter(None, found), default=None)
        self._remember(item.number, signature)
        self._samples[item.number] = sample, item.source
        return self._reply(item.number, -best[2], best[3]) if best else Reply(None, "original")

    def _verified(self, sample: Sample, source: str, other: int) -> tuple[int, float, int, str] | None:
        that, its_source = self._samples[other]
        share = compare(sample, that)
        shorter = min(sample.words, that.words)
        verdict = share and copy_verdict(share, shorter_words=shorter, same_source=source == its_source)
        return (STRENGTH[verdict], share.jaccard, -other, verdict) if share and verdict else None
