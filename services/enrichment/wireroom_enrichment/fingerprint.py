"""The fingerprint that dedup compares: a content-sampled set of hashed word n-grams (docs/copies.md).

n-grams run over the whole sequence of words, across the ends of sentences and paragraphs, and are
counted with the sentence of their first word. A copy that was cut or stands in a longer story
thus shares all but those at its edges, wherever its sentences are taken to end.
"""

import base64
import hashlib
import struct
from bisect import bisect_left
from collections.abc import Collection
from dataclasses import replace
from itertools import accumulate, chain, pairwise

import numpy as np

from wireroom_core.models import Fingerprint
from wireroom_enrichment.draft import Draft
from wireroom_enrichment.hashing import Keys, gram_keys, half, pair_key, run_keys, word_hashes
from wireroom_enrichment.words import body, composed, folded_words, has_unspaced, words_of

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
_KNOWN = "\u2000"
"""Scripts with capitals and digits of their own are below, all but rare ones; words of others are no particulars."""


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
    text = " ".join(sentences)
    if (plain := composed(text)) is not text:
        sentences = [composed(sentence) for sentence in sentences]
    unspaced = has_unspaced(plain)
    by_sentence = [found for found in (words_of(sentence, unspaced) for sentence in sentences) if found]
    if not by_sentence:
        return None
    words = list(chain.from_iterable(by_sentence))
    hashes = word_hashes(folded_words(words))
    starts = [0, *accumulate(map(len, by_sentence))]
    grams = gram_keys(hashes, gram_size(words) if unspaced else WORDS_IN_GRAM)
    shingles, sampling = sampled(grams, initial_sampling(len(words)))
    told = particulars(by_sentence, hashes.tolist())
    return Fingerprint(
        version=VERSION,
        words=len(words),
        body_hash=body_hash(plain),
        sampling=sampling,
        shingles=packed(shingles),
        sentence_lengths=lengths_by_sentence(list(shingles.values()), starts),
        sentence_hashes=packed(run_keys(hashes, np.array(starts[:-1])).tolist()),
        particulars=packed(list(chain.from_iterable(told))),
        particular_lengths=tuple(map(len, told)),
    )


def gram_size(words: list[str]) -> int:
    """Words in an n-gram; characters where most of the text is in a script without spaces."""
    unspaced = sum(map(has_unspaced, words))
    return CHARACTERS_IN_GRAM if 2 * unspaced > len(words) else WORDS_IN_GRAM


def initial_sampling(words: int) -> int:
    """One in how many n-grams is kept of a text of so many words."""
    return next((rate for below, rate in SAMPLING if words < below), COARSEST)


def sampled(grams: Keys, sampling: int) -> tuple[dict[int, int], int]:
    """The keys that are kept, in order, each with the place where it stands first; and the sampling that made them fit.

    Kept is a key that ``sampling`` divides: the choice is by content, the same in every copy, and
    whoever compares two fingerprints can sample the finer one again.
    """
    while True:
        places = (grams % sampling == 0).nonzero()[0]
        first = dict[int, int]()
        for key, place in zip(grams[places].tolist(), places.tolist(), strict=True):
            first.setdefault(key, place)
        if len(first) <= MAX_SHINGLES:
            return first, sampling
        sampling *= 2


def lengths_by_sentence(places: list[int], starts: list[int]) -> tuple[int, ...]:
    """How many of the words at ``places`` stand in each sentence; ``starts`` has their first words, and the end."""
    return tuple(after - before for before, after in pairwise(bisect_left(places, start) for start in starts))


def particulars(sentences: list[list[str]], hashes: list[int]) -> list[dict[int, None]]:
    """What tells two texts by one template apart: the keys of each sentence's names and numbers, each once.

    A name is a word with a capital, but for a sentence's first; the last bit of its key is 0. A number counts with the
    word after it, alone at a sentence's end; its last bit is 1. ``hashes`` are those of all words.
    """
    told = []
    start = 0
    for words in sentences:
        keys = dict[int, None]()
        for place in [number for number, word in enumerate(words) if not "a" <= word < "{"]:
            first, here = words[place][0], start + place
            if first >= _KNOWN:
                continue
            if first.isdigit():
                followed = place + 1 < len(words)
                keys[(pair_key(hashes[here], hashes[here + 1]) if followed else half(hashes[here])) | 1] = None
            elif place and first.isupper():
                keys[half(hashes[here]) & ~1] = None
        told.append(keys)
        start += len(words)
    return told


def body_hash(text: str) -> str:
    """BLAKE2b of the body without white space, so that it does not depend on where sentences end."""
    return hashlib.blake2b(body(text).encode("utf-8", "surrogatepass"), digest_size=_BODY_HASH_BYTES).hexdigest()


def packed(keys: Collection[int]) -> str:
    """Little-endian numbers of 32 bits in base64."""
    return base64.b64encode(struct.pack(f"<{len(keys)}I", *keys)).decode("ascii")
