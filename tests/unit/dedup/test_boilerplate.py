"""What a source repeats from story to story, and that it does not count."""

import numpy as np

from tests.unit.dedup.world import Desk, news, story
from wireroom_core.models import Decision, EnrichedArticle
from wireroom_dedup.boilerplate import RECENT, Boilerplate
from wireroom_dedup.fingerprints import Keys
from wireroom_enrichment.fingerprint import fingerprint

FOOTER = [" ".join(story(900 + number, 18)) + "." for number in range(3)]
"""More words than a brief has."""


def keys(*values: int) -> Keys:
    return np.array(values, dtype=np.uint32)


def repeated(known: Boilerplate, *sentences: int, first: int = 0, source: str = "s") -> list[bool]:
    return [bool(flag) for flag in known.repeated(source, keys(*sentences), first, fewest=4, share=0.05)]


def alone() -> Boilerplate:
    """Each member in a group of its own."""
    return Boilerplate(lambda members: members)


def test_a_sentence_in_four_groups_of_its_source_is_repeated() -> None:
    known = alone()
    for member in range(3):
        known.add("s", member, keys(7, 7, 100 + member))
    assert repeated(known, 7) == [False]
    known.add("s", 3, keys(7))
    assert repeated(known, 7, 100, 5) == [True, False, False]
    assert repeated(known, 7, source="t") == [False]
    assert repeated(known, 7, first=1) == [False]


def test_of_many_groups_a_share_must_have_it() -> None:
    known = alone()
    for member in range(100):
        known.add("s", member, keys(member % 25 + 1000, 7 if member < 5 else 8))
    assert repeated(known, 7, 1000) == [True, False]
    known.add("s", 100, keys(1))
    assert repeated(known, 7) == [False]
    assert known._recent["s"].members.tolist() == list(range(1, 1 + RECENT))
    assert known._recent["s"].sentences.size == known._recent["s"].sayers.size == 2 * RECENT - 1


def test_a_source_whose_members_are_out_of_the_window_is_forgotten() -> None:
    known = alone()
    for member, source in enumerate("abacb"):
        known.add(source, member, keys(1))
    known.drop_before(3)
    assert list(known._recent) == ["c", "b"]


def brief(number: int, source: str = "lesoir", footer: bool = True, seed: int | None = None) -> EnrichedArticle:
    sentences = [" ".join(story(seed or number, 14)) + ".", " ".join(story(-(seed or number) - 1, 12)) + "."]
    sentences += FOOTER if footer else []
    return news(number, story(number), source=source, fingerprint=fingerprint(sentences))


def told(desk: Desk, numbers: range, source: str = "lesoir") -> list[Decision]:
    return [desk.decide(brief(number, source)) for number in numbers]


def test_a_footer_makes_no_copies_once_it_is_known() -> None:
    decisions = told(Desk(), range(10))
    assert [decision.verdict for decision in decisions[1:4]] == ["near_copy"] * 3
    # they were one group until now: a footer is told by groups
    assert {decision.group_id for decision in decisions} == {"delivery-0"}


def test_a_footer_is_known_from_longer_stories() -> None:
    desk = Desk()
    for number in range(4):
        sentences = [" ".join(story(100 * number + part, 20)) + "." for part in range(12)] + FOOTER
        assert desk.decide(news(number, source="lesoir", fingerprint=fingerprint(sentences))).verdict == "original"
    decisions = told(desk, range(10, 16))
    assert {decision.verdict for decision in decisions} == {"original"}
    assert all(decision.effects.left_out and decision.effects.counted for decision in decisions)
    copy = desk.decide(brief(20, "other", footer=False, seed=12))
    assert (copy.verdict, copy.matched_article_id) == ("near_copy", "article-12")
    assert copy.jaccard is not None
    assert copy.jaccard > 0.8  # but for the n-grams that run into the footer
    assert all(decision.effects.left_out == () for decision in told(desk, range(30, 32), "other"))


def test_a_story_that_one_source_runs_seven_times_is_no_footer() -> None:
    desk = Desk()
    runs = [desk.decide(brief(number, seed=1, source="lesoir")) for number in range(7)]
    assert [run.verdict for run in runs] == ["original", *["redelivery"] * 6]
    assert [run.effects.counted for run in runs] == [True, *[False] * 6]
    assert runs[-1].effects.left_out == ()
