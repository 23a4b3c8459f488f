"""A real French wire dispatch, given by WIREROOM_TEST_DISPATCH, through the whole path."""

import os
from pathlib import Path
from typing import Any

import pytest

from tests.wire import Wire

DISPATCH = os.environ.get("WIREROOM_TEST_DISPATCH")
pytestmark = pytest.mark.skipif(not DISPATCH, reason="set WIREROOM_TEST_DISPATCH to the file of the dispatch")


@pytest.fixture
def wire(database_url: str, tmp_path: Path) -> Wire:
    wire = Wire(database_url, tmp_path)
    wire.ingest(str(DISPATCH))
    return wire


@pytest.fixture
def article(wire: Wire) -> dict[str, Any]:
    (article,) = wire.exported().values()
    return article


def test_what_a_reader_sees_comes_out_right(article: dict[str, Any]) -> None:
    assert article["source"] == {"id": "belga", "name": "Belga"}
    assert article["published_at"] == {"value": "2019-01", "precision": "month", "zone_known": False, "raw": "2019-01"}
    assert article["language"] == "fr"
    assert (article["header"], article["trailer"]) == ("date 2019-01", "source: Belga")
    assert article["text"].startswith("La coalition")
    assert article["text"].endswith("morts.")
    assert article["verdict"] == "original"


def test_the_damaged_quotation_mark_is_mended_and_its_place_kept(article: dict[str, Any]) -> None:
    assert "d' »une" not in article["text"]
    assert "« une dizaine de véhicules" in article["text"]
    edits = [edit for edit in article["edits"] if "»" in edit["raw"]]
    assert len(edits) == 1
    assert any("quotation" in repair or "guillemet" in repair for repair in article["repairs"])


@pytest.mark.parametrize(
    "words", ["dizaine de véhicules", "retrait Syrie", "troupes américaines", "troupe americaine", "vehicule blinde"]
)
def test_it_is_found(wire: Wire, article: dict[str, Any], words: str) -> None:
    assert wire.search(words) == [article["article_id"]]


def test_a_second_run_changes_nothing(wire: Wire) -> None:
    before = wire.sizes()
    assert wire.ingest(str(DISPATCH)) == []
    assert wire.sizes() == before
