"""The sentences that a source repeats from story to story: mastheads, footers, appeals, standing background.

Counted in the source's last copy groups, never across sources: that would take wire copy for boilerplate;
and groups, not articles, else a source that runs one story seven times would make a footer of it. The last
hundred groups are enough to tell, and bound what a source costs.
"""

from collections import deque
from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from wireroom_dedup.fingerprints import Keys

RECENT = 100
"""So many of a source's last groups are looked at."""

Recent = deque[tuple[int, Keys]]
"""Members, each the first of its group in the source, with their sentences; the latest last."""


class Boilerplate:
    """The recent sentences of each source of one language."""

    __slots__ = ("_groups_of", "_recent")

    def __init__(self, groups_of: Callable[[Iterable[int]], Iterable[int]]) -> None:
        """``groups_of`` gives the numbers of members' groups."""
        self._groups_of = groups_of
        self._recent: dict[str, Recent] = {}

    def repeated(self, source_id: str, sentences: Keys, first: int, fewest: int, share: float) -> NDArray[np.bool_]:
        """Which of ``sentences`` stand in ``fewest`` and in ``share`` of the source's groups, or in more.

        Only members from the number ``first`` on count.
        """
        known = [keys for member, keys in self._recent.get(source_id, ()) if member >= first]
        if len(known) < fewest:
            return np.zeros(sentences.size, dtype=np.bool_)
        stand = np.sort(np.concatenate(known))
        counts = stand.searchsorted(sentences, side="right") - stand.searchsorted(sentences)
        return counts >= max(fewest, share * len(known))

    def counts(self, source_id: str, groups: Iterable[int], first: int) -> bool:
        """True where the source has no member in ``groups`` among those that count."""
        recent = (member for member, _ in self._recent.get(source_id, ()) if member >= first)
        return set(groups).isdisjoint(self._groups_of(recent))

    def add(self, source_id: str, member: int, sentences: Keys) -> None:
        """``member``, the highest number so far, counts."""
        recent = self._recent.pop(source_id, None) or Recent(maxlen=RECENT)
        recent.append((member, np.unique(sentences)))
        self._recent[source_id] = recent  # the last in order: see drop_before

    def drop_before(self, first: int) -> None:
        """Forget the sources that have no member from ``first`` on."""
        while self._recent:
            source_id = next(iter(self._recent))
            if self._recent[source_id][-1][0] >= first:
                return
            del self._recent[source_id]
