"""Which content of each item of the feeds was published last, in a file."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from wireroom_core.errors import FatalError, TransientError
from wireroom_core.log import logger
from wireroom_core.models import Article

log = logger("ingest")

KEPT = 50_000
"""Items remembered; those that stood in no feed for the longest are forgotten first, and published again if they come
back, which the store then takes for the repetition that it is."""


class Content(NamedTuple):
    """An item, by its source and its guid there (without one, by its article's id), and the hash of its content."""

    source: str
    item: str
    hash: str

    @property
    def item_key(self) -> tuple[str, str]:
        """What the item is known by."""
        return self.source, self.item

    @classmethod
    def of(cls, article: Article) -> "Content":
        """The content that ``article`` is."""
        return cls(article.source.id, article.guid or article.article_id, article.content_hash)


class FeedMemory:
    """Remembers contents in ``path``, a line of JSON each, written aside and renamed into place."""

    def __init__(self, path: Path) -> None:
        """Raises FatalError where ``path`` is there and cannot be read, or its folder cannot be made."""
        self._path = path
        self._last: dict[tuple[str, str], str] = {}
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            for content in _read(path):
                self._note(content)
        except OSError as error:
            raise FatalError(f"what was published of the feeds cannot be read: {error}") from None

    def knows(self, content: Content) -> bool:
        """True where this is the last content of its item; the item then counts as just seen."""
        known = self._last.get(content.item_key) == content.hash
        if known:
            self._note(content)
        return known

    def remember(self, contents: list[Content]) -> None:
        """Keep ``contents`` as the last ones of their items. Raises TransientError."""
        for content in contents:
            self._note(content)
        for oldest in list(self._last)[: max(0, len(self._last) - KEPT)]:
            del self._last[oldest]
        try:
            self._write()
        except OSError as error:
            raise TransientError(f"what was published of the feeds cannot be kept: {error}") from error

    def _note(self, content: Content) -> None:
        self._last.pop(content.item_key, None)  # to the end: the order is that of the last sight
        self._last[content.item_key] = content.hash

    def _write(self) -> None:
        aside = self._path.with_name(f".{self._path.name}.part")
        with aside.open("w", encoding="utf-8") as file:
            for (source, item), content_hash in self._last.items():
                file.write(json.dumps({"source": source, "item": item, "hash": content_hash}) + "\n")
            file.flush()
            os.fsync(file.fileno())
        aside.replace(self._path)


def _read(path: Path) -> Iterator[Content]:
    """Raises OSError. A line that is damaged is passed over loudly: its item is published once more."""
    if not path.exists():
        return
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        try:
            fields = json.loads(line)
            yield Content(fields["source"], fields["item"], fields["hash"])
        except (ValueError, TypeError, KeyError):
            log.warning("a damaged line is passed over", file=str(path), line=number)
