"""What is waited for is said, and no more than once a second."""

import pytest
import structlog

from tests.fakes import ManualClock
from wireroom_core.log import WaitingLimit


def test_waiting_is_said_once_a_second_and_everything_else_always() -> None:
    clock = ManualClock()
    limit = WaitingLimit(clock.monotonic)
    said = []
    for tenth in range(25):
        for event in ("waiting", "other"):
            try:
                said.append((tenth, limit(None, "warning", {"event": event})["event"]))
            except structlog.DropEvent:
                assert event == "waiting"
        clock.forward(0.1)
    assert [tenth for tenth, event in said if event == "waiting"] == pytest.approx([0, 10, 20], abs=1)
    assert [tenth for tenth, event in said if event == "other"] == list(range(25))
