import pytest

from wireroom_ingest.formats import feeds
from wireroom_ingest.formats.item import Channel, Document, Item

NAMESPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"'
)
STORY = "".join(f"<p>{'Le moulin de la Semois tourne encore. ' * 9}</p>" for _ in range(3))


def rss(items: str, channel: str = "<title>La Semois</title><link>https://www.semois.example/</link>") -> str:
    return f'<?xml version="1.0"?><rss version="2.0" {NAMESPACES}><channel>{channel}{items}</channel></rss>'


def atom(entries: str, attributes: str = 'xml:lang="nl"') -> str:
    head = '<title>De Bode</title><link rel="self" href="/f.atom"/><link href="https://bode.example/"/>'
    return f'<feed xmlns="http://www.w3.org/2005/Atom" {attributes}>{head}{entries}</feed>'


def only(document: Document) -> Item:
    (item,) = document.entries
    assert isinstance(item, Item)
    return item


def titles(document: Document) -> list[str]:
    return [entry.title for entry in document.entries if isinstance(entry, Item)]


def test_an_rss_item_with_its_full_text() -> None:
    document = feeds.parse(
        rss(
            '<item><title>Le moulin &amp;amp; &lt;i&gt;l’eau&lt;/i&gt;</title><guid isPermaLink="false">s-1</guid>'
            "<link>https://www.semois.example/moulin?a=1&amp;b=2</link><description>Chapeau.</description>"
            "<content:encoded><![CDATA[<p>Il tourne.</p>\n<p>Depuis 1820&nbsp;!</p>]]></content:encoded>"
            "<dc:creator>Ann Lo</dc:creator><dc:creator>Bob Hy</dc:creator><category>Eau</category>"
            "<category>Eau</category><category> Pays  natal</category>"
            "<pubDate>Tue, 12 Mar 2024 09:15:00 +0100</pubDate></item>",
            "<title>La &lt;b&gt;Semois&lt;/b&gt;</title><link>https://www.semois.example/</link>"
            "<language>fr-be</language>",
        ),
        None,
    )
    assert document.channel == Channel("La Semois", "https://www.semois.example/")
    assert (document.many, document.truncated) == (True, False)
    assert only(document) == Item(
        format="rss",
        guid="s-1",
        url="https://www.semois.example/moulin?a=1&b=2",
        base="https://www.semois.example/",
        title="Le moulin & l’eau",
        text="Il tourne.\n\nDepuis 1820\u00a0!",
        language="fr-be",
        published="Tue, 12 Mar 2024 09:15:00 +0100",
        byline="Ann Lo, Bob Hy",
        keywords=("Eau", "Pays natal"),
    )


def test_a_description_alone_is_a_teaser() -> None:
    item = only(
        feeds.parse(rss("<item><title>T</title><description>&lt;p&gt;Chapeau.&lt;/p&gt;</description></item>"), None)
    )
    assert (item.text, item.text_quality) == ("Chapeau.", "teaser")


@pytest.mark.parametrize(
    "second",
    [
        "<dc:description>Autre chapeau.</dc:description>",
        "<atom:summary>Autre chapeau.</atom:summary>",
        "<media:content url='u'><media:description>Légende.</media:description></media:content>",
        "<content:encoded></content:encoded>",
    ],
)
def test_a_second_description_is_no_full_text(second: str) -> None:
    item = only(feeds.parse(rss(f"<item><title>T</title><description>Chapeau.</description>{second}</item>"), None))
    assert (item.text, item.text_quality) == ("Chapeau.", "teaser")


def test_a_title_alone_is_a_teaser_without_text() -> None:
    item = only(feeds.parse(rss("<item><title>T</title></item>"), None))
    assert (item.title, item.text, item.text_quality) == ("T", "", "teaser")


