"""Copy groups: their canonical article, and how they merge."""

from tests.unit.dedup.world import Desk, news, story
from wireroom_core.models import DecidedArticle, GroupMerged
from wireroom_dedup.window import Window

A, B, C = story(1, 300), story(2, 300), story(3, 300)
BRIDGE = A[:220] + B[:220]
"""A near copy of A and of B: so much of both stands in it."""


def at(hour: int) -> dict[str, object]:
    value = f"2026-11-25T{hour:02}:00:00Z"
    return {"value": value, "precision": "second", "zone_known": True, "raw": value}


def test_the_earliest_published_is_canonical_whenever_it_comes() -> None:
    desk = Desk()
    assert desk.decide(news(1, A, source="a", published_at=at(6))).canonical_article_id == "article-1"
    assert desk.decide(news(2, A, source="b", published_at=at(7))).canonical_article_id == "article-1"
    assert desk.decide(news(3, A, source="c", published_at=at(5))).canonical_article_id == "article-3"
    assert desk.decide(news(4, A, source="d", published_at=at(6))).canonical_article_id == "article-3"


def test_an_agency_s_own_comes_before_others() -> None:
    desk = Desk()
    desk.decide(news(1, A, source="lesoir", published_at=at(5)))
    assert desk.decide(news(2, A, source="afp", published_at=at(6))).canonical_article_id == "article-2"
    credited = news(3, A, source="reuters", origin="AFP", published_at=at(4))
    assert desk.decide(credited).canonical_article_id == "article-2"
    assert desk.decide(news(4, A, source="belga", published_at=at(5))).canonical_article_id == "article-4"


def test_without_a_date_the_time_of_decision_counts() -> None:
    desk = Desk()
    desk.decide(news(1, A, source="a"), minutes=0)
    assert desk.decide(news(2, A, source="b", published_at=at(8)), minutes=1).canonical_article_id == "article-1"
    assert desk.decide(news(3, A, source="c", published_at=at(7)), minutes=2).canonical_article_id == "article-3"


def test_of_equal_dates_the_delivery_decides() -> None:
    desk = Desk()
    desk.decide(news(2, A, source="a", published_at=at(6)))
    assert desk.decide(news(1, A, source="b", published_at=at(6))).canonical_article_id == "article-1"


def test_a_canonical_that_left_the_window_is_followed_by_the_next() -> None:
    desk = Desk(Window(hours=2))
    desk.decide(news(1, A, source="a", published_at=at(5)), minutes=0)
    desk.decide(news(2, A[:280] + story(8, 20), source="b", published_at=at(7)), minutes=60)
    desk.decide(news(3, A[:270] + story(8, 30), source="c", published_at=at(6)), minutes=90)
    late = desk.decide(news(4, story(8, 20) + A[:280] + story(8, 20), source="d", published_at=at(9)), minutes=121)
    assert late.group_id == "delivery-1"
    assert late.canonical_article_id == "article-3"


def test_a_version_of_two_merges_their_groups_into_the_earlier() -> None:
    desk = Desk()
    desk.decide(news(1, A, source="a", published_at=at(7)))
    desk.decide(news(2, B, source="b", published_at=at(6)))
    merged, decided = desk.take(news(3, BRIDGE, source="c", published_at=at(8)), minutes=4)
    assert isinstance(merged, GroupMerged)
    assert isinstance(decided, DecidedArticle)
    assert decided.decision is not None
    assert decided.decision.verdict == "near_copy"
    assert decided.decision.group_id == "delivery-2"
    assert decided.decision.canonical_article_id == "article-2"
    assert decided.decision.effects.merged == ("delivery-1",)
    assert (merged.group_id, merged.merged_into) == ("delivery-1", "delivery-2")
    assert (merged.by_article_id, merged.delivery_id, merged.trace_id) == ("article-3", "delivery-3", "trace")
    assert (merged.language, merged.decided_at) == ("fr", decided.decision.decided_at)
    # what matches a member of the group taken in comes to the other now
    copy = desk.decide(news(4, A, source="d", published_at=at(9)))
    assert (copy.matched_article_id, copy.group_id, copy.canonical_article_id) == (
        "article-1",
        "delivery-2",
        "article-2",
    )
    assert copy.effects.merged == ()


