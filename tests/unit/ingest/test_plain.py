import json
from typing import Any

import pytest

from wireroom_core.errors import PoisonError
from wireroom_core.models import Article
from wireroom_ingest.formats import plain
from wireroom_ingest.formats.item import Item

ARTICLE: dict[str, Any] = {
    "type": "article",
    "schema": 1,
    "delivery_id": "d",
    "article_id": "a",
    "content_hash": "c",
    "trace_id": "t",
    "source": {"id": "belga", "name": "Belga"},
    "text": "x",
    "received_at": "2024-01-01T00:00:00Z",
    "format": "dispatch",
}


def line(**given: Any) -> bytes:
    return json.dumps(given).encode()


def test_every_name_of_the_plain_input() -> None:
    found = plain.parse(
        line(
            id="g-1",
            source="Belga",
            title=" T ",
            text="\n x \n",
            url="https://n.example/",
            published="2024",
            updated="2024-02",
            language="fr",
            origin="AFP",
            byline="Ann",
            status="usable",
            received="2024-03-01T00:00:00Z",
            unknown=[1],
        )
    )
    assert found == Item(
        format="plain",
        guid="g-1",
        source="Belga",
        title="T",
        text="x",
        url="https://n.example/",
        published="2024",
        updated="2024-02",
        language="fr",
        origin="AFP",
        byline="Ann",
        received="2024-03-01T00:00:00Z",
    )


@pytest.mark.parametrize(
    ("given", "status", "signal"),
    [
        (None, "usable", "new"),
        ("withheld", "withheld", "new"),
        ("on hold", "withheld", "new"),
        ("", "withheld", "new"),
        ("canceled", "canceled", "kill"),
    ],
)
def test_status(given: str | None, status: str, signal: str) -> None:
    found = plain.parse(line(id="g", text="x", status=given))
    assert isinstance(found, Item)
    assert (found.status, found.signal) == (status, signal)


def test_a_kill_needs_no_text_but_then_an_id() -> None:
    found = plain.parse(line(id="g", status="canceled"))
    assert isinstance(found, Item)
    assert (found.guid, found.text, found.signal) == ("g", "", "kill")
    with pytest.raises(PoisonError, match=r"^neither text nor title$"):
        plain.parse(line(status="canceled"))


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'{"text": 42}', "text: Input should be a valid string"),
        (b'{"text": "x", "id": 7}', "id: Input should be a valid string"),
        (b'{"text": "x", "source": {"name": "B"}}', "source: Input should be a valid string"),
        (b'["a"]', "no JSON object"),
        (b'"a"', "no JSON object"),
        (b'{"text": "x"', "no JSON: Expecting ',' delimiter: line 1 column 13 (char 12)"),
        (b'{"text": "x", "n": NaN}', "no JSON: NaN is no JSON"),
        (b'{"id": "x-1", "url": "https://n.example/"}', "neither text nor title"),
        (b'{"text": "  ", "title": ""}', "neither text nor title"),
        (b'{"text": "x", "a": ' + b"[" * 200_000, "no JSON that can be read: nested too deeply"),
        (b'{"type": "stored", "schema": 1, "text": "x"}', None),
        (b'{"type": "article", "text": "x"}', None),
    ],
)
def test_what_is_refused(body: bytes, reason: str | None) -> None:
    with pytest.raises(PoisonError) as refused:
        plain.parse(body)
    assert reason in (None, str(refused.value))
    assert "\n" not in str(refused.value)


def test_another_type_than_ours_is_plain_input() -> None:
    found = plain.parse(line(type="brief", text="x"))
    assert isinstance(found, Item)
    assert found.text == "x"


def test_broken_text_is_mended_and_said() -> None:
    found = plain.parse(b'\xef\xbb\xbf{"text": "caf\xe9 \\u0000\\ud83d"}')
    assert isinstance(found, Item)
    assert found.text == "café \ufffd"
    assert found.repairs == (
        "broken UTF-8: 1 bytes read as windows-1252",
        "NUL removed: 1",
        "lone surrogate read as U+FFFD: 1",
    )


def test_an_article_passes_as_it_is() -> None:
    found = plain.parse(line(**ARTICLE))
    assert found == Article.model_validate(ARTICLE)


def test_an_article_is_mended() -> None:
    found = plain.parse(line(**ARTICLE | {"text": "x\0y", "repairs": ["before"], "later_field": 1}))
    assert isinstance(found, Article)
    assert found.text == "xy"
    assert found.repairs == ("before", "NUL removed: 1")
    assert (found.article_id, found.content_hash) == ("a", "c")


@pytest.mark.parametrize("changed", [{"text": ""}, {"schema": 2}, {"article_id": ""}, {"type": "enriched"}])
def test_an_article_is_validated(changed: dict[str, Any]) -> None:
    with pytest.raises(PoisonError):
        plain.parse(line(**ARTICLE | changed))
