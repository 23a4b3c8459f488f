"""The fingerprint that dedup compares: a content-sampled set of hashed word n-grams (docs/copies.md).

n-grams run over the whole sequence of words, across the ends of sentences and paragraphs, and are
counted with the sentence of their first word. A copy that was cut or stands in a longer story
thus shares all but those at its edges, wherever its sentences are taken to end.
"""

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from wireroom_core.models import Fingerprint
from wireroom_enrichment.draft import Draft
from wireroom_enrichment.hashing import Keys, gram_keys, text_key, word_hashes
from wireroom_enrichment.words import body, folded, has_unspaced, words_of

VERSION = 1
"""Raised with any change that gives other keys, in this module, ``words`` or ``hashing``."""
WORDS_IN_GRAM = 3
CHARACTERS_IN_GRAM = 5
"""Where words are not spaced: about three words of Chinese, which has some 1.6 characters a word."""
MAX_SHINGLES = 2_048
SAMPLING = ((60, 1), (150, 2))
"""Below so many words, one n-gram in so many is kept; one in ``COARSEST`` else (measured: docs/copies.md)."""
COARSEST = 4
_BODY_HASH_BYTES = 16


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
    plain = [folded(sentence) for sentence in sentences]
    by_sentence = [words for words in map(words_of, plain) if words]
    if not by_sentence:
        return None
    words = list(chain.from_iterable(by_sentence))
    grams = gram_keys(word_hashes(words), gram_size(words))
    kept, sampling = sampled(grams, initial_sampling(len(words)))
    return Fingerprint(
        version=VERSION,
        words=len(words),
        body_hash=body_hash(plain),
        sampling=sampling,
        shingles=packed(grams[kept].astype("<u4").tobytes()),
        sentence_lengths=lengths_by_sentence(kept, by_sentence),
        sentence_hashes=packed(b"".join(text_key(" ".join(sentence)) for sentence in by_sentence)),
        numbers=packed(b"".join(sorted({text_key(number) for number in numbers(by_sentence)}))),
    )


def gram_size(words: list[str]) -> int:
    """Words in an n-gram; characters where most of the text is in a script without spaces."""
    if not has_unspaced("".join(words)):
        return WORDS_IN_GRAM
    unspaced = sum(map(has_unspaced, words))
    return CHARACTERS_IN_GRAM if 2 * unspaced > len(words) else WORDS_IN_GRAM


def initial_sampling(words: int) -> int:
    """One in how many n-grams is kept of a text of so many words."""
    return next((rate for below, rate in SAMPLING if words < below), COARSEST)


def sampled(grams: Keys, sampling: int) -> tuple[NDArray[np.intp], int]:
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


def lengths_by_sentence(kept: NDArray[np.intp], by_sentence: list[list[str]]) -> tuple[int, ...]:
    """How many of the n-grams at ``kept`` begin in each sentence."""
    ends = np.cumsum([len(words) for words in by_sentence])
    counts = np.bincount(np.searchsorted(ends, kept, side="right"), minlength=len(ends))
    return tuple(counts.tolist())


def numbers(by_sentence: list[list[str]]) -> Iterator[str]:
    """Each number with the word after it in its sentence; alone at a sentence's end."""
    for words in by_sentence:
        for place, word in enumerate(words):
            if word[0].isdigit():
                yield " ".join(words[place : place + 2])


def body_hash(folded_sentences: list[str]) -> str:
    """BLAKE2b of the body without white space, so that it does not depend on where sentences end."""
    text = body(" ".join(folded_sentences))
    return hashlib.blake2b(text.encode(), digest_size=_BODY_HASH_BYTES).hexdigest()


def packed(keys: bytes) -> str:
    """Little-endian numbers in base64."""
    return base64.b64encode(keys).decode("ascii")
