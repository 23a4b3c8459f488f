"""Feeds that break off, are not well-formed, or mean harm."""

import time
from pathlib import Path

import pytest

from wireroom_core.errors import PoisonError
from wireroom_ingest.formats import feeds
from wireroom_ingest.formats.item import Document, Item


def rss(items: str) -> str:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>S</title>{items}</channel></rss>'


def atom(entries: str) -> str:
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>De Bode</title>{entries}</feed>'


def only(document: Document) -> Item:
    (item,) = document.entries
    assert isinstance(item, Item)
    return item


def titles(document: Document) -> list[str]:
    return [entry.title for entry in document.entries if isinstance(entry, Item)]


ITEMS = [f"<item><title>T{number}</title><description>x</description></item>" for number in (1, 2, 3)]


@pytest.mark.parametrize(
    "rest",
    [
        "<item><title>T3</title><description>broken o",
        "<item><title>T3</title><description><![CDATA[</item></rss>",
        "<item><title>T3</title><!-- </item></channel></rss>",
        "<item><title>T3</title></it",
        "<item><title>T3</title>",
        "",
        "</channel>",
    ],
)
def test_a_feed_that_breaks_off_gives_its_whole_items(rest: str) -> None:
    whole = rss("".join(ITEMS[:2]))
    document = feeds.parse(whole.removesuffix("</channel></rss>") + rest, None)
    assert titles(document) == ["T1", "T2"]
    assert document.truncated
    assert all(isinstance(entry, Item) and not entry.repairs for entry in document.entries)


def test_a_feed_cut_anywhere_gives_no_half_item() -> None:
    feed = rss("".join(ITEMS))
    for cut in range(feed.index("<item>"), len(feed), 3):
        document = feeds.parse(feed[:cut], None)
        assert titles(document) == ["T1", "T2", "T3"][: feed[:cut].count("</item>")]
        assert document.truncated


def test_atom_breaks_off_too() -> None:
    document = feeds.parse(atom("<entry><id>1</id><title>A</title></entry><entry><id>2")[: -len("</feed>")], None)
    assert titles(document) == ["A"]
    assert document.truncated


def test_a_feed_that_is_not_well_formed_but_complete_is_read_leniently() -> None:
    document = feeds.parse(rss("<item><title>Q & A &eacute;</title><description>a < b</description></item>"), None)
    item = only(document)
    assert (item.title, item.text, document.truncated) == ("Q & A é", "a < b", False)
    assert item.repairs == ("not well-formed XML: read leniently",)


def test_an_unclosed_item_of_a_complete_feed_is_taken() -> None:
    document = feeds.parse(rss("<item><title>T1</title><item><title>T2</title></item>"), None)
    assert "T2" in titles(document)
    assert not document.truncated


def test_a_billion_laughs_do_not_expand() -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    feed = (
        f'<!DOCTYPE rss [<!ENTITY l0 "ha">{levels}]>'
        + rss("<item><title>T</title><description>&l9;</description></item>")[21:]
    )
    began = time.monotonic()
    item = only(feeds.parse(feed, None))
    assert time.monotonic() - began < 1
    assert len(item.text) < 100


def test_external_entities_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("do not tell")
    doctype = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    document = feeds.parse(doctype + rss("<item><title>T &x;</title><description>&x;</description></item>")[21:], None)
    assert "do not tell" not in repr(document)
    assert only(document).title.startswith("T")


def test_a_document_of_other_xml_is_no_feed() -> None:
    with pytest.raises(PoisonError, match=r"^unknown format: XML with the root <RDF>, not a feed$"):
        feeds.parse('<RDF xmlns="urn:x"><a/></RDF>', None)


def test_an_empty_feed_has_no_items() -> None:
    document = feeds.parse(rss(""), None)
    assert (document.entries, document.truncated) == ((), False)


@pytest.mark.parametrize("reference", ["&#xD800;", "&#56832;", "&#0;"])
def test_a_reference_to_no_character_spoils_nothing_else(reference: str) -> None:
    items = f"<item><title>A{reference}</title></item><item><title>B</title></item>"
    assert titles(feeds.parse(rss(items), None)) == ["A\ufffd", "B"]


@pytest.mark.parametrize("broken", ["<item<title></content:encoded>", "<entry<content </title</content>"])
def test_what_the_lenient_parser_leaves_without_value_or_type(broken: str) -> None:
    document = feeds.parse(f"<rss><channel>{broken}<item><title>B</title></item></channel></rss>", None)
    assert titles(document)[-1] == "B"
    assert not document.truncated
