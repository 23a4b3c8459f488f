"""A Source that watches a folder: what is dropped there is read once it is whole, then moved away."""

import threading
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from wireroom_core.batching import Handed
from wireroom_core.clock import Clock
from wireroom_core.contracts import Limits, RawStore
from wireroom_core.errors import PoisonError, TransientError
from wireroom_core.log import logger
from wireroom_core.models import DeadLetter
from wireroom_core.runner import patiently
from wireroom_ingest.desk import Desk, attempt
from wireroom_ingest.encoding import mend
from wireroom_ingest.files import pieces, suffix
from wireroom_ingest.inbox.refusals import Refusals
from wireroom_ingest.inbox.scanning import Scan, signature_of
from wireroom_ingest.inbox.shelves import Shelves
from wireroom_ingest.inbox.standstill import Signature, Standstill
from wireroom_ingest.originals import Original, Originals, durable_batches
from wireroom_ingest.publisher import Assignment

log = logger("ingest")

LOOK_EVERY = 0.5
"""Seconds between two looks into the inbox."""


@dataclass(slots=True)
class _InHand:
    """A file that is being read, or of which not all is done."""

    path: Path
    signature: Signature
    refusals: Refusals = field(default_factory=Refusals)
    owed: int = 0
    """Handed over and not yet done."""
    read: bool = False


class Inbox:
    """Files of ``root`` and of its sub-folders, some of which ``folders`` gives to sources, until ``stop`` is set.

    A file is moved into done/ (failed/ where anything in it was refused) only once all of it is done.
    Killed between the two, it is handed over again after the next start, under the same delivery_ids
    as before, which the store takes once. Batches are done in the order in which they were given.
    """

    def __init__(
        self, root: Path, folders: Mapping[str, Assignment], *, raw: RawStore, clock: Clock, stop: threading.Event
    ) -> None:
        root = root.absolute()  # else "." is written in two ways
        self._shelves = Shelves(root, tuple(folders))
        self._assigned = {root / name: assigned for name, assigned in folders.items()}
        self._raw = raw
        self._clock = clock
        self._stop = stop
        self._scan = Scan(root)
        self._standstill = Standstill()
        self._in_hand: dict[Path, _InHand] = {}
        self._owed: deque[_InHand] = deque()

    def batches(self, limits: Limits) -> Iterator[Sequence[Handed]]:
        """Batches of what was dropped, without end. Raises FatalError at once where the inbox cannot be used."""
        self._shelves.prepare()
        return self._batches(limits)

    def done(self, batch: Sequence[Handed]) -> None:
        """Move the files away of which all is done; trouble with the folder is waited out."""
        for _ in batch:
            file = self._owed.popleft()
            file.owed -= 1
            self._settle(file)

    def _batches(self, limits: Limits) -> Iterator[Sequence[Handed]]:
        for batch in durable_batches(self._handed(), limits, self._raw, self._clock):
            yield batch
            if self._stop.is_set():
                return

    def _handed(self) -> Iterator[Handed | None]:
        while not self._stop.is_set():
            there = self._there()
            settled = self._standstill.settled(there, self._clock.monotonic())
            for path in settled:
                yield from self._file(_InHand(path, there[path]))
            yield None
            if not settled:
                self._clock.sleep(LOOK_EVERY)

    def _there(self) -> dict[Path, Signature]:
        """What stands there and is not in hand; nothing, said loudly, while the folder cannot be read."""
        try:
            return self._scan.files(but_for=self._in_hand)
        except OSError as error:
            log.warning("waiting", reason=f"the inbox cannot be read: {error}")
            return {}

    def _file(self, file: _InHand) -> Iterator[Handed]:
        self._in_hand[file.path] = file
        for item in self._read(file):
            if isinstance(item, DeadLetter):
                file.refusals.add(item)
            file.owed += 1
            self._owed.append(file)
            yield item
        file.read = True
        self._settle(file)

    def _read(self, file: _InHand) -> Iterator[Handed]:
        """All that the file holds; nothing where it changed before all of it was in the raw store."""
        path, name = str(file.path), mend(str(file.path))[0]
        desk = Desk(self._assignment(file.path), self._clock)
        ref = attempt(lambda: patiently(lambda: self._raw.put_chunks(pieces(path)), self._clock), name)
        if signature_of(file.path) != file.signature:
            log.info("changed while it was read: waited for", file=name)
        elif isinstance(ref, PoisonError):
            yield desk.refuse(ref, name)
        else:
            yield from Originals(desk, self._raw).read(Original(ref, name, feed=name, suffix=suffix(path)))

    def _assignment(self, path: Path) -> Assignment:
        """Of the nearest folder that is a source's."""
        owned = (self._assigned[folder] for folder in path.parents if folder in self._assigned)
        return next(owned, Assignment())

    def _settle(self, file: _InHand) -> None:
        if file.read and not file.owed:
            patiently(lambda: self._move(file), self._clock)
            del self._in_hand[file.path]

    def _move(self, file: _InHand) -> None:
        """Raises TransientError."""
        try:
            if signature_of(file.path) != file.signature:
                log.warning("gone or changed since it was read: not moved", file=str(file.path))
            else:
                self._shelves.put(file.path, file.refusals.text())
        except OSError as error:
            raise TransientError(f"{file.path} cannot be moved out of the inbox: {error}") from error
