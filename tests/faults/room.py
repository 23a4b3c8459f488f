"""A whole Wireroom on a broker and a database of its own that can be harmed, with news coming in all the time."""

import shutil
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
from testcontainers.core.container import DockerContainer

from bench.articles import Newsroom
from tests import containers, databases, invariants
from tests.broker import Broker
from tests.cluster import Cluster, Service, wait_until
from tests.invariants import Report
from tests.proxy import Proxy

HOOKS = Path(__file__).parent / "hooks"
NAMES = ("ingest", "enrichment", "dedup", "storage")
TEMPLATE = "template_room"
WORKED_OFF_SECONDS = 180.0
STARTED_SECONDS = 180.0
"""A broker that was killed reads its log first."""


class Parts:
    """A broker and a database server in containers, each behind a proxy, for as long as the context."""

    def __init__(self) -> None:
        self.broker_wire, self.database_wire = Proxy(), Proxy()
        self.kafka = containers.KafkaContainer(advertised=self.broker_wire.port)
        self.postgres = containers.FixedPostgres()
        self._open = ExitStack()

    def __enter__(self) -> "Parts":
        wires = ((self.broker_wire, self.kafka.port), (self.database_wire, self.postgres.fixed_port))
        for wire, port in wires:
            wire.target = port
            self._open.enter_context(wire)
        self._open.enter_context(self.kafka)
        self._open.enter_context(self.postgres)
        wait_until(self._answers, "the database to answer")
        with closing(psycopg.connect(self.postgres.url, autocommit=True)) as connection:
            connection.execute(f"create database {TEMPLATE}")
        databases.migrated(databases.named(self.postgres.url, TEMPLATE))
        return self

    def __exit__(self, *ended: object) -> None:
        self._open.close()

    def fresh(self) -> AbstractContextManager[str]:
        """A migrated database of its own, by its direct address."""
        return databases.database(self.postgres.url, TEMPLATE)

    def through_proxy(self, url: str) -> str:
        """The same database by way of the proxy."""
        return url.replace(f":{self.postgres.fixed_port}/", f":{self.database_wire.port}/")

    def crash(self, part: DockerContainer, signal: str = "SIGKILL") -> None:
        """End a container at once; PostgreSQL calls SIGQUIT an immediate shutdown."""
        part.get_wrapped_container().kill(signal)

    def start(self, part: DockerContainer) -> None:
        """Start it again with all that it holds."""
        container = part.get_wrapped_container()
        wait_until(lambda: container.reload() or container.status == "exited", "the container to be down")
        container.start()
        if part is self.postgres:
            wait_until(self._answers, "the database to answer")
        else:
            wait_until(Broker(self.kafka.servers).answers, "the broker to answer", STARTED_SECONDS)

    def asks(self, question: str) -> Any:
        """The one answer of the database."""
        return databases.asked(self.postgres.url, question)

    def _answers(self) -> bool:
        return databases.answers(self.postgres.url)


