"""Broker, database or the network between fail while news comes in: waited out, and nothing is lost or doubled."""

import time

import pytest

from tests.cluster import wait_until
from tests.faults.room import Parts, Room

CUT_SECONDS = 30
GOING_AGAIN_SECONDS = 60.0


def test_the_broker_is_killed_and_started_again(parts: Parts, busy: Room) -> None:
    parts.crash(parts.kafka)
    time.sleep(3)
    parts.start(parts.kafka)
    busy.wait_stored(60, GOING_AGAIN_SECONDS)
    assert busy.check().faults == []


@pytest.mark.parametrize("signal", ["SIGQUIT", "SIGKILL"])
def test_the_database_is_shut_down_at_once_and_started_again(parts: Parts, busy: Room, signal: str) -> None:
    parts.crash(parts.postgres, signal)
    wait_until(lambda: busy.services["storage"].said("waiting"), "storage to say that it waits")
    parts.start(parts.postgres)
    busy.wait_stored(60, GOING_AGAIN_SECONDS)
    assert busy.check().faults == []


@pytest.mark.parametrize("part", ["broker", "database"])
def test_the_network_is_cut(parts: Parts, busy: Room, part: str) -> None:
    wire = parts.broker_wire if part == "broker" else parts.database_wire
    wire.cut()
    time.sleep(CUT_SECONDS)
    wire.mend()
    busy.wait_stored(60, GOING_AGAIN_SECONDS)
    assert busy.check().faults == []


@pytest.mark.parametrize(("part", "delay"), [("broker", 0.1), ("database", 0.2)])
def test_the_network_is_slow(parts: Parts, busy: Room, part: str, delay: float) -> None:
    """Slower than news comes in: no member leaves its group for it, and what waits stays in Kafka."""
    wire = parts.broker_wire if part == "broker" else parts.database_wire
    before = busy.services["storage"].peak_memory()
    wire.delay = delay
    try:
        time.sleep(CUT_SECONDS)
        assert busy.stored() > 0
        assert [name for name, service in busy.services.items() if not service.answers("/healthz")] == []
        assert busy.services["storage"].peak_memory() < before + 100 * (1 << 20)
    finally:
        wire.delay = 0
    assert busy.check().faults == []
