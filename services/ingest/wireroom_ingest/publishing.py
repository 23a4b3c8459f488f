"""From a source to where articles are published, in the order that loses nothing."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from wireroom_core.clock import Clock
from wireroom_core.contracts import DeadLetters, Delivery, Limits, Source
from wireroom_core.models import DeadLetter
from wireroom_core.runner import Tally, patiently


class Publisher(Protocol):
    """Where deliveries are published."""

    def publish(self, deliveries: Sequence[Delivery]) -> None:
        """Publish ``deliveries`` in their order; returns when all are acknowledged.

        Called from several threads at once (an inbox, feeds, requests). Raises TransientError; some of
        ``deliveries`` may then be published, and all are given again.
        """
        ...


def publish_all(
    source: Source,
    publisher: Publisher,
    dead_letters: DeadLetters,
    *,
    limits: Limits,
    clock: Clock,
    on_batch: Callable[[Tally], None] = lambda tally: None,
) -> Tally:
    """All that ``source`` hands over, until it ends; trouble is waited out in place, loudly.

    A batch is done once its dead letters are safe and its deliveries acknowledged.
    """
    tally = Tally()
    for batch in source.batches(limits):
        letters = [item for item in batch if isinstance(item, DeadLetter)]
        deliveries = [item for item in batch if isinstance(item, Delivery)]
        if letters:
            patiently(partial(dead_letters.put, letters), clock)
        if deliveries:
            patiently(partial(publisher.publish, deliveries), clock)
        source.done(batch)
        tally.handed_over += len(batch)
        tally.refused += len(letters)
        on_batch(tally)
    return tally
