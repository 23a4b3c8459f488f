"""Copy groups as ``wireroom show`` lays them out and ``wireroom groups`` lists them, on a real PostgreSQL."""

import json
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.command import environment, run
from tests.fakes import BEGIN, decided, merged
from tests.wire import Wire
from wireroom_core.models import NewsTime
from wireroom_store import readings
from wireroom_store.connection import connect_reader
from wireroom_store.queries import Filters, Row
from wireroom_store.writer import Store

OPENED = "La passerelle cyclable de Valmeuse rouvrira avant l'été, a annoncé vendredi la société des voies lentes."
WORKS = "Les travaux, confiés à un bureau de la région, coûteront près du double du budget prévu il y a un an."
CYCLISTS = "Quelque mille cyclistes l'empruntaient chaque semaine avant l'accident, qui n'avait fait qu'un blessé."
MAYOR = "Le bourgmestre a salué une décision de bon sens, tout en regrettant que la navette s'arrête déjà."
REPORT = "Selon le rapport remis au parquet, la corrosion des boulons avait été signalée à deux reprises."
USERS = "L'association des usagers réclame pour sa part un contrôle annuel de toutes les passerelles."
BUILT = "L'ouvrage, long de deux cents mètres, relie depuis dix ans les deux quartiers de la ville."
RIDE = "Elle organisera une balade le jour de la réouverture, avec le soutien de la province."
DISPATCH = [OPENED, WORKS, CYCLISTS, BUILT, MAYOR, REPORT, USERS, RIDE]
ADDED = "Notre journal a pu consulter ce document."

PAPER: dict[str, Any] = {"source": {"id": "le-soir", "name": "Le Soir"}}
OTHER: dict[str, Any] = {"source": {"id": "la-libre", "name": "La Libre"}}


def item(guid: str, source: str, *sentences: str, **fields: Any) -> dict[str, Any]:
    return {"id": guid, "source": source, "title": guid, "text": " ".join(sentences), **fields}


def shown(url: str, folder: Path, article_id: str) -> tuple[dict[str, Any], str]:
    """The article as JSON, and what a person sees of its group."""
    env = environment(folder, url)
    whole = json.loads(run(["show", article_id, "--json"], env).stdout)
    return whole, run(["show", article_id], env).stdout.decode().partition("Copy group")[2]


def test_a_group_says_who_wrote_it_who_reprinted_it_when_how_much_and_what_was_changed(
    database_url: str, tmp_path: Path
) -> None:
    wire = Wire(database_url, tmp_path)
    edited = CYCLISTS.replace("mille", "six cents")
    wire.deliver([item("dispatch", "Belga", *DISPATCH, published="2026-11-24T06:00:00Z")])
    wire.deliver([item("excerpt", "La Libre", *DISPATCH[:4], published="2026-11-24T11:30:00+01:00")])
    wire.deliver([item("credited", "Le Soir", *DISPATCH, origin="Belga", published="2026-11-24T06:20:00Z")])
    wire.deliver([item("edited", "L'Écho", OPENED, ADDED, edited, WORKS, *DISPATCH[5:], published="2026-11-24T08:05Z")])
    wire.deliver([{"id": "credited", "source": "Le Soir", "status": "canceled"}])
    ids = {guid: row["article_id"] for guid, row in wire.exported().items()}
    whole, seen = shown(database_url, tmp_path, ids["edited"])

    assert [member["title"] for member in whole["group"]] == ["dispatch", "credited", "edited", "excerpt"]
    assert [member["canonical"] for member in whole["group"]] == [True, False, False, False]
    canonical, credited, changed, excerpt = whole["group"]
    assert {canonical[name] for name in ("lag", "credit", "share", "difference")} == {None}
    assert [member["lag"]["value"] for member in (credited, changed, excerpt)] == [20, 125, 270]
    assert [member["credit"] for member in (credited, changed, excerpt)] == ["kept", "dropped", "dropped"]
    assert credited["share"] == {"of": ids["dispatch"], "jaccard": 1, "containment": 1, "contained_by": 1}
    assert credited["difference"] == {"kept": 8, "added": [], "cut": [], "changed": []}
    assert changed["difference"] == {
        "kept": 5,
        "added": [ADDED],
        "cut": [BUILT, MAYOR],
        "changed": [{"before": CYCLISTS, "after": edited}],
    }
    assert excerpt["difference"] == {"kept": 4, "added": [], "cut": DISPATCH[4:], "changed": []}
    assert 0.4 < excerpt["share"]["contained_by"] < 0.6

    lines = [line.strip() for line in seen.splitlines()]
    assert lines[0] == "of 4"
    assert lines[2] == "written by Belga"
    assert lines[3].endswith("Le Soir (fr)  credited  [syndicated] canceled")
    assert lines[4] == "+20 min, took all of it, credit kept, nothing added or cut"
    assert lines[6].startswith("this article; +2 h 05, took ")
    assert lines[6].endswith(" of its own text), credit dropped, +1 sentence, -2, 1 changed")
    assert lines[7:12] == [
        f"+ {ADDED}",
        "- L'ouvrage, long de deux cents mètres, relie depuis dix ans les deux …",
        "- Le bourgmestre a salué une décision de bon sens, tout en regrettant …",
        "~ Quelque mille cyclistes l'empruntaient chaque semaine avant …",
        "→ Quelque six cents cyclistes l'empruntaient chaque semaine avant …",
    ]
    assert lines[13].endswith(" of it (100 % of its own text), credit dropped, -4 sentences")
    assert lines[16] == "… and 2 more"


