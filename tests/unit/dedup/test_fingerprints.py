"""Unpacking, and the shares of common shingles."""

import numpy as np
import pytest

from tests.unit.dedup.world import base64_of, fingerprint, story
from wireroom_core.errors import PoisonError
from wireroom_core.models import Fingerprint
from wireroom_dedup.fingerprints import (
    EQUAL,
    Sample,
    Similarity,
    chosen,
    compare,
    sentences_of,
    shingles_of,
    unpack,
)


def sample(keys: list[int], rate: int = 1, version: int = 1, body: str | None = None) -> Sample:
    made = fingerprint(["one", "two"], version).model_copy(
        update={"shingles": base64_of(keys), "sampling": rate, "body_hash": body or f"{keys} {rate}"}
    )
    return unpack(made, shingles_of(made))


def broken(**changes: object) -> Fingerprint:
    return fingerprint(story(1)).model_copy(update=changes)


def test_shingles_keep_the_order_of_the_text_and_are_sorted_for_comparison() -> None:
    made = broken(shingles=base64_of([4_294_967_292, 0, 7 * 4]))
    assert shingles_of(made).tolist() == [4_294_967_292, 0, 28]
    assert unpack(made, shingles_of(made)).keys.tolist() == [0, 28, 4_294_967_292]


@pytest.mark.parametrize("shingles", ["AAA", "AAAAAAA=", "no base64!"])
def test_unreadable_shingles_are_poison(shingles: str) -> None:
    with pytest.raises(PoisonError, match="cannot be read"):
        shingles_of(broken(shingles=shingles))


@pytest.mark.parametrize(
    "changes",
    [{"sentence_lengths": (1, 3)}, {"sentence_lengths": (-1, 4)}, {"sentence_hashes": base64_of([1])}],
)
def test_sentences_that_do_not_hold_the_shingles_are_poison(changes: dict[str, object]) -> None:
    made = broken(shingles=base64_of([4, 8, 12]), sentence_lengths=(1, 2), sentence_hashes=base64_of([7, 9]))
    assert sentences_of(made, 3).tolist() == [7, 9]
    assert chosen(made, np.array([False, True])) == ((1, 3),)
    with pytest.raises(PoisonError, match="sentences do not hold its 3 shingles"):
        sentences_of(made.model_copy(update=changes), 3)


def test_what_either_source_repeats_counts_on_neither_side() -> None:
    made = broken(shingles=base64_of(range(1, 13)), sampling=1, body_hash="x")
    other = made.model_copy(update={"body_hash": "y"})
    whole = unpack(made, shingles_of(made))
    without = unpack(other, shingles_of(other), ((0, 2), (10, 12)))
    assert without.keys.tolist() == [3, 4, 5, 6, 7, 8, 9, 10]
    assert without.left_out.tolist() == [1, 2, 11, 12]
    assert without.words == made.words * 8 // 12
    assert compare(whole, without) == compare(without, whole) == Similarity(1.0, 1.0, 1.0)


def test_a_shingle_that_stands_twice_is_poison() -> None:
    made = broken(shingles=base64_of([4, 8, 4]))
    with pytest.raises(PoisonError, match="stands there twice"):
        unpack(made, shingles_of(made))


def test_more_shingles_than_any_text_has_are_poison() -> None:
    assert shingles_of(broken(shingles=base64_of(range(4096)))).size == 4096
    with pytest.raises(PoisonError, match="has 4,097 shingles, more than the 4,096 that pass"):
        shingles_of(broken(shingles=base64_of(range(4097))))


def test_unreadable_numbers_are_poison() -> None:
    made = broken(numbers="AAA")
    with pytest.raises(PoisonError, match="numbers cannot be read"):
        unpack(made, shingles_of(made))


@pytest.mark.parametrize("rate", [0, -4, 3, 1 << 32])
def test_a_rate_that_is_no_power_of_two_is_poison(rate: int) -> None:
    made = broken(sampling=rate)
    with pytest.raises(PoisonError, match=f"{rate} is no power of two"):
        unpack(made, shingles_of(made))


def test_shares_are_exact_and_rounded_to_four_places() -> None:
    assert compare(sample([1, 2, 3, 4]), sample([3, 4, 9])) == Similarity(0.4, 0.5, 0.6667)
    assert compare(sample([3, 4, 9]), sample([1, 2, 3, 4])) == Similarity(0.4, 0.6667, 0.5)
    assert compare(sample([1, 2]), sample([3, 2**32 - 1])) == Similarity(0.0, 0.0, 0.0)


def test_of_very_many_numbers_those_of_the_lowest_hashes_count() -> None:
    made = broken(numbers=base64_of(range(5000, 0, -1)))
    assert unpack(made, shingles_of(made)).numbers.tolist() == list(range(1, 1025))


def test_only_equal_versions_are_compared() -> None:
    assert compare(sample([1, 2], body="x"), sample([1, 2], version=2, body="x")) is None


def test_an_equal_text_is_equal_however_short() -> None:
    assert compare(sample([], body="x"), sample([], body="x")) is EQUAL
    assert compare(sample([]), sample([], rate=2)) is None


def test_two_rates_are_compared_on_the_coarser_sample() -> None:
    short, long = sample(list(range(1, 41))), sample(list(range(12, 92, 4)), rate=4)
    # of 1..40 the coarser sample keeps 4, 8 … 40; of those 12 … 40 stand in the long text's 20 keys
    assert compare(short, long) == Similarity(round(8 / 22, 4), 0.8, 0.4)
    assert compare(long, short) == Similarity(round(8 / 22, 4), 0.4, 0.8)


def test_fewer_than_eight_sampled_keys_say_nothing() -> None:
    long = sample(list(range(4, 84, 4)), rate=4)
    assert compare(sample(list(range(1, 32))), long) is None
    assert compare(sample(list(range(1, 33))), long) == Similarity(0.4, 1.0, 0.4)
    assert compare(sample([2, 4], rate=2), sample([2, 4, 6], rate=2)) is None
    assert compare(sample([1, 2, 3]), sample([1, 2, 3, 4])) == Similarity(0.75, 1.0, 0.75)


def test_an_excerpt_sampled_finely_is_found_in_a_long_text() -> None:
    words = story(5, 400)
    excerpt, long = fingerprint(words[100:158]), fingerprint(words)
    assert (excerpt.sampling, long.sampling) == (1, 4)
    share = compare(unpack(excerpt, shingles_of(excerpt)), unpack(long, shingles_of(long)))
    assert share is not None
    assert share.containment == 1
    assert 0.05 < share.contained_by < 0.3
