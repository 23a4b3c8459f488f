"""The checker itself: each promise broken by hand is one that it finds broken."""

from contextlib import closing

import psycopg

from tests import invariants
from tests.faults.room import NAMES, Parts, Room

FOUND = (
    "1 are missing on articles.ingested",
    "1 are missing on articles.enriched",
    "1 are missing on articles.decided",
    "is not what one process decides, in its order, each once",
    "does not hold each decision once, in its order",
    "the store's deliveries are not those of one process",
    "the stream's ids are not 1, 2, 3",
    "articles.stored does not hold each event of the stream",
    "not every dead letter was copied",
    "left over: ",
)


def test_what_is_broken_by_hand_is_found(parts: Parts, room: Room) -> None:
    room.start(*NAMES)
    room.drop([*room.newsroom.lines(50), b'{"text": "Sans source."}'])
    assert room.check().faults == []
    never = room.drop(room.newsroom.originals(1))  # nobody is there any more to take it
    for topic in ("articles.decided", "dedup.state", "dead"):
        name = room.cluster.prefix + topic
        first = room.cluster.broker.records(name)[0]
        again = first.value if topic != "dead" else first.value.replace(b'"letter_id":"', b'"letter_id":"x')
        room.cluster.broker.write(name, [(first.partition, again)])
    with closing(psycopg.connect(room.cluster.database_url, autocommit=True)) as connection:
        connection.execute("delete from news.stream where stream_id = 7")
        connection.execute("delete from news.deliveries where seq = (select max(seq) from news.deliveries)")
    faults = invariants.check(room.cluster, [*room.files, never], parts.fresh).faults
    assert [what for what in FOUND if not any(what in fault for fault in faults)] == []
