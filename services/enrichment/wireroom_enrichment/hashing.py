"""Hashes of words and of word n-grams, vectorised, and the same on every platform and Python version.

A word is hashed as a polynomial of its code points in a fixed odd number modulo 2^64, then mixed
with the finaliser of splitmix64 (Steele, Lea, Flood: Fast splittable pseudorandom number
generators, OOPSLA 2014; constants by Stafford, variant 13). An n-gram is the like polynomial of its
words' hashes, of which the upper half is taken; those are mixed already.
"""

import hashlib
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Keys = NDArray[np.uint32]

_BASE = 0x9E3779B97F4A7C15
_FIRST, _SECOND = 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
_30, _27, _31, _32 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(32)
_KEY_BYTES = 4


def word_hashes(words: list[str]) -> Hashes:
    """One hash for each word; ``words`` is not empty, and none of them is."""
    codes = np.frombuffer("".join(words).encode("utf-32-le"), "<u4").astype(np.uint64)
    lengths = np.fromiter(map(len, words), np.intp, len(words))
    starts = np.cumsum(lengths) - lengths
    places = np.arange(len(codes)) - np.repeat(starts, lengths)
    return _mixed(np.add.reduceat(codes * _powers(int(lengths.max()))[places], starts))


def gram_keys(hashes: Hashes, size: int) -> Keys:
    """One key for each ``size`` consecutive hashes; one of all where there are fewer."""
    size = min(size, len(hashes))
    count = len(hashes) - size + 1
    total = hashes[:count]
    for place in range(1, size):
        total = total * _BASE + hashes[place : place + count]
    return (total >> _32).astype(np.uint32)


def text_key(text: str) -> bytes:
    """A key of a whole text, as the four bytes of a little-endian number (BLAKE2b)."""
    return hashlib.blake2b(text.encode(), digest_size=_KEY_BYTES).digest()


def _mixed(values: Hashes) -> Hashes:
    values = (values ^ (values >> _30)) * _FIRST
    values = (values ^ (values >> _27)) * _SECOND
    return values ^ (values >> _31)


@lru_cache(maxsize=64)
def _powers(count: int) -> Hashes:
    """The first ``count`` powers of the base, from 1."""
    factors = np.full(count, _BASE, np.uint64)
    factors[0] = 1
    return np.cumprod(factors, dtype=np.uint64)
