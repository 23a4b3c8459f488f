"""Killed (-9) at random points of an ingest and started again, the store ends equal to an undisturbed run's."""

import os
import random
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from bench.articles import Newsroom
from tests import databases
from tests.command import WIREROOM, environment
from tests.dump import dump

KILLS = 5
TRIALS = int(os.environ.get("WIREROOM_TEST_KILL_TRIALS", "1"))
"""Each kills an ingest ``KILLS`` times; CI runs ten, which makes 50 points."""
ARTICLES = 5_000 if TRIALS > 1 else 1_500
"""A person's own run is kept short."""


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kill") / "lines.jsonl"
    path.write_bytes(b"\n".join(Newsroom(seed=7, words=(40, 160)).lines(ARTICLES)) + b"\n")
    return path


@pytest.fixture(scope="module")
def undisturbed(server_url: str, template: str, lines: Path) -> Iterator[tuple[dict[str, list[object]], float]]:
    """What the store holds after one run, and how many seconds it was writing."""
    with databases.database(server_url, template) as url:
        started = start(lines, url)
        wait_for_first(url, started)
        began = time.monotonic()
        assert started.wait(240) == 0
        yield dump(url), time.monotonic() - began


@pytest.mark.parametrize("trial", range(TRIALS))
def test_killed_at_random_points_it_ends_as_if_nothing_had_happened(
    server_url: str, template: str, lines: Path, undisturbed: tuple[dict[str, list[object]], float], trial: int
) -> None:
    expected, seconds = undisturbed
    chance = random.Random(trial)
    with databases.database(server_url, template) as url:
        killed = 0
        for _ in range(KILLS):
            started = start(lines, url)
            wait_for_first(url, started)
            time.sleep(chance.uniform(0, seconds / KILLS))
            killed += started.poll() is None
            started.kill()
            started.wait()
        assert killed >= KILLS - 1, "too few of the kills met a running ingest"
        assert start(lines, url).wait(240) == 0
        found = dump(url)
        for table, rows in expected.items():
            assert found[table] == rows, table


def start(lines: Path, url: str) -> "subprocess.Popen[bytes]":
    env = environment(lines.parent / "data", url, WIREROOM_BATCH_ARTICLES="100")
    return subprocess.Popen(
        [WIREROOM, "ingest", str(lines)], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def wait_for_first(url: str, started: "subprocess.Popen[bytes]") -> None:
    """Until the first article is stored, by whichever run."""
    with closing(psycopg.connect(url, autocommit=True)) as connection:
        while connection.execute("select from news.deliveries limit 1").fetchone() is None:
            assert started.poll() is None, "it ended without storing anything"
            time.sleep(0.02)
