"""Feeds at their intervals, with a clock that stands still and answers that come at once."""

import threading
import time
from collections import Counter, deque
from collections.abc import Sequence
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from tests.fakes import ListDeadLetters
from tests.intake import ListPublisher, Play
from wireroom_core.contracts import Limits
from wireroom_core.errors import PoisonError, TransientError
from wireroom_core.rawstore import FolderRawStore
from wireroom_ingest.feeds.fetches import Answer, Fetches
from wireroom_ingest.feeds.memory import FeedMemory
from wireroom_ingest.feeds.polling import Polling
from wireroom_ingest.feeds.schedule import Schedule
from wireroom_ingest.publisher import Assignment
from wireroom_ingest.publishing import publish_all
from wireroom_ingest.sources import Feed

B = Feed("https://me:secret@b.example/feed", 5, Assignment("B", "b.example", "nl"))
C = Feed("https://c.example/feed", 5, Assignment("C", "c.example"))


def rss(*items: str, day: int = 1) -> bytes:
    entries = "".join(f"<item><guid>{item[0]}</guid><title>{item}</title></item>" for item in items)
    return f'<rss version="2.0"><channel><title>{day}</title>{entries}</channel></rss>'.encode()


class Web:
    """Answers at once; the last answer of an address stays."""

    def __init__(self, clock: Play, **bodies: Sequence[bytes | PoisonError]) -> None:
        self.fetched: list[tuple[float, str]] = []
        self._clock = clock
        self._bodies = {f"https://{name}.example/feed": list(given) for name, given in bodies.items()}
        self._answers: deque[Answer] = deque()

    def start(self, feed: Feed) -> None:
        self.fetched.append((self._clock.monotonic(), feed.name))
        bodies = self._bodies[feed.name]
        self._answers.append((feed, bodies.pop(0) if len(bodies) > 1 else bodies[0]))

    def answered(self) -> Answer | None:
        return self._answers.popleft() if self._answers else None


class Desk:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Play(end=16)
        self.publisher = ListPublisher()
        self.dead_letters = ListDeadLetters()
        self.limits = Limits()

    def polling(self, web: Web | Fetches, *feeds: Feed) -> Polling:
        memory = FeedMemory(self.folder / "state/feeds.jsonl")
        raw = FolderRawStore(self.folder / "raw")
        return Polling(feeds, web, memory, raw=raw, clock=self.clock, stop=self.clock.stop)  # type: ignore[arg-type]

    def run(self, web: Web | Fetches, *feeds: Feed) -> None:
        source = self.polling(web, *feeds)
        publish_all(source, self.publisher, self.dead_letters, limits=self.limits, clock=self.clock)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_turns_come_at_the_fixed_interval_whenever_one_looks() -> None:
    schedule = Schedule([B])
    looks = (0.0, 4.9, 5.4, 9.9, 10.0, 31.0, 34.0, 36.0)
    assert [at for at in looks if schedule.due(at)] == [0.0, 5.4, 10.0, 31.0, 36.0]


def test_feeds_are_fetched_at_once_and_at_their_interval(desk: Desk) -> None:
    web = Web(desk.clock, b=[rss("1")], c=[rss("1")])
    desk.run(web, B, Feed(C.address, 7, C.assigned))
    expected = [(0, "b"), (0, "c"), (5, "b"), (7, "c"), (10, "b"), (14, "c"), (15, "b")]
    assert web.fetched == [(at, f"https://{name}.example/feed") for at, name in expected]


def test_an_entry_has_the_source_and_the_channel_of_its_feed(desk: Desk) -> None:
    desk.run(Web(desk.clock, b=[rss("1")]), B)
    (article,) = desk.publisher.articles
    assert (article.source.id, article.source.name, article.language_declared) == ("b.example", "B", "nl")
    assert article.feed == "https://b.example/feed"
    assert article.raw_ref is not None
    assert FolderRawStore(desk.folder / "raw").get(article.raw_ref.removesuffix("#1")) == rss("1")


def test_only_what_differs_from_the_last_content_is_published(desk: Desk) -> None:
    bodies = [rss("1", "2"), rss("2", "1", day=2), rss("3", "2b", "1", day=3), rss("2", day=4)]
    desk.run(Web(desk.clock, b=bodies), B)
    assert desk.publisher.titles == ["1", "2", "3", "2b", "2"]


