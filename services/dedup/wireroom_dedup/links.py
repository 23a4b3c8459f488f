"""What links an article to one that came before: its identity, a correction mark, or its text."""

from collections.abc import Collection
from dataclasses import dataclass

from wireroom_core.models import EnrichedArticle
from wireroom_core.models.decided import Verdict
from wireroom_dedup import evidence
from wireroom_dedup.fingerprints import EQUAL, Sample, Similarity
from wireroom_dedup.groups import Member
from wireroom_dedup.marks import correction_mark
from wireroom_dedup.matching import Match, share_of, strongest
from wireroom_dedup.memory import View


@dataclass(frozen=True, slots=True)
class Link:
    """The verdict with what it stands on."""

    verdict: Verdict
    matched: Member
    share: Similarity | None
    evidence: str


def by_identity(article: EnrichedArticle, sample: Sample | None, view: View) -> Link | None:
    """A new content's link by what its source says that it is: an earlier article's text or identity.

    The same text links only an article that is not known yet: a known one is revised by it, whatever
    other article of its source has that text too.
    """
    before = view.latest(article.article_id)
    if before is not None:
        share = share_of(sample, before)
        return Link("revision", before, share, evidence.revised(share))
    return _same_text(article, sample, view) or _same_address(article, sample, view)


def _same_text(article: EnrichedArticle, sample: Sample | None, view: View) -> Link | None:
    before = sample and view.with_own_text(article.source.id, sample.body_hash)
    return Link("redelivery", before, EQUAL, evidence.same_text(before)) if before else None


def _same_address(article: EnrichedArticle, sample: Sample | None, view: View) -> Link | None:
    """Only the source itself can give an address again: else any source could supersede another's article."""
    there = article.canonical_url and view.at_address(article.source.id, article.canonical_url)
    before = there and view.latest(there.facts.article_id)
    if not before:
        return None
    share = share_of(sample, before)
    return Link("revision", before, share, evidence.readdressed(before, share))


def by_correction(article: EnrichedArticle, found: Collection[Match]) -> Link | None:
    """A correction that comes as an item of its own: marked as one, and a copy of an item of its source.

    The guard against templates does not hold here: figures are what is corrected.
    """
    mark = "as a correction" if article.signal == "correction" else correction_mark(article.title, article.text)
    match = strongest([match for match in found if match.member.facts.source_id == article.source.id]) if mark else None
    if mark is None or match is None:
        return None
    return Link("revision", match.member, match.share, evidence.corrected(mark, match.member, match.share))


def by_text(found: Collection[Match]) -> Link | None:
    """The strongest match that tells of the same thing; else the strongest that does not."""
    copy = strongest([match for match in found if match.others is None])
    if copy is not None:
        return Link(copy.verdict, copy.member, copy.share, evidence.shared(copy.member, copy.share))
    match = strongest(found)
    if match is None or match.others is None:
        return None
    ground = evidence.other_particulars(match.member, match.share, match.others)
    return Link("template_sibling", match.member, match.share, ground)
