import time

import pytest

from wireroom_core.errors import PoisonError
from wireroom_ingest.sniff import HEAD, sniff, undecided

JSON_FEED = b'{\n "title": "x",\n "version": "https:\\/\\/jsonfeed.org\\/version\\/1.1", "items": []}'


@pytest.mark.parametrize(
    ("head", "suffix", "kind"),
    [
        (b'<?xml version="1.0"?>\n<!-- a --><rss version="2.0">', ".xml", "feed"),
        (b"\xef\xbb\xbf<rdf:RDF xmlns='x'>", "", "feed"),
        (b"<!DOCTYPE rss [<!ENTITY a 'b'>]>\n<feed>", ".txt", "feed"),
        ("<?xml version='1.0' encoding='utf-16'?><feed>".encode("utf-16"), ".atom", "feed"),
        (JSON_FEED, ".json", "jsonfeed"),
        (b'{"text": "x"}\n{"text": "y"}', ".txt", "jsonl"),
        (b' \n{"text": "x", ' + b"a" * HEAD, "", "jsonl"),
        (b'{"text": "he wrote \\"version\\": \\"https://jsonfeed.org/version/1\\""}', "", "jsonl"),
        (b"garbage", ".jsonl", "jsonl"),
        (b"{\n", ".ndjson", "jsonl"),
        (b"date 2019-01 text", "", "dispatch"),
        (b"Gull\0 Rock \0\x01 sank", ".txt", "dispatch"),
        (b"[update] text", ".txt", "dispatch"),
        (b"<3 we love it", ".txt", "dispatch"),
        (b"caf\xe9 " * 50, ".txt", "dispatch"),
    ],
)
def test_formats(head: bytes, suffix: str, kind: str) -> None:
    assert sniff(head, suffix) == kind


@pytest.mark.parametrize(
    ("head", "suffix", "reason"),
    [
        (b"", ".txt", "empty file"),
        (b"\xef\xbb\xbf \n", ".jsonl", "empty file"),
        (b"PK\x03\x04" + bytes(range(256)) * 4, ".txt", "unknown format: binary data"),
        ("a b".encode("utf-16-le") * 20, ".txt", "unknown format: binary data"),
        (b"<!DOCTYPE html><html><body>", ".txt", "unknown format: an HTML page"),
        (b"<?xml version='1.0'?><!-- x --><HTML lang='fr'>", "", "unknown format: an HTML page"),
        (b"<newsML><item/></newsML>", ".xml", "unknown format: XML with the root <newsML>, not a feed"),
        (b'[{"text": "x"}]', ".json", "unknown format: a JSON array, not JSON lines"),
        (
            b'{\n  "text": "x"\n}',
            ".json",
            "unknown format: a JSON object over several lines, neither JSON lines nor a JSON Feed",
        ),
        ('{"text": "x"}'.encode("utf-16"), "", "unknown format: JSON lines in UTF-16, only UTF-8 is read"),
    ],
)
def test_refused(head: bytes, suffix: str, reason: str) -> None:
    with pytest.raises(PoisonError) as refused:
        sniff(head, suffix)
    assert str(refused.value) == reason


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"", True),
        (b" \n", True),
        (b'{"text"', True),
        (b'{"text": "x"}\n', False),
        (b'{"text": \n', False),
        (b'{\n "title": "x",\n', True),
        (JSON_FEED, False),
        (b"<rss", False),
        (b"date", False),
        (b"{" + b" " * HEAD, False),
    ],
)
def test_a_stream_is_undecided_while_its_first_line_may_go_on(head: bytes, expected: bool) -> None:
    assert undecided(head) is expected


@pytest.mark.parametrize("piece", [" ", "<!-->", "<!--a-->", "<?a?>", "<!DOCTYPE a>", "<!DOCTYPE a ["])
def test_no_prolog_takes_long(piece: str) -> None:
    began = time.monotonic()
    assert sniff((piece * (HEAD // len(piece)))[:-1].encode() + b"x", ".txt") == "dispatch"
    assert time.monotonic() - began < 1
