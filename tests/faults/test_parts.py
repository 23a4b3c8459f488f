"""Broker, database or the network between fail while news comes in: waited out, and nothing is lost or doubled."""

import time

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


def test_the_database_is_shut_down_at_once_and_started_again(parts: Parts, busy: Room) -> None:
    for signal in ("SIGQUIT", "SIGKILL"):
        said = len(busy.services["storage"].said("waiting"))
        parts.crash(parts.postgres, signal)
        wait_until(lambda said=said: len(busy.services["storage"].said("waiting")) > said, "storage to say so")  # type: ignore[misc]
        parts.start(parts.postgres)
        busy.wait_stored(60, GOING_AGAIN_SECONDS)
    assert busy.check().faults == []


def test_the_network_is_cut(parts: Parts, busy: Room) -> None:
    for wire in (parts.broker_wire, parts.database_wire):
        wire.cut()
        time.sleep(CUT_SECONDS)
        wire.mend()
        busy.wait_stored(60, GOING_AGAIN_SECONDS)
    assert busy.check().faults == []


def test_the_network_is_slow(parts: Parts, busy: Room) -> None:
    """Slower than news comes in: no member leaves its group for it, and what waits stays in Kafka."""
    before = busy.services["storage"].peak_memory()
    for wire, delay in ((parts.broker_wire, 0.1), (parts.database_wire, 0.2)):
        wire.delay = delay
        try:
            time.sleep(CUT_SECONDS)
            assert busy.stored() > 0
            assert [name for name, service in busy.services.items() if not service.answers("/healthz")] == []
            assert busy.services["storage"].peak_memory() < before + 100 * (1 << 20)
        finally:
            wire.delay = 0
        busy.wait_stored(60, GOING_AGAIN_SECONDS)
    assert busy.check().faults == []
