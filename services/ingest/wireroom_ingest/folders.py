"""The files of a folder, in the order in which they are read."""

import os
from collections.abc import Iterator

_HALF_WRITTEN = (".part", ".tmp")
_ABOUT_THE_FOLDER = ("README", "LICENSE")


def entries(folder: str) -> Iterator[os.DirEntry[str]]:
    """What stands in ``folder`` by its name, without dot-files and what is still being written. Raises OSError."""
    with os.scandir(folder) as found:
        ordered = sorted(found, key=lambda entry: entry.name)
    for entry in ordered:
        if not (entry.name.startswith(".") or entry.name.endswith(_HALF_WRITTEN)):
            yield entry


def is_about_the_folder(name: str) -> bool:
    """True for a README or a LICENSE, which says something of the news beside it and is none."""
    return name.startswith(_ABOUT_THE_FOLDER)
