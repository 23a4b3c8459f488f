"""The folders of an inbox: what is watched, and ``done/`` and ``failed/``, into which files are moved."""

import errno
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from wireroom_core.errors import FatalError
from wireroom_ingest.sources import RESERVED

_LONGEST_NAME = 200
"""Bytes of a name that are kept in done/ and failed/, which leaves room for a number and for the reason's suffix."""
_REASON = ".reason.txt"


@dataclass(frozen=True, slots=True)
class Shelves:
    """The inbox ``root``, with the folders ``names`` that sources have in it; what is moved keeps its folder."""

    root: Path
    names: Sequence[str] = ()

    def watched(self) -> list[Path]:
        """The folders in which files are dropped."""
        return [self.root, *(self.root / name for name in self.names)]

    def prepare(self) -> None:
        """Make what is missing of the folders.

        Raises FatalError where a file in one of them could not be listed, written, or moved into done/ or failed/.
        """
        try:
            for folder in self.watched():
                folder.mkdir(parents=True, exist_ok=True)
                os.listdir(folder)
                for shelf in RESERVED:
                    _try_move(folder, self._shelf(folder, shelf))
        except OSError as error:
            raise FatalError(f"the inbox {self.root} cannot be used: {_why(error)}") from None

    def put(self, path: Path, reasons: str) -> Path:
        """Move ``path`` into done/, or, where there are ``reasons``, into failed/ with them beside it.

        The reasons stand there first, so that no failed file is ever without. Nothing is
        overwritten. Raises OSError.
        """
        shelf = self._shelf(path.parent, "failed" if reasons else "done")
        shelf.mkdir(parents=True, exist_ok=True)
        target = next(free for free in _names(shelf, path.name) if _is_free(free))
        if reasons:
            _write(_reason_of(target), reasons)
        path.rename(target)
        return target

    def _shelf(self, folder: Path, shelf: str) -> Path:
        return self.root / shelf / folder.relative_to(self.root)


def _why(error: OSError) -> str:
    if error.errno == errno.EXDEV:
        return f"{error.filename2} is on another file system, so that no file can be moved there in one step"
    if error.errno in (errno.EEXIST, errno.ENOTDIR):
        return f"{error.filename} is no folder"
    return f"{error.filename}: {error.strerror}"


def _try_move(folder: Path, shelf: Path) -> None:
    """Raises OSError, "cross-device link" among others where the two are not on one file system."""
    shelf.mkdir(parents=True, exist_ok=True)
    probe, moved = folder / f".wireroom-{os.getpid()}", shelf / f".wireroom-{os.getpid()}"
    probe.write_bytes(b"")
    try:
        probe.rename(moved)
    finally:
        probe.unlink(missing_ok=True)
        moved.unlink(missing_ok=True)


def _names(shelf: Path, name: str) -> Iterator[Path]:
    """``name`` (cut where it is very long), then the same with numbers from 2."""
    stem, suffix = os.path.splitext(os.fsencode(name))
    stem = stem[: max(1, _LONGEST_NAME - len(suffix))]
    suffix = suffix[: _LONGEST_NAME - len(stem)]
    yield shelf / os.fsdecode(stem + suffix)
    number = 2
    while True:
        yield shelf / os.fsdecode(b"%b-%d%b" % (stem, number, suffix))
        number += 1


def _is_free(path: Path) -> bool:
    return not (os.path.lexists(path) or os.path.lexists(_reason_of(path)))


def _reason_of(path: Path) -> Path:
    return path.with_name(path.name + _REASON)


def _write(path: Path, text: str) -> None:
    aside = path.with_name(f".{path.name}.part")
    aside.write_text(text, encoding="utf-8")
    aside.replace(path)
