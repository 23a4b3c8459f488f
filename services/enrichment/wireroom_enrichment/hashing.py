"""Hashes of words and of word n-grams, vectorised, and the same on every platform and Python version.

A word is hashed as a polynomial of its code points in a fixed odd number modulo 2^64, then mixed
with the finaliser of splitmix64 (Steele, Lea, Flood: Fast splittable pseudorandom number
generators, OOPSLA 2014; constants by Stafford, variant 13). An n-gram is the like polynomial of its
words' hashes, of which the upper half is taken; those are mixed already. A sentence is hashed as a word is.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Keys = NDArray[np.uint32]

_BASE = 0x9E3779B97F4A7C15
_FIRST, _SECOND = 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
_30, _27, _31, _32 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(32)


def word_hashes(words: list[str]) -> Hashes:
    """One hash for each word; ``words`` is not empty, and none of them is."""
    codes = np.frombuffer("".join(words).encode("utf-32-le"), "<u4").astype(np.uint64)
    lengths = np.fromiter(map(len, words), np.intp, len(words))
    return _mixed(_polynomials(codes, np.append(0, np.cumsum(lengths))))


def gram_keys(hashes: Hashes, size: int) -> Keys:
    """One key for each ``size`` consecutive hashes; one of all where there are fewer."""
    size = min(size, len(hashes))
    count = len(hashes) - size + 1
    total = hashes[:count]
    for place in range(1, size):
        total = total * _BASE + hashes[place : place + count]
    return (total >> _32).astype(np.uint32)


def run_keys(hashes: Hashes, starts: NDArray[np.intp]) -> Keys:
    """One key for each run of hashes; ``starts`` has the place of each run's first, and the end. No run is empty."""
    return (_mixed(_polynomials(hashes, starts)) >> _32).astype(np.uint32)


def _polynomials(values: Hashes, starts: NDArray[np.intp]) -> Hashes:
    """One for each run of values."""
    lengths = np.diff(starts)
    places = np.arange(len(values)) - np.repeat(starts[:-1], lengths)
    return np.add.reduceat(values * _powers(int(lengths.max()))[places], starts[:-1])


def _mixed(values: Hashes) -> Hashes:
    values = (values ^ (values >> _30)) * _FIRST
    values = (values ^ (values >> _27)) * _SECOND
    return values ^ (values >> _31)


@lru_cache(maxsize=256)
def _powers(count: int) -> Hashes:
    """The first ``count`` powers of the base, from 1."""
    factors = np.full(count, _BASE, np.uint64)
    factors[0] = 1
    return np.cumprod(factors, dtype=np.uint64)
