"""The four services as processes on real Kafka and PostgreSQL, killed at random: each article exactly once."""

import json
import os
import random
import shutil
import time
from collections import defaultdict
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias, cast

import pytest

from bench.articles import Newsroom
from tests import databases
from tests.cluster import Cluster, wait_until
from tests.command import lines, run
from tests.dump import dump
from wireroom_core.clock import SystemClock
from wireroom_core.contracts import Envelope
from wireroom_core.models import DecidedArticle, EnrichedArticle, GroupMerged, Place, decode
from wireroom_dedup import factory as dedup
from wireroom_dedup.settings import DedupSettings
from wireroom_store import queries
from wireroom_store.connection import connect_reader
from wireroom_store.queries import Filters
from wireroom_store.writer import Store

Stored: TypeAlias = DecidedArticle | GroupMerged
ARTICLES = int(os.environ.get("WIREROOM_TEST_ARTICLES", "2000"))
"""CI publishes 20,000; a person's own run is kept short."""
FILE = ARTICLES // 40
KILLS = 5
KILLED = ("enrichment", "dedup", "storage")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The news, ``FILE`` lines to a file."""
    folder = tmp_path_factory.mktemp("news")
    newsroom = Newsroom(seed=4, words=(40, 160))
    paths = [folder / f"{number:03}.jsonl" for number in range(ARTICLES // FILE)]
    for path in paths:
        path.write_bytes(b"\n".join(newsroom.lines(FILE)) + b"\n")
    return paths


@pytest.mark.parametrize("window", [200_000, 2_000])
def test_killed_at_random_each_article_is_stored_once_and_decided_as_in_one_process(
    cluster: Cluster, files: list[Path], window: int, server_url: str, template: str
) -> None:
    settings = {"WIREROOM_WINDOW_ARTICLES": str(window)}
    inbox = cluster.folder / "inbox"
    ingest = cluster.start("ingest", WIREROOM_INBOX_DIR=str(inbox))
    ingest.wait_ready()
    running = [cluster.start(name, **settings) for name in ("enrichment", "enrichment", "dedup", "storage")]
    for service in running:
        service.wait_healthy()
    chance = random.Random(window)
    moments = sorted((chance.uniform(0.05, 0.95), name) for name in KILLED for _ in range(KILLS))
    for number, path in enumerate(files):
        # Every fifth file is handed over twice: byte for byte the same deliveries.
        for name in (path.name, *([f"again-{path.name}"] if number % 5 == 0 else [])):
            shutil.copy(path, inbox / f".{name}")
            (inbox / f".{name}").rename(inbox / name)
        if number % 4 == 3:
            wait_until(lambda: not list(inbox.glob("*.jsonl")), "the inbox to be empty")
        while moments and moments[0][0] <= (number + 1) / len(files):
            _, name = moments.pop(0)
            place = chance.choice([index for index, service in enumerate(running) if service.name == name])
            time.sleep(chance.uniform(0, 2))
            running[place].kill()
            running[place] = cluster.start(name, **settings)
    cluster.wait_worked_off(300)
    assert [service.process.poll() for service in running] == [None] * 4
    exported = [(line["source"]["name"], line["guid"]) for line in lines(run(["export"], cluster.env).stdout)]
    assert sorted(exported) == sorted(handed_over(files))
    with databases.database(server_url, template) as url:
        several = in_one_process(cluster, url, window)
        expected, found = stored(url, several), stored(cluster.database_url, several)
        for name, rows in expected.items():
            assert found[name] == rows, name
    ids = [row["stream_id"] for row in dump(cluster.database_url, "stream")["stream"]]
    assert ids == list(range(1, len(ids) + 1))
    assert [service.terminate() for service in (ingest, *running)] == [0] * 5


def handed_over(files: list[Path]) -> set[tuple[str, str]]:
    """Source and id of every article with a content in ``files``."""
    items = [json.loads(line) for path in files for line in path.read_bytes().splitlines()]
    return {(item["source"], item["id"]) for item in items if "text" in item}


def in_one_process(cluster: Cluster, url: str, window: int) -> set[str]:
    """Decide and store what ``articles.enriched`` holds: each partition in its order, each delivery once.

    Returns the articles that came in several languages.
    """
    languages: dict[str, set[str]] = defaultdict(set)
    store = Store(url, "one process")
    for partition in partitions(cluster):
        stage = dedup.build(DedupSettings(window_articles=window), SystemClock())
        for begin in range(0, len(partition), FILE):
            batch = partition[begin : begin + FILE]
            outcomes = cast("list[list[Stored]]", stage.process(batch))
            store.write([message for outcome in outcomes for message in outcome])
        for envelope in partition:
            message = cast("EnrichedArticle", envelope.message)
            languages[message.article_id] |= set() if message.is_signal_only else {message.language}
    store.close()
    return {article_id for article_id, found in languages.items() if len(found) > 1}


def partitions(cluster: Cluster) -> list[list[Envelope]]:
    """What ``articles.enriched`` holds, each partition in its order and each delivery once."""
    found: dict[int, dict[str, Envelope]] = defaultdict(dict)
    for record in cluster.broker.records(cluster.prefix + "articles.enriched"):
        message = cast("EnrichedArticle", decode(record.value, EnrichedArticle))
        at = datetime.fromtimestamp(record.timestamp / 1000, UTC)
        found[record.partition].setdefault(message.delivery_id, Envelope(message, record.value, at, Place()))
    return [list(envelopes.values()) for envelopes in found.values()]


def stored(url: str, several: set[str]) -> dict[str, Any]:
    """What is in a store, without clock times; of the articles in ``several``, what no order can change."""
    tables = dump(url, "articles", "contents", "deliveries", "kills", "group_aliases")
    with closing(connect_reader(url)) as reader:
        status = {row["document"]["article_id"]: row["status"] for row in queries.export(reader, Filters())}
        current: dict[str, str] = dict(
            reader.execute("select article_id, content_hash from news.current_contents").fetchall()
        )
    one = {name: [row for row in rows if row.get("article_id") not in several] for name, rows in tables.items()}
    return {
        **one,
        "deliveries": sorted(one["deliveries"], key=lambda row: str(row["delivery_id"])),
        "status": status,
        "current": current,
        "contents of several": sorted(
            (row["article_id"], row["content_hash"]) for row in tables["contents"] if row["article_id"] in several
        ),
    }
