import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from wireroom_core.models import MAX_INLINE_ORIGINAL, DeadLetter
from wireroom_core.rawstore import FolderRawStore
from wireroom_ingest import build as building
from wireroom_ingest import lines, originals

Take = Callable[..., list[Any]]
DISPATCH = (
    " date 2021-07 Le bac de Lavaux-sur-Ourthe a repris mardi son service, a annoncé à Belga l’échevin Yvo Thiry. "
    "« Il flotte »,\u00a0a-t-il dit.\n\nIl avait coulé en 2019.\n\nsource: Belga"
)
FEED = (
    '<rss version="2.0"><channel><title>Bode</title><link>https://www.bode.example/</link>'
    "<item><title>A</title></item><item><guid>2</guid></item><item><title>C</title></item></channel></rss>"
)


def line(number: int, text: str = "x", **given: Any) -> str:
    return json.dumps({"id": str(number), "source": "Belga", "text": text} | given)


def test_a_dispatch_from_its_file(take: Take, inbox: Path, raw: FolderRawStore) -> None:
    path = inbox / "000_bac.txt"
    path.write_text(DISPATCH)
    (article,) = take(path)
    assert (article.source.id, article.source.name) == ("belga", "Belga")
    assert (article.header, article.trailer) == ("date 2021-07", "source: Belga")
    assert article.text.startswith("Le bac de Lavaux-sur-Ourthe")
    assert article.text.endswith("« Il flotte »,\u00a0a-t-il dit.\n\nIl avait coulé en 2019.")
    assert (article.published_at.value, article.published_at.precision) == ("2021-07", "month")
    assert (article.feed, article.format, article.text_quality) == (str(path), "dispatch", "full")
    assert raw.get(article.raw_ref) == DISPATCH.encode()
    assert article.repairs == ()


def test_a_repeated_hand_over_is_the_same_delivery(take: Take, inbox: Path) -> None:
    (inbox / "a.txt").write_text(DISPATCH)
    (inbox / "b.txt").write_text(DISPATCH)
    one, two = take(inbox)
    assert (one.delivery_id, one.article_id, one.content_hash) == (two.delivery_id, two.article_id, two.content_hash)


def test_json_lines_in_their_order(take_text: Take, raw: FolderRawStore) -> None:
    body = f"{line(1)}\n\nbroken\n{line(2, source=None)}\n{line(3)}"
    one, broken, nobodys, three = take_text(body, "news.jsonl")
    assert (one.guid, three.guid) == ("1", "3")
    assert three.raw_ref.endswith("#5")
    assert raw.get(three.raw_ref.partition("#")[0]) == body.encode()
    assert (broken.line, broken.original, broken.stage) == (3, "broken", "ingest")
    assert broken.reason == "no JSON: Expecting value: line 1 column 1 (char 0)"
    assert broken.raw_ref == one.raw_ref.replace("#1", "#3")
    assert nobodys.line == 4
    assert nobodys.reason.startswith("no source given: ")
    assert one.received_at < three.received_at


def test_the_default_source_comes_after_the_documents_own(take_text: Take) -> None:
    one, two = take_text(f"{line(1)}\n{line(2, source=None)}", "news.jsonl", source="De Bode")
    assert (one.source.id, two.source.id) == ("belga", "de-bode")


def test_a_feed_with_an_item_that_is_refused(take_text: Take) -> None:
    first, refused, third = take_text(FEED, "feed.xml")
    assert (first.title, first.source.id, first.source.name) == ("A", "bode.example", "Bode")
    assert third.raw_ref == first.raw_ref.replace("#1", "#3")
    assert (refused.line, refused.reason, refused.original) == (2, "the article has neither text nor title", None)
    assert refused.raw_ref == first.raw_ref.replace("#1", "#2")


def test_the_default_source_wins_over_the_channel(take_text: Take) -> None:
    assert take_text(FEED, "feed.xml", source="De Bode")[0].source.id == "de-bode"


def test_a_feed_that_breaks_off_says_so_once(take_text: Take) -> None:
    body = FEED[: FEED.index("<title>C")]
    first, refused, cut = take_text(body, "feed.xml")
    assert (first.title, refused.line) == ("A", 2)
    assert (cut.reason, cut.line, cut.original) == ("truncated after item 2", 3, body)


def test_a_json_feed(take_text: Take) -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Faro",
        "home_page_url": "https://faro.example",
        "items": [{"id": "1", "content_text": "x", "url": "/a"}, {"content_text": "y"}],
    }
    article, refused = take_text(json.dumps(feed, indent=1), "feed.json")
    assert (article.source.id, article.url, article.format) == ("faro.example", "https://faro.example/a", "jsonfeed")
    assert (refused.line, refused.reason) == (2, "id: Field required")


