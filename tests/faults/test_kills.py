"""Every service killed (-9) at random moments while news comes in."""

import os
import random
import time

from tests.faults.room import NAMES, Room

POINTS = int(os.environ.get("WIREROOM_TEST_FAULT_POINTS", "3"))
"""CI kills each service so often; `make faults` twenty times."""


def test_services_killed_at_random_points_of_their_work_lose_and_double_nothing(busy: Room) -> None:
    """In any order, so that several are down in one batch's way."""
    chance = random.Random(20)
    for name in chance.sample(NAMES * POINTS, len(NAMES) * POINTS):
        time.sleep(chance.uniform(0.1, 2))
        busy.kill(name)
    busy.wait_stored(60)
    assert busy.check().faults == []
