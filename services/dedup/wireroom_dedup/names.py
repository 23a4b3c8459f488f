"""By what an entry of the window is looked up: names (an id, an address, a text's hash) → the last entry that has it.

Open-addressing tables of the names' hashes, 64 bits each, and of entries' numbers: 12 bytes a slot, where a
dictionary with its keys takes ten times as much. Two names with one hash are told apart by whoever asks, who has
the entry before him; that one then hides the other happens once in 10^7 windows of a million entries (birthday
bound), and nobody can bring it about, since Python's hash is keyed (SipHash).
"""

from collections.abc import Callable, Hashable, Iterable

import numpy as np

from wireroom_dedup.generations import Generations, Span, Table
from wireroom_dedup.window import Window

_BITS = (1 << 64) - 1


class NameTable(Table):
    """One table. A number of 0 is a free slot; they count from 1 in a generation."""

    __slots__ = ("_hashes", "_numbers")

    def __init__(self, slots: int, span: Span) -> None:
        super().__init__(slots, span)
        # Through a memoryview one slot is read in 50 ns, through NumPy in 150; NumPy's zeros cost no memory yet.
        self._hashes = np.zeros(slots, dtype=np.uint64).data
        self._numbers = np.zeros(slots, dtype=np.uint32).data

    def put(self, names: Iterable[int], number: int) -> None:
        """``number`` is the last with each of ``names``; there must be room."""
        hashes, numbers, place = self._hashes, self._numbers, number - self.first + 1
        for name in names:
            slot = self._slot(name)
            if not numbers[slot]:
                hashes[slot] = name
                self.used += 1
            numbers[slot] = place

    def find(self, name: int) -> int | None:
        """The last with ``name`` in this table."""
        number: int = self._numbers[self._slot(name)]
        return number + self.first - 1 if number else None

    def _slot(self, name: int) -> int:
        """Where ``name`` stands, or would."""
        hashes, numbers = self._hashes, self._numbers
        slot = name % self.slots
        while numbers[slot] and hashes[slot] != name:
            slot = slot + 1 if slot + 1 < self.slots else 0
        return slot


class Names:
    """The names of one language."""

    __slots__ = ("_generations",)

    def __init__(self, window: Window) -> None:
        self._generations = Generations(window, NameTable)

    def put(self, names: Iterable[Hashable], number: int, at: int) -> None:
        """``number``, the highest so far, is the last with each of ``names``, at the window's time ``at``."""
        hashes = [hash(name) & _BITS for name in names]
        self._generations.taking(len(hashes), number, at).put(hashes, number)

    def find(self, name: Hashable, first: int, has: Callable[[int], bool]) -> int | None:
        """The last entry with ``name``, if its number is ``first`` or higher and it ``has`` that name indeed."""
        wanted = hash(name) & _BITS
        for table in reversed(self._generations.tables):
            number = table.find(wanted)
            if number is not None:
                return number if number >= first and has(number) else None
        return None

    def drop_before(self, first: int) -> None:
        """Forget what only entries before ``first`` had, by whole tables."""
        self._generations.drop_before(first)
