"""Dedup's memory of one language: the window, changed by effects alone.

``apply`` serves a decision just taken and one read back from its record alike, so that both give the
same memory. A decision reads it through a ``View``, which shows what is inside the window at its
instant and nothing else, whatever is still kept.
"""

from collections.abc import Hashable, Iterable, Iterator
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from wireroom_core.models import Decision, Effects
from wireroom_core.models.decided import Run
from wireroom_dedup.boilerplate import Boilerplate
from wireroom_dedup.entries import NO_GROUP, Entries, Facts, rank_of
from wireroom_dedup.fingerprints import NO_KEYS, Keys, Sample
from wireroom_dedup.groups import Group, Groups, Member
from wireroom_dedup.index import ShingleIndex
from wireroom_dedup.names import Names
from wireroom_dedup.reading import Reading, in_runs, read
from wireroom_dedup.sharing import Sharing
from wireroom_dedup.window import Window, microseconds


class Memory:
    """The window of one language."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._entries = Entries()
        self._names = Names(window)
        self._index = ShingleIndex(window)
        self._groups = Groups(self._entries, lambda delivery_id: self._delivery(delivery_id, self._entries.oldest))
        self._boilerplate = Boilerplate(self._groups.numbers)

    def __len__(self) -> int:
        return len(self._entries)

    def view(self, at: datetime) -> "View":
        """The memory as a decision at the window's time ``at`` sees it."""
        return View(self, self._first(microseconds(at)))

    def apply(self, effects: Effects, decision: Decision) -> None:
        """What ``decision`` did to the memory; decisions come in the order in which they were taken.

        Raises ValueError where one comes out of order, PoisonError where its fingerprint cannot be
        read; the memory is as before then.
        """
        at = microseconds(decision.decided_at)
        if len(self) and at < self._entries.time(self._entries.next - 1):
            raise ValueError(f"the decision on {effects.delivery_id} is older than the one before it")
        reading = None if effects.fingerprint is None else read(effects.fingerprint)
        sample = None if reading is None else reading.sample(effects.left_out)
        number, first = self._entries.next, self._first(at)
        if first > self._entries.oldest:
            self._evict(first)
        if not effects.member:
            self._names.put([effects.delivery_id], number, at)
            self._entries.add(at, NO_GROUP, effects.delivery_id)
            return
        if reading is not None:
            self._index.add(reading.shingles[in_runs(reading.shingles.size, effects.posted)], number, at)
            if effects.counted:
                self._boilerplate.add(effects.source_id, number, reading.sentences)
        self._keep(decision.group_id, _facts(effects, at, sample), at)

    def _first(self, at: int) -> int:
        """The number of the oldest entry inside the window at ``at``: by its length in time and in articles."""
        first = max(self._entries.oldest, self._entries.next - self._window.articles)
        start = at - self._window.length
        if first < self._entries.next and self._entries.time(first) > start:
            return first  # as nearly always
        return self._entries.first_after(start, first)

    def _keep(self, group_id: str, facts: Facts, at: int) -> None:
        number = self._entries.next
        group = self._groups.found_or_find(group_id, number, facts)
        self._entries.add(at, group, facts)
        self._names.put(_names(facts), number, at)
        self._groups.join(number, facts.merged)

    def _evict(self, first: int) -> None:
        """Forget the entries before ``first``: each once, by a look at its group, and whole tables."""
        self._groups.leave(range(self._entries.oldest, first))
        self._entries.drop_before(first)
        self._names.drop_before(first)
        self._index.drop_before(first)
        self._boilerplate.drop_before(first)

    def _delivery(self, delivery_id: str, first: int) -> int | None:
        return self._names.find(delivery_id, first, lambda number: self._entries.delivery_id(number) == delivery_id)

    def _member(self, number: int) -> Member:
        return Member(number, self._entries.facts(number), self._groups.of(number))


def _facts(effects: Effects, at: int, sample: Sample | None) -> Facts:
    return Facts(
        delivery_id=effects.delivery_id,
        article_id=effects.article_id,
        content_hash=effects.content_hash,
        source_id=effects.source_id,
        canonical_url=effects.canonical_url,
        rank=rank_of(effects, at),
        merged=effects.merged,
        sample=sample,
    )


def _names(facts: Facts) -> Iterator[Hashable]:
    """By what a member can be looked up."""
    yield facts.delivery_id
    yield "content", facts.article_id, facts.content_hash
    yield "article", facts.article_id
    if facts.canonical_url is not None:
        yield "address", facts.source_id, facts.canonical_url
    if facts.sample is not None:
        yield "text", facts.sample.body_hash
        yield "own text", facts.source_id, facts.sample.body_hash


class View:
    """What is inside the window at one instant; reads the memory and never changes it."""

    __slots__ = ("_first", "_memory")

    def __init__(self, memory: Memory, first: int) -> None:
        self._memory = memory
        self._first = first

    def remembers(self, delivery_id: str) -> bool:
        """True where this delivery was decided."""
        return self._memory._delivery(delivery_id, self._first) is not None

    def content(self, article_id: str, content_hash: str) -> Member | None:
        """The member with this content of this article."""
        return self._found("content", article_id, content_hash)

    def latest(self, article_id: str) -> Member | None:
        """The article's latest content."""
        return self._found("article", article_id)

    def at_address(self, source_id: str, canonical_url: str) -> Member | None:
        """The latest member that this source gave this address."""
        return self._found("address", source_id, canonical_url)

    def with_text(self, body_hash: str) -> Member | None:
        """The latest member with this text."""
        return self._found("text", body_hash)

    def with_own_text(self, source_id: str, body_hash: str) -> Member | None:
        """The latest member with this text from this source."""
        return self._found("own text", source_id, body_hash)

    def sharing(self, reading: Reading | None, left_out: tuple[Run, ...] = ()) -> Sharing:
        """Who shares shingles with a text, if there is one, but for those of the sentences ``left_out``."""
        shingles, considered = NO_KEYS, np.empty(0, dtype=np.bool_)
        if reading is not None:
            shingles, considered = reading.shingles, ~reading.shingles_in(in_runs(reading.sentences.size, left_out))
        hits = self._memory._index.find(shingles[considered], self._first)
        return Sharing(considered, hits, self._memory._groups.numbers, self._memory._member)

    def repeated(self, source_id: str, sentences: Keys, fewest: int, share: float) -> NDArray[np.bool_]:
        """Which of ``sentences`` stand in ``fewest`` and in ``share`` of the source's recent groups, or in more."""
        return self._memory._boilerplate.repeated(source_id, sentences, self._first, fewest, share)

    def counts(self, source_id: str, groups: Iterable[Group]) -> bool:
        """True where the source has no member in ``groups`` among its recent ones."""
        return self._memory._boilerplate.counts(source_id, (group.number for group in groups), self._first)

    def canonical(self, group: Group) -> Member:
        """The member that a group with members in the window goes by."""
        return self._memory._member(group.canonical(self._first))

    def standing(self, group_id: str) -> Group | None:
        """The group that goes by ``group_id``, merges followed; None where none does."""
        return self._memory._groups.standing(group_id, self._first)

    def _found(self, *name: str) -> Member | None:
        """The last member of that name."""
        found: Member | None = None

        def has(number: int) -> bool:
            nonlocal found
            found = self._memory._member(number)
            return name in _names(found.facts)

        number = self._memory._names.find(name, self._first, has)
        return None if number is None else found