def test_a_reprint_that_came_before_the_agencys_own_is_told_by_the_agencys_decision(
    database_url: str, tmp_path: Path
) -> None:
    wire = Wire(database_url, tmp_path)
    wire.deliver([item("reprint", "Le Soir", *DISPATCH[:7], origin="Belga", published="2026-11-24T06:00:00Z")])
    wire.deliver([item("dispatch", "Belga", *DISPATCH, published="2026-11-24T05:00:00Z")])
    whole, seen = shown(database_url, tmp_path, wire.exported()["reprint"]["article_id"])
    assert [member["title"] for member in whole["group"]] == ["dispatch", "reprint"]
    assert whole["group"][1]["share"]["containment"] == 1
    assert whole["group"][1]["share"]["of"] == whole["group"][0]["article_id"]
    assert "(100 % of its own text), credit kept, -1 sentence" in seen


def test_a_copy_that_was_compared_with_another_than_the_canonical_says_with_which(
    database_url: str, tmp_path: Path
) -> None:
    wire = Wire(database_url, tmp_path)
    longer = [*DISPATCH, ADDED, "Un second article suivra demain, avec les réactions des riverains et de la commune."]
    wire.deliver([item("dispatch", "Belga", *DISPATCH)])
    wire.deliver([item("longer", "Le Soir", *longer)])
    wire.deliver([item("same", "La Libre", *longer)])
    ids = {guid: row["article_id"] for guid, row in wire.exported().items()}
    whole, seen = shown(database_url, tmp_path, ids["same"])
    assert whole["group"][2]["share"]["of"] == ids["longer"]
    assert whole["group"][2]["difference"]["added"] == longer[8:]
    assert f"took all of {ids['longer'][:12]}, credit dropped, +2 sentences" in seen


def test_members_of_a_large_group_are_cut_but_for_the_one_asked_for(
    store: Store, database_url: str, tmp_path: Path
) -> None:
    store.write([decided(1, text="Un.\n\nDeux.")])
    late = {"embargo_until": BEGIN + timedelta(days=3650), "text": "Un.\n\nTrois."}
    store.write(
        [
            decided(number, "syndicated", "delivery-1", **PAPER, **(late if number == 30 else {"text": "Un.\n\nDeux."}))
            for number in range(2, 32)
        ]
    )
    whole, seen = shown(database_url, tmp_path, "article-30")
    lines = [line.strip() for line in seen.splitlines()]
    assert (whole["group_members"], len(whole["group"])) == (31, 31)
    assert whole["group"][29]["difference"] == {"kept": 1, "added": ["Trois."], "cut": ["Deux."], "changed": []}
    assert lines[0] == "of 31"
    assert lines[-1] == "and 10 more."
    assert sum(line.startswith("article-") for line in lines) == 21
    assert lines[-5].endswith("[syndicated] withheld")
    assert lines[-4] == "this article; +0 min, credit dropped, +1 sentence, -1"


# The most reprinted ------------------------------------------------------------------------------


def day(value: str) -> NewsTime:
    return NewsTime(value=value, precision="day", raw=value)


