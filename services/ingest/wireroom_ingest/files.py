"""A file's bytes in pieces, and its suffix."""

import os
from collections.abc import Iterator

from wireroom_core.errors import PoisonError

_PIECE = 1 << 20


def pieces(path: str) -> Iterator[bytes]:
    """Raises PoisonError where the file cannot be read; other trouble is the raw store's."""
    try:
        with open(path, "rb") as file:
            while piece := file.read(_PIECE):
                yield piece
    except (OSError, ValueError) as error:
        raise PoisonError(f"the file cannot be read: {getattr(error, 'strerror', None) or error}") from None


def suffix(path: str) -> str:
    """The suffix with its dot, in lower case; empty where there is none."""
    return os.path.splitext(path)[1].lower()
