"""The parts that the faults of a session share, and a room of its own for each test."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import containers
from tests.faults.room import NAMES, Parts, Room, furnished

WHOLE = bool(os.environ.get("WIREROOM_TEST_FAULTS"))
"""Said by `make faults`; every other run has the first ones of these alone, which take minutes and not half an hour."""
collect_ignore = (
    []
    if WHOLE
    else [
        "test_deliveries.py",
        "test_disks.py",
        "test_kills.py",
        "test_members.py",
        "test_parts.py",
        "test_poison.py",
        "test_positions.py",
    ]
)


@pytest.fixture(scope="session")
def parts() -> Iterator[Parts]:
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
