"""The file in which ``wireroom decide --state`` keeps its decisions, one a line."""

import fcntl
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from wireroom_core.contracts import Advance, Envelope, Sink
from wireroom_core.errors import FatalError
from wireroom_core.models import DecidedArticle, Decision, Message


class DecisionFile:
    """Decisions in the order in which they were taken.

    They are added after their articles went out: if the command is killed in between, the articles
    are decided again, and storing drops them as deliveries that it knows.
    """

    def __init__(self, path: Path) -> None:
        """Raises FatalError where ``path`` cannot be opened, or another process uses it."""
        try:
            self._file = path.open("a+b")
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise FatalError(f"another process uses the state file {path}") from None
        except OSError as error:
            raise FatalError(f"the state file {path} cannot be opened: {error.strerror}") from None
        self._path = path

    def read(self) -> Iterator[Decision]:
        """The decisions so far. A last line that was cut off is taken back; any other damage is a FatalError."""
        self._file.seek(0)
        whole = 0
        for number, line in enumerate(self._file, start=1):
            if not line.endswith(b"\n"):
                break
            try:
                decision = Decision.model_validate_json(line)
            except ValueError:
                raise FatalError(f"line {number} of the state file {self._path} is no decision") from None
            whole += len(line)
            yield decision
        self._file.truncate(whole)

    def recording(self, sink: Sink) -> Sink:
        """``sink``, with the decisions that pass it added to the file."""
        return _Recording(sink, self)

    def add(self, decisions: Sequence[Decision]) -> None:
        """Add ``decisions``; on disk when this returns."""
        self._file.write(b"".join(decision.model_dump_json().encode() + b"\n" for decision in decisions))
        self._file.flush()
        os.fsync(self._file.fileno())


class _Recording:
    """A sink that keeps the decisions of what it has passed on."""

    def __init__(self, sink: Sink, file: DecisionFile) -> None:
        self.name = sink.name
        self.reads: tuple[type[Message], ...] = sink.reads
        self._sink = sink
        self._file = file

    def write(self, batch: Sequence[Envelope], advances: Sequence[Advance]) -> None:
        """Pass the batch on, then add its decisions."""
        self._sink.write(batch, advances)
        articles = [envelope.message for envelope in batch if isinstance(envelope.message, DecidedArticle)]
        self._file.add([article.decision for article in articles if article.decision is not None])
