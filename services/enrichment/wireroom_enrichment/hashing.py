"""Hashes of words and of word n-grams, vectorised, and the same on every platform and Python version.

A word is hashed as a polynomial of its code points in a fixed odd number modulo 2^64, then mixed
with the finaliser of splitmix64 (Steele, Lea, Flood: Fast splittable pseudorandom number
generators, OOPSLA 2014; constants by Stafford, variant 13). An n-gram is the like polynomial of its
words' hashes, of which the upper half is taken; those are mixed already. A sentence is hashed as a word is.
"""

from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Keys = NDArray[np.uint32]
Places = NDArray[np.intp]

_BASE = 0x9E3779B97F4A7C15
_MODULUS = 2**64
_INVERSE = pow(_BASE, -1, _MODULUS)
_FIRST, _SECOND = 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
_30, _27, _31, _32 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(32)
_KEPT = 32_768
"""Powers that are kept; of longer texts they are made again each time."""


def word_hashes(words: list[str]) -> Hashes:
    """One hash for each word; ``words`` is not empty, and none of them is."""
    codes = np.frombuffer("".join(words).encode("utf-32-le"), "<u4")
    starts = np.fromiter(accumulate(map(len, words), initial=0), np.intp, len(words))
    return _mixed(_polynomials(codes, starts))


def gram_keys(hashes: Hashes, size: int) -> Keys:
    """One key for each ``size`` consecutive hashes; one of all where there are fewer."""
    size = min(size, len(hashes))
    count = len(hashes) - size + 1
    total = hashes[:count]
    for place in range(1, size):
        total = total * _BASE + hashes[place : place + count]
    return _halves(total)


def pair_key(left: int, right: int) -> int:
    """The key of two consecutive hashes."""
    return half((left * _BASE + right) % _MODULUS)


def half(value: int) -> int:
    """The upper half of a hash."""
    return value >> 32


def run_keys(hashes: Hashes, starts: Places) -> Keys:
    """One key for each run of hashes; ``starts`` has the place of each run's first. No run is empty."""
    return _halves(_mixed(_polynomials(hashes, starts)))


def _polynomials(values: Hashes | Keys, starts: Places) -> Hashes:
    """One for each run of values: taken in powers that go on over all runs, and divided by the first of each run."""
    powers, inverses = _KEPT_POWERS if len(values) <= _KEPT else _powers(len(values))
    return np.add.reduceat(values * powers[: len(values)], starts) * inverses[starts]


def _mixed(values: Hashes) -> Hashes:
    values = (values ^ (values >> _30)) * _FIRST
    values = (values ^ (values >> _27)) * _SECOND
    return values ^ (values >> _31)


def _halves(hashes: Hashes) -> Keys:
    return (hashes >> _32).astype(np.uint32)


def _powers(count: int) -> tuple[Hashes, Hashes]:
    """The first ``count`` powers of the base, from 1, and what each times its power makes 1 modulo 2^64."""
    factors = np.array([[_BASE], [_INVERSE]], np.uint64).repeat(count, axis=1)
    factors[:, 0] = 1
    powers, inverses = np.cumprod(factors, axis=1, dtype=np.uint64)
    return powers, inverses


_KEPT_POWERS = _powers(_KEPT)
