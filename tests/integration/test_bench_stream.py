"""The stream: repeatable, true to its own word, and of all kinds."""

from itertools import pairwise

import pytest

from bench.dedup.edits import word_count
from bench.dedup.generator import Generator
from bench.dedup.items import KINDS, Item
from wireroom_enrichment.words import words_of


@pytest.fixture(scope="module")
def items() -> list[Item]:
    return list(Generator(seed=3).items(4_000))


def test_the_same_seed_gives_the_same_stream(items: list[Item]) -> None:
    assert list(Generator(seed=3).items(300)) == items[:300]
    assert next(Generator(seed=4).items(1)) != items[0]


def test_all_kinds_come(items: list[Item]) -> None:
    assert {item.kind for item in items} == set(KINDS)


def test_items_are_numbered_and_in_order_of_time(items: list[Item]) -> None:
    assert [item.number for item in items] == list(range(len(items)))
    assert all(one.at <= other.at for one, other in pairwise(items))


def test_a_copy_is_of_the_families_of_what_it_was_made_from_and_comes_later(items: list[Item]) -> None:
    for item in items:
        before = [items[number] for number in item.made_from]
        assert bool(before) == item.derived
        assert all(one.number < item.number for one in before)
        assert item.families == (tuple(f for one in before for f in one.families) or (item.number,))


def test_who_delivers_a_copy(items: list[Item]) -> None:
    for item in items:
        if item.derived and item.kind not in {"flood", "round-up"}:
            [before] = [items[number] for number in item.made_from]
            own = KINDS[item.kind].expected[0] in {"revision", "redelivery"}
            assert (item.source == before.source) == own
            assert (item.guid == before.guid) == (item.kind in {"revision", "redelivery"})


def test_what_is_delivered_again_has_the_same_text(items: list[Item]) -> None:
    again = [item for item in items if item.kind in {"redelivery", "same text", "flood again"}]
    assert all(item.text == items[item.made_from[0]].text for item in again)


def test_lengths_are_as_their_kinds_say(items: list[Item]) -> None:
    for item in items:
        before = sum(word_count(items[number].body) for number in item.made_from)
        if item.kind == "embedded":
            assert 1.8 < word_count(item.body) / before < 3.6
        if item.kind == "brief":
            assert 15 <= word_count(item.body) <= 75
        if item.kind.startswith("cut to"):
            assert word_count(item.body) < before


def test_other_quotes_and_spaces_leave_the_words(items: list[Item]) -> None:
    for item in items:
        if item.kind == "quotes":
            assert words_in(item) == words_in(items[item.made_from[0]])
            assert item.body != items[item.made_from[0]].body


def words_in(item: Item) -> list[str]:
    return [
        word
        for sentences in item.body
        for sentence in sentences
        for word in words_of(sentence.casefold(), unspaced=False)
    ]
