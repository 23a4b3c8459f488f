"""Members of the window, the copy groups that they form, and what becomes of groups that are merged."""

from dataclasses import dataclass, field
from datetime import datetime

from wireroom_core.models import Effects
from wireroom_dedup.fingerprints import Sample

Rank = tuple[bool, datetime, str]
"""How canonicals rank: an agency's own first (False before True), then the earliest published, then the id."""


def rank_of(effects: Effects, decided_at: datetime) -> Rank:
    """Where an article stands among the canonicals; one without a date counts from when it was decided."""
    return not effects.agency_own, effects.published_at or decided_at, effects.delivery_id


@dataclass(slots=True, eq=False)
class Group:
    """A copy group; ``into`` is the group that took it in.

    ``line`` holds the canonical of now and those that will be it as others leave the window: members in
    their order, without any that a later one outranks (the monotone queue of sliding-window minima).
    """

    group_id: str
    number: int
    """Of this memory alone, to compare by."""
    line: "list[Member]" = field(default_factory=list)
    into: "Group | None" = None
    merged_by: int = -1
    """The number of the member that caused the merge."""

    def root(self) -> "Group":
        """The group that this one belongs to by now."""
        group = self
        while group.into is not None:
            group = group.into
        return group

    def join(self, member: "Member") -> None:
        """Add a member, later than all others."""
        while self.line and self.line[-1].rank > member.rank:
            self.line.pop()
        self.line.append(member)

    def canonical(self, first: int) -> "Member":
        """The best by rank of the members from the number ``first`` on. Raises StopIteration where there is none."""
        return next(member for member in self.line if member.number >= first)


@dataclass(slots=True, eq=False)
class Seen:
    """A delivery in the window; ``number`` counts up in the order of decisions, ``time`` is the window's."""

    number: int
    time: datetime
    delivery_id: str


@dataclass(slots=True, eq=False)
class Member(Seen):
    """A delivery whose content is a member of a copy group; ``sample`` is None where nothing is compared."""

    article_id: str
    content_hash: str
    source_id: str
    canonical_url: str | None
    sample: Sample | None
    group: Group
    rank: Rank
    merged: tuple[str, ...]
    """Groups that this member's decision merged into its own."""


class Groups:
    """The groups with members in the window, and the aliases that members in the window made."""

    __slots__ = ("_by_id", "_founded")

    def __init__(self) -> None:
        self._by_id: dict[str, Group] = {}
        self._founded = 0

    def standing(self, group_id: str, first: int) -> Group | None:
        """The group that ``group_id`` stands for by the members from the number ``first`` on; None where none does."""
        group = self._by_id.get(group_id)
        if group is None:
            return None
        last = group.line[-1].number if group.into is None else group.merged_by
        return group.root() if last >= first else None

    def get(self, group_id: str) -> Group:
        """The group of that id, founded where it does not stand."""
        if group_id not in self._by_id:
            self._by_id[group_id] = Group(group_id, self._founded)
            self._founded += 1
        return self._by_id[group_id].root()

    def join(self, member: Member) -> None:
        """Add ``member`` to its group, and the groups that it merges."""
        for group_id in member.merged:
            self._absorb(self.get(group_id), member)
        member.group.join(member)

    def _absorb(self, group: Group, by: Member) -> None:
        group.into, group.merged_by = by.group, by.number
        both = sorted([*by.group.line, *group.line], key=lambda member: member.number)
        by.group.line.clear()
        group.line.clear()
        for member in both:
            by.group.join(member)

    def leave(self, member: Member) -> None:
        """Forget the oldest member: its merges with it, since all members of the merged groups were older."""
        for group_id in member.merged:
            del self._by_id[group_id]
        group = member.group.root()
        if group.line[0] is member:
            del group.line[0]
        if not group.line:
            del self._by_id[group.group_id]
