"""Positions that no longer exist, and messages that the broker refuses: a loud stop or wait, and the way on."""

from tests.cluster import Service, wait_until
from tests.command import run
from tests.faults.room import NAMES, Room

REFUSING = {
    "articles.ingested": "ingest",
    "articles.enriched": "enrichment",
    "articles.decided": "dedup",
    "dedup.state": "dedup",
}
SMALLER_THAN_ANY_RECORD = 150
"""Bytes; the marker that ends a transaction has 78, and two short articles under a thousand got through."""
STAGES = {"enrichment": "articles.ingested", "dedup": "articles.enriched", "storage": "articles.decided"}


def test_behind_the_retention_a_service_stops_until_its_position_is_set(room: Room) -> None:
    room.start(*NAMES)
    for name, topic in STAGES.items():
        room.drop(room.newsroom.lines(50))
        room.settled()
        assert room.services.pop(name).terminate() == 0
        room.drop(room.newsroom.lines(50))
        wait_until(lambda topic=topic: room.cluster.beyond(topic) >= 50, "the news to be before the service")  # type: ignore[misc]
        room.cluster.broker.delete_records(room.cluster.prefix + topic)
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
        goes_on(room, name)
        assert room.cluster.beyond(topic) == 0


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


def test_a_message_that_the_broker_refuses_is_waited_for_until_its_topic_is_set_right(room: Room) -> None:
    room.start(*NAMES)
    for topic, refusing in REFUSING.items():
        service, stored, said = room.services[refusing], room.stored(), len(refusals(room.services[refusing]))
        room.cluster.broker.limit(room.cluster.prefix + topic, SMALLER_THAN_ANY_RECORD)
        room.drop(room.newsroom.originals(20))
        wait_until(lambda service=service, said=said: len(refusals(service)) > said, "the refusal to be said")  # type: ignore[misc]
        wait_until(lambda service=service: service.get("/readyz")[0] == 503, "the service not to be ready")  # type: ignore[misc]
        assert room.stored() == stored
        assert run(["topics", "create"], room.cluster.env).returncode == 0
        room.settled()
        assert room.stored() == stored + 20
    assert room.check().faults == []


def refusals(service: Service) -> list[str]:
    return [line["reason"] for line in service.said("waiting") if "MessageSizeTooLarge" in line["reason"]]
