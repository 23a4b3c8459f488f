"""Originals in a folder, by the SHA-256 of their content."""

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path

from wireroom_core.errors import FatalError, TransientError

_PREFIX = "sha256:"


class FolderRawStore:
    """A RawStore in ``folder``: ``ab/abcd…``, written aside and, by ``sync``, made durable and renamed into place.

    An original that is there already is not written again. Trouble with the disk is a TransientError.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._unsynced: dict[str, Path] = {}

    def prepare(self) -> None:
        """Make the folder. Raises FatalError where that cannot be, which waiting would not mend."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            tempfile.TemporaryFile(dir=self._folder).close()
        except OSError as error:
            raise FatalError(f"the folder of originals {self._folder} cannot be used: {error.strerror}") from None

    def put(self, body: bytes) -> str:
        """Keep ``body`` and return its reference; durable only after ``sync``."""
        digest = hashlib.sha256(body).hexdigest()
        if digest in self._unsynced or self._path(digest).exists():
            return _PREFIX + digest
        return self.put_chunks([body])

    def put_chunks(self, chunks: Iterable[bytes]) -> str:
        """Keep a body of any size, given in pieces; what ``chunks`` raises passes through."""
        hashed = hashlib.sha256()
        with _disk_trouble():
            self._folder.mkdir(parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(dir=self._folder, prefix=".", suffix=".part")
        aside = Path(name)
        try:
            with os.fdopen(descriptor, "wb", buffering=0) as file:
                for chunk in chunks:
                    hashed.update(chunk)
                    with _disk_trouble():
                        _write_all(file, chunk)
        except BaseException:
            aside.unlink(missing_ok=True)
            raise
        if (known := self._unsynced.get(hashed.hexdigest())) is not None:
            known.unlink(missing_ok=True)
        self._unsynced[hashed.hexdigest()] = aside
        return _PREFIX + hashed.hexdigest()

    def sync(self) -> None:
        """Make all that was put durable and visible to other processes."""
        folders = {self._folder}
        with _disk_trouble():
            for digest, aside in list(self._unsynced.items()):
                target = self._path(digest)
                target.parent.mkdir(exist_ok=True)
                _fsync(aside)
                aside.chmod(0o640)
                aside.replace(target)
                folders.add(target.parent)
                del self._unsynced[digest]
            if len(folders) > 1:
                for folder in folders:
                    _fsync(folder)

    def get(self, ref: str) -> bytes:
        """The original; KeyError where there is none."""
        try:
            return self.path(ref).read_bytes()
        except FileNotFoundError:
            raise KeyError(ref) from None

    def path(self, ref: str) -> Path:
        """Where the original of ``ref`` stands."""
        digest = ref.removeprefix(_PREFIX)
        return self._unsynced.get(digest) or self._path(digest)

    def _path(self, digest: str) -> Path:
        return self._folder / digest[:2] / digest


def _write_all(file: FileIO, chunk: bytes) -> None:
    rest = memoryview(chunk)
    while rest:
        rest = rest[file.write(rest) :]


def _fsync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _disk_trouble() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise TransientError(f"the folder of originals cannot be written: {error}") from error
