"""Which of several matches is the strongest, and what may be merged."""

from wireroom_dedup.entries import Facts
from wireroom_dedup.fingerprints import Similarity
from wireroom_dedup.groups import Group, Member
from wireroom_dedup.matching import Match, groups_joined, strongest
from wireroom_dedup.verdicts import CopyVerdict


def match(number: int, verdict: CopyVerdict, jaccard: float, group: Group | None = None) -> Match:
    facts = Facts(f"d{number}", f"a{number}", "c", "s", None, (False, 0, f"d{number}"), (), None)
    member = Member(number, facts, group or Group(f"g{number}", number))
    return Match(member, Similarity(jaccard, 0.5, 0.5, 100), verdict)


def test_the_verdict_comes_first() -> None:
    found = [match(1, "contains", 0.7), match(2, "near_copy", 0.5), match(3, "excerpt_of", 0.7)]
    assert strongest(found) is found[1]
    found.append(match(4, "syndicated", 0.9))
    assert strongest(found) is found[3]


def test_then_the_jaccard_then_the_earliest() -> None:
    found = [match(5, "near_copy", 0.6), match(3, "near_copy", 0.7), match(2, "near_copy", 0.7)]
    assert strongest(found) is found[2]
    assert strongest([]) is None


def test_only_whole_texts_join_and_each_group_once() -> None:
    one, other = Group("one", 1), Group("other", 2)
    found = [
        match(1, "near_copy", 0.6, one),
        match(2, "syndicated", 0.9, other),
        match(3, "near_copy", 0.6, other),
        match(4, "excerpt_of", 0.6, Group("part", 4)),
        match(5, "contains", 0.6, Group("review", 5)),
    ]
    assert groups_joined(found) == [one, other]
