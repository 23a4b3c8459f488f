"""From arguments to what the source hands over: files, folders, addresses and standard input."""

import os
import re
from collections.abc import Iterator

from wireroom_core.batching import Handed
from wireroom_core.contracts import RawStore
from wireroom_core.errors import PoisonError
from wireroom_core.log import logger
from wireroom_core.runner import patiently
from wireroom_ingest import folders, stdin
from wireroom_ingest.desk import Desk, attempt
from wireroom_ingest.encoding import mend
from wireroom_ingest.fetch import fetch
from wireroom_ingest.files import pieces, suffix
from wireroom_ingest.originals import Original, Originals
from wireroom_ingest.urls import shown

log = logger("ingest")

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


class Reader:
    """Reads one argument after the other. In what it gives, a None stands where it would have to wait."""

    def __init__(self, desk: Desk, raw: RawStore, stdin_fd: int) -> None:
        self._desk = desk
        self._raw = raw
        self._originals = Originals(desk, raw)
        self._stdin = stdin.StandardInput(stdin_fd, desk, raw)

    def read(self, argument: str) -> Iterator[Handed | None]:
        """All that ``argument`` leads to, in order; what cannot be read is a dead letter and never stops the rest."""
        if argument == stdin.NAME:
            yield from self._stdin.read()
        elif _ADDRESS.match(argument):
            yield from self._address(argument)
        elif os.path.isdir(argument):
            yield from self._folder(argument)
        else:
            yield from self._file(argument)

    def _address(self, address: str) -> Iterator[Handed | None]:
        yield None
        name = shown(mend(address)[0])
        body = attempt(lambda: fetch(address, self._desk.clock), name)
        if isinstance(body, PoisonError):
            yield self._desk.refuse(body, name)
            return
        ref = patiently(lambda: self._raw.put(body), self._desk.clock)
        yield from self._originals.read(fetched(ref, name))

    def _folder(self, folder: str) -> Iterator[Handed]:
        try:
            entries = list(folders.entries(folder))
        except OSError as error:
            yield self._desk.refuse(f"the folder cannot be read: {error.strerror}", mend(folder)[0])
            return
        for entry in entries:
            yield from self._entry(entry)

    def _entry(self, entry: os.DirEntry[str]) -> Iterator[Handed]:
        if entry.is_dir(follow_symlinks=False):
            yield from self._folder(entry.path)
        elif folders.is_about_the_folder(entry.name):
            log.info("left out", file=entry.path)
        elif os.path.isfile(entry.path):
            yield from self._file(entry.path)
        else:  # a pipe could be waited for for ever, a link to a folder could lead back here
            reason = "neither a regular file nor a folder (links to folders are not followed)"
            yield self._desk.refuse(reason, mend(entry.path)[0])

    def _file(self, path: str) -> Iterator[Handed]:
        name = mend(path)[0]
        try:
            ref = patiently(lambda: self._raw.put_chunks(pieces(path)), self._desk.clock)
        except PoisonError as error:
            yield self._desk.refuse(error, name)
        else:
            yield from self._originals.read(Original(ref, name, feed=name, suffix=suffix(path)))


def fetched(ref: str, address: str) -> Original:
    """The original that ``address`` answered with; ``address`` as it may be shown."""
    path = re.split(r"[?#]", address, maxsplit=1)[0]
    return Original(ref, address, feed=address, suffix=suffix(path), base=address)
