"""Waiting that ends: whoever asked is still there to be told."""

from collections.abc import Callable
from typing import TypeVar

from wireroom_core.clock import Clock
from wireroom_core.errors import TransientError
from wireroom_core.log import logger
from wireroom_core.runner import FIRST_WAIT, LONGEST_WAIT

log = logger("ingest")
T = TypeVar("T")


def within(seconds: float, action: Callable[[], T], clock: Clock) -> T:
    """``action`` until it raises no TransientError, with growing waits; raises its last one after ``seconds``."""
    end, wait = clock.monotonic() + seconds, FIRST_WAIT
    while True:
        try:
            return action()
        except TransientError as error:
            left = end - clock.monotonic()
            if left <= 0:
                log.warning("given up waiting", seconds=seconds, reason=str(error))
                raise
            clock.sleep(min(wait, left))
            wait = min(wait * 2, LONGEST_WAIT)
