"""Dedup's memory of one language: the window, changed by effects alone.

``apply`` serves a decision just taken and one read back from its record alike, so that both give the
same memory. A decision reads it through a ``View``, which shows what is inside the window at its
instant and nothing else, whatever is still kept.
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterator
from datetime import datetime
from typing import Any, Generic, TypeVar, cast

import numpy as np

from wireroom_core.models import Decision, Effects
from wireroom_core.models.decided import Run
from wireroom_dedup.fingerprints import Keys, Sample, shingles_of, unpack
from wireroom_dedup.groups import Group, Groups, Member, Seen, rank_of
from wireroom_dedup.index import ShingleIndex
from wireroom_dedup.sharing import Sharing
from wireroom_dedup.window import Window

K = TypeVar("K", bound=Hashable)
E = TypeVar("E", bound=Seen)
_NO_KEYS: Keys = np.empty(0, dtype=np.uint32)


class Latest(Generic[K, E]):
    """Key → the entry that came last with it."""

    __slots__ = ("_entries",)

    def __init__(self) -> None:
        self._entries: dict[K, E] = {}

    def put(self, key: K, entry: E) -> None:
        """``entry`` is the last one with ``key`` now."""
        self._entries[key] = entry

    def get(self, key: K, first: int) -> E | None:
        """The last one with ``key``, if its number is ``first`` or higher."""
        entry = self._entries.get(key)
        return entry if entry is not None and entry.number >= first else None

    def drop(self, key: K, entry: E) -> None:
        """Forget ``entry``, unless a later one has taken its place."""
        if self._entries.get(key) is entry:
            del self._entries[key]


class Memory:
    """The window of one language."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._entries: dict[int, Seen] = {}
        self._oldest = self._next = 0
        self._index = ShingleIndex(window)
        self._groups = Groups()
        self._deliveries: Latest[str, Seen] = Latest()
        self._contents: Latest[tuple[str, str], Member] = Latest()
        self._articles: Latest[str, Member] = Latest()
        self._addresses: Latest[tuple[str, str], Member] = Latest()
        self._texts: Latest[str, Member] = Latest()
        self._own_texts: Latest[tuple[str, str], Member] = Latest()

    def __len__(self) -> int:
        return len(self._entries)

    def view(self, at: datetime) -> "View":
        """The memory as a decision at the window's time ``at`` sees it."""
        return View(self, self._first(at))

    def apply(self, effects: Effects, decision: Decision) -> None:
        """What ``decision`` did to the memory; decisions come in the order in which they were taken.

        Raises ValueError where one comes out of order, PoisonError where its fingerprint cannot be
        read; the memory is as before then.
        """
        at = decision.decided_at
        if self._entries and at < self._entries[self._next - 1].time:
            raise ValueError(f"the decision on {effects.delivery_id} is older than the one before it")
        shingles = None if effects.fingerprint is None else shingles_of(effects.fingerprint)
        sample = None if effects.fingerprint is None or shingles is None else unpack(effects.fingerprint, shingles)
        posted = _NO_KEYS if shingles is None else _of_runs(effects.posted, shingles)
        self._evict(self._first(at))
        if effects.member:
            self._keep(self._member(effects, decision, sample), posted)
        else:
            self._note(Seen(self._next, at, effects.delivery_id))

    def _first(self, at: datetime) -> int:
        """The number of the oldest entry inside the window at ``at``: by its length in time and in articles."""
        recent = range(max(self._oldest, self._next - self._window.articles), self._next)
        start = at - self._window.length
        if recent and self._entries[recent.start].time > start:
            return recent.start  # as nearly always
        return recent.start + bisect_left(recent, True, key=lambda number: self._entries[number].time > start)

    def _member(self, effects: Effects, decision: Decision, sample: Sample | None) -> Member:
        return Member(
            number=self._next,
            time=decision.decided_at,
            delivery_id=effects.delivery_id,
            article_id=effects.article_id,
            content_hash=effects.content_hash,
            source_id=effects.source_id,
            canonical_url=effects.canonical_url,
            sample=sample,
            group=self._groups.get(decision.group_id),
            rank=rank_of(effects, decision.decided_at),
            merged=effects.merged,
        )

    def _note(self, entry: Seen) -> None:
        self._entries[entry.number] = entry
        self._deliveries.put(entry.delivery_id, entry)
        self._next += 1

    def _keep(self, member: Member, posted: Keys) -> None:
        self._note(member)
        for table, key in self._keys(member):
            table.put(key, member)
        self._groups.join(member)
        self._index.add(posted, member.number, member.time)

    def _keys(self, member: Member) -> Iterator[tuple[Latest[Any, Member], Hashable]]:
        """Where a member can be looked up, and by what."""
        yield self._contents, (member.article_id, member.content_hash)
        yield self._articles, member.article_id
        if member.canonical_url is not None:
            yield self._addresses, (member.source_id, member.canonical_url)
        if member.sample is not None:
            yield self._texts, member.sample.body_hash
            yield self._own_texts, (member.source_id, member.sample.body_hash)

    def _evict(self, first: int) -> None:
        """Forget the entries before ``first``: each once, a few microseconds, and whole tables of the index."""
        for number in range(self._oldest, first):
            entry = self._entries.pop(number)
            self._deliveries.drop(entry.delivery_id, entry)
            if isinstance(entry, Member):
                self._forget(entry)
        self._oldest = first
        self._index.drop_before(first)

    def _forget(self, member: Member) -> None:
        for table, key in self._keys(member):
            table.drop(key, member)
        self._groups.leave(member)


def _of_runs(runs: tuple[Run, ...], shingles: Keys) -> Keys:
    parts = [shingles[begin:end] for begin, end in runs]
    return parts[0] if len(parts) == 1 else np.concatenate([_NO_KEYS, *parts])


class View:
    """What is inside the window at one instant; reads the memory and never changes it."""

    __slots__ = ("_first", "_memory")

    def __init__(self, memory: Memory, first: int) -> None:
        self._memory = memory
        self._first = first

    def remembers(self, delivery_id: str) -> bool:
        """True where this delivery was decided."""
        return self._memory._deliveries.get(delivery_id, self._first) is not None

    def content(self, article_id: str, content_hash: str) -> Member | None:
        """The member with this content of this article."""
        return self._memory._contents.get((article_id, content_hash), self._first)

    def latest(self, article_id: str) -> Member | None:
        """The article's latest content."""
        return self._memory._articles.get(article_id, self._first)

    def at_address(self, source_id: str, canonical_url: str) -> Member | None:
        """The latest member that this source gave this address."""
        return self._memory._addresses.get((source_id, canonical_url), self._first)

    def with_text(self, body_hash: str) -> Member | None:
        """The latest member with this text."""
        return self._memory._texts.get(body_hash, self._first)

    def with_own_text(self, source_id: str, body_hash: str) -> Member | None:
        """The latest member with this text from this source."""
        return self._memory._own_texts.get((source_id, body_hash), self._first)

    def sharing(self, shingles: Keys) -> Sharing:
        """Who shares ``shingles``."""
        hits = self._memory._index.find(shingles, self._first)
        # Only members post.
        return Sharing(shingles.size, hits, lambda number: cast(Member, self._memory._entries[number]))

    def canonical(self, group: Group) -> Member:
        """The member that a group with members in the window goes by."""
        return group.canonical(self._first)

    def standing(self, group_id: str) -> Group | None:
        """The group that goes by ``group_id``, merges followed; None where none does."""
        return self._memory._groups.standing(group_id, self._first)
