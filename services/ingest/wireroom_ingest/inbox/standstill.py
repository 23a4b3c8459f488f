"""Which files have stood still for long enough to be whole."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

STILL = 2.0
"""Seconds for which size and time of change stay the same before a file is read."""


class Signature(NamedTuple):
    """What differs where a file was written to or replaced."""

    inode: int
    size: int
    changed_ns: int


class Standstill:
    """Told what is there again and again, says what has not changed for ``STILL`` seconds."""

    def __init__(self) -> None:
        self._since: dict[Path, tuple[Signature, float]] = {}

    def settled(self, there: Mapping[Path, Signature], at: float) -> list[Path]:
        """Of what is ``there``, the files that are the same since ``STILL`` seconds before ``at``."""
        before = self._since
        self._since = {
            path: before[path] if path in before and before[path][0] == signature else (signature, at)
            for path, signature in there.items()
        }
        return [path for path, (_, since) in self._since.items() if at - since >= STILL]
