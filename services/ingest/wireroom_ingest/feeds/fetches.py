"""Fetches that go on beside each other."""

import threading
from collections import deque
from collections.abc import Callable
from queue import Empty, SimpleQueue

from wireroom_core.errors import PoisonError
from wireroom_ingest.desk import attempt
from wireroom_ingest.sources import Feed

Answer = tuple[Feed, bytes | PoisonError]


AT_A_TIME = 8
"""Fetches that go on at a time, each of which may hold a body of 64 MiB."""


class Fetches:
    """Each in a thread of its own, so that an address which does not answer delays few others."""

    def __init__(self, fetch: Callable[[str], bytes]) -> None:
        """``fetch`` gives the body of an address, or raises PoisonError."""
        self._fetch = fetch
        self._under_way: set[Feed] = set()
        self._places = threading.Semaphore(AT_A_TIME)
        self._due: deque[Feed] = deque()
        self._answers: SimpleQueue[Answer] = SimpleQueue()

    def start(self, feed: Feed) -> None:
        """Fetch ``feed``; where that is still under way, nothing."""
        if feed not in self._under_way:
            self._under_way.add(feed)
            self._due.append(feed)
            self._begin()

    def answered(self) -> Answer | None:
        """A feed with its body, or why there is none; None while nothing more has come."""
        try:
            feed, answer = self._answers.get_nowait()
        except Empty:
            return None
        self._under_way.discard(feed)
        self._begin()
        return feed, answer

    def _begin(self) -> None:
        """Begin what is due, where there is a place."""
        while self._due and self._places.acquire(blocking=False):
            feed = self._due.popleft()
            # A daemon: nothing of a fetch is lost when the process ends.
            threading.Thread(target=self._run, args=(feed,), daemon=True, name=f"fetch {feed.name}").start()

    def _run(self, feed: Feed) -> None:
        answer = attempt(lambda: self._fetch(feed.address), feed.name)
        self._places.release()
        self._answers.put((feed, answer))
