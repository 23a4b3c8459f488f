"""MinHash with LSH by rensa: the same shingles, permutations and threshold as ``minhash``, in Rust."""

from collections.abc import Iterable

from rensa import RMinHash, RMinHashLSH

from bench.dedup.lsh import PERMUTATIONS, THRESHOLD, LshSystem, shingles

_STREAM = 1 << 40
"""Its keys are no negative numbers: the stream's come after all others."""


class RensaSystem(LshSystem[RMinHash]):
    """rensa's index, in so many bands."""

    def __init__(self, bands: int) -> None:
        super().__init__()
        self._index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=bands)

    def _past_key(self, number: int) -> int:
        return number

    def _key(self, number: int) -> int:
        return _STREAM + number

    def _number(self, key: int) -> int:
        return key - _STREAM

    def _signed(self, text: str) -> RMinHash:
        keys = shingles(text).tobytes()
        signature = RMinHash(num_perm=PERMUTATIONS, seed=1)
        signature.update([keys[place : place + 4] for place in range(0, len(keys), 4)])
        return signature

    def _insert(self, key: int, signature: RMinHash) -> None:
        self._index.insert(key, signature)

    def _query(self, signature: RMinHash) -> Iterable[int]:
        found: list[int] = self._index.query(signature)
        return found
