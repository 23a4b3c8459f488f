"""Bad input, each with a clear outcome, by the installed command on a real store."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.command import WIREROOM, environment, run
from tests.wire import Wire
from wireroom_cli.embedded import EmbeddedPostgres
from wireroom_store import queries, readings
from wireroom_store.connection import connect_reader
from wireroom_store.queries import Filters

GOOD = {"id": "good", "source": "Belga", "text": "Un bon article, bien écrit."}


def texts(url: str) -> list[str]:
    with closing(connect_reader(url)) as connection:
        return [row["document"]["text"] for row in queries.export(connection, Filters())]


def letters(url: str) -> list[dict[str, Any]]:
    with closing(connect_reader(url)) as connection:
        return readings.dead_letters(connection, 100)


@pytest.fixture
def env(tmp_path: Path, database_url: str) -> dict[str, str]:
    return environment(tmp_path / "data", database_url)


@pytest.fixture
def wire(database_url: str, tmp_path: Path) -> Wire:
    return Wire(database_url, tmp_path)


ITEM = "<item><guid>{0}</guid><title>Titre {0}</title><description>Texte {0}</description></item>"
FEED = '<rss version="2.0"><channel><title>F</title><link>https://f.example/</link>{}</channel></rss>'


@pytest.mark.parametrize(
    ("name", "body", "reason", "stored"),
    [
        ("image.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "unknown format: binary data", 0),
        ("page.html", b"<!doctype html><html><body>Bonjour</body></html>", "unknown format: an HTML page", 0),
        ("array.json", b'[{"text": "x"}]', "unknown format: a JSON array", 0),
        (
            "cut.xml",
            FEED.format(ITEM.format(1) + ITEM.format(2) + ITEM.format(3)).encode()[:-70],
            "truncated after item 2",
            2,
        ),
        ("empty.txt", b"", "empty file", 0),
        ("nobody.txt", b"date 2019-01 \n\nsource: Belga", "a dispatch without text", 0),
        ("nosource.txt", b"date 2019-01 Un texte sans source.", "no source given", 0),
        ("large.txt", b"date 2019-01 " + b"x" * (1 << 20) + b"y\n\nsource: Belga", "the text has 1,048,577 bytes", 0),
        (
            "middle.jsonl",
            json.dumps(GOOD).encode() + b"\n{broken\n" + json.dumps(GOOD | {"id": "2"}).encode(),
            "no JSON",
            2,
        ),
        ("nothing.jsonl", b'{"id": "1", "source": "Belga"}', "neither text nor title", 0),
    ],
)
def test_what_is_refused_says_why_and_the_rest_is_stored(
    wire: Wire, tmp_path: Path, name: str, body: bytes, reason: str, stored: int
) -> None:
    path = tmp_path / name
    path.write_bytes(body)
    assert len(wire.ingest(str(path))) == stored
    assert wire.tally.refused == 1
    (letter,) = wire.dead()
    assert reason in letter["reason"]
    assert letter["file"] == str(path)
    assert letter["raw_ref"] is not None
    wire.ingest(str(path))
    assert len(wire.dead()) == 1, "the same refusal is one letter"


@pytest.mark.parametrize(
    ("body", "text", "repair"),
    [
        ("date 2019 La télé à Liège.\n\nsource: Belga".encode("cp1252"), "La télé à Liège.", "windows-1252"),
        ("date 2019 La télé.\n\nsource: Belga".encode("utf-16"), "La télé.", None),
        (b"date 2019 Un NUL\0 ici.\n\nsource: Belga", "Un NUL ici.", "NUL"),
        (
            b'{"source": "Belga", "text": "Seul \\ud83d ici, \\ud83d\\ude00 non."}\n',
            "Seul \ufffd ici, 😀 non.",
            "surrogate",
        ),
    ],
)
def test_what_is_mended_says_so(wire: Wire, body: bytes, text: str, repair: str | None) -> None:
    wire.deliver(body, "mended.txt")
    assert wire.tally.refused == 0
    (article,) = wire.exported().values()
    assert article["text"] == text
    repairs = " ".join(article["repairs"])
    assert repair in repairs if repair else repairs == ""


def test_what_cannot_be_read_is_a_dead_letter_and_the_rest_goes_on(
    env: dict[str, str], database_url: str, tmp_path: Path
) -> None:
    (tmp_path / "good.jsonl").write_text(json.dumps(GOOD))
    dangling = tmp_path / "dangling.txt"
    dangling.symlink_to(tmp_path / "nowhere")
    names = [str(tmp_path / "missing.txt"), str(dangling), "http://127.0.0.1:9/feed", str(tmp_path / "good.jsonl")]
    done = run(["ingest", *names], env)
    assert done.returncode == 3
    assert [(letter["file"], letter["reason"].split(":")[0]) for letter in letters(database_url)] == [
        (names[0], "the file cannot be read"),
        (names[1], "the file cannot be read"),
        (names[2], "the address does not answer (3 tries)"),
    ]
    assert texts(database_url) == [GOOD["text"]]


@pytest.mark.parametrize(
    ("code", "arguments", "setting"),
    [
        (2, ["ingest"], {}),
        (2, ["search", "x", "--since", "yesterday"], {}),
        (2, ["search", " "], {}),
        (2, ["groups", "--since", "yesterday"], {}),
        (2, ["groups", "--limit", "0"], {}),
        (2, ["search", "a\udcff"], {}),
        (2, ["demo", "--seeds", "/nowhere"], {}),
        (2, ["ingest", "-"], {"WIREROOM_BATCH_ARTICLES": "none"}),
        (2, ["decide"], {"WIREROOM_WINDOW_HOURS": "-1"}),
        (4, ["show", "[/nothing]"], {}),
        (0, ["search", "[/nothing]"], {}),
        (1, ["search", "x"], {"WIREROOM_DATABASE_URL": "nonsense"}),
        (1, ["parse", "-"], {"WIREROOM_RAW_DIR": "/dev/null/x"}),
    ],
)
def test_wrong_use_and_trouble_have_a_code_and_a_reason(
    env: dict[str, str], code: int, arguments: list[str], setting: dict[str, str]
) -> None:
    done = run(arguments, env | setting)
    assert done.returncode == code, done.stderr
    assert b"Traceback" not in done.stderr
    assert done.stderr or code == 0


def test_a_full_or_closed_output_is_a_failure_that_says_so(env: dict[str, str]) -> None:
    for redirection in (">/dev/full", ">&-"):
        done = subprocess.run(
            ["bash", "-c", f"echo '{json.dumps(GOOD)}' | {WIREROOM} parse - {redirection}"],
            env=env,
            capture_output=True,
            timeout=30,
            check=False,
        )
        assert done.returncode == 1, redirection
        assert b"Traceback" not in done.stderr
        assert b"wireroom:" in done.stderr


def test_a_terminated_ingest_leaves_no_database_running(tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="wireroom-test-") as folder:
        Path(folder).chmod(0o755)
        data = Path(folder) / "data"
        running = Running(environment(data), tmp_path)
        running.give(id="first")
        within(30, (data / "postgres" / "data" / "postmaster.pid").exists)
        running.terminate()
        assert running.returncode() == 128 + 15, running.said()
        within(10, lambda: not (data / "postgres" / "data" / "postmaster.pid").exists())


FINALISER = """
import os, signal, time
from wireroom_cli import main

