"""HTTP push on a real server on loopback."""

import gzip
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from tests.fakes import ManualClock, article
from tests.intake import ListPublisher, ingest_settings
from tests.serving import serving
from wireroom_core.clock import SystemClock
from wireroom_core.errors import TransientError
from wireroom_core.models import encode
from wireroom_core.rawstore import FolderRawStore
from wireroom_ingest import service
from wireroom_ingest.push import bodies
from wireroom_ingest.sources import declared
from wireroom_service.ends import application

SOURCES = declared({"sources": [{"id": "bode", "name": "De Bode", "language": "nl"}]})
KEYS = {"key-b": "De Bode", "key-c": "Courrier"}
LINES = "application/x-ndjson"
B = {"Authorization": "Bearer key-b"}


def line(title: str = "A", **fields: Any) -> bytes:
    return json.dumps({"title": title, "text": "x", **fields}).encode() + b"\n"


class House:
    """A server with its publisher, and a client."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder = folder
        self.publisher = ListPublisher()
        self.clock: Any = SystemClock()
        self.url = ""
        self._stack = stack

    def serve(self, **limits: Any) -> "House":
        given = {"api_keys": json.dumps(KEYS), **limits}
        settings = ingest_settings(self.folder, **given)
        push = service.pushing(settings, SOURCES, self.publisher, self.clock)
        app = application([push])
        push.add_to(app)
        self.url = self._stack.enter_context(serving(app, settings))
        self._client = self._stack.enter_context(httpx.Client(verify=False, timeout=10))
        return self

    def post(self, body: bytes, kind: str = LINES, **headers: str | bytes) -> httpx.Response:
        """Underscores of header names are hyphens; a key is sent where ``headers`` say none."""
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        sent: dict[str, Any] = {
            "Content-Type": kind,
            **({} if {"Authorization", "X-API-Key"} & given.keys() else B),
            **given,
        }
        return self._client.post(f"{self.url}/articles", content=body, headers=sent)

    def send(self, *pieces: bytes) -> bytes:
        """Raw bytes in; what comes out up to the end of the headers and some more."""
        address = urlsplit(self.url)
        with socket.create_connection((address.hostname or "", address.port or 0), timeout=10) as connection:
            for piece in pieces:
                connection.sendall(piece)
            return connection.recv(4096)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with ExitStack() as stack:
        yield House(tmp_path, stack)


def test_an_object_is_published_and_its_ids_answered(house: House) -> None:
    answer = house.serve().post(line("A"), "application/json")
    (published,) = house.publisher.articles
    ids = {"line": 1, "article_id": published.article_id, "delivery_id": published.delivery_id}
    assert (answer.status_code, answer.json()) == (202, {"deliveries": [ids]})
    assert (published.source.id, published.language_declared) == ("bode", "nl")
    assert published.raw_ref is not None
    assert FolderRawStore(house.folder / "raw").get(published.raw_ref) == line("A")


@pytest.mark.parametrize("kind", [LINES, "application/jsonl", "application/x-ndjson; charset=utf-8"])
def test_lines_are_published_in_their_order(house: House, kind: str) -> None:
    answer = house.serve().post(line("A") + b"\n" + line("B", source="Belga"), kind, X_API_Key="key-c")
    assert [each["line"] for each in answer.json()["deliveries"]] == [1, 3]
    assert [each.source.id for each in house.publisher.articles] == ["courrier", "belga"]


def test_it_is_answered_only_once_publishing_has_returned(house: House) -> None:
    acknowledged = threading.Event()
    house.publisher = ListPublisher(before=lambda: acknowledged.wait(10))
    house.serve()
    answers: list[int] = []
    thread = threading.Thread(target=lambda: answers.append(house.post(line()).status_code))
    thread.start()
    thread.join(0.3)
    assert answers == []
    acknowledged.set()
    thread.join()
    assert answers == [202]


def test_the_same_request_twice_is_the_same_deliveries(house: House) -> None:
    house.serve()
    first, again = (house.post(line("A") + line("B"), Idempotency_Key="k").json() for _ in range(2))
    assert first == again
    other, none, none_again = (house.post(line("A") + line("B"), Idempotency_Key=key).json() for key in ("l", "", ""))
    ids = [answer["deliveries"][0]["delivery_id"] for answer in (first, other, none, none_again)]
    assert len(set(ids)) == 4


@pytest.mark.parametrize("headers", [{"X_API_Key": ""}, {"X_API_Key": "key"}, {"Authorization": "Bearer key-bb"}])
def test_401(house: House, headers: dict[str, str]) -> None:
    answer = house.serve().post(line(), **headers)
    assert answer.status_code == 401
    assert answer.json() == {"error": "unauthorized", "reason": "no valid API key"}
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert house.publisher.calls == []


def test_422_names_every_line_that_is_refused(house: House) -> None:
    answer = house.serve().post(line("A") + b"[]\n{}\n")
    assert answer.status_code == 422
    assert answer.json() == {
        "error": "refused",
        "reason": "line 2: no JSON object (and 1 more lines)",
        "line": 2,
        "lines": [{"line": 2, "reason": "no JSON object"}, {"line": 3, "reason": "neither text nor title"}],
    }
    assert house.publisher.calls == []


def test_422_for_nothing_at_all(house: House) -> None:
    answer = house.serve().post(b"\n")
    assert (answer.status_code, answer.json()["reason"]) == (422, "no line holds anything")


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "", "application/json/x", ";"])
def test_415(house: House, kind: str) -> None:
    answer = house.serve().post(line(), kind)
    assert (answer.status_code, answer.json()["error"]) == (415, "unsupported_media_type")
    assert house.publisher.calls == []


def test_413_by_bytes_lines_and_announced_length(house: House) -> None:
    house.serve(push_bytes=200, push_lines=3)
    for body in (line("A" * 200), line("A") * 4, b"\n" * 4, line("A") * 3 + b"x"):
        answer = house.post(body)
        assert (answer.status_code, answer.json()["error"]) == (413, "too_large")
    assert house.publisher.calls == []
    for body in (line("A") * 3, (line("A") * 3).strip(), b"{" + b"\n" * 20 + line("A")[1:]):
        kind = "application/json" if body.startswith(b"{\n") else LINES
        assert house.post(body, kind).status_code == 202


@pytest.mark.parametrize(("body", "status"), [(b" " * (16 << 20), 422), (b" " * (16 << 20) + b" ", 413)])
def test_the_default_is_16_mib(house: House, body: bytes, status: int) -> None:
    assert house.serve().post(body).status_code == status


@pytest.mark.parametrize(("count", "status"), [(5_000, 202), (5_001, 413)])
def test_the_default_is_5000_lines(house: House, count: int, status: int) -> None:
    assert house.serve().post(line() * count).status_code == status
    assert len(house.publisher.articles) == (count if status == 202 else 0)


HEAD = b"POST /articles HTTP/1.1\r\nHost: x\r\nX-API-Key: key-b\r\nContent-Type: application/x-ndjson\r\n"


def test_a_body_without_an_end_is_not_read_to_its_end(house: House) -> None:
    house.serve(push_bytes=1000)
    answer = house.send(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", *[b"100\r\n" + b"x" * 256 + b"\r\n"] * 5)
    assert answer.startswith(b"HTTP/1.1 413 ")


def test_an_announced_length_is_believed(house: House) -> None:
    house.serve(push_bytes=1000)
    assert house.send(HEAD + b"Content-Length: 1001\r\n\r\n").startswith(b"HTTP/1.1 413 ")


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "what"])
def test_a_packed_body_is_refused_broken_or_not(house: House, encoding: str) -> None:
    house.serve()
    for body in (gzip.compress(line("A")), b"\xaa", b""):
        answer = house.post(body, Content_Encoding=encoding)
        assert (answer.status_code, answer.json()["reason"]) == (415, "the body is wanted as it is, not packed")
    assert house.post(line("A"), Content_Encoding="identity").status_code == 202


def test_a_body_whose_pieces_are_broken_is_refused(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    # aiohttp tells of it at once, or, where the damage comes in a packet of its own, not at all.
    monkeypatch.setattr(bodies, "_SECONDS", 0.3)
    answer = house.serve().send(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"5\r\nabcde\r\n", b"zz\r\n")
    assert answer.split()[1] in {b"400", b"408"}
    assert house.publisher.calls == []


def test_who_goes_away_in_the_middle_leaves_nothing_and_frees_the_place(house: House) -> None:
    house.serve(push_in_flight=1)
    address = urlsplit(house.url)
    with capture_logs() as logs:
        with socket.create_connection((address.hostname or "", address.port or 0)) as connection:
            connection.sendall(HEAD + b"Content-Length: 1000\r\n\r\n" + line())
            time.sleep(0.1)
            assert house.post(line("B")).status_code == 429
        time.sleep(0.1)
        assert house.post(line("B")).status_code == 202
    assert logs == []
    assert house.publisher.titles == ["B"]


def test_a_body_that_does_not_come_is_not_waited_for(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "_SECONDS", 0.1)
    answer = house.serve().send(HEAD + b"Content-Length: 10\r\n\r\nx")
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b'"error": "timeout"' in answer


def test_429_while_every_place_is_taken(house: House) -> None:
    arrived, let_go = threading.Semaphore(0), threading.Event()

    def hold() -> None:
        arrived.release()
        let_go.wait(10)

    house.publisher = ListPublisher(before=hold)
    house.serve(push_in_flight=2)
    threads = [threading.Thread(target=house.post, args=(line(),)) for _ in range(2)]
    for thread in threads:
        thread.start()
        arrived.acquire(timeout=10)
    answer = house.post(line())
    let_go.set()
    for thread in threads:
        thread.join()
    assert (answer.status_code, answer.json()["error"]) == (429, "too_many_requests")
    assert answer.headers["Retry-After"] == "1"
    assert len(house.publisher.calls) == 2


def test_a_place_is_free_again_after_every_kind_of_answer(house: House) -> None:
    house.serve(push_in_flight=1)
    bodies = [line(), b"x", b" " * (17 << 20), line()]
    assert [house.post(body).status_code for body in bodies] == [202, 422, 413, 202]
    assert house.post(line(), "text/plain").status_code == 415
    assert house.post(line()).status_code == 202


def test_trouble_that_passes_is_waited_out_and_longer_trouble_said(house: House) -> None:
    house.clock = ManualClock()
    house.publisher = ListPublisher([TransientError("broker away")] * 10)
    house.serve()
    answer = house.post(line())
    assert (answer.status_code, answer.json()["error"], answer.headers["Retry-After"]) == (503, "unavailable", "1")
    assert answer.json()["reason"].endswith(": broker away")
    assert sum(house.clock.slept) == pytest.approx(10)
    assert house.publisher.calls == []
    assert house.post(line()).status_code == 202


def test_a_bug_of_ours_is_said_as_json_and_loudly(house: House) -> None:
    house.publisher = ListPublisher([ZeroDivisionError("secret")])
    house.serve()
    with capture_logs() as logs:
        answer = house.post(line())
    assert (answer.status_code, answer.json()["error"]) == (500, "internal_error")
    assert "secret" not in answer.text
    assert [entry["event"] for entry in logs] == ["unexpected failure"]


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/articles", 405), ("POST", "/x", 404)])
def test_other_addresses_are_answered_in_json(house: House, method: str, path: str, status: int) -> None:
    answer = httpx.request(method, house.serve().url + path, verify=False)
    assert answer.status_code == status
    assert set(answer.json()) == {"error", "reason"}
    assert (answer.headers.get("Allow") == "POST") == (status == 405)


FRAGMENTS = [
    line("A"),
    b'{"type": "article", "schema": 1}\n',
    encode(article(1)) + b"\n",
    b'{"text": "\\ud800"}\n',
    b'{"title": "\\u0000"}\n',
    b'{"text": 1e999}\n',
    b'{"id": "a", "status": "canceled"}\n',
    b"[" * 3000,
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\0\n",
    b"\r\n",
]
any_body = st.lists(st.sampled_from(FRAGMENTS) | st.binary(max_size=6), max_size=6).map(b"".join)
any_kind = st.sampled_from(
    ["application/json", LINES, "application/jsonl", "text/plain", "application/json; charset=x"]
)
any_headers = st.fixed_dictionaries(
    {},
    optional={
        "Authorization": st.sampled_from([b"Bearer key-b", b"Bearer x", "Basic é".encode(), b"Bearer \xe9", b""]),
        "X-API-Key": st.sampled_from([b"key-c", b"x"]),
        "Idempotency-Key": st.sampled_from([b"a b", b"", "é".encode(), b"\xe9"]),
        "Content-Encoding": st.sampled_from([b"gzip", b"deflate", b"identity", b"\xe9"]),
    },
)


@pytest.fixture(scope="module")
def busy_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with ExitStack() as stack:
        yield House(tmp_path_factory.mktemp("busy"), stack).serve()


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(any_body, any_kind, any_headers)
def test_no_request_is_a_failure_of_ours(busy_house: House, body: bytes, kind: str, headers: dict[str, bytes]) -> None:
    before = len(busy_house.publisher.articles)
    with capture_logs() as logs:
        answer = busy_house.post(body, kind, **headers)
    assert answer.status_code in {202, 400, 401, 415, 422}
    published = busy_house.publisher.articles[before:]
    if answer.status_code == 202:
        ids = [each["delivery_id"] for each in answer.json()["deliveries"]]
        assert ids == [each.delivery_id for each in published]
        assert ids
    else:
        assert published == []
        assert {"error", "reason"} <= answer.json().keys()
    assert logs == []
