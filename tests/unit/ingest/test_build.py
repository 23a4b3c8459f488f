from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from wireroom_core.errors import PoisonError
from wireroom_core.models import Article, NewsTime, SourceRef
from wireroom_ingest import build, identity
from wireroom_ingest.build import HandOver
from wireroom_ingest.formats.item import Channel, Item
from wireroom_ingest.publisher import Assignment, source_of

NOW = datetime(2024, 5, 1, 12, 0, tzinfo=UTC)
BELGA = Assignment("Belga")
CHANNEL = Channel("De Bode", "https://www.Bode.example:8443/nieuws")


def built(*, assigned: Assignment = BELGA, hand_over: HandOver | None = None, **given: Any) -> Article:
    item = Item(**{"format": "plain", "text": "x"} | given)
    where = hand_over or HandOver("sha256:ab", 3, "f.jsonl")
    return build.article(item, where, assigned=assigned, channel=Channel(), now=NOW)


def test_an_article_of_a_whole_item() -> None:
    article = built(
        guid=" g-1 ",
        url="/a#b",
        base="https://bode.example/feed",
        title="T",
        header="date 2024-04",
        trailer="source: AFP",
        language="nl",
        published="2024-04",
        updated="2024-04-30T10:00:00Z",
        origin="AFP",
        byline="Ann",
        keywords=("k",),
        source="ANP",
        repairs=("before",),
    )
    assert article.source == SourceRef(id="anp", name="ANP")
    assert (article.guid, article.url) == ("g-1", "https://bode.example/a#b")
    assert article.canonical_url == "https://bode.example/a"
    assert article.published_at == NewsTime(value="2024-04", precision="month", raw="2024-04")
    assert article.updated_at is not None
    assert article.updated_at.value == "2024-04-30T10:00:00Z"
    assert (article.header, article.trailer, article.language_declared) == ("date 2024-04", "source: AFP", "nl")
    assert (article.origin, article.byline, article.keywords, article.repairs) == ("AFP", "Ann", ("k",), ("before",))
    assert (article.received_at, article.passed) == (NOW, {"ingest": NOW})
    assert (article.feed, article.raw_ref, article.format) == ("f.jsonl", "sha256:ab#3", "plain")
    assert article.article_id == identity.article_id("anp", guid="g-1", canonical_url=None, title="", text="")
    assert article.delivery_id == identity.delivery_id("anp", "sha256:ab", 3)
    assert article.content_hash == identity.content_hash(
        title="T",
        text="x",
        byline="Ann",
        dateline=None,
        header="date 2024-04",
        trailer="source: AFP",
        status="usable",
        embargo_until=None,
        usage_terms=None,
    )


def test_without_a_guid_the_canonical_address_identifies() -> None:
    one, two = built(url="https://N.example/a#x"), built(url="https://n.example/a", text="y")
    assert one.article_id == two.article_id
    assert one.content_hash != two.content_hash


def test_each_delivery_has_a_trace_of_its_own() -> None:
    assert built().trace_id != built().trace_id


def test_an_original_of_one_entry_needs_no_number() -> None:
    assert built(hand_over=HandOver("sha256:ab", 1, many=False)).raw_ref == "sha256:ab"


def test_every_string_is_mended_and_what_was_said() -> None:
    article = built(
        text="a\0b\r\nc", title="\ud83d", keywords=("k\0",), byline="\0", source="B\0elga", url="https://n.example/\0a"
    )
    assert (article.text, article.title, article.keywords, article.byline) == ("ab\nc", "\ufffd", ("k",), None)
    assert (article.source.name, article.url) == ("Belga", "https://n.example/a")
    assert set(article.repairs) == {
        "url: NUL removed: 1",
        "title: lone surrogate read as U+FFFD: 1",
        "text: NUL removed: 1",
        "byline: NUL removed: 1",
        "keywords: NUL removed: 1",
        "source: NUL removed: 1",
    }


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        (None, NOW),
        ("2023-01-02T03:04:05Z", datetime(2023, 1, 2, 3, 4, 5, tzinfo=UTC)),
        ("2023-01-02T03:04:05+01:00", datetime(2023, 1, 2, 2, 4, 5, tzinfo=UTC)),
        ("2099-01-01T00:00:00Z", NOW),
    ],
)
def test_reception_is_capped_at_now(received: str | None, expected: datetime) -> None:
    article = built(received=received)
    assert article.received_at == expected
    assert article.repairs == ()