class Finalised:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGTERM)

def command():
    Finalised()
    time.sleep(20)

main.app = command
main.run()
"""


def test_a_termination_that_falls_into_a_finaliser_is_not_lost() -> None:
    """CPython ignores what is raised there, and an import's weak references are full of such places."""
    assert subprocess.run([sys.executable, "-c", FINALISER], timeout=15, check=False).returncode == 128 + 15


# The database away -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def stopped() -> Iterator[tuple[Path, str]]:
    """The folder and the URL of a server that is there and does not run."""
    with tempfile.TemporaryDirectory(prefix="wireroom-test-") as folder:
        Path(folder).chmod(0o755)
        with EmbeddedPostgres(Path(folder)) as url:
            pass
        yield Path(folder), url


class Running:
    """An ingest of standard input, and what it says meanwhile."""

    def __init__(self, env: dict[str, str], folder: Path) -> None:
        self._errors = folder / "errors"
        with self._errors.open("wb") as errors:
            self._process = subprocess.Popen(
                [WIREROOM, "ingest", "-", "--json"],
                env=env,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
            )

    def said(self) -> list[bytes]:
        return self._errors.read_bytes().splitlines()

    def give(self, **fields: Any) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(GOOD | fields).encode() + b"\n")
        self._process.stdin.flush()

    def wait_until_it_says(self, word: bytes) -> None:
        within(20, lambda: any(word in line for line in self.said()))

    def terminate(self) -> None:
        time.sleep(1)  # it has started the database and goes on to use it
        self._process.terminate()

    def returncode(self) -> int:
        self._process.communicate(timeout=30)
        return self._process.returncode

    def end(self) -> dict[str, Any]:
        output, _ = self._process.communicate(timeout=30)
        assert self._process.returncode == 0, self.said()
        return dict(json.loads(output))


def within(seconds: float, holds: Callable[[], bool]) -> None:
    """Wait until ``holds``; a failure where it does not in time."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it did not come about in time"
        time.sleep(0.05)


def test_a_database_that_is_away_at_the_start_is_waited_for(stopped: tuple[Path, str], tmp_path: Path) -> None:
    folder, url = stopped
    running = Running(environment(tmp_path / "data", url), tmp_path)
    running.give(id="first")
    running.wait_until_it_says(b"waiting")
    with EmbeddedPostgres(folder):
        assert running.end()["stored"] == 1
    waits = [line for line in running.said() if b"waiting" in line]
    assert all(b"the database" in line for line in waits)


def test_a_database_that_goes_away_in_the_middle_is_waited_for(stopped: tuple[Path, str], tmp_path: Path) -> None:
    folder, url = stopped
    with EmbeddedPostgres(folder):
        running = Running(environment(tmp_path / "data", url), tmp_path)
        running.give(id="before", text="Un texte avant la panne.")
        within(20, lambda: "Un texte avant la panne." in texts(url))
    running.give(id="during", text="Un texte pendant la panne.")
    running.wait_until_it_says(b"waiting")
    with EmbeddedPostgres(folder):
        outcome = running.end()
        assert (outcome["stored"], outcome["refused"]) == (2, 0)
        assert {"Un texte avant la panne.", "Un texte pendant la panne."} <= set(texts(url))
