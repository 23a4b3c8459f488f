"""The files that stand in an inbox."""

import os
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from wireroom_core.log import logger
from wireroom_ingest import folders
from wireroom_ingest.inbox.standstill import Signature
from wireroom_ingest.sources import RESERVED

log = logger("ingest")


class Scan:
    """Lists an inbox with its sub-folders, but for done/ and failed/. What is no news it leaves, and says so once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._shelves = {str(root / name) for name in RESERVED}
        self._said: set[str] = set()

    def files(self, but_for: Container[Path]) -> dict[Path, Signature]:
        """The files in the order of their folders and names. Raises OSError where ``root`` cannot be listed."""
        found: dict[Path, Signature] = {}
        for entry in self._entries(folders.entries(str(self._root))):
            path = Path(entry.path)
            if path not in but_for and self._is_news(entry) and (signature := signature_of(path)):
                found[path] = signature
        return found

    def _entries(self, listed: Iterable[os.DirEntry[str]]) -> Iterator[os.DirEntry[str]]:
        """What is ``listed`` and what stands in its folders; links are followed nowhere."""
        for entry in listed:
            if not entry.is_dir(follow_symlinks=False):
                yield entry
            elif entry.path not in self._shelves:
                yield from self._entries(self._listed(entry))

    def _listed(self, folder: os.DirEntry[str]) -> list[os.DirEntry[str]]:
        """Nothing of a folder that cannot be listed, or out of which nothing can be moved: no other waits for it."""
        try:
            listed = list(folders.entries(folder.path))
        except OSError as error:
            self._leave_out(folder.path, f"cannot be listed: {error.strerror}")
            return []
        if listed and not os.access(folder.path, os.W_OK | os.X_OK):
            self._leave_out(folder.path, "nothing can be moved out of it")
            return []
        return listed

    def _is_news(self, entry: os.DirEntry[str]) -> bool:
        if entry.is_file(follow_symlinks=False) and not folders.is_about_the_folder(entry.name):
            return True
        self._leave_out(entry.path, "not a news file")
        return False

    def _leave_out(self, path: str, reason: str) -> None:
        if path not in self._said:
            self._said.add(path)
            log.warning("left out", path=path, reason=reason)


def signature_of(path: Path) -> Signature | None:
    """The file as it stands, None where it is gone or cannot be looked at."""
    try:
        status = path.lstat()
    except OSError:
        return None
    return Signature(status.st_ino, status.st_size, status.st_mtime_ns)
