import json
from typing import Any

import pytest

from wireroom_core.errors import PoisonError
from wireroom_ingest.formats import jsonfeed
from wireroom_ingest.formats.item import Channel, Item


def feed(*items: Any, **given: Any) -> str:
    head = {"version": "https://jsonfeed.org/version/1.1", "title": "El Faro", "home_page_url": "https://faro.example/"}
    return json.dumps(head | given | {"items": items})


def only(text: str) -> Item:
    (item,) = jsonfeed.parse(text, None).entries
    assert isinstance(item, Item)
    return item


def test_an_item() -> None:
    document = jsonfeed.parse(
        feed(
            {
                "id": "f-1",
                "url": "/uno",
                "title": " El  puente ",
                "content_html": "<p>Uno.</p><p>Dos.</p>",
                "date_published": "2024-04-19T09:00:00+02:00",
                "date_modified": "2024-04-19T10:00:00+02:00",
                "authors": [{"name": "Ana"}, {"url": "https://x.example"}, {"name": "Luz"}],
                "tags": ["Ebro", "Ebro", "agua"],
            },
            language="es",
            feed_url="https://faro.example/feed.json",
        ),
        None,
    )
    assert document.channel == Channel("El Faro", "https://faro.example/")
    assert document.entries == (
        Item(
            format="jsonfeed",
            guid="f-1",
            url="/uno",
            base="https://faro.example/feed.json",
            title="El puente",
            text="Uno.\n\nDos.",
            language="es",
            published="2024-04-19T09:00:00+02:00",
            updated="2024-04-19T10:00:00+02:00",
            byline="Ana, Luz",
            keywords=("Ebro", "agua"),
        ),
    )


@pytest.mark.parametrize(
    ("content", "text", "quality"),
    [
        ({"content_text": " a <b>\n\nc ", "content_html": "<p>h</p>"}, "a <b>\n\nc", "full"),
        ({"content_text": "", "summary": "s"}, "s", "teaser"),
        ({"content_html": "<p> </p>", "summary": "s"}, "s", "teaser"),
        ({"title": "t"}, "", "teaser"),
    ],
)
def test_text_and_its_quality(content: dict[str, str], text: str, quality: str) -> None:
    item = only(feed({"id": "1"} | content))
    assert (item.text, item.text_quality) == (text, quality)


def test_version_1_has_one_author_and_an_id_may_be_a_number() -> None:
    item = only(feed({"id": 17, "author": {"name": "Ana"}, "content_text": "x", "language": "ca"}, language="es"))
    assert (item.guid, item.byline, item.language) == ("17", "Ana", "ca")


def test_an_item_of_wrong_types_leaves_the_others() -> None:
    bad, worse, good = jsonfeed.parse(feed({"id": True}, "x", {"id": "1", "title": "t"}), None).entries
    assert isinstance(bad, PoisonError)
    assert str(bad) == "id: Input should be a valid string"
    assert isinstance(worse, PoisonError)
    assert isinstance(good, Item)


def test_the_address_that_it_came_from_is_the_base() -> None:
    (item,) = jsonfeed.parse(feed({"id": "1"}), "https://cdn.example/f.json").entries
    assert isinstance(item, Item)
    assert item.base == "https://cdn.example/f.json"


@pytest.mark.parametrize("text", ["{", '{"version": "https://jsonfeed.org/version/1", "items": 1}', "{}"])
def test_no_json_feed(text: str) -> None:
    with pytest.raises(PoisonError, match=r"^no JSON Feed: "):
        jsonfeed.parse(text, None)
