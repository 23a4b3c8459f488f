"""The vectorised hashes against the same sums in plain integers."""

from hypothesis import given
from hypothesis import strategies as st

from wireroom_enrichment.hashing import gram_keys, text_key, word_hashes

BASE = 0x9E3779B97F4A7C15
WORDS = st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30), min_size=1, max_size=12)


def word_hash(word: str) -> int:
    value: int = sum(ord(char) * pow(BASE, place, 2**64) for place, char in enumerate(word)) % 2**64
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9 % 2**64
    value = (value ^ value >> 27) * 0x94D049BB133111EB % 2**64
    return value ^ value >> 31


def gram_key(hashes: list[int]) -> int:
    total: int = sum(value * pow(BASE, place, 2**64) for place, value in enumerate(reversed(hashes))) % 2**64
    return total >> 32


@given(WORDS)
def test_words(words: list[str]) -> None:
    assert word_hashes(words).tolist() == [word_hash(word) for word in words]


@given(WORDS, st.sampled_from([3, 5]))
def test_grams(words: list[str], size: int) -> None:
    hashes = [word_hash(word) for word in words]
    grams = [hashes[place : place + size] for place in range(max(len(words) - size + 1, 1))]
    assert gram_keys(word_hashes(words), size).tolist() == [gram_key(gram) for gram in grams]


def test_a_text_key_is_four_bytes_of_blake2b() -> None:
    assert text_key("été").hex() == "4ff80859"
