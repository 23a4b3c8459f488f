"""Batches: bounded, synced before they go out, and never more in memory than that."""

import json
import tracemalloc
from pathlib import Path
from typing import Any

from wireroom_core.clock import SystemClock
from wireroom_core.contracts import Delivery, Limits
from wireroom_core.errors import TransientError
from wireroom_core.rawstore import FolderRawStore
from wireroom_ingest.factory import build
from wireroom_ingest.source import NewsSource


def line(number: int, text: str = "x") -> str:
    return json.dumps({"id": str(number), "source": "Belga", "text": text})


class WatchedStore(FolderRawStore):
    """Fails at its first put and its first sync, and counts what is synced."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.failures = ["put", "sync"]
        self.synced = 0

    def put_chunks(self, chunks: Any) -> str:
        self._fail("put")
        return super().put_chunks(chunks)

    def sync(self) -> None:
        self._fail("sync")
        super().sync()
        self.synced += 1

    def _fail(self, what: str) -> None:
        if what in self.failures:
            self.failures.remove(what)
            raise TransientError("disk full")


def test_trouble_of_the_raw_store_is_waited_out_and_each_batch_synced_first(inbox: Path, clock: Any) -> None:
    path = inbox / "a.jsonl"
    path.write_text("\n".join(line(number) for number in range(5)))
    raw = WatchedStore(inbox / "raw")
    source = build([str(path)], None, raw, clock)
    sizes = []
    for number, batch in enumerate(source.batches(Limits(articles=2)), start=1):
        assert raw.synced == number
        source.done(batch)
        sizes.append(len(batch))
    assert sizes == [2, 2, 1]
    assert clock.slept == [0.2, 0.2]
    assert raw.failures == []


def test_batches_are_bounded_by_bytes_and_run_on_over_files(inbox: Path, raw: FolderRawStore, clock: Any) -> None:
    for number in range(4):
        (inbox / f"{number}.txt").write_text(f"date 2020 {'x' * 1000 * (1 + 5 * (number == 2))}\nsource: Belga")
    source = build([str(inbox)], None, raw, clock)
    batches = list(source.batches(Limits(bytes=4500)))
    assert [len(batch) for batch in batches] == [2, 1, 1]
    delivery = batches[0][0]
    assert isinstance(delivery, Delivery)
    assert delivery.place.model_dump(exclude_none=True) == {"file": str(inbox / "0.txt"), "line": 1}


def test_json_lines_of_any_size_need_little_memory(inbox: Path) -> None:
    path = inbox / "large.jsonl"
    with path.open("w") as file:
        file.writelines(line(number, "x" * 80_000) + "\n" for number in range(100))
    source = NewsSource(
        [str(path)], default_source=None, raw=FolderRawStore(inbox / "raw"), clock=SystemClock(), stdin_fd=0
    )
    tracemalloc.start()
    count = sum(len(batch) for batch in source.batches(Limits(bytes=500_000)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 100
    assert path.stat().st_size > 8_000_000
    assert peak < 5_000_000
