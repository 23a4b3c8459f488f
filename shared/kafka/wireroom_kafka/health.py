"""What a consumer says about itself: its state and its counters, as plain values that an HTTP endpoint can read."""

import logging
from collections import Counter
from dataclasses import dataclass, field

from wireroom_core.log import logger

log = logger("kafka")

POLLING_SECONDS = 10.0


@dataclass(slots=True)
class PartitionHealth:
    """One assigned partition."""

    restored: bool = False
    in_trouble: bool = False
    """Waiting for the broker or the sink."""
    lag: int = 0
    oldest_at: float | None = None
    """Log time of the first record at hand that is not worked off, in epoch seconds; None: none at hand."""
    committed_at: float | None = None


@dataclass(slots=True)
class Health:
    """Written by the runner in its event loop; times are the clock's monotonic seconds where nothing else is said."""

    joined: bool = False
    polled_at: float = float("-inf")
    stopped: str | None = None
    """Why nothing is consumed until somebody acts."""
    partitions: dict[int, PartitionHealth] = field(default_factory=dict)
    articles: Counter[str] = field(default_factory=Counter)
    """By outcome: passed, refused (each a dead letter), or nothing (the message was known)."""
    batches: int = 0
    batch_seconds: float = 0.0

    def healthy(self, now: float) -> bool:
        """Joined and polling; no partition assigned is standby, and healthy."""
        return self.stopped is None and self.joined and now - self.polled_at < POLLING_SECONDS

    def ready(self, now: float) -> bool:
        """Healthy, and every assigned partition restored."""
        return self.healthy(now) and all(partition.restored for partition in self.partitions.values())


class _ClientLog(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        log.warning("waiting", reason=record.getMessage())


_CLIENT_LOG = _ClientLog(logging.WARNING)


def listen_to_clients() -> None:
    """Let what aiokafka says while it tries again stand among what is waited for."""
    client_log = logging.getLogger("aiokafka")
    client_log.addHandler(_CLIENT_LOG)
    client_log.propagate = False
