"""What a consumer says about itself: its state and its counters, as plain values that an HTTP endpoint can read."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from wireroom_core.clock import Clock
from wireroom_core.log import logger

log = logger("kafka")

POLLING_SECONDS = 10.0
SAY_EVERY = 1.0


@dataclass(slots=True)
class Health:
    """Written by the runner in its event loop; times are the clock's monotonic seconds."""

    joined: bool = False
    polled_at: float = float("-inf")
    stopped: str | None = None
    """Why nothing is consumed until somebody acts."""
    assigned: set[int] = field(default_factory=set)
    restored: set[int] = field(default_factory=set)
    articles: Counter[str] = field(default_factory=Counter)
    """By outcome: passed, refused, or nothing (the message was known)."""
    batches: int = 0
    batch_seconds: float = 0.0
    lag: dict[int, int] = field(default_factory=dict)
    committed_at: dict[int, float] = field(default_factory=dict)
    """By partition; the age of the last commit is the distance to now."""

    def healthy(self, now: float) -> bool:
        """Joined and polling; no partition assigned is standby, and healthy."""
        return self.stopped is None and self.joined and now - self.polled_at < POLLING_SECONDS

    def ready(self, now: float) -> bool:
        """Healthy, and every assigned partition restored."""
        return self.healthy(now) and self.assigned <= self.restored

    def leave(self, partition: int) -> None:
        """Forget a partition that is no longer ours."""
        self.assigned.discard(partition)
        self.restored.discard(partition)
        self.lag.pop(partition, None)
        self.committed_at.pop(partition, None)


class Voice:
    """Says what is waited for, at most once a second whoever waits."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._said = float("-inf")

    def say(self, reason: str) -> None:
        """Say ``reason``, unless something was said within the last second."""
        now = self._clock.monotonic()
        if now - self._said >= SAY_EVERY:
            self._said = now
            log.warning("waiting", reason=reason)

    @contextmanager
    def over(self, what: str) -> Iterator[None]:
        """Say ``what`` again and again while the block takes longer than a batch should."""
        saying = asyncio.create_task(self._repeat(what))
        try:
            yield
        finally:
            saying.cancel()

    async def _repeat(self, what: str) -> None:
        with suppress(asyncio.CancelledError):
            while True:
                await asyncio.sleep(2 * SAY_EVERY)
                self.say(what)
