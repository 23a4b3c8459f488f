import gzip
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest

from tests.fakes import ManualClock
from wireroom_core.errors import PoisonError
from wireroom_core.rawstore import FolderRawStore
from wireroom_ingest import fetch

Take = Callable[..., list[Any]]
FEED = (
    b'<rss version="2.0"><channel><title>B</title><link>https://www.b.example/</link>'
    b"<item><title>A</title><link>/a</link></item></channel></rss>"
)


class Paper(BaseHTTPRequestHandler):
    """A small news site."""

    agents: ClassVar[list[str]] = []
    bodies: ClassVar[dict[str, bytes]] = {"/feed.xml": FEED, "/empty": b"", "/large": b"x" * 5000}

    def do_GET(self) -> None:
        self.agents.append(self.headers["User-Agent"])
        if self.path == "/drop":
            return
        if self.path.startswith("/hop/"):
            self._redirect(int(self.path[5:]))
        elif self.path == "/elsewhere":
            self._answer(302, b"", Location="ftp://news.example/")
        elif self.path == "/gzip":
            self._answer(200, gzip.compress(b"x" * 50_000), **{"Content-Encoding": "gzip"})
        else:
            body = self.bodies.get(self.path.partition("?")[0])
            self._answer(404 if body is None else 200, body or b"")

    def _redirect(self, left: int) -> None:
        self._answer(302, b"", Location=f"/hop/{left - 1}" if left else "/feed.xml")

    def _answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in (headers | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Paper)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_feed_by_its_address(take: Take, site: str, raw: FolderRawStore) -> None:
    (article,) = take(f"http://me:secret@{site}/feed.xml?x")
    assert article.feed == f"http://{site}/feed.xml?x"
    assert article.url == f"http://{site}/a"
    assert article.source.id == "b.example"
    assert raw.get(article.raw_ref.removesuffix("#1")) == FEED
    assert Paper.agents[-1] == "wireroom/0.1"


def test_errors_and_empty_answers_are_dead_letters(take: Take, site: str) -> None:
    missing, empty, found = take(f"http://me:secret@{site}/none", f"http://{site}/empty", f"http://{site}/feed.xml")
    assert (missing.file, missing.reason) == (f"http://{site}/none", "the address answers 404 Not Found")
    assert (missing.original, missing.raw_ref, missing.line) == (None, None, None)
    assert empty.reason == "empty file"
    assert found.title == "A"


def test_an_address_that_does_not_answer_is_tried_three_times(take: Take, site: str, clock: Any) -> None:
    before = len(Paper.agents)
    (letter,) = take(f"http://{site}/drop")
    assert letter.reason == ("the address does not answer (3 tries): Server disconnected without sending a response.")
    assert len(Paper.agents) - before == 3
    assert clock.slept == [0.5, 1.0]


def test_five_redirects_are_followed_and_no_more(site: str, clock: Any) -> None:
    assert fetch.fetch(f"http://{site}/hop/4", clock) == FEED
    with pytest.raises(PoisonError, match=r"^the address cannot be fetched: Exceeded maximum allowed redirects\.$"):
        fetch.fetch(f"http://{site}/hop/5", clock)


def test_only_http_is_fetched(site: str, clock: Any) -> None:
    with pytest.raises(PoisonError, match=r"^the address cannot be fetched: Request URL has an unsupported protocol"):
        fetch.fetch(f"http://{site}/elsewhere", clock)
    assert clock.slept == []


@pytest.mark.parametrize("path", ["large", "gzip"])
def test_the_size_is_capped_while_reading(site: str, clock: Any, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.setattr(fetch, "MAX_BODY", 4000)
    with pytest.raises(PoisonError, match=r"^the address answers with more than the 0 MiB that are read$"):
        fetch.fetch(f"http://{site}/{path}", clock)


@pytest.mark.parametrize("address", ["http://", "http://[::g]/", "http://a b/", "https://x:y/"])
def test_a_malformed_address_is_a_dead_letter(take: Take, address: str) -> None:
    (letter,) = take(address)
    assert letter.file == address
    assert letter.reason.startswith(("the address cannot be fetched: ", "the address does not answer (3 tries): "))


class Racing(ManualClock):
    """A minute and a bit passes between two looks at it."""

    def monotonic(self) -> float:
        self.forward(61)
        return super().monotonic()


def test_an_answer_that_drips_in_is_given_up(site: str) -> None:
    with pytest.raises(PoisonError, match=r"^the address takes more than 60 seconds for its answer$"):
        fetch.fetch(f"http://{site}/large", Racing())
