import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom_ingest import identity

CONTENT: dict[str, Any] = {
    "title": "Lost oar returns",
    "text": "An oar lost in 1998 was washed ashore.",
    "byline": None,
    "dateline": None,
    "header": None,
    "trailer": None,
    "status": "usable",
    "embargo_until": None,
    "usage_terms": None,
}


def article_id(**changed: str | None) -> str:
    given: dict[str, Any] = {"guid": "g", "canonical_url": "https://n.example/", "title": "T", "text": "x"} | changed
    return identity.article_id("belga", **given)


def test_thirty_two_hexadecimal_digits() -> None:
    found = [article_id(), identity.content_hash(**CONTENT), identity.delivery_id("belga", "sha256:ab", 1)]
    assert all(re.fullmatch(r"[0-9a-f]{32}", each) for each in found)
    assert len(set(found)) == 3


def test_the_hashes_stay_what_they_are() -> None:
    """Changed hashes would make every stored article a new one."""
    assert article_id() == "b4dadea7a369a3cad06c1926d9b27a51"
    assert identity.content_hash(**CONTENT) == "d1d546d63423753113fe12f8ee145962"
    assert identity.delivery_id("belga", "sha256:ab", 1) == "7d78809a29b45feaa5d95e5badc7c66c"


def test_the_guid_comes_first_then_the_address_then_the_text_then_the_title() -> None:
    assert article_id(text="y", title="U", canonical_url=None) == article_id()
    assert article_id(guid=None, text="y", title="U") == article_id(guid=None)
    assert article_id(guid=None, canonical_url=None, title="U") == article_id(guid=None, canonical_url=None)
    without_text = article_id(guid=None, canonical_url=None, text="")
    assert without_text != article_id(guid=None, canonical_url=None, text="", title="U")


def test_kinds_of_identifier_and_sources_are_told_apart() -> None:
    same = {
        article_id(guid="x"),
        article_id(guid=None, canonical_url="x"),
        article_id(guid=None, canonical_url=None, text="x"),
        article_id(guid=None, canonical_url=None, text="", title="x"),
        identity.article_id("afp", guid="x", canonical_url=None, title="", text=""),
    }
    assert len(same) == 5


@pytest.mark.parametrize("name", sorted(CONTENT))
def test_every_field_makes_another_content(name: str) -> None:
    other: Any = datetime(2024, 1, 1, tzinfo=UTC) if name == "embargo_until" else "other"
    assert identity.content_hash(**CONTENT | {name: other}) != identity.content_hash(**CONTENT)


def test_one_instant_in_two_zones_is_one_content() -> None:
    here = datetime(2024, 1, 1, 12, tzinfo=UTC)
    there = here.astimezone(timezone(timedelta(hours=5)))
    hashes = {identity.content_hash(**CONTENT | {"embargo_until": instant}) for instant in (here, there)}
    assert len(hashes) == 1


def test_a_delivery_is_its_source_body_and_number() -> None:
    given = [("belga", "a", 1), ("belga", "a", 2), ("belga", "b", 1), ("afp", "a", 1), ("belga", "a1", 1)]
    assert len({identity.delivery_id(*each) for each in given}) == len(given)


texts = st.text(alphabet='a",[]\\\0é', max_size=4)


@settings(max_examples=25, deadline=None)
@given(texts, texts, texts, texts)
def test_fields_never_run_together(title: str, text: str, other_title: str, other_text: str) -> None:
    one = identity.content_hash(**CONTENT | {"title": title, "text": text})
    two = identity.content_hash(**CONTENT | {"title": other_title, "text": other_text})
    assert (one == two) == ((title, text) == (other_title, other_text))


@settings(max_examples=25, deadline=None)
@given(texts, texts)
def test_source_and_guid_never_run_together(source: str, guid: str) -> None:
    joined = identity.article_id(source + guid, guid="a", canonical_url=None, title="", text="")
    parted = identity.article_id(source, guid=guid + "a", canonical_url=None, title="", text="")
    assert (joined == parted) == (guid == "")
