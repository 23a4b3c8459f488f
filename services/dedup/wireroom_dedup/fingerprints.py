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
from wireroom_core.models.decided import Run

Keys = NDArray[np.uint32]
NO_KEYS: Keys = np.empty(0, dtype=np.uint32)

MOST_SHINGLES = 4_096
"""Twice what enrichment keeps of the longest text."""
MOST_COUNTED = 1_024
"""So many numbers and so many sentences of a text count, those of the lowest hashes: the same in every copy."""
_COARSEST = 1 << 31
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
    numbers: Keys
    """Of the text's numbers, each with the word after it; sorted, each once."""
    left_out: Keys
    """The keys of sentences that the source repeats; not among ``keys``."""


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
    """The sampled shingles in the order of the text.

    Raises PoisonError where they cannot be read, or are more than a text has: their number bounds what it costs.
    """
    shingles = _read(fingerprint.shingles, "shingles")
    if shingles.size > MOST_SHINGLES:
        raise PoisonError(f"the fingerprint has {shingles.size:,} shingles, more than the {MOST_SHINGLES:,} that pass")
    return shingles


def sentences_of(fingerprint: Fingerprint, shingles: int) -> Keys:
    """The sentences' hashes. Raises PoisonError where they cannot be read or do not hold all ``shingles``."""
    sentences, lengths = _read(fingerprint.sentence_hashes, "sentence hashes"), fingerprint.sentence_lengths
    if sentences.size != len(lengths) or sum(lengths) != shingles or min(lengths, default=0) < 0:
        raise PoisonError(f"the fingerprint's {sentences.size} sentences do not hold its {shingles} shingles")
    return sentences


def chosen(fingerprint: Fingerprint, sentences: NDArray[np.bool_]) -> tuple[Run, ...]:
    """The places of the shingles of ``sentences``, flagged one by one."""
    return runs_of(np.repeat(sentences, fingerprint.sentence_lengths))


def new_sentences(fingerprint: Fingerprint, shingles: Keys, sample: Sample, that: Sample) -> tuple[int, int]:
    """How many sentences of a text share no key with another, and of how many that can be said.

    ``sample`` is the text's own: what is not in it, or is left out there, is not asked.
    """
    rate = max(sample.rate, that.rate)
    asked = (shingles % rate == 0) & _among(shingles, sample.keys) & ~_among(shingles, that.left_out)
    sentence = np.repeat(np.arange(len(fingerprint.sentence_lengths)), fingerprint.sentence_lengths)
    said = np.unique(sentence[asked])
    shared = np.unique(sentence[asked & _among(shingles, that.keys)])
    return said.size - shared.size, said.size


def runs_of(flags: NDArray[np.bool_]) -> tuple[Run, ...]:
    """Where ``flags`` are true, by runs."""
    bounds = np.flatnonzero(np.diff(flags, prepend=False, append=False)).tolist()
    return tuple(zip(bounds[::2], bounds[1::2], strict=True))


def in_runs(size: int, runs: tuple[Run, ...]) -> NDArray[np.bool_]:
    """``size`` flags, true in ``runs``."""
    flags = np.zeros(size, dtype=np.bool_)
    for begin, end in runs:
        flags[begin:end] = True
    return flags


def unpack(fingerprint: Fingerprint, shingles: Keys, left_out: tuple[Run, ...] = ()) -> Sample:
    """``fingerprint`` to compare but for the shingles ``left_out``; ``shingles`` were read from it before.

    Raises PoisonError on a rate that is no power of 2, on a shingle that stands there twice, and where the numbers
    cannot be read.
    """
    rate = fingerprint.sampling
    if not 1 <= rate <= _COARSEST or rate & (rate - 1):
        raise PoisonError(f"the fingerprint's sampling {rate} is no power of two")
    numbers = each_once(_read(fingerprint.numbers, "numbers"))[:MOST_COUNTED]
    words, left = fingerprint.words, NO_KEYS
    if left_out:
        out = in_runs(shingles.size, left_out)
        shingles, left = shingles[~out], each_once(shingles[out])
        words = words * int(shingles.size) // (int(shingles.size) + int(left.size))
    keys = each_once(shingles)
    if keys.size != shingles.size:
        raise PoisonError("a shingle of the fingerprint stands there twice")
    return Sample(fingerprint.version, words, fingerprint.body_hash, rate, keys, numbers, left)


def _read(packed: str, what: str) -> Keys:
    try:
        return np.frombuffer(base64.b64decode(packed, validate=True), dtype="<u4").astype(np.uint32, copy=False)
    except ValueError as error:
        raise PoisonError(f"the fingerprint's {what} cannot be read: {error}") from None


def each_once(keys: Keys) -> Keys:
    """Sorted and each once, as nearly all come: ``np.unique`` takes five times as long."""
    ordered = keys.copy()
    ordered.sort()
    return np.unique(ordered) if (ordered[1:] == ordered[:-1]).any() else ordered


def compare(this: Sample, that: Sample) -> Similarity | None:
    """How much the two share; None where it cannot be said (other versions, too few keys).

    What either's source repeats counts on neither side.

    Of two rates the coarser is common to both: only keys that it would have kept are counted.
    Unsampled texts (rate 1) are compared exactly, however short.
    """
    if this.version != that.version:
        return None
    if this.body_hash == that.body_hash:
        return EQUAL
    rate = max(this.rate, that.rate)
    mine, theirs = _sampled(this, that.left_out, rate), _sampled(that, this.left_out, rate)
    if min(mine.size, theirs.size) < (FEWEST_KEYS if rate > 1 else 1):
        return None
    return _similarity(_shared(mine, theirs), mine.size, theirs.size)


def numbers_shared(this: Sample, that: Sample) -> tuple[int, int]:
    """How many numbers stand in both, and how many in the text that has fewer."""
    return _shared(this.numbers, that.numbers), min(this.numbers.size, that.numbers.size)


def _sampled(sample: Sample, left_out: Keys, rate: int) -> Keys:
    """The keys at ``rate``, but for those that the other text's source repeats: both sides leave them out."""
    keys = sample.keys if sample.rate == rate else sample.keys[sample.keys % rate == 0]
    return keys[~_among(keys, left_out)] if left_out.size else keys


def _among(keys: Keys, ordered: Keys) -> NDArray[np.bool_]:
    """Which of ``keys`` stand in ``ordered``, which is sorted; ``np.isin`` takes eight times as long."""
    if not ordered.size:
        return np.zeros(keys.size, dtype=np.bool_)
    standing: NDArray[np.bool_] = ordered.take(ordered.searchsorted(keys), mode="clip") == keys
    return standing


def _shared(one: Keys, other: Keys) -> int:
    """How many keys stand in both; the smaller set is looked up in the larger."""
    small, large = (one, other) if one.size <= other.size else (other, one)
    return int(np.count_nonzero(_among(small, large)))


def _similarity(shared: int, mine: int, theirs: int) -> Similarity:
    return Similarity(round(shared / (mine + theirs - shared), 4), round(shared / mine, 4), round(shared / theirs, 4))
