"""What an article is to those before it by its text, and what it posts."""

import pytest

from tests.fakes import BEGIN
from tests.unit.dedup.world import Desk, Words, bulletin, edited, fingerprint, news, shares, story, time
from wireroom_core.models import Fingerprint
from wireroom_dedup.decide import MOST_CANDIDATES
from wireroom_dedup.fingerprints import Sample, Similarity, compare
from wireroom_dedup.sharing import FEW
from wireroom_enrichment.fingerprint import fingerprint as taken

A, B = story(1), story(2)
EARLIER = {"value": "2026-11-24", "precision": "day", "zone_known": False, "raw": "x"}


def size(made: Fingerprint) -> int:
    """How many shingles it has."""
    return made.sentence_lengths[0]


def test_the_first_article_is_original_and_founds_a_group() -> None:
    decision = Desk().decide(news(1, A))
    assert decision.verdict == "original"
    assert (decision.group_id, decision.canonical_article_id) == ("delivery-1", "article-1")
    assert (decision.matched_article_id, decision.matched_content_hash) == (None, None)
    assert shares(decision) == (None, None, None)
    assert decision.evidence == "no recent text in this language shares enough with it"
    assert decision.algorithm == "sampled-3grams/3"
    assert decision.decided_at == BEGIN


def test_effects_say_all_that_is_remembered() -> None:
    article = news(1, A, source="afp", canonical_url="https://afp.com/1", published_at=EARLIER)
    effects = Desk().decide(article).effects
    assert article.fingerprint is not None
    assert effects.model_dump(exclude={"fingerprint", "posted"}) == {
        "delivery_id": "delivery-1",
        "article_id": "article-1",
        "content_hash": "content-1",
        "source_id": "afp",
        "canonical_url": "https://afp.com/1",
        "language": "fr",
        "agency_own": True,
        "published_at": time(-14 * 60 - 32 * 60),
        "member": True,
        "left_out": (),
        "counted": True,
        "merged": (),
    }
    assert effects.fingerprint == article.fingerprint
    assert effects.posted == ((0, size(article.fingerprint)),)


def test_the_same_text_of_another_source_is_syndicated() -> None:
    desk = Desk()
    desk.decide(news(1, A))
    decision = desk.decide(news(2, A, source="lesoir"))
    assert (decision.verdict, decision.matched_article_id) == ("syndicated", "article-1")
    assert decision.evidence == "the text is that of article-1 by belga; belga is not credited"


@pytest.mark.parametrize(
    ("words", "source", "verdict"),
    [
        (A + story(3, 4), "lesoir", "syndicated"),
        (A + story(3, 4), "belga", "near_copy"),
        (A[:160] + story(3, 40), "lesoir", "near_copy"),
        (A[:110], "lesoir", "excerpt_of"),
        (story(3, 150) + A + story(4, 150), "lesoir", "contains"),
        (A[:50], "lesoir", "excerpt_of"),
        (B, "lesoir", "original"),
    ],
)
def test_copies(words: Words, source: str, verdict: str) -> None:
    desk = Desk()
    desk.decide(news(1, A))
    decision = desk.decide(news(2, words, source=source))
    assert decision.verdict == verdict
    copied = verdict != "original"
    assert decision.matched_article_id == ("article-1" if copied else None)
    assert decision.group_id == ("delivery-1" if copied else "delivery-2")


def test_evidence_names_both_shares() -> None:
    desk = Desk()
    desk.decide(news(1, A))
    decision = desk.decide(news(2, A[:110], source="lesoir"))
    assert decision.containment == 1
    assert decision.contained_by is not None
    assert decision.evidence == (
        "100 % of this text stands in article-1 by belga; "
        f"{int(decision.contained_by * 100)} % of that text stands in this one; "
        "no sentence of it is new; belga is not credited"
    )


