"""Identity: what an article is by what its source says that it is, and marked corrections."""

import pytest

from tests.unit.dedup.world import Desk, edited, news, shares, story

A, B = story(1), story(2)


def test_a_known_content_is_a_redelivery_and_no_member() -> None:
    desk = Desk()
    desk.decide(news(1, A))
    decision = desk.decide(news(2, A, article_id="article-1", content_hash="content-1"))
    assert decision.verdict == "redelivery"
    assert (decision.matched_article_id, decision.matched_content_hash) == ("article-1", "content-1")
    assert decision.group_id == "delivery-1"
    assert (decision.effects.member, decision.effects.fingerprint, decision.effects.posted) == (False, None, ())
    assert decision.evidence == "belga delivered the same content of this article before, as delivery-1"


def test_an_earlier_content_that_comes_back_is_a_redelivery() -> None:
    desk = Desk()
    desk.decide(news(1, A))
    desk.decide(news(2, B, article_id="article-1"))
    assert desk.decide(news(3, A, article_id="article-1", content_hash="content-1")).verdict == "redelivery"
    # … and the latest content stays the one that a next revision revises
    assert desk.decide(news(4, story(4), article_id="article-1")).matched_content_hash == "content-2"


def test_the_same_text_under_a_new_guid_is_a_redelivery_and_a_member() -> None:
    desk = Desk()
    desk.decide(news(1, A))
    decision = desk.decide(news(2, A, title="un autre titre"))
    assert (decision.verdict, decision.matched_article_id) == ("redelivery", "article-1")
    assert (decision.group_id, decision.effects.member, decision.effects.posted) == ("delivery-1", True, ())
    assert shares(decision) == (1, 1, 1)
    assert decision.evidence == "belga delivered the same text before, as article-1"


def test_another_content_of_an_article_is_a_revision_however_unlike() -> None:
    desk = Desk()
    desk.decide(news(1, A))
    decision = desk.decide(news(2, B, article_id="article-1"))
    assert (decision.verdict, decision.matched_content_hash, decision.group_id) == (
        "revision",
        "content-1",
        "delivery-1",
    )
    assert shares(decision) == (0, 0, 0)
    assert (
        decision.evidence
        == "another content of the article that was delivered before; 0 % of this text stood in that one"
    )


def test_a_known_article_with_another_article_s_text_is_a_revision() -> None:
    desk = Desk()
    desk.decide(news(1, A))
    desk.decide(news(2, B))
    decision = desk.decide(news(3, A, article_id="article-2"))
    assert (decision.verdict, decision.matched_content_hash) == ("revision", "content-2")


def test_only_the_title_changed() -> None:
    desk = Desk()
    desk.decide(news(1, A))
    decision = desk.decide(news(2, A, article_id="article-1", title="mieux"))
    assert decision.verdict == "revision"
    assert decision.evidence.endswith("the text is unchanged")


def test_the_same_address_from_the_same_source_is_a_revision() -> None:
    desk = Desk()
    desk.decide(news(1, A, canonical_url="https://belga.be/1"))
    desk.decide(news(2, B, article_id="article-1"))  # the latest content has no address
    decided = desk.article(news(3, story(3), canonical_url="https://belga.be/1"))
    assert decided.decision is not None
    assert (decided.decision.verdict, decided.decision.matched_content_hash) == ("revision", "content-2")
    assert decided.supersedes == "article-1"
    assert decided.decision.evidence.startswith("belga gives it the same address as article-1; 0 %")


def test_the_same_address_from_another_source_is_nothing() -> None:
    desk = Desk()
    desk.decide(news(1, A, canonical_url="https://belga.be/1"))
    assert desk.decide(news(2, B, source="lesoir", canonical_url="https://belga.be/1")).verdict == "original"


@pytest.mark.parametrize(
    "marked", [{"title": "RECTIFICATIF: le bilan"}, {"text": "RECTIFICATIF - le bilan"}, {"signal": "correction"}]
)
def test_a_marked_copy_of_the_same_source_is_a_revision(marked: dict[str, str]) -> None:
    desk = Desk()
    desk.decide(news(1, A))
    decided = desk.article(news(2, edited(A, 10), **marked))
    assert decided.decision is not None
    assert (decided.decision.verdict, decided.decision.matched_article_id) == ("revision", "article-1")
    assert decided.decision.group_id == "delivery-1"
    assert decided.supersedes == "article-1"
    assert decided.decision.evidence.startswith("marked ")


def test_what_the_source_says_that_it_supersedes_stands() -> None:
    desk = Desk()
    desk.decide(news(1, A))
    assert desk.article(news(2, edited(A, 10), title="RECTIFICATIF", supersedes="guid-0")).supersedes == "guid-0"


def test_a_mark_without_a_match_or_of_another_source_corrects_nothing() -> None:
    desk = Desk()
    desk.decide(news(1, A))
    assert desk.decide(news(2, B, title="RECTIFICATIF")).verdict == "original"
    decided = desk.article(news(3, edited(A, 10), source="lesoir", title="RECTIFICATIF"))
    assert decided.decision is not None
    assert decided.decision.verdict == "near_copy"
    assert decided.supersedes is None


def test_a_correction_goes_to_its_own_source_s_item_not_to_the_best_match() -> None:
    desk = Desk()
    desk.decide(news(1, A))
    desk.decide(news(2, edited(A, 20), source="lesoir"))
    decision = desk.decide(news(3, edited(A, 20) + story(7, 4), title="RECTIFICATIF"))
    assert (decision.verdict, decision.matched_article_id) == ("revision", "article-1")


def test_without_a_text_identity_still_works() -> None:
    desk = Desk()
    first = desk.decide(news(1, canonical_url="https://belga.be/1"))
    assert (first.verdict, first.evidence) == ("original", "not compared: there is no full text")
    revision = desk.decide(news(2, article_id="article-1", title="autre"))
    assert (revision.verdict, revision.jaccard) == ("revision", None)
    assert revision.evidence == "another content of the article that was delivered before"
    assert desk.decide(news(3, article_id="article-1", content_hash="content-1")).verdict == "redelivery"
    assert desk.decide(news(4, canonical_url="https://belga.be/1")).verdict == "revision"
    assert desk.decide(news(5)).verdict == "original"
    assert desk.decide(news(6, A, article_id="article-5")).jaccard is None
