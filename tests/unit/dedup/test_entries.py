"""Entries at rest: what was put away comes back, and what is forgotten takes no room."""

import numpy as np

from wireroom_dedup.entries import NO_GROUP, Entries, Facts
from wireroom_dedup.fingerprints import Sample


def facts(number: int, sample: Sample | None = None, url: str | None = None) -> Facts:
    rank = (number % 2 == 0, -number, f"delivery-{number}")
    return Facts(f"delivery-{number}", "é" * 300, "\0", "\ud800", url, rank, ("g", "h"), sample)


def test_a_member_comes_back_as_it_was() -> None:
    entries = Entries()
    keys = np.array([0, 7, 2**32 - 1], dtype=np.uint32)
    entries.add(
        5, 0, facts(0, Sample(10**30, 2, "body", 4, keys, keys[1:], keys[:1], keys[:2]), "https://example.org/é")
    )
    entries.add(6, 0, facts(1))
    back = entries.facts(0)
    assert back[:-1] == facts(0, None, "https://example.org/é")[:-1]
    assert back.sample is not None
    assert back.sample[:4] == (10**30, 2, "body", 4)
    assert back.sample.keys.tolist() == keys.tolist()
    assert back.sample.particulars.tolist() == [7, 2**32 - 1]
    assert back.sample.left_out.tolist() == [0]
    assert back.sample.particulars_left_out.tolist() == [0, 7]
    assert entries.facts(1) == facts(1)
    assert (entries.rank(1), entries.merged(1), entries.delivery_id(1)) == (facts(1).rank, ("g", "h"), "delivery-1")


def test_of_a_known_content_only_its_delivery_is_kept() -> None:
    entries = Entries()
    entries.add(5, NO_GROUP, "delivery-0")
    assert (entries.delivery_id(0), entries.group(0), entries.time(0)) == ("delivery-0", NO_GROUP, 5)


def test_numbers_stay_while_the_oldest_are_forgotten() -> None:
    entries = Entries()
    for number in range(1000):
        entries.add(number * 10, number // 3, facts(number))
        entries.drop_before(max(0, number - 20))
        assert len(entries._packed) <= 45
    assert (len(entries), entries.oldest, entries.next) == (21, 979, 1000)
    for number in range(979, 1000):
        assert (entries.time(number), entries.group(number)) == (number * 10, number // 3)
        assert entries.delivery_id(number) == f"delivery-{number}"
    assert entries.first_after(9900, 979) == 991
    assert entries.first_after(9899, 979) == 990
    assert entries.first_after(10**6, 979) == 1000
