"""The stages alone, on standard streams, as the command runs them."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from bench.articles import Newsroom
from tests import databases
from tests.command import SEEDS, WIREROOM, environment, lines, run
from tests.dump import dump
from wireroom_core.models import decode


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return environment(tmp_path / "data")


def plain(**fields: Any) -> bytes:
    return json.dumps({"id": "1", "source": "Belga", "title": "A", "text": "Un texte bref.", **fields}).encode() + b"\n"


def through(env: dict[str, str], given: bytes, *stages: str) -> bytes:
    for stage in stages:
        done = run([stage, "-"] if stage == "parse" else [stage], env, given)
        assert done.returncode == 0, done.stderr
        given = done.stdout
    return given


def test_the_filters_in_a_row_equal_an_ingest(server_url: str, template: str, tmp_path: Path) -> None:
    with databases.database(server_url, template) as piped, databases.database(server_url, template) as ingested:
        pipe = " | ".join(f"{WIREROOM} {stage}" for stage in ("parse seeds", "enrich", "decide", "store"))
        done = subprocess.run(
            ["bash", "-c", pipe],
            env=environment(tmp_path / "a", piped),
            cwd=SEEDS.parent,
            capture_output=True,
            timeout=60,
            check=False,
        )
        refused = [letter["file"] for letter in lines(done.stderr.replace(_log_lines(done.stderr), b""))]
        assert run(["ingest", "seeds"], environment(tmp_path / "b", ingested), cwd=SEEDS.parent).returncode == 3
        rows = dump(ingested)
        assert sorted(letter["letter"]["file"] for letter in rows.pop("dead_letters")) == sorted(refused)
        assert len(refused) == 9
        assert dump(piped, *rows) == rows
        assert len(rows["articles"]) > 100


def _log_lines(output: bytes) -> bytes:
    return b"".join(line for line in output.splitlines(keepends=True) if not line.startswith(b"{"))


def test_lines_go_out_as_they_come_in(env: dict[str, str]) -> None:
    started = [
        subprocess.Popen([WIREROOM, *stage], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env)
        for stage in (["parse", "-"], ["enrich"], ["decide"])
    ]
    try:
        for number in range(3):
            line = plain(id=str(number))
            for process in started:
                assert process.stdin is not None
                assert process.stdout is not None
                process.stdin.write(line)
                process.stdin.flush()
                line = process.stdout.readline()
            assert json.loads(line)["guid"] == str(number)
    finally:
        for process in started:
            process.kill()
            process.communicate()


def test_order_is_kept_and_the_refused_are_told_apart_on_standard_error(env: dict[str, str]) -> None:
    done = run(
        ["parse", "-"],
        env,
        plain(id="1") + b"{broken\n" + plain(id="2") + b'{"id": "3", "source": "x"}\n' + plain(id="4"),
    )
    assert done.returncode == 3
    assert [line["guid"] for line in lines(done.stdout)] == ["1", "2", "4"]
    letters = lines(done.stderr)
    assert [(letter["file"], letter["line"]) for letter in letters] == [("-", 2), ("-", 4)]
    assert letters[0]["original"] == "{broken"
    assert "neither text nor title" in letters[1]["reason"]


@pytest.mark.parametrize("stage", ["enrich", "decide", "store"])
def test_a_filter_refuses_what_is_no_message_of_its_own_and_goes_on(
    stage: str, env: dict[str, str], database_url: str
) -> None:
    before = {"enrich": ["parse"], "decide": ["parse", "enrich"], "store": ["parse", "enrich", "decide"]}[stage]
    good = through(env, plain(id="1") + plain(id="2", text="Un autre texte."), *before).splitlines(keepends=True)
    bad = [b"{broken\n", b'{"type": "stored"}\n', b'"text"\n', plain()]
    done = run([stage], env | {"WIREROOM_DATABASE_URL": database_url}, good[0] + b"".join(bad) + b"\n" + good[1])
    assert done.returncode == 3
    assert len(lines(done.stdout)) == 2
    assert [letter["line"] for letter in lines(done.stderr)] == [2, 3, 4, 5]


def test_each_line_of_output_is_a_message(env: dict[str, str]) -> None:
    for stages, kind in (
        (["parse"], "article"),
        (["parse", "enrich"], "enriched"),
        (["parse", "enrich", "decide"], "decided"),
    ):
        (line,) = through(env, plain(), *stages).splitlines()
        assert decode(line).type == kind


def test_damage_in_the_middle_of_the_filters_is_mended_and_said(env: dict[str, str]) -> None:
    article = json.loads(through(env, plain(), "parse"))
    line = json.dumps(article | {"text": "Un\u0000 texte \ud83d bref."}).encode() + b"\n"
    broken = line.replace(b"bref", b"br\xe9f")
    enriched = json.loads(run(["enrich"], env, broken).stdout)
    assert enriched["text"] == "Un texte \ufffd bréf."
    assert len(enriched["repairs"]) >= 3


def test_decide_goes_on_from_its_state(env: dict[str, str], tmp_path: Path) -> None:
    text = " ".join(f"Le témoin {number} raconte la soirée du village sans rien oublier." for number in range(12))
    original = through(env, plain(text=text), "parse", "enrich")
    reprint = through(env, plain(id="2", source="Le Courrier", text=text), "parse", "enrich")
    state = str(tmp_path / "state.jsonl")
    first = run(["decide", "--state", state], env, original)
    second = run(["decide", "--state", state], env, original + reprint)
    assert json.loads(first.stdout)["decision"]["verdict"] == "original"
    (decided,) = lines(second.stdout)
    assert decided["decision"]["verdict"] == "syndicated"
    assert lines(Path(state).read_bytes()) == [json.loads(first.stdout)["decision"], decided["decision"]]


def test_a_state_that_was_cut_off_is_taken_back_and_a_damaged_one_refused(env: dict[str, str], tmp_path: Path) -> None:
    state = tmp_path / "state.jsonl"
    enriched = through(env, plain(), "parse", "enrich")
    run(["decide", "--state", str(state)], env, enriched)
    whole = state.read_bytes()
    state.write_bytes(whole + whole[:40])
    assert run(["decide", "--state", str(state)], env, enriched).stdout == b"", "it was decided before"
    assert state.read_bytes() == whole
    state.write_bytes(b"{}\n" + whole)
    damaged = run(["decide", "--state", str(state)], env, enriched)
    assert damaged.returncode == 1
    assert b"line 1 of the state file" in damaged.stderr


def test_whoever_stops_reading_ends_the_filter_quietly(env: dict[str, str]) -> None:
    process = subprocess.Popen(
        [WIREROOM, "parse", "seeds"],
        env=env,
        cwd=SEEDS.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    process.stdout = None
    _, errors = process.communicate(timeout=30)
    assert b"Traceback" not in errors
    assert process.returncode == 0


def test_storing_goes_on_where_nobody_reads_what_happened(env: dict[str, str], database_url: str) -> None:
    given = through(env, b"".join(plain(id=str(number)) for number in range(20)), "parse", "enrich", "decide")
    process = subprocess.Popen(
        [WIREROOM, "store"],
        env=env | {"WIREROOM_DATABASE_URL": database_url, "WIREROOM_BATCH_ARTICLES": "5"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    process.stdout = None
    process.communicate(given, timeout=30)
    assert process.returncode == 0
    assert len(dump(database_url, "deliveries")["deliveries"]) == 20


@pytest.mark.parametrize(
    "line",
    [
        b'{"type": "article", "repairs": null, "text": "a\\u0000b"}',
        b"[" * 100_000 + b"\\u0000",
        b'{"type": "article", "schema": 1, "delivery_id": "1", "article_id": "2", "content_hash": "3", '
        b'"trace_id": "4", "source": {"id": "b", "name": "B"}, "text": "x", "format": "x", '
        b'"received_at": "0001-01-01T00:00:00+14:00"}',
    ],
)
def test_one_odd_line_is_refused_and_the_next_goes_on(env: dict[str, str], line: bytes) -> None:
    done = run(["enrich"], env, line + b"\n" + through(env, plain(), "parse"))
    assert done.returncode == 3, done.stderr[-500:]
    assert [letter["line"] for letter in lines(done.stderr)] == [1]
    assert len(lines(done.stdout)) == 1


def test_a_state_file_has_one_user(env: dict[str, str], tmp_path: Path) -> None:
    state = str(tmp_path / "state.jsonl")
    with subprocess.Popen(
        [WIREROOM, "decide", "--state", state], env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as first:
        assert first.stdin is not None
        assert first.stdout is not None
        first.stdin.write(through(env, plain(), "parse", "enrich"))
        first.stdin.flush()
        first.stdout.readline()
        second = run(["decide", "--state", state], env)
    assert second.returncode == 1
    assert b"another process uses the state file" in second.stderr


def test_decisions_are_the_same_whatever_the_hash_seed(env: dict[str, str]) -> None:
    """All but the clock's times; the names in dedup's memory stand where Python's keyed hash puts them."""
    news = b"\n".join(Newsroom(seed=7, words=(20, 160)).lines(400)) + b"\n"
    enriched = through(env, news, "parse", "enrich")
    runs = [lines(through(env | {"PYTHONHASHSEED": seed}, enriched, "decide")) for seed in ("0", "1")]
    for line in (line for run_ in runs for line in run_):
        line.pop("passed", None)
    assert runs[0] == runs[1]
    verdicts = {line["decision"]["verdict"] for line in runs[0] if line.get("decision")}
    assert verdicts >= {"original", "redelivery", "revision", "syndicated", "excerpt_of"}
