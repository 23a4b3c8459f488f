"""The shingle index against a dictionary, and how its tables come and go."""

import random

import numpy as np
import pytest

from wireroom_dedup import generations
from wireroom_dedup.fingerprints import Keys
from wireroom_dedup.index import ShingleIndex
from wireroom_dedup.window import Window

MINUTE = 60_000_000


def keys(values: list[int]) -> Keys:
    return np.array(values, dtype=np.uint32)


def found(index: ShingleIndex, wanted: list[int], first: int = 0) -> set[tuple[int, int]]:
    hits = index.find(keys(wanted), first)
    pairs = list(zip(hits.places.tolist(), hits.members.tolist(), strict=True))
    assert len(pairs) == len(set(pairs))
    return set(pairs)


def test_an_empty_index_finds_nothing() -> None:
    assert found(ShingleIndex(Window()), [1, 2, 3]) == set()
    assert found(ShingleIndex(Window()), []) == set()


def test_the_first_and_the_last_key_and_the_first_member() -> None:
    index = ShingleIndex(Window())
    index.add(keys([0, 2**32 - 1]), 0, 0)
    assert found(index, [5, 2**32 - 1, 0]) == {(1, 0), (2, 0)}


def test_one_key_of_many_members_runs_over_many_blocks() -> None:
    index = ShingleIndex(Window())
    for member in range(50):
        index.add(keys([4, 8, 12]), member, 0)
    assert found(index, [8]) == {(0, member) for member in range(50)}
    assert found(index, [8], first=48) == {(0, 48), (0, 49)}


@pytest.mark.parametrize("seed", range(3))
def test_it_agrees_with_a_dictionary(seed: int) -> None:
    rng = random.Random(seed)
    window = Window(hours=10, articles=60)
    index, model = ShingleIndex(window), dict[int, set[int]]()
    pool = [rng.randrange(2**32) for _ in range(3000)]
    for member in range(200):
        posted = rng.sample(pool, rng.choice([0, 1, 80, 400]))
        index.add(keys(posted), member, 9 * member * MINUTE)
        for key in posted:
            model.setdefault(key, set()).add(member)
        first = max(0, member - 59)
        index.drop_before(first)
        wanted = rng.sample(pool, 50)
        visible = {(row, m) for row, key in enumerate(wanted) for m in model.get(key, set()) if m >= first}
        assert found(index, wanted, first) == visible


@pytest.mark.parametrize("highest", [2**32, 5_000])
def test_a_full_table_grows_and_keeps_what_it_has(highest: int) -> None:
    """Also where many members post the same keys."""
    index = ShingleIndex(Window())
    rng = random.Random(1)
    batches = [rng.sample(range(highest), 1000) for _ in range(40)]
    for member, batch in enumerate(batches):
        index.add(keys(batch), member, 0)
        if member % 7 == 0:
            assert found(index, batch) >= {(row, member) for row in range(1000)}
    [table] = index._generations.tables
    assert (table.used, table.first, table.last) == (40_000, 0, 39)
    assert table.slots > 8 * 12_000
    assert all(found(index, batch) >= {(row, m) for row in range(1000)} for m, batch in enumerate(batches))


def test_a_table_as_large_as_any_may_be_is_followed_by_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generations, "_MOST_SLOTS", 1 << 14)
    index = ShingleIndex(Window())
    for member in range(30):
        index.add(keys(list(range(member * 1000, member * 1000 + 1000))), member, 0)
    assert [table.used for table in index._generations.tables] == [12_000, 12_000, 6_000]
    assert found(index, [0, 29_999]) == {(0, 0), (1, 29)}


def test_more_keys_than_the_smallest_table_takes() -> None:
    index = ShingleIndex(Window())
    posted = list(range(0, 4 * 40_000, 4))
    index.add(keys(posted), 0, 0)
    assert len(found(index, posted)) == 40_000


def test_a_generation_spans_half_a_window_and_is_dropped_whole() -> None:
    by_time, by_count = ShingleIndex(Window(hours=2)), ShingleIndex(Window(articles=4))
    for member in range(6):
        by_time.add(keys([4]), member, 30 * member * MINUTE)
        by_count.add(keys([4]), member, 0)
    for index in (by_time, by_count):
        assert [table.first for table in index._generations.tables] == [0, 2, 4]
        index.drop_before(3)
        assert [table.first for table in index._generations.tables] == [2, 4]
        assert found(index, [4], first=3) == {(0, 3), (0, 4), (0, 5)}
        index.drop_before(6)
        assert index._generations.tables == []
