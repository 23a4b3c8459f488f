"""MinHash with LSH by datasketch: 128 permutations over all word 3-grams of the text.

Unless it is said otherwise the shingles are hashed as Wireroom's are, vectorised, which is faster than datasketch's own
SHA-1 of each.
A candidate counts from an estimated Jaccard of .5 on, Wireroom's own threshold for near copies.
"""

from collections.abc import Iterable, Sequence

from datasketch import MinHash, MinHashLSH

from bench.dedup.background import Past
from bench.dedup.items import Item
from bench.dedup.lsh import PERMUTATIONS, LshSystem, grams, shingles
from bench.dedup.systems import Reply
from bench.dedup.wireroom import fingerprint_of
from wireroom_dedup.fingerprints import Sample, compare
from wireroom_dedup.reading import read
from wireroom_dedup.verdicts import STRENGTH, copy_verdict


class MinHashSystem(LshSystem[MinHash]):
    """datasketch's index, in so many bands."""

    def __init__(self, bands: int) -> None:
        super().__init__()
        self._index = MinHashLSH(num_perm=PERMUTATIONS, params=(bands, PERMUTATIONS // bands))
        self._empty = MinHash(PERMUTATIONS, hashfunc=int)

    def _signed(self, text: str) -> MinHash:
        signature = self._empty.copy()
        signature.update_batch(shingles(text).tolist())
        return signature

    def _insert(self, key: int, signature: MinHash) -> None:
        self._index.insert(key, signature, check_duplication=False)

    def _query(self, signature: MinHash) -> Iterable[int]:
        found: list[int] = self._index.query(signature)
        return found


class DefaultSystem(MinHashSystem):
    """datasketch as its documentation has it: SHA-1 of each shingle's text; in batches, which is four times as fast."""

    def _signed(self, text: str) -> MinHash:
        signature = MinHash(PERMUTATIONS)
        signature.update_batch([gram.encode() for gram in grams(text)])
        return signature


class VerifiedSystem(MinHashSystem):
    """LSH's candidates, each verified by Wireroom's comparison of fingerprints and its table of verdicts."""

    def __init__(self, bands: int) -> None:
        super().__init__(bands)
        self._samples: dict[int, tuple[Sample, str]] = {}

    def fill(self, articles: Sequence[Past]) -> float:
        """The samples too."""
        for article in articles:
            sample = read(article.fingerprint).sample()
            self._samples[self._past_key(article.number)] = sample, article.source
        return super().fill(articles)

    def decide(self, item: Item) -> Reply:
        """The strongest verdict, then the highest Jaccard, then the earliest."""
        fingerprint = fingerprint_of(item.text, item.language)
        assert fingerprint is not None
        sample = read(fingerprint).sample()
        signature = self._signed(item.text)
        found = (self._verified(sample, item.source, other) for other in self._query(signature))
        best = max(filter(None, found), default=None)
        self._remember(item.number, signature)
        self._samples[item.number] = sample, item.source
        return self._reply(item.number, -best[2], best[3]) if best else Reply(None, "original")

    def _verified(self, sample: Sample, source: str, other: int) -> tuple[int, float, int, str] | None:
        that, its_source = self._samples[other]
        share = compare(sample, that)
        verdict = share and copy_verdict(share, same_source=source == its_source)
        return (STRENGTH[verdict], share.jaccard, -other, verdict) if share and verdict else None
