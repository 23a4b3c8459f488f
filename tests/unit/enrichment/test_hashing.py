"""The vectorised hashes against the same sums in plain integers."""

from collections.abc import Iterable

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom_enrichment.hashing import gram_keys, run_keys, word_hashes

BASE = 0x9E3779B97F4A7C15
WORDS = st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30), min_size=1, max_size=12)


def polynomial(values: Iterable[int]) -> int:
    return sum(value * pow(BASE, place, 2**64) for place, value in enumerate(values)) % 2**64


def word_hash(word: str) -> int:
    return mixed(polynomial(map(ord, word)))


def mixed(value: int) -> int:
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9 % 2**64
    value = (value ^ value >> 27) * 0x94D049BB133111EB % 2**64
    return value ^ value >> 31


def gram_key(hashes: list[int]) -> int:
    return polynomial(reversed(hashes)) >> 32


@settings(max_examples=20)
@given(WORDS)
def test_words(words: list[str]) -> None:
    assert word_hashes(words).tolist() == [word_hash(word) for word in words]


@settings(max_examples=20)
@given(WORDS, st.sampled_from([3, 5]))
def test_grams(words: list[str], size: int) -> None:
    hashes = [word_hash(word) for word in words]
    grams = [hashes[place : place + size] for place in range(max(len(words) - size + 1, 1))]
    assert gram_keys(word_hashes(words), size).tolist() == [gram_key(gram) for gram in grams]


@settings(max_examples=20)
@given(st.lists(WORDS, min_size=1, max_size=5))
def test_runs(sentences: list[list[str]]) -> None:
    hashes = [[word_hash(word) for word in words] for words in sentences]
    starts = np.cumsum([0, *map(len, sentences[:-1])])
    found = run_keys(word_hashes([word for words in sentences for word in words]), starts)
    assert found.tolist() == [mixed(polynomial(values)) >> 32 for values in hashes]


def test_words_of_a_text_that_is_longer_than_what_powers_are_kept_for() -> None:
    words = [f"{number}th" for number in range(10_000)]
    assert word_hashes(words).tolist() == [word_hash(word) for word in words]
