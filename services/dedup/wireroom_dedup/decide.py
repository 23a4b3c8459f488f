"""The decision on one article: what it is to those that came before it in the window.

The order: a known content; an identity (``links.by_identity``); a marked correction; the table of copies, with the
guard against templates that takes from it what tells of something else.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from wireroom_core.agencies import is_agency_own
from wireroom_core.models import Decision, Effects, EnrichedArticle, earliest_utc
from wireroom_core.models.decided import Run
from wireroom_dedup import evidence
from wireroom_dedup.entries import rank_of
from wireroom_dedup.fingerprints import EQUAL, Sample
from wireroom_dedup.groups import Group, Member
from wireroom_dedup.links import Link, by_correction, by_identity, by_text
from wireroom_dedup.matching import Match, groups_joined, matches
from wireroom_dedup.memory import Memory, View
from wireroom_dedup.reading import Reading, new_sentences, read, runs_of
from wireroom_dedup.sharing import Sharing
from wireroom_dedup.verdicts import COPIES, DEFAULT, PARTS, Thresholds
from wireroom_dedup.window import microseconds

ALGORITHM = "sampled-3grams/3"
MOST_CANDIDATES = 16
"""So many members, those that share most, are compared: what an article costs is bounded in a flood of copies."""


@dataclass(frozen=True, slots=True)
class Case:
    """An article with what it is decided by."""

    article: EnrichedArticle
    at: datetime
    view: View
    thresholds: Thresholds


@dataclass(frozen=True, slots=True)
class Home:
    """The group that an article comes to, and those that it brings there; ``group`` is None where it founds one."""

    group_id: str
    group: Group | None = None
    merged: tuple[Group, ...] = ()

    @property
    def groups(self) -> tuple[Group, ...]:
        """All that are one group from now on."""
        return self.merged if self.group is None else (self.group, *self.merged)


def decide(article: EnrichedArticle, at: datetime, memory: Memory, thresholds: Thresholds = DEFAULT) -> Decision:
    """The decision on ``article`` at the window's time ``at``, by what ``memory`` holds of the window then.

    The memory is only read; the decision's effects are applied to it afterwards. ``article`` must not be
    a kill or a release. Raises PoisonError where its fingerprint cannot be read.
    """
    case = Case(article, at, memory.view(at), thresholds)
    known = case.view.content(article.article_id, article.content_hash)
    return _new_content(case) if known is None else _known_content(case, known)


def _known_content(case: Case, known: Member) -> Decision:
    link = Link("redelivery", known, None, evidence.repeated(known))
    return _decision(case, link, Home(known.group.group_id, known.group), _effects(case.article, member=False))


def _new_content(case: Case) -> Decision:
    reading = None if case.article.fingerprint is None else read(case.article.fingerprint)
    left_out = () if reading is None else _left_out(case, reading)
    sample = None if reading is None else reading.sample(left_out)
    sharing = case.view.sharing(reading, left_out)
    same = by_identity(case.article, sample, case.view)
    found = [] if sample is None else _found(case, sample, same, sharing)
    link = same or by_correction(case.article, found) or by_text(found)
    home = _home(case, link, found)
    merged = tuple(group.group_id for group in home.merged)
    posted = sharing.novel(() if _is_part(link) else home.groups)
    counted = reading is not None and case.view.counts(case.article.source.id, home.groups)
    effects = _effects(case.article, member=True, posted=posted, left_out=left_out, counted=counted, merged=merged)
    said = link and reading and sample and _said(case, link, reading, sample)
    return _decision(case, link and replace(link, evidence=said or link.evidence), home, effects)


def _said(case: Case, link: Link, reading: Reading, sample: Sample) -> str:
    """The link's evidence, and of a copy what it adds and whether it says whose it is."""
    that = link.matched.facts.sample
    said: list[str | None] = [link.evidence]
    if that and link.share is not EQUAL and link.verdict in COPIES:
        said.append(evidence.beyond(*new_sentences(reading, sample, that)))
    if link.verdict in COPIES:
        said.append(evidence.credit(case.article, link.matched))
    return "; ".join(part for part in said if part)


