"""``make bench``: articles a second through each stage and the whole path in one process, and what storing costs.

Every figure is wall time on this machine; compare the ratios of one run, not the seconds of two.
"""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TypeVar

from bench.articles import Newsroom
from bench.copying import bare_copy, saved
from tests import databases
from wireroom_cli import assembly
from wireroom_cli.assembly import Watchers
from wireroom_cli.settings import CliSettings
from wireroom_core.clock import SystemClock
from wireroom_core.contracts import Delivery, Envelope, Limits, Refused, Stage
from wireroom_core.models import (
    Article,
    DecidedArticle,
    Decision,
    EnrichedArticle,
    GroupMerged,
    Message,
    Place,
    decode,
    encode,
)
from wireroom_core.rawstore import FolderRawStore
from wireroom_enrichment.child import Terms
from wireroom_enrichment.children import Children
from wireroom_storage.sink import StorageSink
from wireroom_store.connection import connect_reader
from wireroom_store.writer import Store

CLOCK = SystemClock()
BATCH = Limits().articles
Seconds = dict[str, float]
STAGES = ("parse", "enrich", "decide", "store")
T = TypeVar("T")


def main() -> None:
    """Run as often as asked and print the table of medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=5_000)
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="wireroom-bench-") as folder, databases.server() as server:
        lines = Path(folder) / "lines.jsonl"
        lines.write_bytes(b"\n".join(Newsroom().lines(chosen.articles)) + b"\n")
        runs = []
        for number in range(1, chosen.runs + 1):
            print(f"run {number} of {chosen.runs} …", file=sys.stderr)
            runs.append(measured(server, lines, Path(folder) / str(number)))
    print_machine()
    print_table(runs, chosen.articles)
    print_start()


def measured(server: str, lines: Path, folder: Path) -> Seconds:
    """One run: seconds by what was done."""
    seconds: Seconds = {}
    articles = opened(timed(seconds, "parse", lambda: parsed(lines, folder)), Article)
    enriching, deciding = assembly.enriching(CLOCK), assembly.deciding(CliSettings(), CLOCK)
    enriched = timed(seconds, "enrich", lambda: through(enriching, articles))
    for processes in (1, 2):
        with Children(partial(assembly.enriching, CLOCK), Terms(processes, article_seconds=5)) as children:
            through(children, articles[:200])  # once their models are loaded
            timed(seconds, f"enrich by {processes}", partial(through, children, articles))
    arriving = opened([encode(message) for message in enriched], EnrichedArticle)
    decided = timed(seconds, "decide", lambda: through(deciding, arriving))
    records = [
        message.decision.model_dump_json()
        for message in decided
        if isinstance(message, DecidedArticle) and message.decision
    ]
    timed(seconds, "restore", lambda: restored(records))
    with databases.database(server) as url:
        databases.migrated(url)
        batch = opened([encode(message) for message in decided], DecidedArticle, GroupMerged)
        with closing(Store(url, "one process")) as store:
            store.write([])
            timed(seconds, "store", lambda: stored(store, batch))
        with closing(connect_reader(url)) as reader:
            rows = saved(reader, BATCH)
        databases.emptied(url)
        timed(seconds, "bare COPY", lambda: bare_copy(url, rows))
        databases.emptied(url)
        whole_path(seconds, url, lines, folder)
    return seconds


def timed(seconds: Seconds, name: str, work: Callable[[], T]) -> T:
    """Do ``work`` and note how long it took."""
    began = time.perf_counter()
    result = work()
    seconds[name] = time.perf_counter() - began
    return result


def parsed(lines: Path, folder: Path) -> list[bytes]:
    """Ingest alone: the articles of the file."""
    source = assembly.news([str(lines)], None, FolderRawStore(folder / "raw"), CLOCK)
    return [item.value for batch in source.batches(Limits()) for item in batch if isinstance(item, Delivery)]


def opened(values: Sequence[bytes], *types: type[Message]) -> list[Envelope]:
    """Messages read back from JSON, as a runner does between stages."""
    now = CLOCK.now()
    return [Envelope(decode(value, *types), value, now, Place()) for value in values]


def through(stage: Stage, envelopes: Sequence[Envelope]) -> list[Message]:
    """One stage alone, without any JSON."""
    messages: list[Message] = []
    for start in range(0, len(envelopes), BATCH):
        for outcome in stage.process(envelopes[start : start + BATCH]):
            assert not isinstance(outcome, Refused)
            messages += outcome
    return messages


def restored(records: Sequence[str]) -> None:
    """Dedup's memory, from the records of its decisions."""
    assembly.deciding(CliSettings(), CLOCK).restore(map(Decision.model_validate_json, records))


def stored(store: Store, envelopes: Sequence[Envelope]) -> None:
    """Storage alone."""
    sink = StorageSink(store)
    for start in range(0, len(envelopes), BATCH):
        sink.write(envelopes[start : start + BATCH], ())


def whole_path(seconds: Seconds, url: str, lines: Path, folder: Path) -> None:
    """Everything in one process, JSON between stages included; starting up is not counted."""
    settings = CliSettings(database_url=url, data_dir=folder / "whole")
    with closing(Store(url, "one process")) as store:
        source = assembly.news([str(lines)], None, assembly.originals(settings), CLOCK)
        runner = assembly.ingesting(source, store, CLOCK, settings, Watchers())
        timed(seconds, "whole path", runner.run)


def print_start() -> None:
    """How long the command takes to say what it can do."""
    command = str(Path(sys.executable).parent / "wireroom")
    seconds: Seconds = {}
    runs = []
    for _ in range(5):
        timed(seconds, "help", lambda: subprocess.run([command, "--help"], check=True, stdout=subprocess.DEVNULL))
        runs.append(seconds["help"])
    print(f"wireroom --help: {statistics.median(runs):.2f} s (promised: under 0.5 s)")


def print_machine() -> None:
    """What the figures were measured on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    print(f"{os.cpu_count()} cores, {memory:.0f} GiB, {platform.platform()}, CPython {platform.python_version()}")


def print_table(runs: Sequence[Seconds], articles: int) -> None:
    """Medians of all runs, and the ratios that are promised, each taken within a run."""
    print(f"{articles:,} generated articles in five languages, median of {len(runs)} runs\n")
    print("enrich by 1, by 2: in so many child processes, as on Kafka; restore: dedup's memory from its decisions")
    print(f"{'':<12}{'seconds':>9}{'articles/s':>12}")
    for name in runs[0]:
        median = statistics.median(run[name] for run in runs)
        print(f"{name:<12}{median:>9.2f}{articles / median:>12,.0f}")
    whole = [run["whole path"] / sum(run[name] for name in STAGES) for run in runs]
    storing = [run["store"] / run["bare COPY"] for run in runs]
    print(f"\nwhole path / sum of its stages' own work: {_spread(whole)} (promised: at most 2)")
    print(f"store / bare COPY into the same tables:    {_spread(storing)} (promised: at most 2)")


def _spread(ratios: Sequence[float]) -> str:
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"


if __name__ == "__main__":
    main()
