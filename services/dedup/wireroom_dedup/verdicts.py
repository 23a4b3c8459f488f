"""What the shares of two texts make of them: the table of copies, with its thresholds."""

from dataclasses import dataclass
from typing import Literal

from wireroom_core.models import Confidence
from wireroom_core.models.decided import Verdict
from wireroom_dedup.fingerprints import Similarity

CopyVerdict = Literal["syndicated", "near_copy", "excerpt_of", "contains"]

WHOLE: frozenset[CopyVerdict] = frozenset({"syndicated", "near_copy"})
"""Verdicts on whole texts. Only these merge groups: a press review that contains two dispatches would
else join unrelated stories, and a kill would then reach the wrong papers."""

PARTS: frozenset[Verdict] = frozenset({"excerpt_of", "contains"})

COPIES: frozenset[Verdict] = WHOLE | PARTS

STRENGTH: dict[CopyVerdict, int] = {"syndicated": 3, "near_copy": 2, "excerpt_of": 1, "contains": 0}
"""The whole text before a part: a version of one article that also stands in a round-up goes with that article."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Measured on 20,996 synthetic French and English documents and on Reuters-21578 (docs/copies.md)."""

    syndicated_jaccard: Confidence = 0.9
    part: Confidence = 0.8
    """So much of the shorter text stands in the longer …"""
    part_rest: Confidence = 0.72
    """… and less than so much of the longer in the shorter."""
    near_jaccard: Confidence = 0.5
    near_containment: Confidence = 0.6
    """So much of one text stands in the other …"""
    near_rest: Confidence = 0.4
    """… and so much of the other in it: else what they have in common may be a background, or a footer."""
    short_words: int = 60
    """Under so many words a text is a copy only at this Jaccard, or a part at this containment: a few stock phrases
    are much of a brief."""
    short_jaccard: Confidence = 0.6
    short_part: Confidence = 0.9
    boilerplate_groups: int = 4
    """A sentence in so many of its source's groups …"""
    boilerplate_share: Confidence = 0.05
    """… and in this share of them, or in more, is not compared."""
    guard_fewest: int = 3
    """With so many names, or so many numbers, in each text …"""
    guard_shared: Confidence = 0.66
    """… of which less than this share stands in both …"""
    guard_chance: Confidence = 0.1
    """… and with less than this chance so few, had they changed as the words did, two texts tell of two things in the
    same sentences."""
    guard_own_chance: Confidence = 0.25
    """The same of two texts of one source …"""
    guard_own_brief: Confidence = 0.85
    """… of which two briefs tell of two things as soon as less than this share of the numbers stands in both."""


DEFAULT = Thresholds()


def copy_verdict(share: Similarity, *, same_source: bool, thresholds: Thresholds = DEFAULT) -> CopyVerdict | None:
    """The first row that holds, None where the texts are no copies.

    The guard against templates (``templates``) takes from these what tells of something else.
    """
    this, that = share.containment, share.contained_by
    if share.words < thresholds.short_words and not _holds_for_short(share, thresholds):
        return None
    rows: tuple[tuple[CopyVerdict, bool], ...] = (
        ("syndicated", share.jaccard >= thresholds.syndicated_jaccard and not same_source),
        ("excerpt_of", this >= thresholds.part and that < thresholds.part_rest),
        ("contains", that >= thresholds.part and this < thresholds.part_rest),
        ("near_copy", share.jaccard >= thresholds.near_jaccard or _is_near(share, thresholds)),
    )
    return next((verdict for verdict, holds in rows if holds), None)


def _is_near(share: Similarity, thresholds: Thresholds) -> bool:
    less, more = sorted((share.containment, share.contained_by))
    return more >= thresholds.near_containment and less >= thresholds.near_rest


def _holds_for_short(share: Similarity, thresholds: Thresholds) -> bool:
    """An equal text has a Jaccard of 1."""
    part = max(share.containment, share.contained_by)
    return share.jaccard >= thresholds.short_jaccard or part >= thresholds.short_part
