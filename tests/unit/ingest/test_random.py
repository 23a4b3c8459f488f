"""No bytes whatever make the source raise: each file gives articles or dead letters."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from wireroom_core.clock import SystemClock
from wireroom_core.contracts import Delivery, Limits
from wireroom_core.models import Article, decode, encode
from wireroom_core.rawstore import FolderRawStore
from wireroom_ingest.source import NewsSource

FRAGMENTS = [
    b'<?xml version="1.0" encoding="gbk"?>',
    b'<rss version="2.0"><channel><link>https://b.example/</link>',
    b'<feed xmlns="http://www.w3.org/2005/Atom">',
    b"<!DOCTYPE rss [<!ENTITY a '&a;'>]>",
    b"<item><title>&a; &#xD800; &#0;</title>",
    b"<description><![CDATA[<p>x",
    b"]]></description></item>",
    b"<entry><id>1</id><content type='xhtml'>",
    b"</content></entry>",
    b"</channel></rss>",
    b'{"text": "\\ud800", "source": "B"}\n',
    b'{"type": "article", "schema": 1}\n',
    b'{"version": "https://jsonfeed.org/version/1", "items": [',
    b'{"id": 1e999}]}',
    b"date 2019-01 ",
    b"\nsource: \xff",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\0",
    b"[[[[",
]
bodies = st.binary(max_size=80) | st.lists(st.sampled_from(FRAGMENTS) | st.binary(max_size=4), max_size=8).map(b"".join)
suffixes = st.sampled_from([".txt", ".xml", ".jsonl", ".json", ""])


class QuickStore(FolderRawStore):
    """Leaves out what takes the time of a disk."""

    def sync(self) -> None:
        pass


@settings(max_examples=50, deadline=None)
@given(bodies, suffixes)
def test_any_bytes(body: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder, capture_logs() as logs:
        path = Path(folder, f"news{suffix}")
        path.write_bytes(body)
        raw = QuickStore(Path(folder, "raw"))
        source = NewsSource([str(path)], default_source="Belga", raw=raw, clock=SystemClock())
        for handed in (handed for batch in source.batches(Limits()) for handed in batch):
            if isinstance(handed, Delivery):
                assert b"\\u0000" not in encode(decode(handed.value, Article))
            else:
                assert handed.reason
                encode(handed)
    assert logs == []
