"""The whole path in this process, on a real store: news files in, stored articles out."""

import json
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.fakes import ManualClock
from wireroom_cli import assembly
from wireroom_cli.assembly import Watchers
from wireroom_cli.settings import CliSettings
from wireroom_core.models import StoredEvent
from wireroom_core.runner import Tally
from wireroom_store import queries, readings
from wireroom_store.connection import connect_reader
from wireroom_store.queries import Filters
from wireroom_store.writer import Store


class Wire:
    """Each ``deliver`` is a run of its own, as if the command were started again."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url = url
        self.folder = folder
        self.clock = ManualClock()
        self.tally = Tally()
        self.settings = CliSettings(database_url=url, data_dir=folder / "data")
        self._number = 0

    def deliver(self, content: bytes | str | Sequence[dict[str, Any]], name: str = "lines.jsonl") -> list[StoredEvent]:
        """Ingest a file of this content; what happened."""
        self._number += 1
        path = self.folder / f"{self._number:03}" / name
        path.parent.mkdir()
        path.write_bytes(_body(content))
        return self.ingest(str(path))

    def ingest(self, *arguments: str, default_source: str | None = None) -> list[StoredEvent]:
        """Ingest what the arguments name; what happened."""
        self.clock.forward(60)
        happened: list[StoredEvent] = []
        store = Store(self.url, "one process")
        with closing(store):
            source = assembly.news(arguments, default_source, assembly.originals(self.settings), self.clock)
            runner = assembly.ingesting(source, store, self.clock, self.settings, Watchers(on_events=happened.extend))
            self.tally = runner.run()
        return happened

    def search(self, words: str, **filters: Any) -> list[str]:
        """Ids of what is found, best first."""
        with closing(connect_reader(self.url)) as connection:
            return [row["article_id"] for row in queries.search(connection, Filters(words=words, **filters), 50)]

    def exported(self) -> dict[str, dict[str, Any]]:
        """Current articles by guid (without one, by title), each with its document and what is said of it."""
        with closing(connect_reader(self.url)) as connection:
            rows = [{**row.pop("document"), **row} for row in queries.export(connection, Filters())]
        return {row["guid"] or row["title"] or row["article_id"]: row for row in rows}

    def dead(self) -> list[dict[str, Any]]:
        """The dead letters."""
        with closing(connect_reader(self.url)) as connection:
            return readings.dead_letters(connection, 100)

    def sizes(self) -> dict[str, int]:
        """Rows by table."""
        with closing(connect_reader(self.url)) as connection:
            return readings.sizes(connection)

    def of(self, article_id: str) -> dict[str, Any]:
        """One article as it is read."""
        with closing(connect_reader(self.url)) as connection:
            found = readings.article(connection, article_id)
        assert found is not None
        return found


def _body(content: bytes | str | Sequence[dict[str, Any]]) -> bytes:
    if isinstance(content, bytes):
        return content
    if isinstance(content, str):
        return content.encode()
    return b"".join(json.dumps(item, ensure_ascii=False).encode() + b"\n" for item in content)
