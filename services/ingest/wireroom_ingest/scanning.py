"""The files that stand in an inbox."""

import os
from collections.abc import Container
from pathlib import Path

from wireroom_core.log import logger
from wireroom_ingest import folders
from wireroom_ingest.shelves import Shelves
from wireroom_ingest.sources import RESERVED
from wireroom_ingest.standstill import Signature

log = logger("ingest")


class Scan:
    """Lists an inbox; done/ and failed/ are never looked into. What is no news it leaves alone, and says so once."""

    def __init__(self, shelves: Shelves) -> None:
        self._shelves = shelves
        self._own = {str(shelves.root / name) for name in (*RESERVED, *shelves.names)}
        self._said: set[str] = set()

    def files(self, but_for: Container[Path]) -> dict[Path, Signature]:
        """The files in the order of their folders and names. Raises OSError."""
        found: dict[Path, Signature] = {}
        for folder in self._shelves.watched():
            for entry in folders.entries(str(folder)):
                path = Path(entry.path)
                if path not in but_for and self._is_news(entry) and (signature := signature_of(path)):
                    found[path] = signature
        return found

    def _is_news(self, entry: os.DirEntry[str]) -> bool:
        if entry.is_file(follow_symlinks=False) and not folders.is_about_the_folder(entry.name):
            return True
        if entry.path not in self._own and entry.path not in self._said:
            self._said.add(entry.path)
            log.warning("left out: not a news file, nor a folder that sources.yaml names", path=entry.path)
        return False


def signature_of(path: Path) -> Signature | None:
    """The file as it stands, None where it is gone or cannot be looked at."""
    try:
        status = path.lstat()
    except OSError:
        return None
    return Signature(status.st_ino, status.st_size, status.st_mtime_ns)
