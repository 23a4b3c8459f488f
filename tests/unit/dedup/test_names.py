"""Names against a dictionary, and names that share a hash."""

import random

import pytest

from wireroom_dedup.names import Names
from wireroom_dedup.window import Window

MINUTE = 60_000_000


class Clashing:
    """A name whose hash is that of all others."""

    def __hash__(self) -> int:
        return 7


def found(names: Names, name: object, first: int = 0) -> int | None:
    return names.find(name, first, lambda number: True)


@pytest.mark.parametrize("seed", range(3))
def test_they_agree_with_a_dictionary(seed: int) -> None:
    rng = random.Random(seed)
    window = Window(hours=10, articles=3000)
    names, model = Names(window), dict[str, int]()
    pool = [f"name {number}" for number in range(4000)]
    for number in range(20_000):
        given = rng.sample(pool, rng.randrange(1, 7))
        names.put(given, number, number * MINUTE // 10)
        model.update(dict.fromkeys(given, number))
        first = max(0, number - 2999)
        if number % 500 == 0:
            names.drop_before(first)
            for name in rng.sample(pool, 200):
                last = model.get(name, -1)
                assert found(names, name, first) == (last if last >= first else None)


def test_the_tables_are_few_and_small_whatever_comes_again() -> None:
    names = Names(Window(articles=1000))
    for number in range(10_000):
        names.put(["one", "two"], number, 0)
        names.drop_before(number - 999)
    tables = names._generations.tables
    assert len(tables) <= 3
    assert {table.used for table in tables} == {2}
    assert found(names, "one", 9000) == 9999


def test_what_is_found_has_the_name_or_is_not_found() -> None:
    names, one, other = Names(Window()), Clashing(), Clashing()
    names.put([one], 3, 0)
    assert names.find(other, 0, lambda number: number != 3) is None
    assert names.find(one, 0, lambda number: number == 3) == 3


def test_a_full_table_is_followed_by_a_larger_one() -> None:
    names = Names(Window())
    for number in range(20_000):
        names.put([("name", number)], number, 0)
    assert len(names._generations.tables) == 2
    assert [found(names, ("name", number)) for number in range(0, 20_000, 999)] == list(range(0, 20_000, 999))
