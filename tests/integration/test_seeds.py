"""The sample news: every entry comes out as seeds/README.md says, by way of ``wireroom demo``."""

import json
import re
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests import databases
from tests.command import SEEDS, environment, lines, run
from tests.dump import dump
from wireroom_store.connection import connect_reader

Env = dict[str, str]


@pytest.fixture(scope="module")
def demo(server_url: str, template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Env, Any]]:
    """The environment of a store that the demo has run on, and what it reported."""
    with databases.database(server_url, template) as url:
        env = environment(tmp_path_factory.mktemp("demo"), url)
        done = run(["demo", "--json"], env, cwd=SEEDS.parent)
        assert done.returncode == 0, done.stderr
        yield env, json.loads(done.stdout)


def expected() -> dict[tuple[str, int], tuple[str, str]]:
    """(file, entry) → (language, outcome), from the table of the README."""
    table = (SEEDS / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\S+) \| (\d+) \| (\S+) \| .* \| ([^|]+) \|$", table, re.MULTILINE)
    return {(file, int(entry)): (language, outcome.strip()) for file, entry, language, outcome in rows}


def found(url: str) -> dict[tuple[str, int], tuple[str, str]]:
    """(file, entry) → (language, verdict or "dead letter"), from the store."""
    with closing(connect_reader(url)) as connection:
        stored = connection.execute(
            """select d.feed, d.raw_ref, coalesce(c.language, '-'), coalesce(k.signal, d.verdict)
            from news.deliveries d
            left join news.contents c on c.article_id = d.article_id and c.content_hash = d.content_hash
            left join news.kills k on k.delivery_id = d.delivery_id"""
        ).fetchall()
        dead = connection.execute(
            "select letter->>'file', coalesce(letter->>'line', '1') from news.dead_letters"
        ).fetchall()
    outcomes = {
        (_in_seeds(feed), int(ref.partition("#")[2] or 1)): (language, verdict)
        for feed, ref, language, verdict in stored
    }
    return outcomes | {(_in_seeds(file), int(line)): ("–", "dead letter") for file, line in dead}


def _in_seeds(file: str) -> str:
    return file.removeprefix("seeds/")


def test_every_entry_comes_out_as_the_readme_says(demo: tuple[Env, Any]) -> None:
    outcomes = found(demo[0]["WIREROOM_DATABASE_URL"])
    table = expected()
    assert len(table) == 138
    assert outcomes.keys() == table.keys()
    for place, (language, outcome) in table.items():
        assert outcome.startswith(outcomes[place][1]), (place, outcome, outcomes[place])
        if not outcome.startswith(("dead letter", "kill")):
            assert outcomes[place][0] == language, place


def test_the_report_has_all_that_the_demo_promises(demo: tuple[Env, Any]) -> None:
    report = demo[1]
    assert (report["ingested"]["handed_over"], report["ingested"]["refused"]) == (138, 9)
    assert report["counts"]["language"]["fr"] > 30
    assert len(report["counts"]["source"]) > 40
    assert {"original", "syndicated", "excerpt_of", "contains", "near_copy", "revision", "redelivery", "kill"} <= set(
        report["counts"]["verdict"]
    )
    assert [member["canonical"] for member in report["group"]].count(True) == 1
    assert report["search"]["found"]
    assert "1,048,576" in " ".join(letter["reason"] for letter in report["dead_letters"])
    assert set(report["data"]) == {"database", "originals"}


def test_a_second_run_changes_nothing_and_says_so(demo: tuple[Env, Any]) -> None:
    env, _ = demo
    before = dump(env["WIREROOM_DATABASE_URL"])
    done = run(["demo"], env, cwd=SEEDS.parent)
    assert done.returncode == 0
    assert b"Nothing new: the store is as it was." in done.stdout
    assert dump(env["WIREROOM_DATABASE_URL"]) == before


def test_what_is_found_can_be_shown_and_exported(demo: tuple[Env, Any]) -> None:
    env, _ = demo
    hits = json.loads(run(["search", "passerelles", "fermees", "--language", "fr", "--json"], env).stdout)
    by_belga = json.loads(run(["search", "passerelles", "fermees", "--source", "belga", "--json"], env).stdout)
    assert {hit["source_id"] for hit in by_belga} == {"belga"}
    assert len(by_belga) < len(hits)
    shown = json.loads(run(["show", by_belga[0]["article_id"], "--json"], env).stdout)
    assert shown["text"].startswith("La passerelle cyclable")
    assert shown["decision"]["evidence"]
    assert [revision["revision"] for revision in shown["revisions"]] == [1]
    assert set(shown["deliveries"][0]["passed"]) == {"ingest", "enrichment", "dedup"}
    assert len(shown["group"]) >= 5
    exported = lines(run(["export", "passerelles", "fermees", "--source", "belga"], env).stdout)
    assert [line["article_id"] for line in exported] == [hit["article_id"] for hit in by_belga]
    assert {"decision", "group_id", "status", "revision"} <= set(exported[0])


def test_a_person_reads_it_too(demo: tuple[Env, Any]) -> None:
    env, report = demo
    article_id = report["group"][1]["article_id"]
    shown = run(["show", article_id[:12]], env).stdout.decode()
    for part in ("source", "decision", "why", "Revisions", "Deliveries", "Copy group"):
        assert part in shown
    assert "Nothing found" in run(["search", "zzzz"], env).stdout.decode()


def test_the_embedded_database_serves_a_demo_without_any_setting() -> None:
    with tempfile.TemporaryDirectory(prefix="wireroom-test-") as folder:
        Path(folder).chmod(0o755)
        env = environment(Path(folder) / "data")
        done = run(["demo"], env, cwd=SEEDS.parent)
        assert done.returncode == 0, done.stderr
        output = done.stdout.decode()
        for part in ("By source", "By language", "By verdict", "A copy group", "Search:", "Dead letters", "embedded"):
            assert part in output
        assert json.loads(run(["search", "passerelle", "--json"], env).stdout)
