"""A Source that fetches feeds at their fixed intervals and hands over what is new in them."""

import threading
from collections import deque
from collections.abc import Iterator, Sequence

from wireroom_core.batching import Handed
from wireroom_core.clock import Clock
from wireroom_core.contracts import Limits, RawStore
from wireroom_core.errors import PoisonError
from wireroom_core.log import logger
from wireroom_core.models import Article, DeadLetter, decode
from wireroom_core.runner import patiently
from wireroom_ingest.desk import Desk
from wireroom_ingest.feeds.fetches import Fetches
from wireroom_ingest.feeds.memory import Content, FeedMemory
from wireroom_ingest.feeds.saying import Seldom
from wireroom_ingest.feeds.schedule import Schedule
from wireroom_ingest.originals import Originals, durable_batches
from wireroom_ingest.reading import fetched
from wireroom_ingest.sources import Feed

log = logger("ingest")

LOOK_EVERY = 0.5
"""Seconds between two looks at what is due and what has come."""
SAY_EVERY = 60.0
"""Seconds for which a feed that fails is not spoken of again."""


class Polling:
    """What differs from the last content of each item of ``feeds``, until ``stop`` is set.

    A content is remembered once it is done. A feed that cannot be fetched is no dead letter: it is
    fetched again. Batches are done in the order in which they were given.
    """

    def __init__(
        self,
        feeds: Sequence[Feed],
        fetches: Fetches,
        memory: FeedMemory,
        *,
        raw: RawStore,
        clock: Clock,
        stop: threading.Event,
    ) -> None:
        self._schedule = Schedule(feeds)
        self._fetches = fetches
        self._memory = memory
        self._raw = raw
        self._clock = clock
        self._stop = stop
        self._seldom = Seldom(SAY_EVERY, clock)
        self._last_ref: dict[Feed, str] = {}
        self._owed: deque[Content | None] = deque()
        """For each item handed over and not yet done its content, None for a dead letter."""

    def batches(self, limits: Limits) -> Iterator[Sequence[Handed]]:
        """Batches of what is new, without end."""
        for batch in durable_batches(self._handed(), limits, self._raw, self._clock):
            yield batch
            if self._stop.is_set():
                return

    def done(self, batch: Sequence[Handed]) -> None:
        """Remember the contents of ``batch``; trouble with the file is waited out."""
        owed = [self._owed.popleft() for _ in batch]
        contents = [content for content in owed if content is not None]
        if contents:
            patiently(lambda: self._memory.remember(contents), self._clock)

    def _handed(self) -> Iterator[Handed | None]:
        while not self._stop.is_set():
            for feed in self._schedule.due(self._clock.monotonic()):
                self._fetches.start(feed)
            while answer := self._fetches.answered():
                yield from self._answer(*answer)
                yield None
            self._clock.sleep(LOOK_EVERY)

    def _answer(self, feed: Feed, body: bytes | PoisonError) -> Iterator[Handed]:
        if isinstance(body, PoisonError):
            self._say(feed, body)
            return
        ref = patiently(lambda: self._raw.put(body), self._clock)
        if self._last_ref.get(feed) == ref:  # else what is refused in it would be refused at every turn
            return
        self._last_ref[feed] = ref
        for item in Originals(Desk(feed.assigned, self._clock), self._raw).read(fetched(ref, feed.name)):
            content = None if isinstance(item, DeadLetter) else _content(item.value)
            if content is None or self._is_new(content):
                self._owed.append(content)
                yield item

    def _is_new(self, content: Content) -> bool:
        """True where the item's last content, published or on its way there, is another one, or there is none."""
        on_the_way = (
            owed.hash for owed in reversed(self._owed) if owed is not None and owed.item_key == content.item_key
        )
        last = next(on_the_way, None)
        return last != content.hash if last else not self._memory.knows(content)

    def _say(self, feed: Feed, reason: PoisonError) -> None:
        if self._seldom.due(feed.name):
            log.warning("a feed cannot be fetched", feed=feed.name, reason=str(reason))


def _content(value: bytes) -> Content:
    article = decode(value, Article)
    assert isinstance(article, Article)  # noqa: S101 - decode refuses every other type
    return Content.of(article)
