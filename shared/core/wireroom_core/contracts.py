"""The contracts that join the parts: Source → Stage … → Sink, with DeadLetters and RawStore beside them.

The same objects run in one process and on Kafka; only the runner that calls them differs.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from wireroom_core.models import AnyMessage, DeadLetter, Decision, Message, Place


@dataclass(frozen=True, slots=True)
class Limits:
    """What bounds a batch. A batch is what is there, never waited for."""

    articles: int = 500
    bytes: int = 8 << 20


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message in its JSON form, as a source hands it over."""

    value: bytes
    place: Place


@dataclass(frozen=True, slots=True)
class Envelope:
    """A message on its way between stages, read back from its JSON form."""

    message: AnyMessage
    value: bytes
    at: datetime
    """The time that dedup's window goes by: the log's on Kafka, ``received_at`` in one process."""
    place: Place


@dataclass(frozen=True, slots=True)
class Refused:
    """A stage's answer to a message that can never succeed."""

    reason: str


Outcome = Sequence[Message] | Refused
"""What a stage makes of one message: messages (none, one or several, in order), or a refusal."""


class Source(Protocol):
    """Hands over deliveries and is told when they are safe."""

    def batches(self, limits: Limits) -> Iterator[Sequence[Delivery | DeadLetter]]:
        """Batches of what is there, in order; a dead letter stands where an input was refused."""
        ...

    def done(self, batch: Sequence[Delivery | DeadLetter]) -> None:
        """All of ``batch`` is stored, published, or safe among the dead letters."""
        ...


class Stage(Protocol):
    """Turns a batch of messages into messages and does not know where it stands."""

    name: str
    reads: type[Message]

    def process(self, batch: Sequence[Envelope]) -> list[Outcome]:
        """One outcome for each message, in order. Raises TransientError to be called again with the same batch."""
        ...


class Remembers(Protocol):
    """A stage with a memory: restored from recorded decisions before its first batch.

    Its ``process`` must not raise TransientError once it has changed its memory: called again in one
    process it would take what it had done for known.
    """

    def restore(self, decisions: Iterable[Decision]) -> None:
        """Apply the effects of ``decisions``, in the order in which they were taken; nothing is decided again.

        A long memory comes in several calls, one after the other.
        """
        ...


@dataclass(frozen=True, slots=True)
class Advance:
    """A move of a consumer's position that a sink makes in its own transaction."""

    cluster: str
    topic: str
    partition: int
    start: int
    end: int
    """The next offset to read once the batch is written."""


class Sink(Protocol):
    """Takes a batch with the positions that it covers; both are kept, or neither."""

    name: str
    reads: tuple[type[Message], ...]

    def write(self, batch: Sequence[Envelope], advances: Sequence[Advance]) -> None:
        """Keep the batch.

        Raises TransientError to be called again, PoisonError where the content of the batch can
        never be kept: the runner then halves it until the poison is alone. Raises OverlongError
        where it takes too long: halved likewise, and what is alone is tried again. Raises
        PositionMovedError where a position is not where its advance starts.
        """
        ...


class PositionedSink(Sink, Protocol):
    """A sink that keeps the positions itself, so that a consumer asks it where to begin."""

    def positions(self, cluster: str, topic: str, partitions: Sequence[int]) -> Mapping[int, int]:
        """The next offset of each of ``partitions`` that has a position. Raises TransientError."""
        ...

    def begin(self, cluster: str, topic: str, partition: int, first: int) -> None:
        """Record a partition's first position; one that is there stays as it is. Raises TransientError."""
        ...


class DeadLetters(Protocol):
    """Where refused input goes; ``put`` returns only once it is safe there."""

    def put(self, letters: Sequence[DeadLetter]) -> None:
        """Keep ``letters``; one that is already there stays as it is. Raises TransientError."""
        ...


class RawStore(Protocol):
    """Originals by the hash of their content."""

    def put(self, body: bytes) -> str:
        """Keep ``body`` and return its reference; durable only after ``sync``. Raises TransientError."""
        ...

    def put_chunks(self, chunks: Iterable[bytes]) -> str:
        """The same for a body of any size, given in pieces; what ``chunks`` raises passes through."""
        ...

    def sync(self) -> None:
        """Make all that was put durable. Raises TransientError."""
        ...

    def get(self, ref: str) -> bytes:
        """The original. Raises KeyError where there is none."""
        ...

    def path(self, ref: str) -> Path:
        """Where the original can be read in pieces."""
        ...
