"""The parts that the faults of a session share, and a room of its own for each test."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import containers
from tests.faults.room import NAMES, Parts, Room, furnished


@pytest.fixture(scope="session")
def parts() -> Iterator[Parts]:
    if not os.environ.get("WIREROOM_TEST_FAULTS"):
        pytest.skip("a quarter of an hour in all; `make faults` runs them")
    if not containers.docker():
        pytest.skip("no Docker engine answers")
    with Parts() as made:
        yield made


@pytest.fixture
def room(parts: Parts, tmp_path: Path) -> Iterator[Room]:
    with furnished(parts, tmp_path) as made:
        yield made


@pytest.fixture
def busy(room: Room) -> Room:
    """A room at work, with news coming in."""
    room.start(*NAMES)
    room.open()
    room.wait_stored(60)
    return room
