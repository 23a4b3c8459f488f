import time

import pytest

from wireroom_ingest.formats.outline import outline


def test_items_and_what_is_open_after_the_last() -> None:
    first, second = "<item><b/><i:encoded/></item>", "<ITEM><content:encoded>x</content:encoded></ITEM>"
    text = f'<?xml?><r:rss a=">"><channel>{first}{second}<item>'
    found = outline(text)
    assert (found.root, found.closed, found.items) == ("r:rss", False, [False, True])
    assert found.whole_items(text).endswith("</ITEM></channel></r:rss>")


@pytest.mark.parametrize(
    "hidden", ["<!-- </rss> -->", "<![CDATA[</rss>]]>", "<?x </rss>?>", "<!-- </rss>", "<![CDATA[</rss>", "</other>"]
)
def test_what_closes_nothing(hidden: str) -> None:
    assert not outline(f"<rss>{hidden}").closed


def test_a_doctype_holds_no_items() -> None:
    assert outline('<!DOCTYPE rss [<!ENTITY a "<item></item>">]><rss></rss>\n<!-- x -->').items == []


@pytest.mark.parametrize("piece", ["<a>", "</a>", "<a ", '<a "', "<!--", "<![CDATA[", "<!DOCTYPE [", "<a></b>", "<?"])
def test_no_text_takes_long(piece: str) -> None:
    began = time.monotonic()
    assert not outline("<rss>" + piece * 20_000).closed
    assert time.monotonic() - began < 1
