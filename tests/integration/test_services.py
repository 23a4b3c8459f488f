"""The four services as processes on real Kafka and PostgreSQL, killed at random: each article exactly once."""

import json
import os
import random
import shutil
import time
from functools import partial
from pathlib import Path

import pytest

from bench.articles import Newsroom
from tests import databases, invariants
from tests.cluster import Cluster, wait_until
from tests.command import lines, run

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
    fresh = partial(databases.database, server_url, template)
    report = invariants.check(cluster, files, fresh, window=window)
    assert report.faults == []
    assert [service.terminate() for service in (ingest, *running)] == [0] * 5


def handed_over(files: list[Path]) -> set[tuple[str, str]]:
    """Source and id of every article with a content in ``files``."""
    items = [json.loads(line) for path in files for line in path.read_bytes().splitlines()]
    return {(item["source"], item["id"]) for item in items if "text" in item}
