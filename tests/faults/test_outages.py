"""The broker and the database away, at the start and in the middle: every service waits, says so, and goes on."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from testcontainers.core.container import DockerContainer

from tests import containers
from tests.cluster import Cluster, Service, wait_until
from tests.command import lines, run

NAMES = ("ingest", "enrichment", "dedup", "storage")
OF_THE_BROKER = NAMES
OF_THE_DATABASE = ("storage",)


class Outages:
    """A cluster whose broker and database are containers of its own, not started yet."""

    def __init__(self, folder: Path) -> None:
        self.kafka = containers.KafkaContainer()
        self.postgres = containers.FixedPostgres()
        self.cluster = Cluster(self.kafka.servers, self.postgres.url, folder)
        self.inbox = folder / "inbox"
        self.inbox.mkdir()
        self.services = {name: self.cluster.start(name, WIREROOM_INBOX_DIR=str(self.inbox)) for name in NAMES}
        self.dropped: list[str] = []

    def drop(self, *guids: str) -> None:
        body = "".join(f'{{"id": "{guid}", "source": "Belga", "text": "Dépêche {guid}."}}\n' for guid in guids)
        (self.inbox / f"{guids[0]}.jsonl").write_text(body)
        self.dropped += guids

    def wait_until_said(self, names: tuple[str, ...], since: dict[str, int]) -> None:
        """Until each of these services has said anew that it waits."""
        for name in names:
            wait_until(lambda name=name: waits(self.services[name]) > since[name], f"{name} to say that it waits")  # type: ignore[misc]

    def said(self) -> dict[str, int]:
        return {name: waits(service) for name, service in self.services.items()}

    def away(self, part: DockerContainer, names: tuple[str, ...], guid: str) -> None:
        """Kill ``part``, drop news while it is away, and start it again."""
        container, before = part.get_wrapped_container(), self.said()
        container.kill()
        self.drop(guid)
        self.wait_until_said(names, before)
        container.start()

    def wait_stored(self) -> None:
        wait_until(lambda: sorted(self.stored()) == sorted(self.dropped), "all that was dropped to be stored", 90)

    def stored(self) -> list[str]:
        return [line["guid"] for line in lines(run(["export"], self.cluster.env).stdout)]

    def close(self) -> None:
        self.cluster.close()
        for part in (self.kafka, self.postgres):
            with suppress(Exception):  # one that was never started has nothing to stop
                part.stop()


@pytest.fixture
def outages(tmp_path: Path) -> Iterator[Outages]:
    if not containers.docker():
        pytest.skip("no Docker engine answers")
    made = Outages(tmp_path)
    yield made
    made.close()


def waits(service: Service) -> int:
    return len(service.said("waiting"))


def test_each_service_waits_for_broker_and_database_and_goes_on_by_itself(outages: Outages) -> None:
    services = outages.services
    outages.wait_until_said(NAMES, dict.fromkeys(NAMES, 0))
    outages.drop("start-1", "start-2")
    outages.kafka.start()
    outages.cluster.create_topics()
    for name in ("ingest", "enrichment", "dedup"):
        services[name].wait_ready()
    assert services["storage"].get("/readyz")[0] == 503
    outages.postgres.start()
    assert run(["migrate"], outages.cluster.env).returncode == 0
    services["storage"].wait_ready()
    outages.wait_stored()
    outages.away(outages.kafka, OF_THE_BROKER, "broker-away")
    outages.wait_stored()
    outages.away(outages.postgres, OF_THE_DATABASE, "database-away")
    outages.wait_stored()
    for service in services.values():
        service.wait_ready()
        assert service.terminate() == 0
