"""Positions that no longer exist, and messages that the broker refuses: a loud stop or wait, and the way on."""

import pytest

from tests.cluster import Service, wait_until
from tests.command import run
from tests.faults.room import NAMES, Room

STAGES = {"enrichment": "articles.ingested", "dedup": "articles.enriched", "storage": "articles.decided"}


@pytest.mark.parametrize("name", STAGES)
def test_behind_the_retention_a_service_stops_until_its_position_is_set(room: Room, name: str) -> None:
    topic = room.cluster.prefix + STAGES[name]
    room.start(*NAMES)
    room.drop(room.newsroom.lines(50))
    room.settled()
    assert room.services.pop(name).terminate() == 0
    lost = room.drop(room.newsroom.lines(50))
    room.files.remove(lost)
    wait_until(lambda: room.cluster.beyond(STAGES[name]) >= 50, "the news to be before the service")
    room.cluster.broker.delete_records(topic)
    stopped = stops(room, name)
    assert stopped.get("/healthz")[0] == 503
    assert "no longer exists" in stopped.get("/healthz")[1]
    if name != "storage":
        early = run(["positions", "reset", name, "--yes"], room.cluster.env)
        assert early.returncode == 1
        assert b"has members" in early.stderr
    assert stopped.terminate() == 0
    moved = run(["positions", "reset", name, "--yes"], room.cluster.env)
    assert moved.returncode == 0, moved.stderr.decode()
    room.start(name)
    room.drop(room.newsroom.lines(50))
    room.settled()
    assert room.cluster.beyond(STAGES[name]) == 0


def test_a_topic_made_anew_stops_storage_until_its_positions_are_set(room: Room) -> None:
    """Its end lies before the positions that the database keeps: what it holds would never be read."""
    room.start(*NAMES)
    room.drop(room.newsroom.lines(100))
    room.settled()
    for name in ("dedup", "storage"):
        assert room.services.pop(name).terminate() == 0
    room.cluster.broker.delete_topic(room.cluster.prefix + "articles.decided")
    wait_until(lambda: created(room), "the topic to be made anew")
    assert stops(room, "storage").terminate() == 0
    shown = run(["positions", "show"], room.cluster.env)
    assert shown.returncode == 1
    assert b"no longer exists" in shown.stdout
    assert run(["positions", "reset", "storage", "--yes"], room.cluster.env).returncode == 0
    goes_on(room, "dedup", "storage")


def test_a_topic_made_anew_is_read_from_its_beginning_where_kafka_keeps_the_positions(room: Room) -> None:
    """Kafka forgets a group's positions with the topic."""
    room.start(*NAMES)
    room.drop(room.newsroom.lines(100))
    room.settled()
    for name in ("enrichment", "dedup"):
        assert room.services.pop(name).terminate() == 0
    room.cluster.broker.delete_topic(room.cluster.prefix + "articles.enriched")
    wait_until(lambda: created(room), "the topic to be made anew")
    goes_on(room, "enrichment", "dedup")


def stops(room: Room, name: str) -> Service:
    """A service that is started, and stops loudly."""
    room.launch(name)
    service = room.services[name]
    wait_until(lambda: service.said("stopped until somebody acts"), "the loud stop")
    return service


def goes_on(room: Room, *names: str) -> None:
    """Started again, all that comes now is stored."""
    room.start(*names)
    before = room.stored()
    room.drop(room.newsroom.originals(20))
    room.settled()
    assert room.stored() == before + 20


def created(room: Room) -> bool:
    """A topic is gone only a while after it was deleted."""
    return run(["topics", "create"], room.cluster.env).stdout.count(b": created") == 1


@pytest.mark.parametrize("topic", ["articles.ingested", "articles.enriched", "articles.decided", "dedup.state"])
def test_a_message_that_the_broker_refuses_is_waited_for_until_its_topic_is_set_right(room: Room, topic: str) -> None:
    room.cluster.broker.limit(room.cluster.prefix + topic, 1000)
    room.start(*NAMES)
    room.drop(room.newsroom.originals(20))
    refusing = {"articles.ingested": "ingest", "articles.enriched": "enrichment"}.get(topic, "dedup")
    service = room.services[refusing]
    wait_until(lambda: "MessageSizeTooLarge" in str(service.said("waiting")), "the refusal to be said")
    wait_until(lambda: service.get("/readyz")[0] == 503, "the service not to be ready")
    assert room.stored() == 0
    assert run(["topics", "create"], room.cluster.env).returncode == 0
    assert room.check().faults == []
