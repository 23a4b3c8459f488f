"""Who in the window shares shingles with an article, and which of its shingles are worth posting."""

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from wireroom_core.models.decided import Run
from wireroom_dedup.entries import Numbers
from wireroom_dedup.groups import Group, Member
from wireroom_dedup.index import Hits
from wireroom_dedup.reading import runs_of

MOST_POSTINGS = 8
"""A shingle with so many postings (of different groups, by and large) tells nothing: nobody posts it again."""
FEWEST_SHARED = 5
"""A copy shares .6 of ``FEWEST_KEYS`` or more, and its group has posted all of it, but for shingles that are posted too
often and for members that left the window."""
FEW = 4


class Sharing:
    """The postings that an article's shingles met."""

    __slots__ = ("_considered", "_counts", "_groups", "_inverse", "_member_of", "_members", "_places")

    def __init__(
        self,
        considered: NDArray[np.bool_],
        hits: Hits,
        groups_of: Callable[[Numbers], Numbers],
        member_of: Callable[[int], Member],
    ) -> None:
        """``hits`` are of the shingles that ``considered`` flags; ``groups_of`` numbers members' groups."""
        self._members, inverse, self._counts = np.unique(hits.members, return_inverse=True, return_counts=True)
        self._inverse = inverse
        self._groups = groups_of(self._members)[inverse]
        self._places = np.flatnonzero(considered)[hits.places]
        self._considered = considered
        self._member_of = member_of

    def ranked(self, most: int) -> list[Member]:
        """The members that share most, at most ``most``; of equal ones the earlier comes first.

        A shingle counts the less, the more have posted it: of thousands of bulletins by one template the first posted
        the template, and the one that is copied here its own figures alone.

        Of groups that posted less than a copy shares, ``FEW`` more that share two: most of them share a stock phrase,
        some are copies of which the member that posted most has left the window, or one of many by a template.
        """
        _, inverse, postings = np.unique(self._groups, return_inverse=True, return_counts=True)
        enough = np.zeros(self._members.size, dtype=np.bool_)
        enough[self._inverse[postings[inverse] >= FEWEST_SHARED]] = True
        weights = 1.0 / np.bincount(self._places)[self._places]
        order = np.argsort(-np.bincount(self._inverse, weights, self._members.size), kind="stable")
        likely, unlikely = order[enough[order]][:most], order[~enough[order] & (self._counts[order] > 1)]
        chosen = [*likely, *unlikely[:FEW]]
        return [self._member_of(int(self._members[place])) for place in chosen]

    def novel(self, own: Iterable[Group]) -> tuple[Run, ...]:
        """The shingles that no group of ``own`` has posted, and that are not posted too often."""
        new = self._considered & (np.bincount(self._places, minlength=self._considered.size) < MOST_POSTINGS)
        new[self._places[np.isin(self._groups, [group.number for group in own])]] = False
        return runs_of(new)
