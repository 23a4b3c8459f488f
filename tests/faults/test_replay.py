"""A store filled again from Kafka: the same rows, and nobody is told anything twice."""

from collections import Counter
from typing import Any

from tests import invariants
from tests.cluster import wait_until
from tests.command import run
from tests.faults.room import NAMES, Parts, Room
from wireroom_core.models import StoredEvent, decode

LONG_AGO = ["--since", "2020"]


def test_a_store_that_lacks_nothing_is_not_changed_while_storage_is_at_work(room: Room) -> None:
    room.start(*NAMES)
    room.open()
    room.wait_stored(100)
    said = replay(room, *LONG_AGO)
    assert ": 0 events were new; 0 had been told before" in said
    assert room.check().faults == []


def test_a_lost_database_is_rebuilt_equal_and_only_what_was_not_told_is_told(parts: Parts, room: Room) -> None:
    """The database is lost after the last articles were decided and before they were stored."""
    room.start(*NAMES)
    for _ in range(4):
        room.drop(room.newsroom.lines(60))
    room.settled()
    assert room.services.pop("storage").terminate() == 0
    stored, told = invariants.contents(room.cluster.database_url, set()), events(room)
    room.drop(room.newsroom.originals(30))
    wait_until(lambda: room.cluster.beyond("articles.decided") >= 30, "the last ones to be decided")
    with parts.fresh() as url:
        room.move_to(parts.through_proxy(url))
        # A database made anew has an epoch of its own; this one was made of the same template.
        assert run(["epoch", "new"], room.cluster.env).returncode == 0
        assert ": 30 events were new" in replay(room, *LONG_AGO)
        rebuilt = invariants.contents(room.cluster.database_url, set())
        for name in ("articles", "deliveries", "contents", "kills", "group_aliases"):
            assert [row for row in rebuilt[name] if row in stored[name]] == stored[name], name
        room.start("storage")
        room.drop(room.newsroom.originals(30))
        room.settled()
        now = events(room)
        assert {key: now[key] for key in told} == told
        assert now.total() == told.total() + 60


def test_a_part_of_the_log_can_be_read_again(room: Room) -> None:
    room.start(*NAMES)
    room.drop(room.newsroom.lines(60))
    room.settled()
    assert replay(room, *LONG_AGO, "--until", "2020-02").startswith("0 messages read again")
    assert replay(room, *LONG_AGO).startswith("60 messages read again: 0 events were new")
    assert run(["replay", "--since", "gestern"], room.cluster.env).returncode == 2


def replay(room: Room, *arguments: str) -> str:
    done = run(["replay", *arguments], room.cluster.env)
    assert done.returncode == 0, done.stderr.decode()
    return done.stderr.decode().splitlines()[-1]  # before it, how far it was, where that takes long


def events(room: Room) -> Counter[Any]:
    """What articles.stored told, and how often, each by what and of which revision."""
    records = room.cluster.broker.records(room.cluster.prefix + "articles.stored")
    read = {(e.epoch, e.stream_id): e for r in records if isinstance(e := decode(r.value, StoredEvent), StoredEvent)}
    return Counter((event.what, event.article_id, event.revision) for event in read.values())
