"""A disk that is full, under the database or under the originals: waited out, loudly, until there is room again."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests import databases
from tests.cluster import Cluster, wait_until
from tests.faults.room import NAMES, Parts, Room
from wireroom_cli.embedded import EmbeddedPostgres


@pytest.fixture
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A disk of 400 MB, which only root can make."""
    if os.geteuid() != 0:
        pytest.skip("a small disk can be made by root alone")
    folder = Path("/tmp") / tmp_path_factory.mktemp("disk").name
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400m,mode=755", "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)
        folder.rmdir()


@contextmanager
def filled(disk: Path) -> Iterator[None]:
    """Not a byte is left."""
    with (disk / "filler").open("wb", buffering=0) as filler:
        try:
            while filler.write(bytes(1 << 16)):
                pass
        except OSError:
            pass
    yield
    (disk / "filler").unlink()


def test_the_disk_of_the_database_is_full(parts: Parts, disk: Path, tmp_path: Path) -> None:
    with EmbeddedPostgres(disk) as url:
        databases.migrated(url)
        cluster = Cluster(parts.kafka.servers, url, tmp_path)
        cluster.create_topics()
        room = Room(cluster, parts.fresh)
        try:
            room.start(*NAMES)
            room.open()
            room.wait_stored(60)
            with filled(disk):
                storage = room.services["storage"]
                wait_until(lambda: "space" in str(storage.said("waiting")), "storage to say that the disk is full")
                wait_until(lambda: storage.get("/readyz")[0] == 503, "storage not to be ready")
            with EmbeddedPostgres(disk):  # starts it again where that ended it
                wait_until(lambda: databases.answers(url), "the database to answer")
                room.wait_stored(60)
                assert room.check().faults == []
        finally:
            room.stop_dropping()
            cluster.close()


def test_the_disk_of_the_originals_is_full(room: Room, disk: Path) -> None:
    """Ingest waits with the file in hand, and a push is told to come again."""
    room.start(*NAMES[1:])
    room.start("ingest", WIREROOM_RAW_DIR=str(disk))
    ingest = room.services["ingest"]
    with filled(disk):
        room.drop(room.newsroom.lines(50))
        wait_until(lambda: "space" in str(ingest.said("waiting")), "ingest to say that the disk is full")
        assert room.stored() == 0
    room.wait_stored(1)
    assert room.check().faults == []
