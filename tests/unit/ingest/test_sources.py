import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from wireroom_core.errors import FatalError
from wireroom_ingest.publisher import Assignment
from wireroom_ingest.sources import Feed, Sources, declared
from wireroom_ingest.sourcesfile import load

BELGA = Assignment("Agence Belga", "belga", "fr", "For subscribers alone.")
WHOLE = """
sources:
  - id: belga
    name: Agence Belga
    language: fr
    usage_terms: >
      For subscribers
      alone.
    inbox: from-belga
    feeds:
      - {address: "https://me:secret@belga.example/feed", interval: 300}
  - {id: b.example, name: B}
"""


def entry(**changes: Any) -> dict[str, Any]:
    return {"id": "b", "name": "B", **changes}


def refusal(*entries: Any) -> str:
    with pytest.raises(FatalError) as refused:
        declared({"sources": list(entries)})
    return str(refused.value)


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "sources.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_whole_file(tmp_path: Path) -> None:
    sources = load(written(tmp_path, WHOLE))
    assert sources.folders == {"from-belga": BELGA}
    (feed,) = sources.feeds
    assert feed == Feed("https://me:secret@belga.example/feed", 300, BELGA)
    assert feed.name == "https://belga.example/feed"


@pytest.mark.parametrize("name", ["belga", "Agence Belga", "AGENCE  BELGA"])
def test_a_source_is_found_by_its_id_and_its_name(tmp_path: Path, name: str) -> None:
    assert load(written(tmp_path, WHOLE)).named(name) == BELGA


def test_a_source_that_is_not_declared_is_its_name_alone() -> None:
    assert Sources().named("De Bode") == Assignment("De Bode")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"colour": "red"}, "source 'B': colour: Extra inputs are not permitted"),
        ({"language": False}, "source 'B': language: Input should be a valid string"),
        ({"language": "French"}, "source 'B': language: String should match pattern "),
        ({"id": "a b"}, "source 'B': id: String should match pattern "),
        ({"id": "..."}, "source 'B': id: letters or digits are wanted"),
        ({"name": "!"}, "source '!': name: letters or digits are wanted"),
        ({"name": "a\x00"}, "source 'a\\x00': name: text is wanted, without control characters"),
        ({"name": 20}, "source no. 1: name: Input should be a valid string"),
        ({"usage_terms": " "}, "source 'B': usage_terms: text is wanted, without control characters"),
        ({"inbox": "done"}, "source 'B': inbox: the name of one folder is wanted, not done, failed or one "),
        ({"inbox": ".x"}, "source 'B': inbox: the name of one folder is wanted"),
        ({"inbox": "a/b"}, "source 'B': inbox: the name of one folder is wanted"),
        ({"feeds": [{"address": "ftp://b.example", "interval": 1}]}, "source 'B': feeds.0.address: no http(s) address"),
        ({"feeds": [{"address": "https://b.example"}]}, "source 'B': feeds.0.interval: Field required"),
        (
            {"feeds": [{"address": "https://b.example", "interval": 0}]},
            "source 'B': feeds.0.interval: Input should be greater than or equal to 1",
        ),
    ],
)
def test_what_is_wrong_is_said_with_the_entrys_name(changes: dict[str, Any], reason: str) -> None:
    assert refusal(entry(**changes)).startswith(reason)


def test_an_entry_that_is_none_is_named_by_its_number() -> None:
    assert re.match(r"^source no\. 2: Input should be a valid dictionary", refusal(entry(), "x"))


def test_all_faults_are_said_at_once() -> None:
    one, two = refusal(entry(a=1), {"id": "c"}).split("; ")
    assert (one, two) == ("source 'B': a: Extra inputs are not permitted", "source 'c': name: Field required")


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"id": "b", "name": "C"}, "the id or the name 'b' stands more than once"),
        ({"id": "c", "name": "b"}, "the id or the name 'b' stands more than once"),
        ({"id": "c", "name": "C", "inbox": "in"}, "the inbox folder 'in' stands more than once"),
        (
            {"id": "c", "name": "C", "feeds": [{"address": "https://b.example/", "interval": 9}]},
            "the feed 'https://b.example/' stands more than once",
        ),
    ],
)
def test_what_may_stand_once_alone(other: dict[str, Any], reason: str) -> None:
    first = entry(inbox="in", feeds=[{"address": "https://b.example/", "interval": 5}])
    assert refusal(first, other) == reason


@pytest.mark.parametrize("text", ["", "[]", "sources:", "sources: {}", "sources: []\nmore: 1", "1: 2"])
def test_another_document_is_refused_with_the_files_name(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(FatalError) as refused:
        load(path)
    assert str(refused.value) == f"{path}: one key 'sources' with a list is wanted, and nothing beside it"


@pytest.mark.parametrize("text", ["a: [", "a: \x01", b"\xff\xfe\xff", "!!python/object:os.system x", "[" * 300])
def test_no_yaml_is_refused_with_the_files_name(tmp_path: Path, text: str | bytes) -> None:
    path = written(tmp_path, text)
    with pytest.raises(FatalError, match=rf"^{path} is no YAML: [^\n]+$"):
        load(path)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(FatalError, match=rf"^{tmp_path} cannot be read: Is a directory$"):
        load(tmp_path)


def test_no_source_at_all_may_be_declared() -> None:
    sources = declared(yaml.safe_load("sources: []"))
    assert (sources.folders, sources.feeds) == ({}, [])
