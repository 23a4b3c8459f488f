"""Who in the window shares shingles with an article, and which of its shingles are worth posting."""

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from wireroom_core.models.decided import Run
from wireroom_dedup.groups import Group, Member
from wireroom_dedup.index import Hits

MOST_POSTINGS = 8
"""A shingle with so many postings (of different groups, by and large) tells nothing: nobody posts it again."""


class Sharing:
    """The postings that an article's shingles met."""

    __slots__ = ("_counts", "_groups", "_member_of", "_members", "_places", "_shingles")

    def __init__(
        self,
        shingles: int,
        hits: Hits,
        groups_of: Callable[[Iterable[int]], Iterable[int]],
        member_of: Callable[[int], Member],
    ) -> None:
        """``groups_of`` gives the numbers of members' groups."""
        members, inverse, self._counts = np.unique(hits.members, return_inverse=True, return_counts=True)
        self._members: list[int] = members.tolist()
        self._groups = np.fromiter(groups_of(self._members), np.int64, len(self._members))[inverse]
        self._places = hits.places
        self._shingles = shingles
        self._member_of = member_of

    def ranked(self, most: int) -> list[Member]:
        """The members that share most, at most ``most``; of equal ones the earlier comes first."""
        order = np.argsort(-self._counts, kind="stable")[:most]
        return [self._member_of(self._members[place]) for place in order.tolist()]

    def novel(self, own: Iterable[Group]) -> tuple[Run, ...]:
        """The shingles that no group of ``own`` has posted, and that are not posted too often."""
        new = np.bincount(self._places, minlength=self._shingles) < MOST_POSTINGS
        new[self._places[np.isin(self._groups, [group.number for group in own])]] = False
        return _runs(new)


def _runs(chosen: NDArray[np.bool_]) -> tuple[Run, ...]:
    bounds = np.flatnonzero(np.diff(chosen, prepend=False, append=False)).tolist()
    return tuple(zip(bounds[::2], bounds[1::2], strict=True))
