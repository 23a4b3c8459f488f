"""The sentences that a source repeats from story to story: mastheads, footers, appeals, standing background.

Counted in the source's last copy groups, never across sources: that would take wire copy for boilerplate;
and groups, not articles, else a source that runs one story seven times would make a footer of it. The last
hundred groups are enough to tell, and bound what a source costs.
"""

from collections import deque
from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from wireroom_dedup.entries import Numbers
from wireroom_dedup.fingerprints import MOST_COUNTED, NO_KEYS, Keys, counted

RECENT = 100
"""So many of a source's last groups are looked at."""

_NONE: Numbers = np.empty(0, dtype=np.int64)


class Recent:
    """A source's last groups: ``members``, each the first of its group in the source, and what they say.

    ``sayers`` has the member of each of ``sentences``; both numbers go up. What is added waits until it is asked
    for: while a memory is restored nobody asks.
    """

    __slots__ = ("_waiting", "last", "members", "sayers", "sentences")

    def __init__(self) -> None:
        self.members = self.sayers = _NONE
        self.sentences = NO_KEYS
        self.last = -1
        self._waiting: deque[tuple[int, Keys]] = deque(maxlen=RECENT)

    def add(self, member: int, sentences: Keys) -> None:
        """A member later than all others; the first of a hundred goes."""
        self._waiting.append((member, sentences if sentences.size <= MOST_COUNTED else counted(sentences)))
        self.last = member

    def since(self, first: int) -> tuple[Numbers, Keys]:
        """The members from the number ``first`` on, and their sentences."""
        self._write()
        members, sayers = self.members.searchsorted(first), self.sayers.searchsorted(first)
        return self.members[members:], self.sentences[sayers:]

    def _write(self) -> None:
        if not self._waiting:
            return
        members = [member for member, _ in self._waiting]
        sentences = [counted(keys) for _, keys in self._waiting]
        self._waiting.clear()
        self.members = np.append(self.members, members)[-RECENT:]
        sayers = np.append(self.sayers, np.repeat(members, [keys.size for keys in sentences]))
        begin = sayers.searchsorted(self.members[0])
        self.sayers, self.sentences = sayers[begin:], np.concatenate([self.sentences, *sentences])[begin:]


class Boilerplate:
    """The recent sentences of each source of one language."""

    __slots__ = ("_groups_of", "_recent")

    def __init__(self, groups_of: Callable[[Numbers], Numbers]) -> None:
        """``groups_of`` gives the numbers of members' groups."""
        self._groups_of = groups_of
        self._recent: dict[str, Recent] = {}

    def repeated(self, source_id: str, sentences: Keys, first: int, fewest: int, share: float) -> NDArray[np.bool_]:
        """Which of ``sentences`` stand in ``fewest`` and in ``share`` of the source's groups, or in more.

        Only members from the number ``first`` on count.
        """
        recent = self._recent.get(source_id)
        members, known = (_NONE, NO_KEYS) if recent is None else recent.since(first)
        if members.size < fewest:
            return np.zeros(sentences.size, dtype=np.bool_)
        known = np.sort(known)
        counts = known.searchsorted(sentences, side="right") - known.searchsorted(sentences)
        return counts >= max(fewest, share * members.size)

    def counts(self, source_id: str, groups: Iterable[int], first: int) -> bool:
        """True where the source has no member in ``groups`` among those that count."""
        own, recent = set(groups), self._recent.get(source_id)
        if not own or recent is None:
            return True
        return own.isdisjoint(self._groups_of(recent.since(first)[0]).tolist())

    def add(self, source_id: str, member: int, sentences: Keys) -> None:
        """``member``, the highest number so far, counts with ``sentences``."""
        recent = self._recent.pop(source_id, None) or Recent()
        recent.add(member, sentences)
        self._recent[source_id] = recent  # the last in order: see drop_before

    def drop_before(self, first: int) -> None:
        """Forget the sources that have no member from ``first`` on."""
        while self._recent:
            source_id = next(iter(self._recent))
            if self._recent[source_id].last >= first:
                return
            del self._recent[source_id]
