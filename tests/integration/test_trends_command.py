"""``wireroom trends`` and ``sources``: the same answers from the stored rows and from schema ``trends``."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.command import environment, run
from tests.fakes import BEGIN, decided
from wireroom_core.models import DecidedArticle, StoredEvent
from wireroom_store.writer import Mode, Store
from wireroom_trends.ledger import Batch, Ledger, Numbered
from wireroom_trends.observer import Observer

MONDAY = BEGIN - timedelta(days=2, hours=8)
BURST = MONDAY + timedelta(days=3, hours=20)
QUIET = MONDAY + timedelta(days=3, hours=8)


IDS = {"Mons": "geonames:2790869", "Valmeuse": "place:valmeuse"}


def entity(name: str) -> dict[str, Any]:
    place = {"kind": "entity", "type": "place", "name": name, "entity_id": IDS[name], "text": name}
    return {**place, "start": None, "end": None, "confidence": 1, "annotator": "test", "version": "1"}


def news() -> Iterator[DecidedArticle]:
    """Two sources every ten minutes for four days; one falls silent, and Valmeuse is in the news."""
    steady = [MONDAY + n * timedelta(minutes=10) for n in range(4 * 144)]
    items = [(at, "Steady", "Mons") for at in steady]
    items += [(at, "Quiet", "Mons") for at in steady if at < QUIET]
    items += [(BURST + n * timedelta(minutes=2), "Steady", "Valmeuse") for n in range(60)]
    for number, (at, source, place) in enumerate(sorted(items)):
        yield decided(
            number,
            source={"id": source.lower(), "name": f"The {source}"},
            received_at=at,
            annotations=[entity(place)],
            status="withheld" if number % 50 == 0 else "usable",
        )


def fill(url: str, mode: Mode) -> list[StoredEvent]:
    with closing(Store(url, mode)) as store:
        return store.write(list(news()))


def counted(url: str, events: list[StoredEvent]) -> None:
    """As the service does, a batch at a time."""
    ledger, observer = Ledger(url, "cluster", "articles.stored"), Observer(url, "cluster", "articles.stored")
    numbered = [Numbered(offset, event) for offset, event in enumerate(events)]
    for start in range(0, len(numbered), 100):
        ledger.write({0: Batch(numbered[start : start + 100], at_end=start + 100 >= len(numbered))})
        while observer.observe():
            pass
    ledger.close()
    observer.close()


def asked(url: str, folder: Path, *arguments: str) -> dict[str, Any]:
    done = run([*arguments, "--json"], environment(folder, url))
    assert done.returncode == 0, done.stderr.decode()
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


@pytest.mark.parametrize("mode", ["one process", "kafka"])
def test_what_rises_and_who_is_silent_is_told_from_either_store(database_url: str, tmp_path: Path, mode: Mode) -> None:
    events = fill(database_url, mode)
    if mode == "kafka":
        counted(database_url, events)
    answer = asked(database_url, tmp_path, "trends")
    assert answer["as_of"] == (MONDAY + timedelta(days=3, hours=23, minutes=51)).isoformat()
    [rising] = answer["trends"]
    assert (rising["kind"], rising["name"], rising["label"]) == ("entity", "place:valmeuse", "Valmeuse")
    assert (rising["goes_on"], sum(rising["curve"]["hours"]), sum(rising["curve"]["usual"])) == (False, 59, 0)
    assert BURST.isoformat() < rising["rose_at"] < (BURST + timedelta(minutes=30)).isoformat()
    assert rising["articles"]
    assert {article["status"] for article in rising["articles"]} == {"usable"}

    [mons] = asked(database_url, tmp_path, "trends", "--entity", "mons")["trends"]
    assert (mons["name"], mons["rose_at"], mons["goes_on"]) == ("geonames:2790869", None, False)
    for option, text, name in (
        ("--entity", "MON", "geonames:2790869"),
        ("--entity", "geonames:2790869", "geonames:2790869"),
        ("--entity", "valm", "place:valmeuse"),
        ("--source", "The Steady", "steady"),
        ("--source", "steady", "steady"),
    ):
        assert [one["name"] for one in asked(database_url, tmp_path, "trends", option, text)["trends"]] == [name]
    assert asked(database_url, tmp_path, "trends", "--source", "nobody")["trends"] == []

    quiet, steady = asked(database_url, tmp_path, "sources")["sources"]
    assert (quiet["name"], quiet["silent"], quiet["last_item_at"]) == (
        "The Quiet",
        True,
        (QUIET - timedelta(minutes=10)).isoformat(),
    )
    assert (steady["name"], steady["silent"]) == ("The Steady", False)
    assert quiet["expected"] > quiet["allowed"] > steady["expected"]


def test_people_are_shown_it_with_sparklines_and_it_can_be_drawn(database_url: str, tmp_path: Path) -> None:
    fill(database_url, "one process")
    env = environment(tmp_path, database_url)
    shown = run(["trends"], env).stdout.decode()
    assert "Valmeuse  place:valmeuse" in shown
    assert "█" in shown
    assert "over by now" in shown
    drawn = run(["trends", "--svg", str(tmp_path / "trends.svg")], env)
    assert drawn.returncode == 0
    assert "Valmeuse" in (tmp_path / "trends.svg").read_text()
    listed = run(["sources"], env).stdout.decode().splitlines()
    assert "Quiet" in listed[2]
    assert "silent" in listed[2]


def test_an_empty_store_has_no_trends(database_url: str, tmp_path: Path) -> None:
    env = environment(tmp_path, database_url)
    assert b"Nothing was counted yet." in run(["trends"], env).stderr
    assert asked(database_url, tmp_path, "trends") == {"as_of": None, "trends": []}
    assert asked(database_url, tmp_path, "sources") == {"as_of": None, "sources": []}
    assert run(["trends", "--since", "never"], env).returncode == 2


def test_a_cluster_whose_trends_were_never_migrated_says_what_to_do(database_url: str, tmp_path: Path) -> None:
    fill(database_url, "kafka")
    with closing(psycopg.connect(database_url, autocommit=True)) as connection:
        connection.execute("alter schema trends rename to aside")
        try:
            refused = run(["trends"], environment(tmp_path, database_url))
        finally:
            connection.execute("alter schema aside rename to trends")
    assert refused.returncode == 1
    assert b"schema trends is at revision None, not 0001: `wireroom migrate` brings it there" in refused.stderr