@pytest.mark.parametrize(
    ("source", "origin", "said"),
    [
        ("lesoir", "Belga", "; credit kept"),
        ("lesoir", "AFP", "; credited to AFP"),
        ("lesoir", None, "; belga is not credited"),
        ("belga", None, ""),
    ],
)
def test_evidence_tells_what_is_new_and_whose_it_is(source: str, origin: str | None, said: str) -> None:
    desk = Desk()
    sentences = [" ".join(story(number, 20)) + "." for number in range(12)]
    desk.decide(news(1, A, fingerprint=taken(sentences)))
    added = [*sentences, " ".join(story(50, 20)), " ".join(story(51, 20))]
    decision = desk.decide(news(2, A, source=source, origin=origin, fingerprint=taken(added)))
    assert decision.evidence.endswith(f" % of that text stands in this one; 2 of its 14 sentences are new{said}")


def test_of_what_an_unknown_paper_wrote_nobody_is_credited() -> None:
    desk = Desk()
    desk.decide(news(1, A, source="lesoir"))
    assert desk.decide(news(2, A, source="tijd")).evidence == "the text is that of article-1 by lesoir"


def test_a_brief_is_a_copy_of_its_like_only() -> None:
    desk = Desk()
    brief = story(5, 40)
    desk.decide(news(1, brief))
    assert desk.decide(news(2, brief[:36] + story(6, 4), source="lesoir")).verdict == "near_copy"
    assert desk.decide(news(3, brief[:25] + story(7, 15), source="lesoir")).verdict == "original"
    assert desk.decide(news(4, ["deux", "mots"])).verdict == "original"
    assert desk.decide(news(5, ["deux", "mots"], source="lesoir")).verdict == "syndicated"


def test_the_whole_text_is_a_stronger_match_than_a_part() -> None:
    desk = Desk()
    desk.decide(news(1, story(8, 200) + A + story(9, 200), source="revue"))
    desk.decide(news(2, edited(A, 30), source="afp"))
    decision = desk.decide(news(3, A, source="lesoir"))
    assert (decision.verdict, decision.matched_article_id) == ("near_copy", "article-2")


def test_of_two_equal_matches_the_earlier_is_named() -> None:
    desk = Desk()
    desk.decide(news(1, A))
    desk.decide(news(2, edited(A, 20), source="afp"))
    desk.decide(news(3, [*edited(A, 20), "x"], source="efe"))
    assert desk.decide(news(4, edited(A, 20), source="lesoir")).matched_article_id == "article-2"


def test_a_copy_of_a_copy_matches_the_copy_not_the_group_s_root() -> None:
    desk = Desk()
    first, second = A, A[60:] + story(3, 60)
    third = second[60:] + story(4, 60)
    desk.decide(news(1, first))
    assert desk.decide(news(2, second, source="afp")).matched_article_id == "article-1"
    decision = desk.decide(news(3, third, source="lesoir"))
    assert (decision.verdict, decision.matched_article_id) == ("near_copy", "article-2")
    assert decision.group_id == "delivery-1"


def test_the_same_sentences_with_other_figures_are_no_copy() -> None:
    desk = Desk()
    desk.decide(news(1, bulletin(5, 1)))
    decision = desk.decide(news(2, bulletin(5, 2)))
    assert (decision.verdict, decision.group_id, decision.effects.merged) == ("template_sibling", "delivery-2", ())
    assert (decision.matched_article_id, decision.canonical_article_id) == ("article-1", "article-2")
    assert decision.jaccard is not None
    assert decision.jaccard >= 0.5
    assert "but of 8 numbers 0 are the same: it tells of something else" in decision.evidence


def test_a_copy_of_a_bulletin_is_found_among_its_siblings() -> None:
    desk = Desk()
    for number in range(30):
        desk.decide(news(number, bulletin(5, number)))
    copy = desk.decide(news(40, [*bulletin(5, 21)[:140], *story(8, 20)], source="lesoir"))
    assert (copy.verdict, copy.matched_article_id, copy.group_id) == ("near_copy", "article-21", "delivery-21")


