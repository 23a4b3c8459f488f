"""The filters' ends: JSON lines on standard input and output, dead letters on standard error.

Lines go out as they come in: a batch is whatever whole lines are there, and each batch is flushed.
"""

import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

from wireroom_cli.exits import Code
from wireroom_core.batching import Handed, in_batches
from wireroom_core.clock import Clock
from wireroom_core.contracts import Advance, Delivery, Envelope, Limits
from wireroom_core.errors import FatalError
from wireroom_core.models import DeadLetter, Message, Place, StoredEvent, encode
from wireroom_core.runner import dead_letter
from wireroom_ingest.encoding import decode, mend_json
from wireroom_ingest.lines import LongLine, lines_of
from wireroom_ingest.stdin import pieces

_SUSPECT = re.compile(rb"\\u0000|\\u[dD][89a-fA-F]|\x00")
"""NUL or a surrogate in JSON. Both may be well-formed (a pair), which mending then finds out."""


class JsonLinesSource:
    """Messages from the lines of a file descriptor.

    A line with NUL, broken UTF-8 or lone surrogates is mended, which its ``repairs`` say; blank
    lines are passed over.
    """

    def __init__(self, descriptor: int, stage: str, clock: Clock) -> None:
        """``stage`` refuses a line that is too long."""
        self._descriptor = descriptor
        self._stage = stage
        self._clock = clock

    def batches(self, limits: Limits) -> Iterator[Sequence[Delivery | DeadLetter]]:
        """The lines that are there, at most ``limits`` of them at a time."""
        return in_batches(self._handed(), limits)

    def done(self, batch: Sequence[Delivery | DeadLetter]) -> None:
        """Whoever wrote the lines cannot be told."""

    def _handed(self) -> Iterator[Handed | None]:
        for line in lines_of(pieces(self._descriptor)):
            if line is None:
                yield None
            elif isinstance(line, LongLine):
                yield self._refused(line)
            else:
                yield Delivery(mended(line.body), Place(file="-", line=line.number))

    def _refused(self, line: LongLine) -> DeadLetter:
        place = Place(file="-", line=line.number)
        return dead_letter(self._stage, line.reason, None, clock=self._clock, place=place, digest=line.digest)


def mended(line: bytes) -> bytes:
    """``line`` as it is, or, where something in it has to be mended, mended and with the repairs added."""
    text, broken = decode(line)
    if not broken and not _SUSPECT.search(line):
        return line
    try:
        value, found = mend_json(json.loads(text))
    except (ValueError, RecursionError):
        return line
    if not isinstance(value, dict) or not (broken or found):
        return line
    if isinstance(said := value.get("repairs", []), list):
        value["repairs"] = [*said, *broken, *found]
    return json.dumps(value, ensure_ascii=False).encode()


class JsonLinesSink:
    """Writes each message as a line."""

    name = "output"

    def __init__(self, out: BinaryIO, *reads: type[Message]) -> None:
        self.reads = reads
        self._out = out

    def write(self, batch: Sequence[Envelope], advances: Sequence[Advance]) -> None:
        """One line for each message, flushed."""
        write_lines(self._out, [envelope.value for envelope in batch])


def write_lines(out: BinaryIO, lines: Sequence[bytes]) -> None:
    """``lines`` with their ends, flushed. Where nobody reads any more the command ends quietly."""
    try:
        _write(out, lines)
    except BrokenPipeError:
        _to_nowhere(out)
        raise SystemExit(Code.DONE) from None


def event_writer(out: BinaryIO) -> Callable[[Sequence[StoredEvent]], None]:
    """What writes what happened in the store as lines; storing goes on where nobody reads them any more."""

    def write(events: Sequence[StoredEvent]) -> None:
        try:
            _write(out, [encode(event) for event in events])
        except BrokenPipeError:
            _to_nowhere(out)

    return write


def _write(out: BinaryIO, lines: Sequence[bytes]) -> None:
    """Raises BrokenPipeError where nobody reads any more, FatalError where it cannot be written (a full disk)."""
    try:
        out.write(b"".join(line + b"\n" for line in lines))
        out.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _to_nowhere(out)
        raise FatalError(f"the output cannot be written: {error.strerror}") from None


def _to_nowhere(out: BinaryIO) -> None:
    """What is written from now on, or is left to be written at exit, fails no more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())


class JsonLinesDeadLetters:
    """Dead letters as lines; standard error is theirs in a filter."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def put(self, letters: Sequence[DeadLetter]) -> None:
        """One line for each letter, flushed. Raises FatalError where nobody reads them any more."""
        try:
            _write(self._out, [encode(letter) for letter in letters])
        except BrokenPipeError:
            _to_nowhere(self._out)
            raise FatalError("nobody reads the dead letters any more") from None
