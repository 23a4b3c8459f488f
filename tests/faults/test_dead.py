"""What was refused for a fault of ours, and is requeued once that is mended: it takes effect, once."""

import json
from typing import Any

from tests.cluster import wait_until
from tests.command import run
from tests.fakes import article
from tests.faults.room import Room
from wireroom_core.models import encode


def test_refused_articles_are_listed_shown_and_requeued_once_the_fault_is_mended(room: Room) -> None:
    room.harm("enrichment", FAULT_MINES="1")
    room.start("dedup", "storage")
    crashing = [encode(article(number, text=f"Une phrase. CRASH. Numéro {number}.")) for number in range(3)]
    room.put("articles.ingested", [*crashing, b"{no JSON"])
    wait_until(lambda: len(listed(room)) == 2, "both reasons to be listed")
    wait_until(lambda: sum(row["letters"] for row in listed(room)) == 4, "all letters to be copied")
    assert room.stored() == 0
    assert room.services["enrichment"].terminate() == 0
    room.start("enrichment")
    chosen = ["--stage", "enrichment", "--reason", "ended with code 11"]
    told = command(room, "list", *chosen)
    assert "3" in told
    assert "ended with code 11" in told

    assert "Nothing was done" in command(room, "requeue", *chosen)
    assert room.stored() == 0
    command(room, "requeue", *chosen, "--yes", "--rate", "2")
    wait_until(lambda: room.stored() == 3, "what was requeued to be stored")
    before = events(room)
    assert before == 3

    shown = json.loads(command(room, "show", *chosen, "--json").splitlines()[0])
    assert shown["requeued_at"] is not None
    assert command(room, "show", shown["letter_id"], "--original").encode() in crashing
    assert "articles.ingested" not in command(room, "requeue", *chosen, "--yes")
    command(room, "requeue", *chosen, "--again", "--yes")
    room.cluster.wait_worked_off()
    assert (room.stored(), events(room)) == (3, before)


def test_what_cannot_be_requeued_stays_and_says_why(room: Room) -> None:
    room.start("ingest", "storage")
    room.drop([b'{"text": "Sans source."}'], counts=False)
    wait_until(lambda: listed(room), "the letter to be copied")
    assert "hand them over again" in command(room, "requeue", "--yes")
    assert listed(room)[0]["requeued"] == 0
    assert run(["dead", "show", "nothing-begins-so"], room.cluster.env).returncode == 4


def listed(room: Room) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(command(room, "list", "--json"))
    return found


def command(room: Room, *arguments: str) -> str:
    """What ``wireroom dead`` said."""
    done = run(["dead", *arguments], room.cluster.env)
    assert done.returncode == 0, done.stderr.decode()
    return (done.stdout + done.stderr).decode()


def events(room: Room) -> int:
    return int(room.asks("select count(*) from news.stream"))