class Room:
    """The four services, and a file of news every second."""

    def __init__(
        self, cluster: Cluster, fresh: invariants.FreshStore, *, rate: int = 30, seed: int = 1, window: int = 200_000
    ) -> None:
        self.cluster = cluster
        self.inbox = cluster.folder / "inbox"
        self.services: dict[str, Service] = {}
        self.files: list[Path] = []
        self._fresh = fresh
        self._rate = rate
        self._window = window
        self.newsroom = Newsroom(seed, words=(40, 160))
        self._handed = cluster.folder / "handed"
        self._handed.mkdir()
        self._done = threading.Event()
        self._dropper = threading.Thread(target=self._drop_always, daemon=True)

    def launch(self, *names: str, **settings: str) -> None:
        """Start services. ``enrichment-2`` is a second one of its kind."""
        more = {"WIREROOM_INBOX_DIR": str(self.inbox), "WIREROOM_WINDOW_ARTICLES": str(self._window)}
        for name in names:
            self.services[name] = self.cluster.start(name.partition("-")[0], **more, **settings)

    def start(self, *names: str, **settings: str) -> None:
        """Start services, and wait until they are ready."""
        self.launch(*names, **settings)
        for name in names:
            self.services[name].wait_ready()

    def open(self) -> None:
        """Let news come in until ``close``."""
        self._dropper.start()

    def drop(self, lines: Iterable[bytes], *, counts: bool = True) -> Path:
        """Hand a file over through the inbox; ``counts`` where each line of it is an article that must be stored."""
        file = self._handed / f"{len(list(self._handed.iterdir())):05}.jsonl"
        file.write_bytes(b"\n".join(lines) + b"\n")
        if counts:
            self.files.append(file)
        self.hand_over(file)
        return file

    def hand_over(self, file: Path, name: str | None = None) -> None:
        """Put ``file`` into the inbox."""
        self.inbox.mkdir(exist_ok=True)
        part = self.inbox / f".{name or file.name}"
        shutil.copy(file, part)
        part.rename(self.inbox / (name or file.name))

    def kill(self, name: str, **settings: str) -> None:
        """End a service at once (-9), and start it again."""
        self.services[name].kill()
        self.start(name, **settings)

    def harm(self, name: str, **faults: str) -> None:
        """Start a service with faults from within; see the hooks."""
        self.start(name, PYTHONPATH=str(HOOKS), **faults)

    def settled(self) -> None:
        """Let no more news come in, and wait until all is worked off."""
        self.stop_dropping()
        wait_until(lambda: not list(self.inbox.glob("*.jsonl")), "the inbox to be empty", WORKED_OFF_SECONDS)
        self.cluster.wait_worked_off(WORKED_OFF_SECONDS)
        wait_until(self._relayed, "all events to be relayed", WORKED_OFF_SECONDS)

    def stop_dropping(self) -> None:
        """Let no more news come in."""
        self._done.set()
        if self._dropper.is_alive():
            self._dropper.join()

    def check(self) -> Report:
        """Settle, end the services as an operator does, and check what must hold."""
        self.settled()
        report = invariants.check(self.cluster, self.files, self._fresh, window=self._window)
        codes = {name: service.terminate() for name, service in self.services.items()}
        report.demand(set(codes.values()) == {0}, f"exit codes {codes}")
        return report

    def move_to(self, database_url: str) -> None:
        """From now on services and commands use another database."""
        self.cluster.database_url = database_url
        self.cluster.env["WIREROOM_DATABASE_URL"] = database_url

    def stored(self) -> int:
        """How many deliveries are stored."""
        return int(self.asks("select count(*) from news.deliveries"))

    def asks(self, question: str) -> Any:
        """The one answer of the store."""
        return databases.asked(self.cluster.database_url, question)

    def wait_stored(self, more: int, seconds: float = 60) -> None:
        """Until so many more are stored than now."""
        goal = self.stored() + more
        wait_until(lambda: self.stored() >= goal, f"{more} more articles to be stored", seconds)

    def put(self, topic: str, values: Sequence[bytes | None]) -> list[int]:
        """Write ``values`` to the first partition of a topic; their offsets."""
        return self.cluster.broker.write(self.cluster.prefix + topic, [(0, value) for value in values])

    def _relayed(self) -> bool:
        return bool(
            self.asks(
                "select h.n + 1 <= (select max(next) from news.positions where topic ^@ 'news.stream@')"
                " or h.n = 0 from news.stream_head h"
            )
        )

    def _drop_always(self) -> None:
        while not self._done.wait(1):
            self.drop(self.newsroom.lines(self._rate))


@contextmanager
def furnished(parts: Parts, folder: Path, **how: int) -> Iterator[Room]:
    """A room of its own on ``parts``: topics, a database, folders; its services are not started."""
    with parts.fresh() as url:
        cluster = Cluster(parts.kafka.servers, parts.through_proxy(url), folder)
        cluster.create_topics()
        room = Room(cluster, parts.fresh, **how)
        try:
            yield room
        finally:
            room.stop_dropping()
            cluster.close()
