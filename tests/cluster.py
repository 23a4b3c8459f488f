"""The services as processes of their own, on topics, a database and folders of their own."""

import json
import re
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import psycopg

from tests.broker import Broker
from tests.command import environment, run

SECONDS = 60.0
"""How long anything is waited for where nothing else is said."""


def wait_until(holds: Callable[[], object], what: str, seconds: float = SECONDS) -> None:
    """Wait until ``holds`` says so; TimeoutError names ``what``."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError(f"waited {seconds:.0f} s for {what}")
        time.sleep(0.1)


class Service:
    """One process of a service; its log is a file of JSON lines."""

    def __init__(self, name: str, env: dict[str, str], log: Path) -> None:
        self.name = name
        self._log = log
        with log.open("wb") as out:
            self.process = subprocess.Popen([sys.executable, "-m", f"wireroom_{name}"], env=env, stderr=out)

    def said(self, event: str | None = None) -> list[dict[str, Any]]:
        """What it logged so far; only ``event``, where that is given."""
        lines = [json.loads(line) for line in self._log.read_bytes().splitlines(keepends=True) if line.endswith(b"\n")]
        return [line for line in lines if event in (None, line["event"])]

    def address(self, path: str) -> str:
        """Where one of its HTTP ends is."""
        wait_until(lambda: self.said("listening"), f"{self.name} to listen")
        return f"http://127.0.0.1:{self.said('listening')[0]['port']}{path}"

    def get(self, path: str) -> tuple[int, str]:
        """Status and body of an HTTP end."""
        try:
            with urlopen(self.address(path), timeout=5) as response:
                return response.status, response.read().decode()
        except HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def wait_ready(self) -> None:
        """Until every part of it is at work."""
        wait_until(lambda: self.answers("/readyz"), f"{self.name} to be ready")

    def wait_healthy(self) -> None:
        """Until every part of it is healthy."""
        wait_until(lambda: self.answers("/healthz"), f"{self.name} to be healthy")

    def kill(self) -> None:
        """End it at once (-9)."""
        self.process.kill()
        self.process.wait()

    def terminate(self, seconds: float = 30) -> int:
        """Ask for its end; its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(seconds)

    def peak_memory(self) -> int:
        """Bytes that it and its children held at most."""
        pids = [self.process.pid, *_children(self.process.pid)]
        return sum(_peak(pid) for pid in pids)

    def answers(self, path: str) -> bool:
        """Whether an HTTP end says that all is well; it must not have ended."""
        assert self.process.poll() is None, f"{self.name} ended: {self._log.read_text()}"
        return bool(self.said("listening")) and self.get(path)[0] == 200


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _peak(pid: int) -> int:
    """Linux's high-water mark of the resident set."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:  # it ended a moment ago
        return 0
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) * 1024 if found else 0


class Cluster:
    """A Wireroom on a broker and a database; ``servers`` and ``database_url`` may lead through a proxy."""

    def __init__(self, servers: str, database_url: str, folder: Path) -> None:
        self.prefix = f"t{secrets.token_hex(4)}."
        self.folder = folder
        self.database_url = database_url
        self.broker = Broker(servers)
        self.env = environment(
            folder / "data",
            database_url,
            WIREROOM_KAFKA_BOOTSTRAP_SERVERS=servers,
            WIREROOM_RAW_DIR=str(folder / "raw"),
            WIREROOM_TOPIC_PREFIX=self.prefix,
            WIREROOM_SESSION_SECONDS="6",
            WIREROOM_LOG_FORMAT="json",
            WIREROOM_HTTP_PORT="0",
            WIREROOM_PROCESSES="1",
        )
        self._services: list[Service] = []

    def create_topics(self) -> None:
        """Create them by the command."""
        created = run(["topics", "create"], self.env)
        assert created.returncode == 0, created.stderr.decode()

    def publish(self, *paths: Path) -> None:
        """Publish files by the command."""
        published = run(["publish", *map(str, paths)], self.env)
        assert published.returncode == 0, published.stderr.decode()

    def start(self, name: str, **settings: str) -> Service:
        """Start a service; it is ended with the cluster."""
        service = Service(name, self.env | settings, self.folder / f"{name}-{len(self._services)}.log")
        self._services.append(service)
        return service

    def close(self) -> None:
        """End every process that still runs."""
        for service in self._services:
            if service.process.poll() is None:
                service.kill()

    def wait_worked_off(self, seconds: float = SECONDS) -> None:
        """Until everything published is stored and every position at the end of its topic."""
        wait_until(self.worked_off, "all to be worked off", seconds)

    def worked_off(self) -> bool:
        """Whether no committed record lies at or beyond a position."""
        return not any(self.left_over().values())

    def beyond(self, topic: str) -> int:
        """Committed records of one topic at or beyond the positions."""
        return self._beyond(self.prefix + topic, self._positions()[topic])

    def left_over(self) -> dict[str, int]:
        """Committed records at or beyond the positions, by topic."""
        return {topic: self._beyond(self.prefix + topic, found) for topic, found in self._positions().items()}

    def positions(self) -> dict[str, tuple[int, int]]:
        """Topic → the sum of the positions, the sum of the ends."""
        return {
            topic: (sum(found.values()), sum(self.broker.ends(self.prefix + topic).values()))
            for topic, found in self._positions().items()
        }

    def _positions(self) -> dict[str, dict[int, int]]:
        return {
            topic: self.broker.committed(self.prefix + group, self.prefix + topic)
            for topic, group in (("articles.ingested", "enrichment"), ("articles.enriched", "dedup"))
        } | {topic: self.stored_positions(topic) for topic in ("articles.decided", "dead")}

    def stored_positions(self, topic: str) -> dict[int, int]:
        """The positions that storage keeps."""
        with closing(psycopg.connect(self.database_url)) as connection:
            return dict(
                connection.execute(
                    "select partition, next from news.positions where topic = %s", (self.prefix + topic,)
                ).fetchall()
            )

    def _beyond(self, topic: str, positions: dict[int, int]) -> int:
        ends = self.broker.ends(topic)
        if all(positions.get(partition, 0) >= end for partition, end in ends.items()):
            return 0
        return len(self.broker.records(topic, positions))
