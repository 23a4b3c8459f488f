"""The window: what is inside, what is looked up, what is forgotten."""

import random
from datetime import datetime

import pytest

from tests.unit.dedup.world import news, story, time
from wireroom_core.models import Decision, EnrichedArticle
from wireroom_dedup.decide import decide
from wireroom_dedup.entries import Rank
from wireroom_dedup.groups import Group, merged_lines
from wireroom_dedup.memory import Memory
from wireroom_dedup.reading import read
from wireroom_dedup.window import Window


def remember(memory: Memory, article: EnrichedArticle, at: datetime) -> Decision:
    decision = decide(article, at, memory)
    memory.apply(decision.effects, decision)
    return decision


def test_the_window_ends_by_time_exactly() -> None:
    memory = Memory(Window(hours=1))
    remember(memory, news(1, story(1)), time(0))
    assert memory.view(time(59.999)).remembers("delivery-1")
    assert not memory.view(time(60)).remembers("delivery-1")


def test_the_window_ends_by_count_exactly() -> None:
    memory = Memory(Window(articles=3))
    for number in range(5):
        remember(memory, news(number, story(number)), time(number))
    view = memory.view(time(5))
    assert [view.remembers(f"delivery-{number}") for number in range(5)] == [False, False, True, True, True]


def test_every_way_to_look_up_forgets_what_is_outside() -> None:
    memory = Memory(Window(hours=1))
    first = news(1, story(1), canonical_url="https://belga.be/1")
    remember(memory, first, time(0))
    assert first.fingerprint is not None
    body = first.fingerprint.body_hash
    for minutes, inside in ((30, True), (60, False)):
        view = memory.view(time(minutes))
        looked_up = [
            view.content("article-1", "content-1"),
            view.latest("article-1"),
            view.at_address("belga", "https://belga.be/1"),
            view.with_text(body),
            view.with_own_text("belga", body),
            view.standing("delivery-1"),
        ]
        assert [found is not None for found in looked_up] == [inside] * 6
    view = memory.view(time(0))
    assert view.at_address("afp", "https://belga.be/1") is None
    assert view.with_own_text("afp", body) is None


def test_the_latest_content_is_found_and_an_older_one_leaves_it_alone() -> None:
    memory = Memory(Window(articles=2))
    for number in (1, 2, 3):
        remember(memory, news(number, story(number), article_id="a"), time(number))
    member = memory.view(time(3)).latest("a")
    assert member is not None
    assert member.facts.delivery_id == "delivery-3"


def test_what_is_outside_is_let_go() -> None:
    memory = Memory(Window(hours=1, articles=10))
    for number in range(300):
        remember(
            memory,
            news(number, story(number % 7), source=f"s{number % 3}", canonical_url=f"https://s/{number}"),
            time(number * 5),
        )
    assert len(memory) <= 11
    assert memory._entries._base >= memory._entries.oldest - 11
    assert len(memory._groups) <= 11
    assert all(len(group.line) <= 11 for group in memory._groups._by_id.values())
    assert len(memory._index._generations.tables) <= 3
    assert len(memory._names._generations.tables) <= 3


def test_a_decision_out_of_order_is_refused_and_changes_nothing() -> None:
    memory = Memory(Window())
    late = decide(news(2, story(2)), time(5), memory)
    remember(memory, news(1, story(1)), time(10))
    with pytest.raises(ValueError, match="delivery-2 is older"):
        memory.apply(late.effects, late)
    assert len(memory) == 1


def test_only_what_the_effects_say_is_posted() -> None:
    memory = Memory(Window())
    article = news(1, story(1))
    assert article.fingerprint is not None
    decision = decide(article, time(0), memory)
    memory.apply(decision.effects.model_copy(update={"posted": ((0, 1), (3, 5))}), decision)
    sharing = memory.view(time(0)).sharing(read(article.fingerprint))
    [member] = sharing.ranked(2)
    [(begin, end)] = decision.effects.posted
    assert (begin, sharing.novel([member.group])) == (0, ((1, 3), (5, end)))


def test_deciding_changes_nothing() -> None:
    memory = Memory(Window(hours=1))
    remember(memory, news(1, story(1)), time(0))
    late = decide(news(2, story(1), source="afp"), time(120), memory)
    early = decide(news(2, story(1), source="afp"), time(10), memory)
    assert (late.verdict, early.verdict) == ("original", "syndicated")


@pytest.mark.parametrize("seed", range(40))
def test_two_lines_merged_are_the_line_of_all_members(seed: int) -> None:
    rng = random.Random(seed)
    ranks: list[Rank] = [(rng.choice([True, False]), rng.randrange(9), f"d{number}") for number in range(30)]
    one, other, both = Group("a", 0), Group("b", 1), Group("both", 2)
    for number in range(30):
        rng.choice([one, one, other]).join(number, ranks.__getitem__)
        both.join(number, ranks.__getitem__)
    assert merged_lines(one.line, other.line, ranks.__getitem__) == both.line


@pytest.mark.parametrize("seed", range(20))
def test_the_canonical_is_the_best_of_those_inside(seed: int) -> None:
    rng = random.Random(seed)
    group = Group("g", 0)
    ranks: list[Rank] = [(rng.choice([True, False]), rng.randrange(9), f"d{number}") for number in range(30)]
    for number in range(30):
        group.join(number, ranks.__getitem__)
        first = rng.randrange(number + 1)
        assert group.canonical(first) == min(range(first, number + 1), key=ranks.__getitem__)
