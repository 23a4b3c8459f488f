"""Messages that can never succeed: each becomes one dead letter, whole, and its neighbours go on."""

import json
import time
from contextlib import closing
from typing import Any

import psycopg
from psycopg.rows import dict_row

from tests.cluster import wait_until
from tests.command import run
from tests.fakes import article, decided, enriched
from tests.faults.room import NAMES, Room
from wireroom_core.models import DeadLetter, Message, decode, encode

TRIES_SECONDS = 2 * 2.0
"""Two tries of the article that stalls, by the setting below."""


def test_each_kind_of_poison_is_one_letter_by_its_place_and_the_rest_goes_on(room: Room) -> None:
    room.harm("enrichment", FAULT_MINES="1", WIREROOM_ARTICLE_SECONDS="2")
    room.start("ingest", "dedup", "storage")
    room.drop(room.newsroom.lines(20))
    poison = {
        "articles.ingested": [
            b"{no JSON",
            None,
            altered(article(1), schema=99),
            altered(article(2), text="x" * ((1 << 20) + 1)),
            altered(article(3), text="Une phrase. CRASH. Fin."),
            altered(article(4), text="Une phrase. STALL. Fin."),
        ],
        "articles.enriched": [b"[]", None, altered(enriched(5), schema=99)],
        "articles.decided": [b"\xff", None, altered(decided(6), title="nul \0 octet"), altered(decided(7), schema=99)],
    }
    begun = time.monotonic()
    written = {
        (topic, offset): value
        for topic, values in poison.items()
        for value, offset in zip(values, room.put(topic, values), strict=True)
    }
    room.drop(room.newsroom.lines(20))
    wait_until(lambda: len(letters(room)) == len(written), "every poison to be among the dead letters")
    found = {(row["topic"].removeprefix(room.cluster.prefix), row["offset"]): row for row in letters(room)}
    assert set(found) == set(written)
    for place, value in written.items():
        assert original(room, found[place]) == (value or b""), place
        assert found[place]["reason"]
    report = room.check()
    assert report.faults == []
    assert time.monotonic() - begun < 120 + TRIES_SECONDS


def test_a_burst_of_poison_stops_the_service_loudly_and_a_restart_goes_on(room: Room) -> None:
    room.start(*NAMES)
    room.put("articles.ingested", [b"{burst"] * 150)
    enrichment = room.services["enrichment"]
    wait_until(lambda: enrichment.get("/healthz")[0] == 503, "enrichment to stop")
    assert "100 messages were refused" in enrichment.get("/healthz")[1]
    assert 'wireroom_stopped{part="enrichment"} 1.0' in enrichment.get("/metrics")[1]
    assert enrichment.said("stopped until somebody acts")
    room.drop(room.newsroom.lines(20))
    assert enrichment.terminate() == 0
    room.start("enrichment")
    report = room.check()
    assert report.faults == []
    assert report.refused == 150


def altered(message: Message, **changes: Any) -> bytes:
    return json.dumps({**json.loads(encode(message)), **changes}).encode()


def letters(room: Room) -> list[dict[str, Any]]:
    with closing(psycopg.connect(room.cluster.database_url, row_factory=dict_row)) as connection:
        return connection.execute("select * from news.dead_letters").fetchall()


def original(room: Room, row: dict[str, Any]) -> bytes:
    letter = decode(json.dumps(row["letter"]).encode(), DeadLetter)
    assert isinstance(letter, DeadLetter)
    inline = letter.original_bytes()
    if inline is not None:
        return inline
    shown = run(["dead", "show", letter.letter_id, "--original"], room.cluster.env)
    assert shown.returncode == 0
    return shown.stdout