@pytest.mark.parametrize(
    ("body", "name", "reason"),
    [
        ("", "a.txt", "empty file"),
        ("date 2022-08-01 \n\nsource: Belga", "a.txt", "a dispatch without text"),
        ("just text", "a.md", "unknown format: text without the header or the trailer of a dispatch"),
        ("<html></html>", "a.html", "unknown format: an HTML page"),
        (b"\x00\x01\x02\x03" * 9, "a.bin", "unknown format: binary data"),
    ],
)
def test_a_refused_file_is_one_dead_letter(take_text: Take, body: str | bytes, name: str, reason: str) -> None:
    (letter,) = take_text(body, name)
    assert (letter.reason, letter.line) == (reason, None)
    assert letter.file.endswith(f"inbox/{name}")
    assert letter.original_bytes() == (body if isinstance(body, bytes) else body.encode())


def test_a_dispatch_of_nobody_is_refused(take_text: Take) -> None:
    (letter,) = take_text("date 2022-08 x")
    assert letter.reason.startswith("no source given: ")
    assert (letter.line, letter.original) == (1, "date 2022-08 x")


def test_a_large_original_goes_by_its_reference(take_text: Take, raw: FolderRawStore) -> None:
    body = "date 2024-08 " + "toll " * (1 << 18) + "\nsource: Belga"
    (letter,) = take_text(body)
    assert letter.original is None
    assert len(body) > MAX_INLINE_ORIGINAL
    assert raw.get(letter.raw_ref) == body.encode()
    assert letter.reason == "the text has 1,310,719 bytes, more than the 1,048,576 that pass"


def test_a_document_that_is_too_large_is_refused(take_text: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(originals, "MAX_DOCUMENT", 1 << 20)
    (letter,) = take_text("date 2024 " + "x" * (1 << 20))
    assert letter.reason == "over the 1 MiB that a feed or a dispatch may have"


def test_a_line_that_is_too_long_leaves_the_others(take_text: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MAX_LINE", 1 << 20)
    one, long, three = take_text(f"{line(1)}\n{line(2, 'x' * (1 << 20))}\n{line(3)}\n", "a.jsonl")
    assert (one.guid, three.guid) == ("1", "3")
    assert long.reason == "a line of 1,048,618 bytes, over the 1 MiB that a line may have"
    assert (long.line, long.original) == (2, None)
    assert long.raw_ref == one.raw_ref.replace("#1", "#2")


def test_folders_are_read_in_the_order_of_their_paths(take: Take, inbox: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", "c.txt", "b/a/3.txt"):
        (inbox / name).parent.mkdir(parents=True, exist_ok=True)
        (inbox / name).write_text(f"date 2020 {name}\nsource: Belga")
    (inbox / ".hidden").mkdir()
    for name in (".hidden/x.txt", ".x.txt", "x.part", "x.txt.tmp", "README.md", "b/LICENSE"):
        (inbox / name).write_text("no news")
    with capture_logs() as logs:
        found = take(inbox)
    assert [article.text for article in found] == ["a.txt", "b/1.txt", "b/2.txt", "b/a/3.txt", "c.txt"]
    left_out = [(entry["log_level"], Path(entry["file"]).name) for entry in logs]
    assert left_out == [("info", "README.md"), ("info", "LICENSE")]


def test_what_cannot_be_read_never_stops_the_rest(take: Take, inbox: Path) -> None:
    (inbox / "good.txt").write_text(DISPATCH)
    (inbox / "gone.txt").symlink_to(inbox / "nowhere")
    (inbox / "loop").symlink_to(inbox)
    os.mkfifo(inbox / "pipe")
    missing, too_long, nul, *found = take("missing.txt", "x" * 5000, "a\0b", inbox)
    assert (missing.file, missing.reason) == ("missing.txt", "the file cannot be read: No such file or directory")
    assert (missing.original, missing.raw_ref) == (None, None)
    assert too_long.reason == "the file cannot be read: File name too long"
    assert nul.reason == "the file cannot be read: embedded null byte"
    assert [Path(str(each.file)).name for each in found if isinstance(each, DeadLetter)] == ["gone.txt", "loop", "pipe"]
    assert [each.text[:6] for each in found if not isinstance(each, DeadLetter)] == ["Le bac"]
    letters = [each.letter_id for each in (missing, too_long, nul, *found) if isinstance(each, DeadLetter)]
    assert len(set(letters)) == 6


def test_a_folder_that_cannot_be_listed(take: Take, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> Iterator[os.DirEntry[str]]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    (letter,) = take(inbox)
    assert (letter.file, letter.reason) == (str(inbox), "the folder cannot be read: Permission denied")


def test_a_file_name_that_is_no_utf_8_can_be_written(take: Take, inbox: Path) -> None:
    path = os.fsencode(inbox / "a-") + b"\xff.txt"
    Path(os.fsdecode(path)).write_text(DISPATCH)
    (article,) = take(inbox)
    assert article.feed.endswith("a-\ufffd.txt")


def test_what_is_unexpected_is_loud_and_one_dead_letter(take_text: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise KeyError("oh\nno")

    monkeypatch.setattr(building, "article", fail)
    with capture_logs() as logs:
        (letter,) = take_text(DISPATCH)
    assert letter.reason == "unexpected KeyError: 'oh\\nno'"
    assert [(entry["event"], entry["log_level"]) for entry in logs] == [("unexpected failure", "error")]
