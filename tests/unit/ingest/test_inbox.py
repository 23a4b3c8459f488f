"""The watched folder, on a real one, with a clock that lets files come and change at their time."""

import hashlib
import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from tests.fakes import ListDeadLetters
from tests.intake import ListPublisher, Play, article_of
from wireroom_core.contracts import Delivery, Limits
from wireroom_core.errors import FatalError, TransientError
from wireroom_core.rawstore import FolderRawStore
from wireroom_ingest.inbox.watching import Inbox
from wireroom_ingest.publisher import Assignment
from wireroom_ingest.publishing import publish_all

NEWS = {"source": "Belga", "text": "x"}


def lines(*titles: str) -> str:
    return "".join(json.dumps({**NEWS, "title": title}) + "\n" for title in titles)


class House:
    """An inbox with all that stands around it."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "inbox"
        self.root.mkdir()
        self.raw = FolderRawStore(folder / "raw")
        self.clock = Play()
        self.folders: dict[str, Assignment] = {}
        self.publisher = ListPublisher()
        self.dead_letters = ListDeadLetters()
        self.limits = Limits()

    def drop(self, name: str, text: str) -> Path:
        path = self.root / name
        path.write_text(text)
        return path

    def append(self, name: str, text: str) -> None:
        with (self.root / name).open("a") as file:
            file.write(text)

    def open(self) -> Inbox:
        return Inbox(self.root, self.folders, raw=self.raw, clock=self.clock, stop=self.clock.stop)

    def run(self) -> None:
        publish_all(self.open(), self.publisher, self.dead_letters, limits=self.limits, clock=self.clock)

    def files(self) -> list[str]:
        return sorted(str(path.relative_to(self.root)) for path in self.root.rglob("*") if not path.is_dir())


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def said(logs: Iterable[Any], event: str) -> list[Any]:
    return [entry for entry in logs if entry["event"].startswith(event)]


def test_a_file_is_read_after_two_seconds_and_moved(house: House) -> None:
    times: list[float] = []
    house.publisher = ListPublisher(before=lambda: times.append(house.clock.monotonic()))
    house.clock.at(4, lambda: house.drop("a.jsonl", lines("A", "B")))
    house.run()
    assert house.publisher.titles == ["A", "B"]
    assert times == [6.0]
    assert house.files() == ["done/a.jsonl"]
    assert house.publisher.articles[0].feed == str(house.root / "a.jsonl")


def test_the_originals_are_durable_before_they_are_published(house: House, tmp_path: Path) -> None:
    ref = f"sha256:{hashlib.sha256(lines('A').encode()).hexdigest()}"
    found: list[bytes] = []
    house.publisher = ListPublisher(before=lambda: found.append(FolderRawStore(tmp_path / "raw").get(ref)))
    house.drop("a.jsonl", lines("A"))
    house.run()
    assert found == [lines("A").encode()]


def test_a_slow_writer_is_waited_for(house: House) -> None:
    house.drop("a.jsonl", '{"source": "Belga", ')
    house.clock.at(1.5, lambda: house.append("a.jsonl", '"title": "A", '))
    house.clock.at(3.0, lambda: house.append("a.jsonl", '"text": "x"}\n'))
    house.clock.at(4.5, lambda: os.utime(house.root / "a.jsonl", (1, 1)))
    house.clock.at(6.0, lambda: house.publisher.calls and pytest.fail("too early"))
    house.run()
    assert house.publisher.titles == ["A"]
    assert house.files() == ["done/a.jsonl"]


def test_what_is_still_being_written_is_left_alone_until_it_is_renamed(house: House) -> None:
    for name in (".a.jsonl", "b.jsonl.part", "c.jsonl.tmp"):
        house.drop(name, lines(name))
    house.clock.at(10, lambda: (house.root / "b.jsonl.part").rename(house.root / "b.jsonl"))
    house.run()
    assert house.publisher.titles == ["b.jsonl.part"]
    assert house.files() == [".a.jsonl", "c.jsonl.tmp", "done/b.jsonl"]


def test_what_is_refused_goes_to_failed_with_the_reasons(house: House) -> None:
    house.drop("a.jsonl", f"{lines('A')}[]\n{lines('B')}{{}}\n")
    house.drop("empty.txt", "")
    house.run()
    assert house.publisher.titles == ["A", "B"]
    assert [(letter.line, letter.reason) for letter in house.dead_letters.letters] == [
        (2, "no JSON object"),
        (4, "neither text nor title"),
        (None, "empty file"),
    ]
    assert (house.root / "failed/a.jsonl.reason.txt").read_text() == "2: no JSON object\n4: neither text nor title\n"
    assert (house.root / "failed/empty.txt.reason.txt").read_text() == "empty file\n"
    assert [name for name in house.files() if not name.endswith(".reason.txt")] == [
        "failed/a.jsonl",
        "failed/empty.txt",
    ]


def test_of_very_many_reasons_a_thousand_are_written_out(house: House) -> None:
    house.drop("a.jsonl", "[]\n" * 1_002)
    house.run()
    reasons = (house.root / "failed/a.jsonl.reason.txt").read_text().splitlines()
    assert (len(reasons), reasons[-2:]) == (1_001, ["1000: no JSON object", "and 2 more"])


def test_a_file_is_moved_once_the_last_batch_of_it_is_done_and_never_before(house: House) -> None:
    house.limits = Limits(articles=2)
    house.drop("a.jsonl", lines("1", "2", "3"))
    house.drop("b.jsonl", lines("4"))
    house.drop("c.jsonl", lines("5"))
    seen: list[tuple[list[str], list[str]]] = []
    inbox = house.open()
    for batch in inbox.batches(house.limits):
        titles = [article_of(item).title for item in batch if isinstance(item, Delivery)]
        before = house.files()
        inbox.done(batch)
        seen.append((titles, before))
    assert seen == [
        (["1", "2"], ["a.jsonl", "b.jsonl", "c.jsonl"]),
        (["3", "4"], ["a.jsonl", "b.jsonl", "c.jsonl"]),
        (["5"], ["c.jsonl", "done/a.jsonl", "done/b.jsonl"]),
    ]
    assert house.files() == ["done/a.jsonl", "done/b.jsonl", "done/c.jsonl"]


def test_nothing_is_moved_while_publishing_fails(house: House) -> None:
    house.publisher = ListPublisher([TransientError("away")] * 3, before=lambda: moved.extend(house.files()))
    house.dead_letters = ListDeadLetters([TransientError("away")])
    moved: list[str] = []
    house.drop("a.jsonl", lines("A") + "[]\n")
    house.run()
    assert house.publisher.titles == ["A"]
    assert len(house.dead_letters.letters) == 1
    assert moved == ["a.jsonl"] * 4
    assert house.files() == ["failed/a.jsonl", "failed/a.jsonl.reason.txt"]


def test_killed_between_publishing_and_moving_it_delivers_the_same_again(house: House) -> None:
    house.drop("a.jsonl", lines("A", "B", "C"))
    killed = house.open().batches(Limits(articles=2))
    published = [item for item in next(killed) if isinstance(item, Delivery)]
    del killed
    assert house.files() == ["a.jsonl"]
    house.clock = Play()
    house.run()
    ids = [article.delivery_id for article in house.publisher.articles]
    assert ids[:2] == [article_of(item).delivery_id for item in published]
    assert len(set(ids)) == 3
    assert house.files() == ["done/a.jsonl"]


class WritingStore(FolderRawStore):
    """While it takes a file in, somebody writes to that file."""

    def __init__(self, folder: Path, path: Path, more: Sequence[str]) -> None:
        super().__init__(folder)
        self.path_of_file = path
        self.more = list(more)

    def put_chunks(self, chunks: Any) -> str:
        ref = super().put_chunks(chunks)
        if self.more:
            with self.path_of_file.open("a") as file:
                file.write(self.more.pop(0))
        return ref


def test_a_file_that_changes_while_it_is_read_is_waited_for_again(house: House, tmp_path: Path) -> None:
    path = house.drop("a.jsonl", lines("A") + '{"source": "Belga", ')
    house.raw = WritingStore(tmp_path / "raw", path, ['"title": "B"}\n'])
    house.run()
    assert house.publisher.titles == ["A", "B"]
    assert house.dead_letters.letters == []
    assert house.files() == ["done/a.jsonl"]


def test_a_file_that_changes_after_it_was_read_is_not_moved_but_read_again(house: House) -> None:
    house.drop("a.jsonl", lines("A"))
    more = iter([lines("B")])
    house.publisher = ListPublisher(before=lambda: house.append("a.jsonl", next(more, "")))
    house.run()
    assert house.publisher.titles == ["A", "A", "B"]
    assert house.files() == ["done/a.jsonl"]


def test_a_file_that_is_taken_away_again_stops_nothing(house: House) -> None:
    path = house.drop("a.jsonl", lines("A"))
    house.publisher = ListPublisher(before=lambda: path.unlink(missing_ok=True))
    house.clock.at(5, lambda: house.drop("b.jsonl", lines("B")))
    with capture_logs() as logs:
        house.run()
    assert house.publisher.titles == ["A", "B"]
    assert house.files() == ["done/b.jsonl"]
    assert len(said(logs, "gone or changed since it was read")) == 1


def test_the_same_name_again_is_read_again_and_numbered(house: House) -> None:
    house.drop("a.jsonl", lines("A"))
    house.clock.at(5, lambda: house.drop("a.jsonl", lines("B")))
    house.run()
    assert house.publisher.titles == ["A", "B"]
    assert house.files() == ["done/a-2.jsonl", "done/a.jsonl"]


def test_a_stop_ends_it_after_the_batch_in_hand(house: House) -> None:
    house.limits = Limits(articles=1)
    house.publisher = ListPublisher(before=house.clock.stop.set)
    house.drop("a.jsonl", lines("A"))
    house.drop("b.jsonl", lines("B"))
    house.run()
    assert house.publisher.titles == ["A"]
    assert house.files() == ["b.jsonl", "done/a.jsonl"]


def test_a_stop_ends_the_wait(house: House) -> None:
    house.clock.at(1, house.clock.stop.set)
    house.run()
    assert house.clock.monotonic() == 1.0


def test_done_and_failed_are_never_looked_into(house: House) -> None:
    for name in ("done", "failed"):
        (house.root / name).mkdir()
        house.drop(f"{name}/a.jsonl", lines("A"))
    with capture_logs() as logs:
        house.run()
    assert house.publisher.calls == []
    assert said(logs, "left out") == []


def test_a_sources_folder_lends_the_source_its_language_and_its_terms(house: House) -> None:
    house.folders = {"belga": Assignment("Agence Belga", "belga", "fr", "For subscribers.")}
    (house.root / "belga").mkdir()
    house.drop("belga/a.txt", "date 2019-01 Un texte.")
    house.drop("belga/b.txt", "date 2019-01 Un texte.\nsource: AFP")
    house.drop("a.txt", "date 2019-01 Un texte.")
    house.run()
    found = [(each.source.id, each.language_declared, each.usage_terms) for each in house.publisher.articles]
    assert found == [("belga", "fr", "For subscribers."), ("afp", None, None)]
    assert [letter.reason[:15] for letter in house.dead_letters.letters] == ["no source given"]
    moved = ["done/belga/a.txt", "done/belga/b.txt", "failed/a.txt", "failed/a.txt.reason.txt"]
    assert house.files() == moved


def test_folders_in_folders_are_watched_and_kept(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.folders = {"belga": Assignment("Agence Belga", "belga", "fr", None)}
    (house.root / "belga/sports").mkdir(parents=True)
    (house.root / "secret").mkdir()
    house.drop("belga/sports/a.txt", "date 2019-01 Un texte.")
    scandir = os.scandir

    def denied(path: str) -> Any:
        if str(path).endswith("secret"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    (house.root / "foreign").mkdir()
    house.drop("foreign/a.txt", "date 2019-01 Un texte.")
    monkeypatch.setattr(os, "scandir", denied)
    monkeypatch.setattr(os, "access", lambda path, mode: not path.endswith("foreign"))
    with capture_logs() as logs:
        house.run()
    assert [each.source.id for each in house.publisher.articles] == ["belga"]
    monkeypatch.undo()
    assert house.files() == ["done/belga/sports/a.txt", "foreign/a.txt"]
    reasons = [entry["reason"] for entry in said(logs, "left out")]
    assert reasons == ["nothing can be moved out of it", "cannot be listed: Permission denied"]


def test_what_is_no_news_is_left_alone_and_said_once(house: House) -> None:
    house.drop("README.md", "x")
    (house.root / "link.jsonl").symlink_to(house.raw.path("sha256:00"))
    (house.root / "folder").symlink_to(house.root)
    os.mkfifo(house.root / "pipe")
    before = house.files()
    with capture_logs() as logs:
        house.run()
    assert house.files() == before
    assert house.publisher.calls == []
    paths = [entry["path"].removeprefix(f"{house.root}/") for entry in said(logs, "left out")]
    assert paths == ["README.md", "folder", "link.jsonl", "pipe"]


def test_a_feed_without_entries_is_done_at_once(house: House) -> None:
    house.drop("a.xml", "<rss version='2.0'><channel><title>B</title></channel></rss>")
    house.run()
    assert house.publisher.calls == []
    assert house.files() == ["done/a.xml"]


def test_a_file_that_cannot_be_read_is_refused(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    path = house.drop("a.jsonl", lines("A"))

    def denied(name: str, mode: str) -> Any:
        raise PermissionError(13, "Permission denied", name)

    monkeypatch.setattr("wireroom_ingest.files.open", denied, raising=False)
    house.run()
    assert [letter.reason for letter in house.dead_letters.letters] == ["the file cannot be read: Permission denied"]
    assert house.dead_letters.letters[0].file == str(path)
    assert house.files() == ["failed/a.jsonl", "failed/a.jsonl.reason.txt"]


def test_trouble_with_moving_is_waited_out(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.drop("a.jsonl", lines("A"))
    rename, faults = Path.rename, [OSError(28, "No space left"), OSError(28, "No space left")]

    def full(path: Path, target: Path) -> Path:
        if faults and path.name == "a.jsonl":
            raise faults.pop()
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", full)
    with capture_logs() as logs:
        house.run()
    assert house.files() == ["done/a.jsonl"]
    assert house.publisher.titles == ["A"]
    reason = f"{house.root}/a.jsonl cannot be moved out of the inbox: [Errno 28] No space left"
    assert [entry["reason"] for entry in said(logs, "waiting")] == [reason] * 2


def test_an_inbox_that_is_away_for_a_time_is_waited_for(house: House, tmp_path: Path) -> None:
    house.drop("a.jsonl", lines("A"))
    away = tmp_path / "away"
    house.clock.at(1, lambda: house.root.rename(away))
    house.clock.at(6, lambda: away.rename(house.root))
    with capture_logs() as logs:
        house.run()
    assert house.publisher.titles == ["A"]
    assert house.files() == ["done/a.jsonl"]
    assert said(logs, "waiting")


def test_an_inbox_that_cannot_be_used_is_fatal_at_once(house: House) -> None:
    house.drop("done", "")
    with pytest.raises(FatalError, match=r"/done is no folder$"):
        house.open().batches(Limits())
