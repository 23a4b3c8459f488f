"""Unpacking, and the shares of common shingles."""

import numpy as np
import pytest

from tests.unit.dedup.world import base64_of, fingerprint, story
from wireroom_core.errors import PoisonError
from wireroom_core.models import Fingerprint
from wireroom_dedup.fingerprints import EQUAL, Sample, Shared, Similarity, compare, names_shared, numbers_shared
from wireroom_dedup.reading import read, runs_of


def sample(keys: list[int], rate: int = 1, version: int = 1, body: str | None = None) -> Sample:
    made = fingerprint(["one", "two"], version).model_copy(
        update={
            "shingles": base64_of(keys),
            "sentence_lengths": (len(keys),),
            "sampling": rate,
            "body_hash": body or f"{keys} {rate}",
        }
    )
    return read(made).sample()


def broken(**changes: object) -> Fingerprint:
    return fingerprint(story(1)).model_copy(update=changes)


def of(keys: list[int], **changes: object) -> Fingerprint:
    return broken(shingles=base64_of(keys), sentence_lengths=(len(keys),), **changes)


def test_shingles_keep_the_order_of_the_text_and_are_sorted_for_comparison() -> None:
    reading = read(of([4_294_967_292, 0, 7 * 4]))
    assert reading.shingles.tolist() == [4_294_967_292, 0, 28]
    assert reading.sample().keys.tolist() == [0, 28, 4_294_967_292]


@pytest.mark.parametrize("packed", ["AAA", "AAAAAAA=", "no base64!"])
@pytest.mark.parametrize(
    ("field", "what"),
    [("shingles", "shingles"), ("sentence_hashes", "sentence hashes"), ("particulars", "particulars")],
)
def test_what_cannot_be_read_is_poison(packed: str, field: str, what: str) -> None:
    with pytest.raises(PoisonError, match=f"{what} cannot be read"):
        read(broken(**{field: packed}))


TWO_SENTENCES = {
    "shingles": base64_of([4, 8, 12]),
    "sentence_lengths": (1, 2),
    "sentence_hashes": base64_of([7, 9]),
    "particulars": base64_of([1, 3, 2]),
    "particular_lengths": (2, 1),
}


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"sentence_lengths": (1, 3)}, "3 shingles"),
        ({"sentence_lengths": (-1, 4)}, "3 shingles"),
        ({"sentence_hashes": base64_of([1])}, "3 shingles"),
        ({"particular_lengths": (1, 1)}, "3 particulars"),
        ({"particular_lengths": (3,)}, "3 particulars"),
    ],
)
def test_sentences_that_do_not_hold_what_is_there_are_poison(changes: dict[str, object], what: str) -> None:
    reading = read(broken(**TWO_SENTENCES))
    assert reading.sentences.tolist() == [7, 9]
    assert runs_of(reading.shingles_in(np.array([False, True]))) == ((1, 3),)
    assert runs_of(reading.particulars_in(np.array([False, True]))) == ((2, 3),)
    with pytest.raises(PoisonError, match=f"sentences do not hold its {what}"):
        read(broken(**TWO_SENTENCES | changes))


def test_a_fingerprint_of_before_has_no_particulars() -> None:
    reading = read(broken(**TWO_SENTENCES | {"particulars": "", "particular_lengths": ()}))
    assert reading.sample(((0, 1),)).particulars.tolist() == []


