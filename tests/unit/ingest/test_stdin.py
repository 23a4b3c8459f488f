import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from wireroom_core.contracts import Limits
from wireroom_core.models import DeadLetter
from wireroom_core.rawstore import FolderRawStore
from wireroom_ingest import identity, lines, stdin
from wireroom_ingest.source import NewsSource

Take = Callable[..., list[Any]]
FEED = '<rss version="2.0"><channel><link>https://b.example/</link><item><title>A</title></item></channel></rss>'


def line(number: int) -> bytes:
    return json.dumps({"id": str(number), "source": "Belga", "text": "x"}).encode() + b"\n"


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    reader, writer = os.pipe()
    yield reader, writer
    os.close(reader)


@pytest.fixture
def take_stdin(take: Take, tmp_path: Path) -> Callable[[bytes], list[Any]]:
    """What comes of standard input that holds ``body``."""

    def take_stdin(body: bytes) -> list[Any]:
        path = tmp_path / "stdin"
        path.write_bytes(body)
        with path.open("rb") as file:
            return take("-", stdin_fd=file.fileno())

    return take_stdin


def test_lines_go_out_as_they_come(pipe: tuple[int, int], raw: FolderRawStore, clock: Any) -> None:
    reader, writer = pipe
    source = NewsSource(["-"], default_source=None, raw=raw, clock=clock, stdin_fd=reader)
    batches = source.batches(Limits())
    os.write(writer, line(1) + line(2) + b'{"id": "3", "source"')
    assert len(next(batches)) == 2
    os.write(writer, b': "Belga", "text": "x"}\n')
    assert len(next(batches)) == 1
    os.write(writer, line(4).rstrip())
    os.close(writer)
    (last,) = next(batches)
    assert (last.place.file, last.place.line) == ("-", 4)  # type: ignore[union-attr]
    assert list(batches) == []


def test_what_is_there_before_standard_input_is_not_held_back(
    pipe: tuple[int, int], raw: FolderRawStore, clock: Any, inbox: Path
) -> None:
    reader, writer = pipe
    (inbox / "a.txt").write_text("date 2020 x\nsource: Belga")
    source = NewsSource([str(inbox), "-"], default_source=None, raw=raw, clock=clock, stdin_fd=reader)
    batches = source.batches(Limits())
    assert len(next(batches)) == 1
    os.close(writer)
    assert list(batches) == []


def test_the_original_of_a_line_is_the_line(take_stdin: Take, raw: FolderRawStore) -> None:
    one, refused, three = take_stdin(line(1) + b"broken\n" + line(3))
    assert raw.get(one.raw_ref) == line(1).rstrip()
    assert (one.feed, three.guid) == (None, "3")
    assert one.delivery_id == identity.delivery_id("belga", one.raw_ref, 1)
    assert (refused.file, refused.line, refused.original) == ("-", 2, "broken")
    assert raw.get(refused.raw_ref) == b"broken"


def test_the_same_line_twice_is_two_deliveries(take_stdin: Take) -> None:
    one, two = take_stdin(line(1) * 2)
    assert one.delivery_id != two.delivery_id
    assert one.raw_ref == two.raw_ref


def test_a_feed_is_read_to_its_end(take_stdin: Take, raw: FolderRawStore) -> None:
    (article,) = take_stdin(FEED.encode())
    assert (article.title, article.feed, article.format) == ("A", None, "rss")
    assert raw.get(article.raw_ref.removesuffix("#1")) == FEED.encode()


def test_a_json_feed_over_several_lines(take_stdin: Take) -> None:
    feed = {"title": "F", "version": "https://jsonfeed.org/version/1", "items": [{"id": "1", "title": "T"}]}
    body = json.dumps(feed | {"home_page_url": "https://f.example"}, indent=2)
    (article,) = take_stdin(body.encode())
    assert (article.format, article.title, article.source.name) == ("jsonfeed", "T", "F")


def test_a_dispatch(take_stdin: Take) -> None:
    (article,) = take_stdin(b"\n date 2020-02 x\n\nsource: AFP\n")
    assert (article.text, article.source.id, article.feed) == ("x", "afp", None)


def test_an_unknown_format_is_refused_as_a_whole(take_stdin: Take) -> None:
    (letter,) = take_stdin(b"<html><body>x")
    assert (letter.file, letter.line, letter.reason) == ("-", None, "unknown format: an HTML page")
    assert letter.original == "<html><body>x"


@pytest.mark.parametrize("body", [b"", b"\n \n"])
def test_nothing_gives_nothing(take_stdin: Take, body: bytes) -> None:
    assert take_stdin(body) == []


def test_a_long_line_is_refused_without_its_text(take_stdin: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MAX_LINE", 1 << 20)
    letters = []
    for sign in (b"a", b"b"):
        one, long, three = take_stdin(line(1) + sign * (1 << 21) + b"\n" + line(3))
        assert (one.guid, three.guid) == ("1", "3")
        assert long.reason == "a line of 2,097,152 bytes, over the 1 MiB that a line may have"
        assert (long.original, long.raw_ref) == (None, None)
        letters.append(long.letter_id)
    assert letters[0] != letters[1]


def test_a_document_that_is_too_large_is_refused(take_stdin: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stdin, "MAX_DOCUMENT", 1 << 20)
    (letter,) = take_stdin(b"date 2024 " + b"x" * (1 << 21))
    assert letter.reason == "over the 1 MiB that a feed or a dispatch may have"


def test_standard_input_that_cannot_be_read(take: Take, inbox: Path) -> None:
    (inbox / "a.txt").write_text("date 2020 x\nsource: Belga")
    folder = os.open(inbox, os.O_RDONLY)
    letter, article = take("-", inbox, stdin_fd=folder)
    os.close(folder)
    assert isinstance(letter, DeadLetter)
    assert (letter.file, letter.reason) == ("-", "standard input cannot be read: Is a directory")
    assert article.text == "x"