def _left_out(case: Case, reading: Reading) -> tuple[Run, ...]:
    """The sentences that the source repeats."""
    source, told = case.article.source.id, case.thresholds
    repeated = case.view.repeated(source, reading.sentences, told.boilerplate_groups, told.boilerplate_share)
    return runs_of(repeated) if repeated.any() else ()


def _is_part(link: Link | None) -> bool:
    """True for an excerpt or a round-up: it posts all that it has.

    Else a version of an article that a round-up contains would be found through the round-up alone,
    as an excerpt of it, and a kill would not reach it.
    """
    return link is not None and link.verdict in PARTS


def _found(case: Case, sample: Sample, same: Link | None, sharing: Sharing) -> list[Match]:
    """The copies among those that share most, one with the same text, and the one that it is linked to anyway."""
    others = (case.view.with_text(sample.body_hash), same.matched if same else None)
    candidates = [*sharing.ranked(MOST_CANDIDATES), *(member for member in others if member)]
    return list(matches(sample, case.article.source.id, candidates, case.thresholds))


def _home(case: Case, link: Link | None, found: list[Match]) -> Home:
    """The linked member's group; where the whole text is in several, that with the best canonical takes the others in.

    An article linked by identity with a text that is no longer like its group's joins it and merges nothing.
    """
    if link is None or link.verdict == "template_sibling":
        standing = case.view.standing(case.article.delivery_id)
        return Home(standing.group_id if standing else case.article.delivery_id, standing)
    own, joined = link.matched.group, groups_joined(found)
    if own not in joined:
        return Home(own.group_id, own)
    first, *others = sorted(joined, key=lambda group: case.view.canonical(group).facts.rank)
    return Home(first.group_id, first, tuple(others))


def _canonical(case: Case, home: Home, effects: Effects) -> str:
    """The id of the article that the group goes by from now on."""
    standing = [case.view.canonical(group) for group in home.groups]
    ranked = [(member.facts.rank, member.facts.article_id) for member in standing]
    if effects.member:
        ranked.append((rank_of(effects, microseconds(case.at)), effects.article_id))
    return min(ranked)[1]


def _effects(
    article: EnrichedArticle,
    *,
    member: bool,
    posted: tuple[Run, ...] = (),
    left_out: tuple[Run, ...] = (),
    counted: bool = False,
    merged: tuple[str, ...] = (),
) -> Effects:
    return Effects(
        delivery_id=article.delivery_id,
        article_id=article.article_id,
        content_hash=article.content_hash,
        source_id=article.source.id,
        canonical_url=article.canonical_url,
        language=article.language,
        agency_own=is_agency_own(article.source.id, article.origin),
        published_at=earliest_utc(article.published_at),
        member=member,
        fingerprint=article.fingerprint if member else None,
        posted=posted,
        left_out=left_out,
        counted=counted,
        merged=merged,
    )


def _decision(case: Case, link: Link | None, home: Home, effects: Effects) -> Decision:
    share = link.share if link else None
    ground = evidence.NOT_COMPARED if case.article.fingerprint is None else evidence.NOTHING_FOUND
    return Decision(
        verdict=link.verdict if link else "original",
        matched_article_id=link.matched.facts.article_id if link else None,
        matched_content_hash=link.matched.facts.content_hash if link else None,
        canonical_article_id=_canonical(case, home, effects),
        group_id=home.group_id,
        jaccard=share.jaccard if share else None,
        containment=share.containment if share else None,
        contained_by=share.contained_by if share else None,
        evidence=link.evidence if link else ground,
        algorithm=ALGORITHM,
        decided_at=case.at,
        effects=effects,
    )