def test_what_either_source_repeats_counts_on_neither_side() -> None:
    parts = {"sentence_lengths": (2, 10, 2), "sentence_hashes": base64_of([1, 2, 3])}
    told = {"particulars": base64_of([1, 2, 3, 4, 5, 1]), "particular_lengths": (1, 4, 1)}
    made = broken(shingles=base64_of(range(1, 15)), sampling=1, body_hash="x", words=140, **parts, **told)
    whole = read(made).sample()
    without = read(made.model_copy(update={"body_hash": "y"})).sample(((0, 1), (2, 3)))
    assert without.keys.tolist() == list(range(3, 13))
    assert without.left_out.tolist() == [1, 2, 13, 14]
    assert (without.particulars.tolist(), without.particulars_left_out.tolist()) == ([2, 3, 4, 5], [1])
    assert without.words == 100
    assert compare(whole, without) == compare(without, whole) == Similarity(1.0, 1.0, 1.0, 100)
    assert numbers_shared(whole, without) == numbers_shared(without, whole) == Shared(2, 2)
    assert names_shared(whole, without) == Shared(2, 2)


def test_a_shingle_that_stands_twice_is_poison() -> None:
    with pytest.raises(PoisonError, match="stands there twice"):
        read(of([4, 8, 4])).sample()


def test_more_shingles_than_any_text_has_are_poison() -> None:
    assert read(of(list(range(4096)))).shingles.size == 4096
    with pytest.raises(PoisonError, match="has 4,097 shingles, more than the 4,096 that pass"):
        read(of(list(range(4097))))


@pytest.mark.parametrize("rate", [0, -4, 3, 1 << 32])
def test_a_rate_that_is_no_power_of_two_is_poison(rate: int) -> None:
    with pytest.raises(PoisonError, match=f"{rate} is no power of two"):
        read(broken(sampling=rate))


def test_shares_are_exact_and_rounded_to_four_places() -> None:
    one, other = list(range(1, 13)), list(range(7, 16))
    assert compare(sample(one), sample(other)) == Similarity(0.4, 0.5, 0.6667, 2)
    assert compare(sample(other), sample(one)) == Similarity(0.4, 0.6667, 0.5, 2)
    assert compare(sample(one), sample(list(range(2**32 - 8, 2**32)))) == Similarity(0.0, 0.0, 0.0, 2)


def test_of_very_many_particulars_those_of_the_lowest_hashes_count() -> None:
    made = broken(particulars=base64_of(range(5000, 0, -1)), particular_lengths=(5000,))
    assert read(made).sample().particulars.tolist() == list(range(1, 1025))


def test_only_equal_versions_are_compared() -> None:
    assert compare(sample([1, 2], body="x"), sample([1, 2], version=2, body="x")) is None


def test_an_equal_text_is_equal_however_short() -> None:
    assert compare(sample([], body="x"), sample([], body="x")) is EQUAL
    assert compare(sample([]), sample([], rate=2)) is None


def test_two_rates_are_compared_on_the_coarser_sample() -> None:
    short, long = sample(list(range(1, 41))), sample(list(range(12, 92, 4)), rate=4)
    # of 1..40 the coarser sample keeps 4, 8 … 40; of those 12 … 40 stand in the long text's 20 keys
    assert compare(short, long) == Similarity(round(8 / 22, 4), 0.8, 0.4, 2)
    assert compare(long, short) == Similarity(round(8 / 22, 4), 0.4, 0.8, 2)


def test_fewer_than_eight_keys_say_nothing() -> None:
    long = sample(list(range(4, 84, 4)), rate=4)
    assert compare(sample(list(range(1, 32))), long) is None
    assert compare(sample(list(range(1, 33))), long) == Similarity(0.4, 1.0, 0.4, 2)
    assert compare(sample(list(range(7))), sample(list(range(8)))) is None
    assert compare(sample(list(range(8))), sample(list(range(8)), body="x")) == Similarity(1.0, 1.0, 1.0, 2)


def test_an_excerpt_sampled_finely_is_found_in_a_long_text() -> None:
    words = story(5, 400)
    excerpt, long = fingerprint(words[100:158]), fingerprint(words)
    assert (excerpt.sampling, long.sampling) == (1, 4)
    share = compare(read(excerpt).sample(), read(long).sample())
    assert share is not None
    assert share.containment == 1
    assert 0.05 < share.contained_by < 0.3
