"""Which members of the window posted a shingle: generations of open-addressing tables in NumPy arrays.

A table is one array of 64-bit entries, the key (32 bits) above the member's number in its generation
(32 bits, from 1; an entry of 0 is a free slot), probed linearly from the key's place (Knuth, TAOCP 3,
6.4, with Fibonacci hashing). All shingles of an article are probed at once, 32 slots each at a time,
so that cost hardly grows with the table. Nothing is ever deleted from a table: a generation is dropped
whole once its last member is out of the window, and until then what is out is not seen.
"""

from datetime import datetime
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wireroom_dedup.fingerprints import Keys
from wireroom_dedup.window import Window

_PROBED = np.arange(32, dtype=np.int64)
"""Few rounds of much: at half load 32 at a time takes 0.1 ms for 80 keys, 8 at a time 0.3."""
_SETTLED = np.arange(8, dtype=np.int64)
"""Thousands of keys at a time are written the faster, the less of the table each looks at."""
_GOLDEN = np.uint32(2_654_435_769)
"""2^32 / golden ratio: spreads keys whose low bits the sampling made zero."""
_LOW = np.uint64(0xFFFF_FFFF)
_HALF = np.uint64(32)
_FULL = 0.5
"""A table takes no more at this load; chains grow steeply beyond."""
_AT_ONCE = 8192
"""Keys that may wait: while a memory is restored nothing is looked for, and one by one they take ten times as long."""
_FEWEST_SLOTS, _MOST_SLOTS = 1 << 14, 1 << 24
"""128 KiB and 128 MiB."""

Numbers = NDArray[np.int64]


class Hits(NamedTuple):
    """Postings found: the place of the shingle in the question, and the member that posted it (parallel arrays)."""

    places: Numbers
    members: Numbers


class Generation:
    """One table; ``first`` and ``last`` are the numbers of the members that posted into it."""

    __slots__ = ("_mask", "_shift", "_table", "_unwritten", "first", "last", "opened", "used", "written")

    def __init__(self, slots: int, first: int, opened: datetime) -> None:
        self._table = np.zeros(slots, dtype=np.uint64)
        self._mask = np.int64(slots - 1)
        self._shift = np.uint32(33 - slots.bit_length())
        self.first = self.last = first
        self.opened = opened
        self.used = self.written = 0
        self._unwritten: list[tuple[Keys, int]] = []

    @property
    def slots(self) -> int:
        """A power of two."""
        return self._table.size

    def takes(self, keys: int) -> bool:
        """True while there is room for ``keys`` more."""
        return self.used + keys <= self.slots * _FULL

    def add(self, keys: Keys, member: int) -> None:
        """Post ``keys``; there must be room. They are written before they are looked for, many at a time."""
        self._unwritten.append((keys, member))
        self.used += keys.size
        self.last = member
        if self.used - self.written > _AT_ONCE:
            self._write()

    def _write(self) -> None:
        if not self._unwritten:
            return
        keys = np.concatenate([keys for keys, _ in self._unwritten])
        numbers = np.repeat(
            np.array([member - self.first + 1 for _, member in self._unwritten], dtype=np.uint64),
            [keys.size for keys, _ in self._unwritten],
        )
        entries = keys.astype(np.uint64) << _HALF | numbers
        places = self._home(keys)
        while entries.size:
            places, entries = self._settle(places, entries)
        self._unwritten.clear()
        self.written = self.used

    def _settle(self, places: Numbers, entries: NDArray[np.uint64]) -> tuple[Numbers, NDArray[np.uint64]]:
        """Write each entry to its first free slot; returns those that found none, or lost it to another."""
        free = self._block(places, _SETTLED) == 0
        able = free.any(axis=1)
        slots, settling = ((places + free.argmax(axis=1)) & self._mask)[able], entries[able]
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
        return (keys * _GOLDEN >> self._shift).astype(np.int64)

    def _block(self, places: Numbers, next_ones: Numbers) -> NDArray[np.uint64]:
        """The next slots from each of ``places``, a row each."""
        return self._table.take(places[:, None] + next_ones, mode="wrap")


class ShingleIndex:
    """The postings of one language. A generation spans at most half a window, in time and in articles."""

    __slots__ = ("_generations", "_window")

    def __init__(self, window: Window) -> None:
        self._window = window
        self._generations: list[Generation] = []

    def add(self, keys: Keys, member: int, at: datetime) -> None:
        """Post ``keys`` (each once) for ``member``, the highest number so far, at the window's time ``at``."""
        if keys.size:
            self._open_for(keys.size, member, at).add(keys, member)

    def find(self, keys: Keys, first: int) -> Hits:
        """All postings of ``keys`` by members from the number ``first`` on."""
        hits = _joined([generation.find(keys) for generation in self._generations])
        seen = hits.members >= first
        return Hits(hits.places[seen], hits.members[seen])

    def drop_before(self, first: int) -> None:
        """Drop the generations that hold no member from ``first`` on."""
        while self._generations and self._generations[0].last < first:
            self._generations.pop(0)

    def _open_for(self, keys: int, member: int, at: datetime) -> Generation:
        last = self._generations[-1] if self._generations else None
        if last is None or not last.takes(keys) or self._spans_half(last, member, at):
            last = Generation(_slots_after(last, keys), member, at)
            self._generations.append(last)
        return last

    def _spans_half(self, generation: Generation, member: int, at: datetime) -> bool:
        members, time = member - generation.first, at - generation.opened
        return members * 2 >= self._window.articles or time * 2 >= self._window.length


def _slots_after(last: Generation | None, keys: int) -> int:
    """Room for as much as the last generation held, or much more where it was too small for its span."""
    grown = 0 if last is None else last.used * 2 if last.takes(keys) else last.slots * 4
    wanted = min(max(grown, keys * 4, _FEWEST_SLOTS), _MOST_SLOTS)
    return 1 << (wanted - 1).bit_length()


def _joined(hits: list[Hits]) -> Hits:
    if not hits:
        return Hits(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64))
    return Hits(np.concatenate([hit.places for hit in hits]), np.concatenate([hit.members for hit in hits]))