def test_the_same_guid_of_another_source_is_another_item(desk: Desk) -> None:
    desk.run(Web(desk.clock, b=[rss("1")], c=[rss("1")]), B, C)
    assert [article.source.id for article in desk.publisher.articles] == ["b.example", "c.example"]


def test_an_entry_twice_in_a_feed_is_published_once(desk: Desk) -> None:
    desk.limits = Limits(articles=1)
    desk.run(Web(desk.clock, b=[rss("1", "1", "2", "1")]), B)
    assert desk.publisher.titles == ["1", "2"]


def test_what_was_published_is_remembered_by_the_next_run(desk: Desk) -> None:
    desk.run(Web(desk.clock, b=[rss("1", "2")]), B)
    desk.clock = Play(end=4)
    desk.run(Web(desk.clock, b=[rss("1", "2", "3")]), B)
    assert desk.publisher.titles == ["1", "2", "3"]


def test_what_was_handed_over_and_not_done_is_published_again(desk: Desk) -> None:
    killed = desk.polling(Web(desk.clock, b=[rss("1", "2", "3")]), B)
    batches = killed.batches(Limits(articles=1))
    killed.done(next(batches))
    next(batches)
    desk.run(Web(desk.clock, b=[rss("1", "2", "3")]), B)
    assert desk.publisher.titles == ["2", "3"]


def test_trouble_with_publishing_is_waited_out(desk: Desk) -> None:
    desk.publisher = ListPublisher([TransientError("away")] * 3)
    desk.run(Web(desk.clock, b=[rss("1")]), B)
    assert desk.publisher.titles == ["1"]


def test_what_is_refused_is_a_dead_letter_for_each_body_once(desk: Desk) -> None:
    page = b"<html><body>Moved</body></html>"
    desk.run(Web(desk.clock, b=[page, page, rss("1"), page]), B)
    found = [(letter.file, letter.reason) for letter in desk.dead_letters.letters]
    assert found == [("https://b.example/feed", "unknown format: an HTML page")] * 2
    assert desk.publisher.titles == ["1"]


def test_a_feed_that_fails_is_said_once_a_minute_and_stops_no_other(desk: Desk) -> None:
    desk.clock = Play(end=130)
    web = Web(desk.clock, b=[PoisonError("the address answers 500")], c=[rss("1"), PoisonError("down"), rss("2")])
    with capture_logs() as logs:
        desk.run(web, B, C)
    assert desk.publisher.titles == ["1", "2"]
    assert desk.dead_letters.letters == []
    said = [(entry["feed"][8], entry["reason"]) for entry in logs]
    assert said == [("b", "the address answers 500"), ("c", "down"), *[("b", "the address answers 500")] * 2]
    assert {entry["log_level"] for entry in logs} == {"warning"}
    assert not [entry for entry in logs if "secret" in str(entry)]


def test_a_stop_ends_it_after_the_batch_in_hand(desk: Desk) -> None:
    desk.limits = Limits(articles=1)
    desk.publisher = ListPublisher(before=desk.clock.stop.set)
    desk.run(Web(desk.clock, b=[rss("1", "2")]), B)
    assert desk.publisher.titles == ["1"]


class PatientPlay(Play):
    """Lets other threads run while it waits."""

    def sleep(self, seconds: float) -> None:
        super().sleep(seconds)
        time.sleep(0.001)


def test_a_feed_that_hangs_delays_no_other_and_is_not_fetched_twice(desk: Desk) -> None:
    desk.clock = PatientPlay(end=26)
    let_go = threading.Event()
    asked = Counter[str]()

    def fetch(address: str) -> bytes:
        asked[address] += 1
        if address == B.address:
            let_go.wait(5)
        return rss(str(asked[address]))

    desk.clock.at(20, let_go.set)
    desk.run(Fetches(fetch), B, C)
    sources = [article.source.id for article in desk.publisher.articles]
    assert sources.index("b.example") >= 2, "the other feed went on meanwhile"
    assert asked[B.address] < asked[C.address]


def test_a_bug_in_fetching_is_a_failure_of_that_feed(desk: Desk) -> None:
    def fetch(address: str) -> bytes:
        raise ValueError(address[-4:])

    fetches = Fetches(fetch)
    with capture_logs() as logs:
        fetches.start(C)
        for _ in range(500):
            if answer := fetches.answered():
                break
            time.sleep(0.002)
    assert answer is not None
    assert str(answer[1]) == "unexpected ValueError: feed"
    assert [entry["event"] for entry in logs] == ["unexpected failure"]
