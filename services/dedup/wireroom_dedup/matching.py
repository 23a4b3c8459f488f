"""The members that an article's text is compared with, one by one and exactly."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from wireroom_dedup.fingerprints import Sample, Similarity, compare
from wireroom_dedup.groups import Group, Member
from wireroom_dedup.templates import Others, others
from wireroom_dedup.verdicts import STRENGTH, WHOLE, CopyVerdict, Thresholds, copy_verdict


@dataclass(frozen=True, slots=True)
class Match:
    """A member that an article shares so much with that it is a copy, unless its particulars are others."""

    member: Member
    share: Similarity
    verdict: CopyVerdict
    others: Others | None = None
    """The same sentences with other names or numbers: the weather of another day, the result of another match."""


def matches(sample: Sample, source_id: str, candidates: Collection[Member], thresholds: Thresholds) -> Iterator[Match]:
    """Those of ``candidates`` that share enough with the text, each once; never their group's first in their place."""
    for member in {candidate.number: candidate for candidate in candidates}.values():
        that = member.facts.sample
        share = share_of(sample, member)
        if that is None or share is None:
            continue
        same_source = source_id == member.facts.source_id
        verdict = copy_verdict(share, same_source=same_source, thresholds=thresholds)
        if verdict is not None:
            told = others(sample, that, share, verdict, same_source=same_source, thresholds=thresholds)
            yield Match(member, share, verdict, told)


def share_of(sample: Sample | None, member: Member) -> Similarity | None:
    """How much the text and the member share; None where that cannot be said."""
    if sample is None or member.facts.sample is None:
        return None
    return compare(sample, member.facts.sample)


def strongest(found: Collection[Match]) -> Match | None:
    """The best by verdict, then by Jaccard; of equal ones the earliest member."""
    return max(
        found, key=lambda match: (STRENGTH[match.verdict], match.share.jaccard, -match.member.number), default=None
    )


def groups_joined(found: Collection[Match]) -> list[Group]:
    """The groups that hold a version of the whole text, each once."""
    groups = (match.member.group for match in found if match.verdict in WHOLE and match.others is None)
    return list({group.number: group for group in groups}.values())
