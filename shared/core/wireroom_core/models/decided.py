"""What dedup decided about an article (topic ``articles.decided``)."""

from typing import Literal

from wireroom_core.models.annotations import Confidence
from wireroom_core.models.article import Key
from wireroom_core.models.base import Instant, Message, Part
from wireroom_core.models.enriched import EnrichedFields, Fingerprint

Verdict = Literal[
    "redelivery",
    "revision",
    "template_sibling",
    "syndicated",
    "excerpt_of",
    "contains",
    "near_copy",
    "original",
]


Run = tuple[int, int]
"""The place of its first and the place after its last (of shingles, of sentences)."""


class Effects(Part):
    """What a decision did to dedup's memory; restoring applies it and never decides again."""

    delivery_id: str
    article_id: str
    content_hash: str
    source_id: str
    canonical_url: str | None
    language: str
    agency_own: bool
    published_at: Instant | None
    """The earliest instant that the article's publication can mean."""
    member: bool
    """False where the content was known already, so that nothing but the delivery is remembered."""
    fingerprint: Fingerprint | None
    """Null where nothing is compared (no full text)."""
    posted: tuple[Run, ...] = ()
    """Which of the fingerprint's shingles went into the index, by runs: of an original it is one, of a copy a few."""
    left_out: tuple[Run, ...] = ()
    """The fingerprint's sentences that are not compared, since the source repeats them."""
    counted: bool = False
    """True where the sentences count among those of the source's groups."""
    merged: tuple[str, ...] = ()
    """Groups that became part of the decision's group."""


class Decision(Part):
    """The verdict with its evidence: the ``dedup.state`` record, the stored column, a line of ``decide --state``."""

    verdict: Verdict
    matched_article_id: str | None = None
    matched_content_hash: str | None = None
    canonical_article_id: Key
    group_id: Key
    jaccard: Confidence | None = None
    containment: Confidence | None = None
    """Of this article in the matched one."""
    contained_by: Confidence | None = None
    """Of the matched article in this one."""
    evidence: str
    algorithm: str
    decided_at: Instant
    """The window's time, not a clock's."""
    effects: Effects


class DecidedArticle(EnrichedFields):
    """An enriched article with its decision; null for kills and releases, which pass undecided."""

    type: Literal["decided"] = "decided"
    decision: Decision | None


class GroupMerged(Message):
    """Two copy groups became one; stands directly before the article that caused it."""

    type: Literal["group_merged"] = "group_merged"
    group_id: Key
    merged_into: Key
    by_article_id: Key
    delivery_id: Key
    """The delivery of that article: stored once, the merge takes effect once."""
    trace_id: str
    language: str
    decided_at: Instant
