"""Members of the window, the copy groups that they form, and what becomes of groups that are merged."""

from bisect import bisect, bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np

from wireroom_dedup.entries import Entries, Facts, Numbers, Rank


@dataclass(slots=True)
class Group:
    """A copy group; ``into`` is the group that took it in.

    ``line`` holds the canonical of now and those that will be it as others leave the window: members in
    their order, without any that a later one outranks (the monotone queue of sliding-window minima).
    """

    group_id: str = field(compare=False)
    number: int
    """Of this memory alone, to compare by."""
    line: list[int] = field(default_factory=list, compare=False)
    into: "Group | None" = field(default=None, compare=False)
    merged_by: int = field(default=-1, compare=False)
    """The number of the member that caused the merge."""

    def root(self) -> "Group":
        """The group that this one belongs to by now. Long chains are shortened on the way (path halving)."""
        group = self
        while group.into is not None:
            if group.into.into is not None:
                group.into = group.into.into
            group = group.into
        return group

    def join(self, member: int, rank: Callable[[int], Rank]) -> None:
        """Add a member, later than all others."""
        own = rank(member)
        while self.line and rank(self.line[-1]) > own:
            self.line.pop()
        self.line.append(member)

    def canonical(self, first: int) -> int:
        """The best by rank of the members from the number ``first`` on. Raises StopIteration where there is none."""
        return next(member for member in self.line if member >= first)


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the window as a decision sees it; ``number`` counts up in the order of decisions."""

    number: int
    facts: Facts
    group: Group
    """The one that it belongs to by now."""


class Groups:
    """The groups with members in the window, and the aliases that members in the window made.

    A group of one, the delivery that founded it, is kept nowhere: most groups are such. Its number is
    that of its member; groups whose founder has left the window count down from -2.
    """

    __slots__ = ("_by_id", "_by_number", "_entries", "_founder", "_outlived")

    def __init__(self, entries: Entries, founder: Callable[[str], int | None]) -> None:
        """``founder`` gives the last entry with a delivery id."""
        self._entries = entries
        self._founder = founder
        self._by_id: dict[str, Group] = {}
        self._by_number: dict[int, Group] = {}
        self._outlived = -1

    def __len__(self) -> int:
        return len(self._by_id)

    def of(self, member: int) -> Group:
        """The group that a member belongs to by now."""
        number = self._entries.group(member)
        kept = self._by_number.get(number)
        return self._alone(number) if kept is None else kept.root()

    def numbers(self, members: Numbers) -> Numbers:
        """The numbers of the groups that ``members`` belong to by now."""
        joined, inverse = np.unique(self._entries.groups(members), return_inverse=True)
        for place, number in enumerate(joined.tolist()):
            if (group := self._by_number.get(number)) is not None:
                joined[place] = group.root().number
        return joined[inverse]

    def standing(self, group_id: str, first: int) -> Group | None:
        """The group that ``group_id`` stands for by the members from the number ``first`` on; None where none does."""
        group = self._by_id.get(group_id)
        if group is None:
            return self._founded_alone(group_id, first)
        last = group.line[-1] if group.into is None else group.merged_by
        return group.root() if last >= first else None

    def found_or_find(self, group_id: str, member: int, facts: Facts) -> int:
        """The number of the group that ``member``, about to be added, belongs to."""
        if group_id == facts.delivery_id and group_id not in self._by_id and not facts.merged:
            return member  # nobody else founded it: what was decided in the window is not decided again
        return self._kept(group_id).number

    def join(self, member: int, merged: Iterable[str]) -> None:
        """``member``, just added, joins its group and the groups that it merges."""
        group = self._by_number.get(self._entries.group(member))
        if group is None:
            return
        for group_id in merged:
            absorbed = self._kept(group_id)
            if absorbed is not group:  # as where a longer window than it was decided in holds an earlier merge of it
                self._absorb(absorbed, group, member)
        group.join(member, self._entries.rank)

    def leave(self, members: range) -> None:
        """Forget the oldest members: their merges with them, since all members of the merged groups were older."""
        left: dict[int, Group] = {}
        for member in members:
            group = self._by_number.get(self._entries.group(member))
            if group is None:
                continue
            for group_id in self._entries.merged(member):
                alias = self._by_id.get(group_id)
                if alias is not None and alias.merged_by == member:
                    self._forget(alias)
            root = group.root()
            left[root.number] = root
        for group in left.values():
            del group.line[: bisect_left(group.line, members.stop)]
            if not group.line:
                self._forget(group)

    def _kept(self, group_id: str) -> Group:
        """The group of that id, kept from now on, merges followed; founded anew where it does not stand."""
        group = self._by_id.get(group_id) or self._founded_alone(group_id, self._entries.oldest)
        if group is None:
            self._outlived -= 1
            group = Group(group_id, self._outlived)
        self._by_id[group_id] = self._by_number[group.number] = group
        return group.root()

    def _founded_alone(self, group_id: str, first: int) -> Group | None:
        """The group of one that the delivery ``group_id`` founded, if it stands."""
        member = self._founder(group_id)
        if member is None or member < first or self._entries.group(member) != member or member in self._by_number:
            return None
        return self._alone(member)

    def _alone(self, member: int) -> Group:
        return Group(self._entries.delivery_id(member), member, [member])

    def _absorb(self, group: Group, into: Group, by: int) -> None:
        group.into, group.merged_by = into, by
        into.line, group.line = merged_lines(into.line, group.line, self._entries.rank), []

    def _forget(self, group: Group) -> None:
        del self._by_id[group.group_id]
        del self._by_number[group.number]


def merged_lines(one: list[int], other: list[int], rank: Callable[[int], Rank]) -> list[int]:
    """The line of both groups' members; the shorter goes into the longer, so that a flood is not gone through again."""
    line, joining = (one, other) if len(one) >= len(other) else (other, one)
    for member in joining:
        end, own = bisect(line, member), rank(member)
        if end < len(line) and rank(line[end]) < own:
            continue  # the next after it has the best rank of all later ones
        begin = end
        while begin and rank(line[begin - 1]) > own:
            begin -= 1
        line[begin:end] = [member]
    return line