def test_a_description_that_is_clearly_the_story_is_full_where_there_is_no_other_field() -> None:
    described = f"<item><title>T</title><description><![CDATA[{STORY}]]></description>"
    item = only(feeds.parse(rss(f"{described}</item>"), None))
    assert item.text.count("\n\n") == 2
    assert item.text_quality == "full"
    with_content = feeds.parse(rss(f"{described}<content:encoded> </content:encoded></item>"), None)
    assert only(with_content).text_quality == "teaser"
    cut_off = feeds.parse(rss(f"<item><description><![CDATA[{STORY}<p>…]</p>]]></description></item>"), None)
    assert only(cut_off).text_quality == "teaser"


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("<author>joe@semois.example (Joe Doe)</author>", "Joe Doe"),
        ("<author>Joe Doe &lt;joe@semois.example&gt;</author>", "Joe Doe"),
        ("<author>desk@semois.example</author>", "desk@semois.example"),
        ("<dc:creator>Pat Plain (AFP)</dc:creator>", "Pat Plain (AFP)"),
        ("", None),
    ],
)
def test_bylines(author: str, byline: str | None) -> None:
    channel = "<title>S</title><managingEditor>chief@semois.example</managingEditor>"
    assert only(feeds.parse(rss(f"<item><title>T</title>{author}</item>", channel), None)).byline == byline


def test_a_guid_that_is_a_permalink_is_the_address_too() -> None:
    item = only(feeds.parse(rss("<item><title>T</title><guid>https://www.semois.example/1</guid></item>"), None))
    assert (item.guid, item.url) == ("https://www.semois.example/1", "https://www.semois.example/1")


def test_the_address_of_the_feed_comes_before_its_channel_as_base() -> None:
    feed = rss("<item><title>T</title><link>/moulin</link></item>")
    assert only(feeds.parse(feed, "https://cdn.example/f.xml")).base == "https://cdn.example/f.xml"
    assert only(feeds.parse(feed, None)).base == "https://www.semois.example/"


def test_rss_1_0_dates_its_items_by_dublin_core() -> None:
    feed = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="c"><title>R</title>'
        '<link>https://r.example/</link></channel><item rdf:about="https://r.example/1"><title>One</title>'
        "<link>https://r.example/1</link><dc:date>2024-02-03</dc:date><dc:language>de</dc:language></item></rdf:RDF>"
    )
    item = only(feeds.parse(feed, None))
    assert (item.format, item.guid, item.published, item.updated) == ("rss", "https://r.example/1", "2024-02-03", None)
    assert item.language == "de"


def test_an_atom_entry() -> None:
    item = only(
        feeds.parse(
            atom(
                "<entry><id>tag:bode.example,2024:1</id>"
                '<title type="html">Pont &amp;amp; &lt;b&gt;boot&lt;/b&gt;</title>'
                '<link href="art/1"/><author><name>Femke Smit</name><email>f@bode.example</email></author>'
                "<published>2024-03-04T10:00:00+01:00</published><updated>2024-03-04T11:00:00+01:00</updated>"
                '<category term="t-1" label="Water"/><summary>Kort.</summary><content type="xhtml" xml:lang="de">'
                '<div xmlns="http://www.w3.org/1999/xhtml"><p>Eins <b>zwei</b>.</p><p>Drei.</p></div></content>'
                "</entry>",
                'xml:lang="nl" xml:base="https://bode.example/x/"',
            ),
            None,
        )
    )
    assert item == Item(
        format="atom",
        guid="tag:bode.example,2024:1",
        url="https://bode.example/x/art/1",
        base="https://bode.example/",
        title="Pont & boot",
        text="Eins zwei.\n\nDrei.",
        language="de",
        published="2024-03-04T10:00:00+01:00",
        updated="2024-03-04T11:00:00+01:00",
        byline="Femke Smit",
        keywords=("Water",),
    )


def test_atom_content_that_is_plain_text_keeps_its_signs() -> None:
    item = only(feeds.parse(atom("<entry><id>1</id><content> a &lt;b&gt;\n\nc </content></entry>"), None))
    assert (item.text, item.text_quality) == ("a <b>\n\nc", "full")


@pytest.mark.parametrize("content", ['<content type="image/png">aGk=</content>', '<content src="/far"/>', ""])
def test_atom_without_a_text_of_its_own_is_a_teaser(content: str) -> None:
    entry = f"<entry><id>urn:1</id><title>T</title>{content}<summary>Kort.</summary></entry>"
    item = only(feeds.parse(atom(entry), None))
    assert (item.text, item.text_quality, item.url) == ("Kort.", "teaser", None)
