"""The fingerprint that dedup compares: a content-sampled set of hashed word n-grams (docs/copies.md).

n-grams run over the whole sequence of words, across the ends of sentences and paragraphs, and are
counted with the sentence of their first word. A copy that was cut or stands in a longer story
thus shares all but those at its edges, wherever its sentences are taken to end.
"""

import base64
import hashlib
from dataclasses import replace
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from wireroom_core.models import Fingerprint
from wireroom_enrichment.draft import Draft
from wireroom_enrichment.hashing import Hashes, Keys, gram_keys, run_keys, word_hashes
from wireroom_enrichment.words import body, composed, folded_words, has_unspaced, words_of

Places = NDArray[np.intp]

VERSION = 2
"""Raised with any change that gives other keys, in this module, ``words`` or ``hashing``."""
WORDS_IN_GRAM = 3
CHARACTERS_IN_GRAM = 5
"""Where words are not spaced: about three words of Chinese, which has some 1.6 characters a word."""
MAX_SHINGLES = 2_048
SAMPLING = ((60, 1), (150, 2))
"""Below so many words, one n-gram in so many is kept; one in ``COARSEST`` else (measured: docs/copies.md)."""
COARSEST = 4
_BODY_HASH_BYTES = 16
_CAPITAL, _DIGIT = 1, 2
_ONE, _HALF = np.uint32(1), np.uint64(32)
_KINDS = np.array([_DIGIT if chr(n).isdigit() else _CAPITAL * chr(n).isupper() for n in range(0x2000)] + [0], np.uint8)
"""Of a word by its first character; scripts with capitals and digits of their own are all below U+2000."""


class Fingerprinter:
    """Takes the fingerprint of a full text; needs its sentences."""

    name = "fingerprint"
    version = VERSION

    def annotate(self, draft: Draft) -> Draft:
        """``draft`` with its fingerprint, if it is to be compared at all."""
        if draft.article.is_signal_only or draft.article.text_quality != "full":
            return draft
        return replace(draft, fingerprint=fingerprint([draft.text[start:end] for start, end in draft.sentences]))


def fingerprint(sentences: list[str]) -> Fingerprint | None:
    """The fingerprint of a text in its sentences; None without words. Sentences without a word are left out."""
    plain = [composed(sentence) for sentence in sentences]
    unspaced = has_unspaced("".join(plain))
    by_sentence = [found for found in (words_of(sentence, unspaced) for sentence in plain) if found]
    if not by_sentence:
        return None
    words = list(chain.from_iterable(by_sentence))
    hashes = word_hashes(folded_words(words))
    starts = np.cumsum([0, *map(len, by_sentence)])
    grams = gram_keys(hashes, gram_size(words) if unspaced else WORDS_IN_GRAM)
    kept, sampling = sampled(grams, initial_sampling(len(words)))
    told, keys = particulars(words, hashes, starts)
    return Fingerprint(
        version=VERSION,
        words=len(words),
        body_hash=body_hash(plain),
        sampling=sampling,
        shingles=packed(grams[kept]),
        sentence_lengths=lengths_by_sentence(kept, starts),
        sentence_hashes=packed(run_keys(hashes, starts)),
        particulars=packed(keys),
        particular_lengths=lengths_by_sentence(told, starts),
    )


def gram_size(words: list[str]) -> int:
    """Words in an n-gram; characters where most of the text is in a script without spaces."""
    unspaced = sum(map(has_unspaced, words))
    return CHARACTERS_IN_GRAM if 2 * unspaced > len(words) else WORDS_IN_GRAM


def initial_sampling(words: int) -> int:
    """One in how many n-grams is kept of a text of so many words."""
    return next((rate for below, rate in SAMPLING if words < below), COARSEST)


def sampled(grams: Keys, sampling: int) -> tuple[Places, int]:
    """Where the kept n-grams stand first, in order, and the sampling that made them fit.

    Kept is a key that ``sampling`` divides: the choice is by content, the same in every copy, and
    whoever compares two fingerprints can sample the finer one again.
    """
    while True:
        places = np.flatnonzero(grams % sampling == 0)
        first = np.sort(places[np.unique(grams[places], return_index=True)[1]])
        if len(first) <= MAX_SHINGLES:
            return first, sampling
        sampling *= 2


def lengths_by_sentence(places: Places, starts: Places) -> tuple[int, ...]:
    """How many of the words at ``places`` stand in each sentence; ``starts`` has their first words, and the end."""
    counts = np.bincount(np.searchsorted(starts[1:], places, side="right"), minlength=len(starts) - 1)
    return tuple(counts.tolist())


def particulars(words: list[str], hashes: Hashes, starts: Places) -> tuple[Places, Keys]:
    """What tells two texts by one template apart: where names and numbers stand, and their keys, each once a sentence.

    A name is a word with a capital, but for a sentence's first; the last bit of its key is 0. A number counts with the
    word after it, alone at a sentence's end; its last bit is 1.
    """
    firsts = np.frombuffer("".join([word[0] for word in words]).encode("utf-32-le"), "<u4")
    kinds = _KINDS.take(firsts, mode="clip")
    kinds[starts[:-1]] &= _DIGIT
    places = np.flatnonzero(kinds)
    is_number = kinds[places] == _DIGIT
    last = np.zeros(len(words), np.bool_)
    last[starts[1:] - 1] = True
    followed = is_number & ~last[places]
    pairs = gram_keys(np.append(hashes, hashes[:1]), 2)[places]
    keys = np.where(followed, pairs, (hashes[places] >> _HALF).astype(np.uint32)) >> _ONE << _ONE | is_number
    sentence = np.searchsorted(starts, places, side="right").astype(np.uint64)
    first = np.sort(np.unique(sentence << _HALF | keys, return_index=True)[1])
    return places[first], keys[first]


def body_hash(sentences: list[str]) -> str:
    """BLAKE2b of the body without white space, so that it does not depend on where sentences end."""
    text = body(" ".join(sentences))
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_BODY_HASH_BYTES).hexdigest()


def packed(keys: Keys) -> str:
    """Little-endian numbers in base64."""
    return base64.b64encode(keys.astype("<u4").tobytes()).decode("ascii")