def test_a_reception_that_is_no_time_is_said() -> None:
    article = built(received="just now")
    assert article.received_at == NOW
    assert article.repairs == ("received is no time that can be read: taken as now",)


def test_what_was_in_the_future_when_it_was_received_is_kept_raw() -> None:
    article = built(received="2023-01-01T00:00:00Z", published="2024-01-01")
    assert article.published_at == NewsTime(value=None, precision=None, raw="2024-01-01")
    assert article.repairs == ("published_at lies in the future: kept raw",)


def test_a_title_alone_is_a_teaser() -> None:
    assert built(title="T", text=" ").text_quality == "teaser"


def test_a_kill_needs_no_text() -> None:
    article = built(guid="g", text="", status="canceled", signal="kill")
    assert (article.text, article.status, article.signal) == ("", "canceled", "kill")


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"text": " \n"}, "the article has neither text nor title"),
        ({"text": "é" * (1 << 19) + "x"}, "the text has 1,048,577 bytes, more than the 1,048,576 that pass"),
        ({"source": "…!"}, "the source '…!' has neither letter nor digit"),
        ({"source": "a" * 257}, "the source's name is too long"),
    ],
)
def test_what_can_be_no_article(given: dict[str, Any], reason: str) -> None:
    with pytest.raises(PoisonError) as refused:
        built(**given)
    assert str(refused.value) == reason


def test_a_text_of_exactly_the_longest_size_passes() -> None:
    assert len(built(text="é" * (1 << 19)).text) == 1 << 19


def test_another_wirerooms_article_is_capped_too() -> None:
    given = built().model_copy(update={"received_at": NOW + timedelta(days=1)})
    assert build.passed_on(given, NOW) == given.model_copy(update={"received_at": NOW})
    earlier = built().model_copy(update={"received_at": NOW - timedelta(days=1)})
    assert build.passed_on(earlier, NOW) == earlier


@pytest.mark.parametrize(
    ("named", "default", "channel", "expected"),
    [
        ("La Presse", "AFP", CHANNEL, SourceRef(id="la-presse", name="La Presse")),
        (" ", "AFP", CHANNEL, SourceRef(id="afp", name="AFP")),
        (None, None, CHANNEL, SourceRef(id="bode.example", name="De Bode")),
        (None, None, Channel(None, "http://bode.example"), SourceRef(id="bode.example", name="bode.example")),
    ],
)
def test_whose_article_it_is(named: str | None, default: str | None, channel: Channel, expected: SourceRef) -> None:
    assert source_of(named, Assignment(default), channel) == expected


DECLARED = Assignment("Agence Belga", "belga.be", "fr", "For subscribers.")


@pytest.mark.parametrize("named", [None, "agence belga", "BELGA.BE", "Belga-be"])
def test_a_declared_source_lends_its_id_language_and_terms(named: str | None) -> None:
    article = built(assigned=DECLARED, source=named)
    assert article.source == SourceRef(id="belga.be", name="Agence Belga")
    assert (article.language_declared, article.usage_terms) == ("fr", "For subscribers.")
    assert article.content_hash != built(assigned=Assignment("Agence Belga", "belga.be"), source=named).content_hash


def test_the_articles_own_language_is_kept() -> None:
    assert built(assigned=DECLARED, language="nl").language_declared == "nl"


def test_another_sources_article_is_lent_nothing() -> None:
    article = built(assigned=DECLARED, source="AFP")
    assert article.source == SourceRef(id="afp", name="AFP")
    assert (article.language_declared, article.usage_terms) == (None, None)


def test_a_push_is_known_by_its_key_and_number_whatever_its_original() -> None:
    one, two = (built(hand_over=HandOver(ref, 2, known_by="key")) for ref in ("sha256:ab", "sha256:cd"))
    assert one.delivery_id == two.delivery_id == identity.delivery_id("belga", "key", 2)
    assert (one.raw_ref, two.raw_ref) == ("sha256:ab#2", "sha256:cd#2")


@pytest.mark.parametrize("channel", [Channel(), Channel("De Bode", None), Channel("De Bode", "/relative")])
def test_nobodys_article_is_refused(channel: Channel) -> None:
    with pytest.raises(PoisonError, match=r"^no source given: "):
        source_of(None, Assignment(), channel)