@pytest.fixture
def groups(store: Store) -> None:
    """Three of a newspaper's own bulletin; a dispatch with two reprints, merged from two groups; one alone."""
    store.write(
        [
            *(decided(n, "near_copy", "delivery-1", **PAPER, published_at=day(f"2026-11-0{n}")) for n in (1, 2, 3)),
            decided(11, "syndicated", article_id="reprint", origin="Belga", **PAPER, published_at=day("2026-11-20")),
            decided(12, "near_copy", "delivery-11", article_id="other", language="nl", **OTHER),
            decided(13, article_id="dispatch", title="", published_at=day("2026-11-19"), text="Un pont\na rouvert."),
            merged("delivery-13", "delivery-11", by=14),
            decided(20, article_id="alone"),
        ]
    )


def listed(url: str, limit: int = 20, **filters: Any) -> list[Row]:
    with closing(connect_reader(url)) as connection:
        return readings.most_reprinted(connection, Filters(**filters), limit)


@pytest.mark.usefixtures("groups")
def test_the_groups_of_the_most_sources_come_first_each_with_its_canonical_article(database_url: str) -> None:
    first, second = listed(database_url)
    assert (first["group_id"], first["members"], first["sources"]) == ("delivery-11", 3, 3)
    assert (second["group_id"], second["members"], second["sources"]) == ("delivery-1", 3, 1)
    assert (first["article_id"], first["agency"], first["beginning"]) == ("dispatch", "belga", "Un pont\na rouvert.")
    assert list(first["verdicts"].items()) == [("near_copy", 1), ("original", 1), ("syndicated", 1)]
    assert (first["first"], first["last"]) == ("2026-11-19", "2026-11-25T08:00Z")
    assert (second["first"], second["last"]) == ("2026-11-01", "2026-11-03")


@pytest.mark.usefixtures("groups")
@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"limit": 1}, ["delivery-11"]),
        ({"language": "nl"}, ["delivery-11"]),
        ({"language": "en"}, []),
        ({"source": "LE SOIR"}, ["delivery-11", "delivery-1"]),
        ({"source": "la-libre"}, ["delivery-11"]),
        ({"since": BEGIN}, ["delivery-11"]),
        ({"since": BEGIN - timedelta(days=23)}, ["delivery-11", "delivery-1"]),
        ({"since": BEGIN, "source": "le-soir"}, []),
    ],
)
def test_a_group_is_in_where_one_of_its_articles_passes(
    database_url: str, filters: dict[str, Any], found: list[str]
) -> None:
    assert [row["group_id"] for row in listed(database_url, **filters)] == found


@pytest.mark.usefixtures("groups")
def test_the_list_is_printed_for_a_person_and_as_json(store: Store, database_url: str, tmp_path: Path) -> None:
    store.write([decided(30, article_id="dispatch", signal="kill", text="", title="")])
    env = environment(tmp_path, database_url)
    assert run(["groups"], env).stdout.decode().splitlines() == [
        "dispatch  3 articles of 3 sources  Un pont a rouvert.",
        "    written by Belga canceled; 2026-11-19 to 2026-11-25T08:00Z; 1 near_copy, 1 original, 1 syndicated",
        "article-1  3 articles of 1 source  Titre 1",
        "    written by Le Soir; 2026-11-01 to 2026-11-03; 3 near_copy",
    ]
    rows = json.loads(run(["groups", "--source", "la libre", "--limit", "3", "--json"], env).stdout)
    assert [(row["group_id"], row["status"]) for row in rows] == [("delivery-11", "canceled")]
    assert run(["groups", "--since", "2027"], env).stdout.decode() == "No copy groups.\n"


def test_the_list_does_not_work_out_the_kills_of_the_whole_store(store: Store, database_url: str) -> None:
    store.write([decided(number, article_id=f"article-{number}") for number in range(200)])
    store.write([decided(number, "near_copy", "delivery-1", **PAPER) for number in (300, 301)])
    store.write([decided(400 + n, article_id=f"article-{n}", signal="kill", text="", title="") for n in range(200)])
    with closing(connect_reader(database_url)) as connection, connection.transaction():
        (row,) = readings.most_reprinted(connection, Filters(), 20)
        asked = connection.execute(
            "select seq_scan + idx_scan from pg_stat_xact_user_tables where relid = 'news.killed_groups'::regclass"
        ).fetchone()
    assert row["status"] == "canceled"
    assert asked is not None
    assert asked[0] < 10, "for each group that is listed, not for each of the two hundred kills"
