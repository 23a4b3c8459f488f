"""What is pushed: all of a body is published, or nothing of it."""

import hashlib
import threading
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wireroom_core.clock import Clock
from wireroom_core.contracts import Delivery, RawStore
from wireroom_core.errors import PoisonError
from wireroom_core.models import Article, Place, encode
from wireroom_ingest import build, identity
from wireroom_ingest.build import HandOver
from wireroom_ingest.desk import attempt, one_line
from wireroom_ingest.formats import plain
from wireroom_ingest.formats.item import Channel
from wireroom_ingest.lines import MAX_LINE, Line, LongLine, lines_of
from wireroom_ingest.publisher import Assignment
from wireroom_ingest.publishing import Publisher
from wireroom_ingest.push.patience import within

NAME = "push"
"""What stands as the file of what was pushed."""
PATIENCE = 10.0
"""Seconds for which trouble of the raw store or the publisher is waited out."""
_NOT_KEPT = "-"
"""Stands for the reference of the body until all of it is known to be right."""


@dataclass(frozen=True, slots=True)
class Push:
    """A body, whose it is (``client`` is the source of its articles that name none), and its key, if any."""

    body: bytes
    client: Assignment
    key: str | None = None
    lines: bool = True
    """False where the whole body is one object."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a line is refused."""

    line: int
    reason: str


class RefusedPushError(Exception):
    """Nothing of a push is published: each of ``faults`` would have to be mended first."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(f"{len(faults)} lines are refused")
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Accepted:
    """An article that was published."""

    line: int
    article: Article


class Receiver:
    """Publishes pushes; may be called from several threads at once."""

    def __init__(self, publisher: Publisher, *, raw: RawStore, clock: Clock) -> None:
        self._publisher = publisher
        self._raw = raw
        self._clock = clock
        self._keeping = threading.Lock()  # a raw store is one thread's at a time

    def receive(self, push: Push) -> Sequence[Accepted]:
        """Publish all of ``push``; returns once that is acknowledged, and the original durable before.

        Raises RefusedPushError where anything in it is refused, TransientError where the raw store or the
        publisher is away for longer than ``PATIENCE``: then some of it may be published.
        """
        accepted = self._checked(push)
        ref = within(PATIENCE, lambda: self._keep(push.body), self._clock)
        deliveries = [_delivery(each, HandOver(ref, each.line, many=push.lines).raw_ref) for each in accepted]
        within(PATIENCE, lambda: self._publisher.publish(deliveries), self._clock)
        return accepted

    def _checked(self, push: Push) -> list[Accepted]:
        known_by = push.key or uuid.uuid4().hex
        tried = [self._tried(line, push, known_by) for line in _lines(push)]
        faults = [each for each in tried if isinstance(each, Fault)]
        if faults or not tried:
            raise RefusedPushError(faults)
        return [each for each in tried if isinstance(each, Accepted)]

    def _tried(self, line: Line | LongLine, push: Push, known_by: str) -> Accepted | Fault:
        if isinstance(line, LongLine):
            return Fault(line.number, line.reason)
        made = attempt(lambda: self._accepted(line, push, known_by), NAME)
        return Fault(line.number, one_line(made)) if isinstance(made, PoisonError) else made

    def _accepted(self, line: Line, push: Push, known_by: str) -> Accepted:
        """Raises PoisonError."""
        entry, now = plain.parse(line.body), self._clock.now()
        if isinstance(entry, Article):  # its ids would be the client's own, and could be another article's
            raise PoisonError("one of our own messages, with ids of its own: pushed is plain input")
        key = identity.push_key(push.client.id or push.client.name or "", known_by, line.body)
        hand_over = HandOver(_NOT_KEPT, line.number, known_by=key)
        article = build.article(entry, hand_over, assigned=push.client, channel=Channel(), now=now)
        return Accepted(line.number, article)

    def _keep(self, body: bytes) -> str:
        with self._keeping:
            ref = self._raw.put(body)
            self._raw.sync()
        return ref


def _lines(push: Push) -> Iterator[Line | LongLine]:
    if push.lines:
        yield from (line for line in lines_of([push.body]) if line is not None)
    elif len(push.body) > MAX_LINE:
        yield LongLine(1, len(push.body), hashlib.sha256(push.body).hexdigest())
    else:
        yield Line(1, push.body.strip())


def _delivery(accepted: Accepted, raw_ref: str) -> Delivery:
    article = accepted.article.model_copy(update={"raw_ref": raw_ref})
    return Delivery(encode(article), Place(file=NAME, line=accepted.line))
