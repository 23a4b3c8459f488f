"""A fingerprint unpacked for comparison, and how much of one text stands in another.

The sample is content-defined (a shingle is kept where ``shingle % rate == 0``), so that the share
of common keys estimates the share of common word n-grams of the whole texts (Broder 1997, "On the
resemblance and containment of documents").
"""

import base64
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wireroom_core.errors import PoisonError
from wireroom_core.models import Fingerprint

Keys = NDArray[np.uint32]

FEWEST_KEYS = 8
"""The fewest sampled keys, on the shorter side, that say anything of a text.

Where half of the n-grams are common, by chance alone 4 in 5 keys or more are so in 19 % of samples
of 5, 3.5 % of 8, 1.1 % of 12 (binomial; the simulation in the README agrees). Below 8 two texts are
not compared at all: precision comes before recall, and an equal text is found by its hash.
"""


class Sample(NamedTuple):
    """A fingerprint as it is compared; ``keys`` sorted, each once."""

    version: int
    words: int
    body_hash: str
    rate: int
    """One in this many n-grams was kept."""
    keys: Keys


@dataclass(frozen=True, slots=True)
class Similarity:
    """Shares from 0 to 1, rounded to 4 places: what is decided is what is shown."""

    jaccard: float
    containment: float
    """Of this text in that one."""
    contained_by: float
    """Of that text in this one."""


EQUAL = Similarity(1.0, 1.0, 1.0)
"""Of texts with one hash; equal samples have the same figures and are another object."""


def shingles_of(fingerprint: Fingerprint) -> Keys:
    """The sampled shingles in the order of the text. Raises PoisonError where they cannot be read."""
    try:
        packed = base64.b64decode(fingerprint.shingles, validate=True)
        return np.frombuffer(packed, dtype="<u4").astype(np.uint32, copy=False)
    except ValueError as error:
        raise PoisonError(f"the fingerprint's shingles cannot be read: {error}") from None


def unpack(fingerprint: Fingerprint, shingles: Keys) -> Sample:
    """``fingerprint`` to compare, its ``shingles`` read before. Raises PoisonError on a rate that is no power of 2."""
    rate = fingerprint.sampling
    if rate < 1 or rate & (rate - 1):
        raise PoisonError(f"the fingerprint's sampling {rate} is no power of two")
    return Sample(fingerprint.version, fingerprint.words, fingerprint.body_hash, rate, _sorted(shingles))


def _sorted(shingles: Keys) -> Keys:
    """Sorted and each once, as nearly all come: ``np.unique`` takes five times as long."""
    keys = shingles.copy()
    keys.sort()
    return np.unique(keys) if (keys[1:] == keys[:-1]).any() else keys


def compare(this: Sample, that: Sample) -> Similarity | None:
    """How much the two share; None where it cannot be said (other versions, too few keys).

    Of two rates the coarser is common to both: only keys that it would have kept are counted.
    Unsampled texts (rate 1) are compared exactly, however short.
    """
    if this.version != that.version:
        return None
    if this.body_hash == that.body_hash:
        return EQUAL
    rate = max(this.rate, that.rate)
    mine, theirs = _sampled(this, rate), _sampled(that, rate)
    if min(mine.size, theirs.size) < (FEWEST_KEYS if rate > 1 else 1):
        return None
    return _similarity(_shared(mine, theirs), mine.size, theirs.size)


def _sampled(sample: Sample, rate: int) -> Keys:
    return sample.keys if sample.rate == rate else sample.keys[sample.keys % rate == 0]


def _shared(one: Keys, other: Keys) -> int:
    """How many keys stand in both; the smaller set is looked up in the larger."""
    small, large = (one, other) if one.size <= other.size else (other, one)
    places = large.searchsorted(small)
    return int(np.count_nonzero(large.take(places, mode="clip") == small))


def _similarity(shared: int, mine: int, theirs: int) -> Similarity:
    return Similarity(round(shared / (mine + theirs - shared), 4), round(shared / mine, 4), round(shared / theirs, 4))
