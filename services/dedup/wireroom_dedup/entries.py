"""The entries of the window, in the order of decisions, each at rest as one string of bytes.

A member takes some 600 bytes so, 340 of them its sample; as Python objects it took four times as much, and
Python's collector walked through all of them.
"""

import marshal
from array import array
from bisect import bisect_right
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wireroom_core.models import Effects
from wireroom_dedup.fingerprints import Keys, Sample
from wireroom_dedup.window import microseconds

Rank = tuple[bool, int, str]
"""How canonicals rank: an agency's own first (False before True), then the earliest published, then the id."""
Numbers = NDArray[np.int64]
NO_GROUP = -1
"""Of a delivery whose content was known already."""


class Facts(NamedTuple):
    """What is kept of a delivery whose content is a member of a copy group."""

    delivery_id: str
    article_id: str
    content_hash: str
    source_id: str
    canonical_url: str | None
    rank: Rank
    """Among the canonicals."""
    merged: tuple[str, ...]
    """Groups that its decision merged into its own."""
    sample: Sample | None
    """None where nothing is compared."""

    @property
    def is_agency_own(self) -> bool:
        """True where an agency delivered its own dispatch."""
        return not self.rank[0]


def rank_of(effects: Effects, decided: int) -> Rank:
    """Where an article stands among the canonicals; one without a date counts from when it was decided."""
    published = effects.published_at
    return not effects.agency_own, decided if published is None else microseconds(published), effects.delivery_id


class Entries:
    """Numbered from 0 on; the oldest are forgotten."""

    __slots__ = ("_base", "_groups", "_packed", "_times", "next", "oldest")

    def __init__(self) -> None:
        self.oldest = 0
        self.next = 0
        """The number that the next one gets."""
        self._base = 0
        """The number of what stands first in the arrays; up to half of them may be forgotten entries."""
        self._packed: list[bytes] = []
        self._times = array("q")
        self._groups = array("q")

    def __len__(self) -> int:
        return self.next - self.oldest

    def add(self, time: int, group: int, entry: Facts | str) -> None:
        """The latest: a member's facts, or the id of a delivery of which no more is kept (group ``NO_GROUP``)."""
        self._packed.append(marshal.dumps(entry) if isinstance(entry, str) else _packed(entry))
        self._times.append(time)
        self._groups.append(group)
        self.next += 1

    def time(self, number: int) -> int:
        """When it was decided, by the window's time, in microseconds."""
        return self._times[number - self._base]

    def group(self, number: int) -> int:
        """The number of the group that it joined."""
        return self._groups[number - self._base]

    def groups(self, numbers: Numbers) -> Numbers:
        """The numbers of the groups that these joined."""
        joined: Numbers = np.frombuffer(self._groups, dtype=np.int64)[numbers - self._base]
        return joined

    def facts(self, number: int) -> Facts:
        """Of a member."""
        return _unpacked(self._packed[number - self._base])

    def merged(self, number: int) -> tuple[str, ...]:
        """The groups that a member's decision merged into its own."""
        merged: tuple[str, ...] = marshal.loads(self._packed[number - self._base])[6]  # noqa: S302 - we packed it
        return merged

    def rank(self, number: int) -> Rank:
        """Of a member."""
        rank: Rank = marshal.loads(self._packed[number - self._base])[5]  # noqa: S302 - we packed it
        return rank

    def delivery_id(self, number: int) -> str:
        """Of any entry."""
        entry = marshal.loads(self._packed[number - self._base])  # noqa: S302 - we packed it
        return str(entry if isinstance(entry, str) else entry[0])

    def first_after(self, time: int, first: int) -> int:
        """The number of the first entry from ``first`` on that is later than ``time``."""
        return self._base + bisect_right(self._times, time, first - self._base)

    def drop_before(self, first: int) -> None:
        """Forget the entries before ``first``. The arrays close up once half of them is forgotten."""
        for place in range(self.oldest - self._base, first - self._base):
            self._packed[place] = b""
        self.oldest = first
        forgotten = first - self._base
        if forgotten * 2 > len(self._packed):
            for column in (self._packed, self._times, self._groups):
                del column[:forgotten]
            self._base = first


def _packed(facts: Facts) -> bytes:
    """By marshal, the quickest way between plain values and bytes; they never leave the process."""
    sample = facts.sample
    return marshal.dumps((*facts[:-1], sample and (*sample[:4], *(keys.tobytes() for keys in sample[4:]))))


def _unpacked(packed: bytes) -> Facts:
    delivery, article, content, source, url, rank, merged, plain = marshal.loads(packed)  # noqa: S302 - we packed it
    sample = None
    if plain is not None:
        sample = Sample(*plain[:4], *map(_keys, plain[4:]))
    return Facts(delivery, article, content, source, url, rank, merged, sample)


def _keys(packed: bytes) -> Keys:
    return np.frombuffer(packed, dtype=np.uint32)
