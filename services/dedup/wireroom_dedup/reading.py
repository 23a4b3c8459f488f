"""A fingerprint read from its message, by sentences."""

from binascii import a2b_base64
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wireroom_core.errors import PoisonError
from wireroom_core.models import Fingerprint
from wireroom_core.models.decided import Run
from wireroom_dedup.fingerprints import NO_KEYS, Keys, Sample, among, counted, each_once

MOST_SHINGLES = 4_096
"""Twice what enrichment keeps of the longest text."""
_COARSEST = 1 << 31

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands in a fingerprint; ``shingles`` and ``particulars`` in the order of the text."""

    fingerprint: Fingerprint
    shingles: Keys
    sentences: Keys
    """The sentences' hashes."""
    particulars: Keys

    def shingles_in(self, sentences: Flags) -> Flags:
        """Which shingles begin in ``sentences``, flagged one by one."""
        return np.repeat(sentences, self.fingerprint.sentence_lengths)

    def particulars_in(self, sentences: Flags) -> Flags:
        """Which particulars stand in ``sentences``, flagged one by one."""
        lengths = self.fingerprint.particular_lengths
        return np.repeat(sentences, lengths) if lengths else np.zeros(0, dtype=np.bool_)

    def sample(self, left_out: tuple[Run, ...] = ()) -> Sample:
        """The fingerprint to compare, but for the sentences ``left_out``.

        Raises PoisonError where a shingle stands there twice.
        """
        taken = self.fingerprint
        keys, left = each_once(self.shingles), NO_KEYS
        if keys.size != self.shingles.size:
            raise PoisonError("a shingle of the fingerprint stands there twice")
        particulars, particulars_left, words = self.particulars, NO_KEYS, taken.words
        if left_out:
            out = in_runs(self.sentences.size, left_out)
            of_shingles, told = self.shingles_in(out), self.particulars_in(out)
            keys, left = each_once(self.shingles[~of_shingles]), each_once(self.shingles[of_shingles])
            particulars, particulars_left = particulars[~told], counted(particulars[told])
            words = words * keys.size // (keys.size + left.size or 1)
        return Sample(
            taken.version, words, taken.body_hash, taken.sampling, keys, counted(particulars), left, particulars_left
        )


def read(fingerprint: Fingerprint) -> Reading:
    """What stands in ``fingerprint``.

    Raises PoisonError where it cannot be read, has more shingles than any text (their number bounds what it costs) or a
    sampling that is no power of 2, or where its sentences do not hold all that it has.
    """
    rate = fingerprint.sampling
    if not 1 <= rate <= _COARSEST or rate & (rate - 1):
        raise PoisonError(f"the fingerprint's sampling {rate} is no power of two")
    shingles = _read(fingerprint.shingles, "shingles")
    if shingles.size > MOST_SHINGLES:
        raise PoisonError(f"the fingerprint has {shingles.size:,} shingles, more than the {MOST_SHINGLES:,} that pass")
    sentences = _read(fingerprint.sentence_hashes, "sentence hashes")
    particulars = _read(fingerprint.particulars, "particulars")
    _held(fingerprint.sentence_lengths, sentences.size, shingles.size, "shingles")
    if particulars.size:
        _held(fingerprint.particular_lengths, sentences.size, particulars.size, "particulars")
    return Reading(fingerprint, shingles, sentences, particulars)


def new_sentences(reading: Reading, sample: Sample, that: Sample) -> tuple[int, int]:
    """How many sentences of a text share no key with another, and of how many that can be said.

    ``sample`` is the text's own: what is not in it, or is left out there, is not asked.
    """
    shingles, rate = reading.shingles, max(sample.rate, that.rate)
    asked = (shingles % rate == 0) & among(shingles, sample.keys) & ~among(shingles, that.left_out)
    sentence = np.repeat(np.arange(reading.sentences.size), reading.fingerprint.sentence_lengths)
    said = np.unique(sentence[asked])
    shared = np.unique(sentence[asked & among(shingles, that.keys)])
    return said.size - shared.size, said.size


def runs_of(flags: Flags) -> tuple[Run, ...]:
    """Where ``flags`` are true, by runs."""
    bounds = np.flatnonzero(np.diff(flags, prepend=False, append=False)).tolist()
    return tuple(zip(bounds[::2], bounds[1::2], strict=True))


def in_runs(size: int, runs: tuple[Run, ...]) -> Flags:
    """``size`` flags, true in ``runs``."""
    flags = np.zeros(size, dtype=np.bool_)
    for begin, end in runs:
        flags[begin:end] = True
    return flags


def _read(packed: str, what: str) -> Keys:
    try:
        return np.frombuffer(a2b_base64(packed, strict_mode=True), dtype="<u4").astype(np.uint32, copy=False)
    except ValueError as error:
        raise PoisonError(f"the fingerprint's {what} cannot be read: {error}") from None


def _held(lengths: tuple[int, ...], sentences: int, values: int, what: str) -> None:
    if len(lengths) != sentences or sum(lengths) != values or min(lengths, default=0) < 0:
        raise PoisonError(f"the fingerprint's {sentences} sentences do not hold its {values} {what}")