def test_merges_of_merges() -> None:
    desk = Desk()
    for number, words in enumerate((A, B, C)):
        desk.decide(news(number, words, source=f"s{number}", published_at=at(7 - number)))
    desk.decide(news(3, BRIDGE, source="s3", published_at=at(8)))
    last = desk.decide(news(4, B[80:] + C[:220], source="s4", published_at=at(8)))
    assert (last.group_id, last.effects.merged) == ("delivery-2", ("delivery-1",))
    assert desk.decide(news(5, A, source="s5", published_at=at(9))).group_id == "delivery-2"


def test_a_press_review_joins_nothing() -> None:
    desk = Desk()
    desk.decide(news(1, A, source="a"))
    desk.decide(news(2, B, source="b"))
    review = desk.decide(news(3, A + B + story(9, 100), source="c"))
    assert (review.verdict, review.effects.merged) == ("contains", ())
    assert desk.decide(news(4, B, source="d")).group_id == "delivery-2"


def test_an_excerpt_of_two_joins_nothing() -> None:
    desk = Desk()
    desk.decide(news(1, story(5, 200) + A, source="a"))
    desk.decide(news(2, A + story(6, 200), source="b", fingerprint=None))
    desk.decide(news(3, story(7, 400) + A[:200], source="c"))
    excerpt = desk.decide(news(4, A[:180], source="d"))
    assert (excerpt.verdict, excerpt.effects.merged) == ("excerpt_of", ())


def test_a_revision_that_has_become_another_story_merges_nothing() -> None:
    desk = Desk()
    desk.decide(news(1, A, source="a"))
    desk.decide(news(2, B, source="b"))
    decision = desk.decide(news(3, B, source="a", article_id="article-1"))
    assert (decision.verdict, decision.group_id, decision.effects.merged) == ("revision", "delivery-1", ())


def test_a_revision_still_like_its_own_group_merges_another() -> None:
    desk = Desk()
    desk.decide(news(1, A, source="a"), minutes=0)
    desk.decide(news(2, B, source="b"), minutes=1)
    decision = desk.decide(news(3, BRIDGE, source="b", article_id="article-2"), minutes=2)
    assert (decision.verdict, decision.group_id, decision.effects.merged) == ("revision", "delivery-1", ("delivery-2",))


def test_an_alias_ends_with_the_member_that_made_it() -> None:
    desk = Desk(Window(hours=1))
    desk.decide(news(1, A, source="a"), minutes=0)
    desk.decide(news(2, B, source="b"), minutes=1)
    desk.decide(news(3, BRIDGE, source="c"), minutes=30)
    again = desk.decide(news(2, C, source="b"), minutes=90)
    assert (again.verdict, again.group_id, again.canonical_article_id) == ("original", "delivery-2", "article-2")
    assert desk.decide(news(4, C, source="d"), minutes=91).group_id == "delivery-2"


def test_a_delivery_that_comes_again_as_an_original_takes_its_alias() -> None:
    desk = Desk(Window(hours=1))
    desk.decide(news(1, A, source="a"), minutes=0)
    desk.decide(news(2, B, source="b"), minutes=1)
    desk.decide(news(3, BRIDGE, source="c"), minutes=30)
    again = desk.decide(news(2, C, source="b"), minutes=89)
    assert (again.verdict, again.group_id, again.canonical_article_id) == ("original", "delivery-1", "article-3")


def test_a_longer_window_than_it_was_decided_in_takes_a_merge_that_comes_again() -> None:
    """The setting was raised: an earlier merge of the same group, which had left the window, still stands."""
    desk = Desk(Window(hours=1))
    decisions = [
        desk.decide(news(number, words, source=source, published_at=at(hour)), minutes)
        for number, words, source, minutes, hour in (
            (1, A, "a", 0, 5),
            (2, B, "b", 1, 6),
            (3, BRIDGE, "c", 30, 7),
            (1, C, "a", 100, 5),
            (2, B, "b", 101, 6),
            (4, C[:220] + B[:220], "d", 102, 7),
        )
    ]
    assert [decision.effects.merged for decision in decisions if decision.effects.merged] == [("delivery-2",)] * 2
    longer = Desk(Window(hours=3))
    longer.stage.restore(decisions)
    assert longer.decide(news(7, B, source="g", published_at=at(9)), minutes=103).group_id == "delivery-1"
    assert longer.decide(news(8, B, source="h"), minutes=1000).verdict == "original"
