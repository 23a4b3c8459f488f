"""The services' entry points: help, wrong settings, what keeps them from starting, their HTTP ends, their end."""

import json
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path
from urllib.error import HTTPError

import pytest

from tests.cluster import Cluster, Service, wait_until
from tests.command import environment, lines, run

NAMES = ("ingest", "enrichment", "dedup", "storage")
ALL = (*NAMES, "trends")
GIVEN = {"WIREROOM_KAFKA_BOOTSTRAP_SERVERS": "127.0.0.1:9", "WIREROOM_HTTP_PORT": "0", "WIREROOM_LOG_FORMAT": "json"}


def entry(name: str, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    """A service that ends by itself."""
    return subprocess.run(
        [sys.executable, "-m", f"wireroom_{name}", *arguments],
        env=environment(Path("nowhere")) | env,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


@pytest.mark.parametrize("name", ALL)
def test_help_lists_the_settings(name: str) -> None:
    shown = entry(name, "--help")
    assert shown.returncode == 0
    for setting in ("KAFKA_BOOTSTRAP_SERVERS", "RAW_DIR", "HTTP_PORT", "LOG_FORMAT", "SESSION_SECONDS"):
        assert f"WIREROOM_{setting} " in shown.stdout


@pytest.mark.parametrize("name", ALL)
def test_what_is_missing_or_wrong_is_named_and_never_shown(name: str) -> None:
    refused = entry(name, WIREROOM_RAW_DIR="raw", WIREROOM_HTTP_PORT="secret")
    assert refused.returncode == 2
    assert "wireroom: WIREROOM_KAFKA_BOOTSTRAP_SERVERS: must be given" in refused.stderr
    assert "wireroom: WIREROOM_HTTP_PORT: " in refused.stderr
    assert "secret" not in refused.stderr


@pytest.mark.parametrize("name", ALL)
def test_a_port_that_is_taken_and_a_folder_that_is_none_are_said_at_once(name: str, tmp_path: Path) -> None:
    given = GIVEN | {"WIREROOM_DATABASE_URL": "postgresql://127.0.0.1:9/x"}
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        refused = entry(name, **given | {"WIREROOM_HTTP_PORT": port, "WIREROOM_RAW_DIR": str(tmp_path / "raw")})
    assert refused.returncode == 1
    assert f"cannot listen on 127.0.0.1:{port}" in refused.stderr
    (tmp_path / "file").touch()
    refused = entry(name, **given, WIREROOM_RAW_DIR=str(tmp_path / "file"))
    assert refused.returncode == 1
    assert "the folder of originals" in refused.stderr


@pytest.mark.parametrize("reachable", [False, True])
def test_an_inbox_or_sources_that_cannot_be_used_are_said_at_once(
    tmp_path: Path, kafka_servers: str, *, reachable: bool
) -> None:
    given = GIVEN | {"WIREROOM_RAW_DIR": str(tmp_path / "raw")}
    if reachable:  # a connection that is just being made must not keep it from ending
        given |= {"WIREROOM_KAFKA_BOOTSTRAP_SERVERS": kafka_servers}
    (tmp_path / "done").touch()
    refused = entry("ingest", **given, WIREROOM_INBOX_DIR=str(tmp_path))
    assert refused.returncode == 1
    assert f"the inbox {tmp_path} cannot be used" in refused.stderr
    (tmp_path / "sources.yaml").write_text("sources: [{id: b}]")
    refused = entry("ingest", **given, WIREROOM_SOURCES_FILE=str(tmp_path / "sources.yaml"))
    assert refused.returncode == 1
    assert "sources.yaml: source 'b': name: Field required" in refused.stderr


def test_what_is_dropped_and_what_is_pushed_is_stored_even_if_ingest_is_killed_the_next_moment(
    cluster: Cluster,
) -> None:
    inbox = cluster.folder / "inbox"
    keys = json.dumps({"key": "De Bode"})
    ingest = cluster.start("ingest", WIREROOM_INBOX_DIR=str(inbox), WIREROOM_API_KEYS=keys)
    others = [cluster.start(name) for name in NAMES[1:]]
    ingest.wait_ready()
    (inbox / "good.jsonl").write_text(
        '{"id": "1", "source": "Belga", "text": "Une passerelle a rouvert à Valmeuse."}\n'
    )
    (inbox / "bad.jsonl").write_text('{"id": "2", "source": "Belga", "text": "Deux."}\n{broken\n')
    wait_until((inbox / "done/good.jsonl").exists, "the good file to be done")
    wait_until((inbox / "failed/bad.jsonl.reason.txt").exists, "the bad file to fail")
    assert (inbox / "failed/bad.jsonl.reason.txt").read_text().startswith("2: no JSON")
    assert push(ingest, b'{"id": "3", "text": "De voetgangersbrug in Valmeuse is weer open."}')[0] == 202
    ingest.kill()
    for service in others:
        service.wait_ready()
    cluster.wait_worked_off()
    stored = {line["guid"]: line["source"]["name"] for line in lines(run(["export"], cluster.env).stdout)}
    assert stored == {"1": "Belga", "2": "Belga", "3": "De Bode"}
    assert [service.terminate() for service in others] == [0, 0, 0]


def test_what_the_command_publishes_goes_the_same_way(cluster: Cluster) -> None:
    path = cluster.folder / "lines.jsonl"
    path.write_text('{"id": "1", "source": "Belga", "text": "Une passerelle a rouvert."}\n')
    cluster.publish(path)
    services = [cluster.start(name) for name in NAMES[1:]]
    for service in services:
        service.wait_ready()
    cluster.wait_worked_off()
    assert [line["guid"] for line in lines(run(["export"], cluster.env).stdout)] == ["1"]
    path.write_text("{broken\n")
    refused = run(["publish", str(path)], cluster.env)
    assert (refused.returncode, b"1 refused" in refused.stderr) == (3, True)


def test_the_http_ends_say_how_a_service_is(cluster: Cluster) -> None:
    services = {name: cluster.start(name, WIREROOM_API_KEYS='{"key": "De Bode"}') for name in NAMES}
    for service in services.values():
        service.wait_ready()
    assert push(services["ingest"], b'{"id": "1", "text": "x"}')[0] == 202
    assert push(services["ingest"], b'{"id": 1, "text": 2}')[0] == 422
    assert push(services["ingest"], b"{}", key="wrong")[0] == 401
    cluster.wait_worked_off()
    for name, part in (("ingest", "push"), ("enrichment", "enrichment"), ("dedup", "dedup"), ("storage", "storage")):
        figures = services[name].get("/metrics")[1]
        assert f'wireroom_articles_total{{outcome="passed",part="{part}"}} 1.0' in figures
        if name != "ingest":
            for metric in ("lag", "oldest_event_age_seconds", "commit_age_seconds", "waiting"):
                assert f"wireroom_{metric}{{" in figures, metric
            assert "wireroom_batch_seconds_count" in figures
    assert services["storage"].get("/nothing")[0] == 404
    standby = cluster.start("storage")
    standby.wait_ready()
    assert [service.terminate() for service in services.values()] == [0] * 4


def push(service: Service, body: bytes, key: str = "key") -> tuple[int, str]:
    """Status and body of the answer."""
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    request = urllib.request.Request(service.address("/articles"), body, headers)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as error:
        with error:
            return error.code, error.read().decode()
