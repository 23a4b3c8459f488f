"""Which members of the window posted a shingle: open-addressing tables in NumPy arrays.

A table is one array of 64-bit entries, the key (32 bits) above the member's number in its generation
(32 bits, from 1; an entry of 0 is a free slot), probed linearly from the key's place (Knuth, TAOCP 3,
6.4). All shingles of an article are probed at once, 32 slots each at a time,
so that cost hardly grows with the table.
"""

import secrets
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wireroom_dedup.entries import Numbers
from wireroom_dedup.fingerprints import Keys
from wireroom_dedup.generations import FULL, Generations, Span, Table
from wireroom_dedup.window import Window

_PROBED = np.arange(32, dtype=np.int64)
"""Few rounds of much: at half load 32 at a time takes 0.1 ms for 80 keys, 8 at a time 0.3."""
_SETTLED = np.arange(8, dtype=np.int64)
"""Thousands of keys at a time are written the faster, the less of the table each looks at."""
_SPREAD = np.uint32(secrets.randbits(32) | 1)
"""Spreads keys whose low bits the sampling made zero, and in a way that nobody knows who writes texts (multiply-shift
hashing, universal: Dietzfelbinger and others 1997). What is found does not depend on where it stands."""
_LOW = np.uint64(0xFFFF_FFFF)
_HALF = np.uint64(32)
_AT_ONCE = 1 << 15
"""Keys that may wait: while a memory is restored nothing is looked for, and one by one they take ten times as long."""


class Hits(NamedTuple):
    """Postings found: the place of the shingle in the question, and the member that posted it (parallel arrays)."""

    places: Numbers
    members: Numbers


class ShingleTable(Table):
    """One table of postings."""

    __slots__ = ("_table", "_unwritten", "_written")

    def __init__(self, slots: int, span: Span) -> None:
        super().__init__(slots, span)
        self._table = np.zeros(slots, dtype=np.uint64)
        self._written = 0
        self._unwritten: list[tuple[Keys, int]] = []

    def add(self, keys: Keys, member: int) -> None:
        """Post ``keys``; there must be room. They are written before they are looked for, many at a time."""
        self._unwritten.append((keys, member))
        self.used += keys.size
        if self.used - self._written > _AT_ONCE:
            self._write()

    def _write(self) -> None:
        if not self._unwritten:
            return
        keys = np.concatenate([keys for keys, _ in self._unwritten])
        numbers = np.repeat(
            np.array([member - self.first + 1 for _, member in self._unwritten], dtype=np.uint64),
            [keys.size for keys, _ in self._unwritten],
        )
        self._place(keys.astype(np.uint64) << _HALF | numbers)
        self._unwritten.clear()
        self._written = self.used

    def grow(self, slots: int) -> bool:
        """All postings move, some 0.2 µs each, a few times in a window: one table is probed much faster than seven."""
        self._write()
        entries = self._table[self._table != 0]
        self.slots, self.room = slots, int(slots * FULL)
        self._table = np.zeros(slots, dtype=np.uint64)
        shares = -(-entries.size // _AT_ONCE)
        for share in range(shares):
            self._place(entries[share::shares])  # neighbours not together: they want the same slots
        return True

    def _place(self, entries: NDArray[np.uint64]) -> None:
        places = self._home((entries >> _HALF).astype(np.uint32))
        while entries.size:
            places, entries = self._settle(places, entries)

    def _settle(self, places: Numbers, entries: NDArray[np.uint64]) -> tuple[Numbers, NDArray[np.uint64]]:
        """Write each entry to its first free slot; returns those that found none, or lost it to another."""
        free = self._block(places, _SETTLED) == 0
        able = free.any(axis=1)
        slots, settling = ((places + free.argmax(axis=1)) % self.slots)[able], entries[able]
        self._table[slots] = settling
        waiting = ~able
        waiting[able] = self._table[slots] != settling
        return np.where(able, places, places + _SETTLED.size)[waiting], entries[waiting]

    def find(self, keys: Keys) -> Hits:
        """All postings of ``keys``. A key is never behind a free slot, since nothing is deleted."""
        self._write()
        wanted, rows, places = keys.astype(np.uint64), np.arange(keys.size), self._home(keys)
        found: list[Hits] = []
        while rows.size:
            block = self._block(places, _PROBED)
            row, column = np.nonzero((block >> _HALF == wanted[rows, None]) & (block != 0))
            members = (block[row, column] & _LOW).astype(np.int64) + (self.first - 1)
            found.append(Hits(rows[row], members))
            further = block.all(axis=1)
            rows, places = rows[further], places[further] + _PROBED.size
        return _joined(found)

    def _home(self, keys: Keys) -> Numbers:
        """A key's share of 2^32, spread, as a share of the slots (Lemire 2019, "Fast random integer generation")."""
        return ((keys * _SPREAD).astype(np.uint64) * np.uint64(self.slots) >> _HALF).astype(np.int64)

    def _block(self, places: Numbers, next_ones: Numbers) -> NDArray[np.uint64]:
        """The next slots from each of ``places``, a row each."""
        return self._table.take(places[:, None] + next_ones, mode="wrap")


class ShingleIndex:
    """The postings of one language."""

    __slots__ = ("_generations",)

    def __init__(self, window: Window) -> None:
        self._generations = Generations(window, ShingleTable)

    def add(self, keys: Keys, member: int, at: int) -> None:
        """Post ``keys`` (each once) for ``member``, the highest number so far, at the window's time ``at``."""
        if keys.size:
            self._generations.taking(keys.size, member, at).add(keys, member)

    def find(self, keys: Keys, first: int) -> Hits:
        """All postings of ``keys`` by members from the number ``first`` on."""
        hits = _joined([table.find(keys) for table in self._generations.tables])
        seen = hits.members >= first
        return Hits(hits.places[seen], hits.members[seen])

    def drop_before(self, first: int) -> None:
        """Forget what only members before ``first`` posted, by whole tables."""
        self._generations.drop_before(first)


def _joined(hits: list[Hits]) -> Hits:
    if not hits:
        return Hits(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64))
    return Hits(np.concatenate([hit.places for hit in hits]), np.concatenate([hit.members for hit in hits]))
