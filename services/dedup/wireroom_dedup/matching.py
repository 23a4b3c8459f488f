"""The members that an article's text is compared with, one by one and exactly."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from wireroom_dedup.fingerprints import Sample, Similarity, compare
from wireroom_dedup.groups import Group, Member
from wireroom_dedup.verdicts import STRENGTH, WHOLE, CopyVerdict, Thresholds, copy_verdict


@dataclass(frozen=True, slots=True)
class Match:
    """A member that an article is a copy of."""

    member: Member
    share: Similarity
    verdict: CopyVerdict


def matches(sample: Sample, source_id: str, candidates: Collection[Member], thresholds: Thresholds) -> Iterator[Match]:
    """Those of ``candidates`` that the text is a copy of, each once; never their group's first in their place."""
    for member in {candidate.number: candidate for candidate in candidates}.values():
        share = share_of(sample, member)
        verdict = share and copy_verdict(
            share,
            shorter_words=min(sample.words, member.facts.sample.words if member.facts.sample else 0),
            same_source=source_id == member.facts.source_id,
            thresholds=thresholds,
        )
        if share and verdict:
            yield Match(member, share, verdict)


def share_of(sample: Sample | None, member: Member) -> Similarity | None:
    """How much the text and the member share; None where that cannot be said."""
    if sample is None or member.facts.sample is None:
        return None
    # Boilerplate (sentences that a source repeats in many of its groups) is to be left out here, on both sides.
    return compare(sample, member.facts.sample)


def strongest(found: Collection[Match]) -> Match | None:
    """The best by verdict, then by Jaccard; of equal ones the earliest member."""
    return max(
        found, key=lambda match: (STRENGTH[match.verdict], match.share.jaccard, -match.member.number), default=None
    )


def groups_joined(found: Collection[Match]) -> list[Group]:
    """The groups that hold a version of the whole text, each once."""
    groups = (match.member.group for match in found if match.verdict in WHOLE)
    return list({group.number: group for group in groups}.values())