@pytest.mark.parametrize(
    ("figures", "same", "sibling"),
    [(8, 4, True), (8, 6, False), (4, 2, True), (4, 3, False), (3, 0, True), (2, 0, False)],
)
def test_the_guard_needs_more_other_figures_than_chance_gives(figures: int, same: int, sibling: bool) -> None:
    desk = Desk()
    first, second = bulletin(5, 1, figures), bulletin(5, 2, figures)
    desk.decide(news(1, first))
    kept = [place for place, word in enumerate(first) if word.isdigit()][:same]
    mixed = [first[place] if place in kept else word for place, word in enumerate(second)]
    assert (desk.decide(news(2, mixed, source="afp")).verdict == "template_sibling") is sibling


def test_an_equal_text_is_a_copy_however_its_numbers_are_divided_into_sentences() -> None:
    """The hash of a text passes over white space; a number's key has the word after it in its sentence."""
    desk = Desk()
    table = [f"club{number} {number}" for number in range(1, 10)]
    desk.decide(news(1, A, fingerprint=taken(table)))
    decision = desk.decide(news(2, A, source="lesoir", fingerprint=taken([" ".join(table)])))
    assert (decision.verdict, decision.jaccard) == ("syndicated", 1.0)


def test_a_revision_and_a_correction_may_change_every_figure() -> None:
    desk = Desk()
    desk.decide(news(1, bulletin(5, 1)))
    assert desk.decide(news(2, bulletin(5, 2), article_id="article-1")).verdict == "revision"
    corrected = desk.decide(news(3, bulletin(5, 3), title="RECTIFICATIF: bulletin"))
    assert (corrected.verdict, corrected.group_id) == ("revision", "delivery-1")


def test_a_copy_posts_only_what_its_group_has_not_posted() -> None:
    desk = Desk()
    first = desk.decide(news(1, A)).effects
    longer = A + story(3, 60)
    effects = desk.decide(news(2, longer, source="afp")).effects
    [(_, before)] = first.posted
    after = size(fingerprint(longer))
    assert effects.posted == ((before, after),)
    assert after - before > 5


def test_an_excerpt_posts_all_of_its_own() -> None:
    desk = Desk()
    desk.decide(news(1, A))
    excerpt = desk.decide(news(2, A[:110], source="afp"))
    assert (excerpt.verdict, excerpt.effects.posted) == ("excerpt_of", ((0, fingerprint(A[:110]).sentence_lengths[0]),))


def test_a_shingle_of_eight_groups_is_posted_no_more() -> None:
    desk = Desk()
    phrase = story(3, 40)
    runs = [desk.decide(news(n, phrase + story(100 + n))).effects.posted for n in range(10)]
    posted = [sum(end - begin for begin, end in each) for each in runs]
    sizes = [size(fingerprint(phrase + story(100 + n))) for n in range(10)]
    own = [size(fingerprint(phrase[-2:] + story(100 + n), rate=4)) for n in range(10)]
    assert posted[:8] == sizes[:8]
    assert posted[8:] == own[8:]


def test_of_many_that_share_a_little_only_the_nearest_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk()
    for number in range(MOST_CANDIDATES + 10):
        desk.decide(news(number, A[6 * number : 6 * number + 40] + story(50 + number)))
    desk.decide(news(98, story(97, 50) + A[:150], source="afp"))
    calls: list[Sample] = []

    def counted(this: Sample, that: Sample) -> Similarity | None:
        calls.append(that)
        return compare(this, that)

    monkeypatch.setattr("wireroom_dedup.matching.compare", counted)
    decision = desk.decide(news(99, A, source="lesoir"))
    assert (decision.verdict, decision.matched_article_id) == ("near_copy", "article-98")
    assert MOST_CANDIDATES <= len(calls) <= MOST_CANDIDATES + FEW


def test_fingerprints_of_another_version_are_not_compared() -> None:
    desk = Desk()
    desk.decide(news(1, A))
    assert desk.decide(news(2, A, source="afp", fingerprint=fingerprint(A, version=2))).verdict == "original"
