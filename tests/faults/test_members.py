"""Members of the groups come, go, freeze and are told to end."""

import signal
import threading
import time
from urllib.request import Request, urlopen

import pytest

from tests.cluster import Service, wait_until
from tests.faults.room import NAMES, Parts, Room

SECONDS = [f"{name}-2" for name in NAMES[1:]]
"""Ingest is alone with its inbox."""
SESSION = 6.0
END_SECONDS = 15.0


def test_members_join_and_leave_ten_times(busy: Room) -> None:
    for turn in range(5):
        busy.start(*SECONDS)
        time.sleep(turn * 0.3)
        assert {busy.services.pop(second).terminate(END_SECONDS) for second in SECONDS} == {0}
    assert busy.check().faults == []


def test_a_member_frozen_in_its_batch_has_no_effect_when_it_wakes_up(busy: Room) -> None:
    """Longer than its session, with a successor at work: every kind of member at once."""
    busy.start(*SECONDS)
    busy.wait_stored(30)
    frozen = [busy.services[name].process for name in NAMES[1:]]
    for process in frozen:
        process.send_signal(signal.SIGSTOP)
    busy.wait_stored(150)  # by the successors, of what the frozen ones had in hand too
    for process in frozen:
        process.send_signal(signal.SIGCONT)
    time.sleep(SESSION)
    busy.wait_stored(30)
    assert busy.check().faults == []


def test_storage_frozen_in_the_middle_of_its_copy_is_not_waited_for(parts: Parts, busy: Room) -> None:
    """Its connections stall after a few bytes of a batch; the successor comes by some of its own."""
    stall_in_a_copy(parts, busy)
    frozen = busy.services["storage"].process
    frozen.send_signal(signal.SIGSTOP)
    busy.start("storage-2")
    busy.wait_stored(300)
    frozen.send_signal(signal.SIGCONT)
    parts.database_wire.mend()
    time.sleep(SESSION)
    assert busy.check().faults == []


def stall_in_a_copy(parts: Parts, room: Room) -> None:
    """Most of what storage sends is in copies, but not all: where it stalls elsewhere it connects again."""
    for _ in range(5):
        parts.database_wire.stall(after=20_000)
        room.drop(room.newsroom.lines(300))
        try:
            wait_until(lambda: copying(parts), "a copy to be under way", 15)
        except TimeoutError:
            parts.database_wire.mend()
        else:
            return
    raise TimeoutError("storage never stalled in a copy")


def copying(parts: Parts) -> bool:
    """Whether any session has waited for its client in the middle of a COPY for a second."""
    waits = "wait_event = 'ClientRead' and state = 'active' and query_start < now() - interval '1 s'"
    return bool(parts.asks(f"select count(*) > 0 from pg_stat_activity where {waits}"))


def test_told_to_end_at_work_every_service_ends_in_time_with_nothing_doubled(busy: Room) -> None:
    for name in NAMES:
        assert busy.services[name].terminate(END_SECONDS) == 0
        busy.start(name)
        busy.wait_stored(30)
    assert busy.check().faults == []


def test_told_to_end_while_the_broker_is_away_every_service_ends_in_time(parts: Parts, room: Room) -> None:
    """Ingest with pushes in hand, which are told to come again."""
    room.start(*NAMES[1:])
    room.start("ingest", WIREROOM_API_KEYS='{"key": "belga"}')
    room.open()
    room.wait_stored(60)
    parts.crash(parts.kafka)
    try:
        pushes = [threading.Thread(target=push, args=(room.services["ingest"],)) for _ in range(2)]
        for thread in pushes:
            thread.start()
        time.sleep(2)
        end = time.monotonic() + END_SECONDS
        for name in NAMES:
            room.services[name].process.send_signal(signal.SIGTERM)
        codes = {name: room.services[name].process.wait(max(0, end - time.monotonic())) for name in NAMES}
        assert codes == dict.fromkeys(NAMES, 0)
        for thread in pushes:
            thread.join()
    finally:
        parts.start(parts.kafka)
    room.start(*NAMES)
    assert room.check().faults == []


def push(ingest: Service) -> None:
    """One article, never stored: the broker is away, and the answer says so, or none comes."""
    headers = {"Authorization": "Bearer key", "Content-Type": "application/json"}
    request = Request(ingest.address("/articles"), b'{"id": "1", "text": "Nooit."}', headers)
    with pytest.raises(OSError):  # noqa: PT011 - HTTPError and a connection that ends are both one
        urlopen(request, timeout=60)
