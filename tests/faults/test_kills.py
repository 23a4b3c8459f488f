"""Each service killed (-9) at random moments while news comes in."""

import os
import random
import time

import pytest

from tests.faults.room import NAMES, Room

POINTS = int(os.environ.get("WIREROOM_TEST_FAULT_POINTS", "3"))
"""CI kills each service so often; `make faults` twenty times."""


@pytest.mark.parametrize("name", NAMES)
def test_a_service_killed_at_random_points_of_its_work_loses_and_doubles_nothing(room: Room, name: str) -> None:
    chance = random.Random(name)
    room.start(*NAMES)
    room.open()
    room.wait_stored(1)
    for _ in range(POINTS):
        time.sleep(chance.uniform(0.1, 2))
        room.kill(name)
    assert room.check().faults == []
