import json
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from tests.fakes import article
from wireroom_core.errors import FatalError, TransientError
from wireroom_ingest.feeds import memory as feedmemory
from wireroom_ingest.feeds.memory import Content, FeedMemory


def content(item: str, content_hash: str = "1", source: str = "b") -> Content:
    return Content(source, item, content_hash)


def test_an_item_is_known_by_its_source_and_guid_or_else_by_its_article() -> None:
    assert Content.of(article(1, guid="g")) == Content("belga", "g", "content-1")
    assert Content.of(article(1)) == Content("belga", "article-1", "content-1")


def test_only_the_last_content_of_an_item_is_known(tmp_path: Path) -> None:
    memory = FeedMemory(tmp_path / "feeds.jsonl")
    assert not memory.knows(content("a"))
    memory.remember([content("a", "1"), content("a", "2"), content("b", "1")])
    assert [memory.knows(each) for each in (content("a", "1"), content("a", "2"), content("b", "1"))] == [0, 1, 1]
    assert not memory.knows(content("a", "2", source="c"))


def test_it_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "state/feeds.jsonl"
    FeedMemory(path).remember([content("é\n"), content("b", "2")])
    memory = FeedMemory(path)
    assert memory.knows(content("é\n"))
    assert memory.knows(content("b", "2"))
    assert [json.loads(line)["item"] for line in path.read_text().splitlines()] == ["é\n", "b"]
    assert [each.name for each in path.parent.iterdir()] == ["feeds.jsonl"]


def test_what_was_not_seen_for_the_longest_is_forgotten_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feedmemory, "KEPT", 2)
    memory = FeedMemory(tmp_path / "feeds.jsonl")
    memory.remember([content("a"), content("b")])
    assert memory.knows(content("a"))
    memory.remember([content("c")])
    for kept in (memory, FeedMemory(tmp_path / "feeds.jsonl")):
        assert [kept.knows(content(item)) for item in "abc"] == [True, False, True]


def test_damaged_lines_are_passed_over_loudly(tmp_path: Path) -> None:
    path = tmp_path / "feeds.jsonl"
    FeedMemory(path).remember([content("a"), content("b")])
    path.write_bytes(b'\xff\n[]\n{"source": "b"}\n\n' + path.read_bytes())
    with capture_logs() as logs:
        memory = FeedMemory(path)
    assert [entry["line"] for entry in logs] == [1, 2, 3, 4]
    assert memory.knows(content("a"))
    assert memory.knows(content("b"))


def test_a_write_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "feeds.jsonl"
    memory = FeedMemory(path)
    memory.remember([content("a")])
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        with pytest.raises(TransientError, match=r"cannot be kept: .*No space left"):
            memory.remember([content("b")])
    assert path.read_bytes() == before
    memory.remember([content("b")])
    assert FeedMemory(path).knows(content("b"))


def test_a_state_that_cannot_be_read_is_fatal(tmp_path: Path) -> None:
    (tmp_path / "feeds.jsonl").mkdir()
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "feeds.jsonl", tmp_path / "file/feeds.jsonl"):
        with pytest.raises(FatalError, match=r"^what was published of the feeds cannot be read: "):
            FeedMemory(path)
