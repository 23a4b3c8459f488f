"""Hash tables that come and go with the window: nothing is ever deleted from one, it is dropped whole.

So what leaves the window costs nothing and makes no pause; until its table is dropped it is not seen,
because whoever asks gives the number of the oldest member that counts.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from wireroom_dedup.window import Window

FULL = 0.75
"""A table takes no more at this load: with linear probing a key that is not there costs 9 slots, at .85 23 (Knuth)."""
_FEWEST_SLOTS, _MOST_SLOTS = 1 << 14, 1 << 26
_ROOM = 1.1
"""So much more than is expected, a table has room for."""
_GROWTH = 8


@dataclass(frozen=True, slots=True)
class Span:
    """Half a window from a member and an instant on: what one table may hold."""

    member: int
    time: int
    end: int
    """The first member beyond it."""
    over: int
    """The first instant beyond it."""

    def share(self, member: int, time: int) -> float:
        """Of the span, how much has passed before ``member`` and ``time``."""
        return max((member - self.member) / (self.end - self.member), (time - self.time) / (self.over - self.time))


class Table:
    """What a generation's table has; ``last`` is the number of the last member that posted into it."""

    __slots__ = ("first", "last", "room", "slots", "span", "used")

    def __init__(self, slots: int, span: Span) -> None:
        self.slots = slots
        self.span = span
        self.first = self.last = span.member
        self.used = 0
        self.room = int(slots * FULL)

    def grow(self, slots: int) -> bool:
        """Become a table of so many slots; False where it cannot, so that another one follows."""
        return False


T = TypeVar("T", bound=Table)


class Generations(Generic[T]):
    """The tables of a window, oldest first. Each spans at most half of it, in time and in members."""

    __slots__ = ("_make", "_window", "tables")

    def __init__(self, window: Window, make: Callable[[int, Span], T]) -> None:
        """``make`` gives a table of so many slots for a span."""
        self._window = window
        self._make = make
        self.tables: list[T] = []

    def taking(self, keys: int, member: int, at: int) -> T:
        """The table that takes ``keys`` more of ``member``, the highest number so far, at the window's time ``at``."""
        last = self.tables[-1] if self.tables else None
        if last is None or member >= last.span.end or at >= last.span.over or not _has_room(last, keys, member, at):
            half = max(self._window.articles // 2, 1), max(self._window.length // 2, 1)
            last = self._make(_slots_after(last, keys, member, at), Span(member, at, member + half[0], at + half[1]))
            self.tables.append(last)
        last.last = member
        return last

    def drop_before(self, first: int) -> None:
        """Drop the tables that hold no member from ``first`` on."""
        while self.tables and self.tables[0].last < first:
            self.tables.pop(0)


def _has_room(table: Table, keys: int, member: int, at: int) -> bool:
    """True where ``table`` has room for ``keys`` more, if need be since it has grown."""
    needed = table.used + keys
    if needed <= table.room:
        return True
    slots = _slots_after(table, keys, member, at)
    return needed <= slots * FULL and table.grow(slots)


def _slots_after(last: Table | None, keys: int, member: int, at: int) -> int:
    """Room for half a window that goes on like the last table, at most eight times what that held."""
    held = 0.0
    if last is not None:
        share = last.span.share(member, at)
        held = last.used * (min(_ROOM / share, _GROWTH) if share > 0 else _GROWTH) + keys
    return min(max(int(max(held, keys * 2) / FULL), _FEWEST_SLOTS), _MOST_SLOTS)
