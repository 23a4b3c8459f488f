"""Search on a real PostgreSQL: stemming by language, accents, exact forms first, filters."""

from contextlib import closing
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.fakes import decided
from wireroom_core.models import NewsTime
from wireroom_store import queries
from wireroom_store.connection import connect_reader
from wireroom_store.queries import Filters
from wireroom_store.writer import Store


def day(value: str) -> NewsTime:
    return NewsTime(value=value, precision="day", raw=value)


@pytest.fixture
def url(store: Store, database_url: str) -> str:
    texts: list[dict[str, Any]] = [
        {"article_id": "accent", "text": "Une dépêche de l’agence, deux véhicules, l’été dernier à Liège."},
        {"article_id": "plain", "text": "La depeche a perdu ses accents dans un vieux telex."},
        {"article_id": "plural", "text": "Des dépêches américaines sur le retrait des troupes."},
        {"article_id": "english", "text": "The troops are leaving the bridges.", "language": "en"},
        {"article_id": "german", "text": "Die Straßen und Häuser der Städte.", "language": "de"},
        {"article_id": "dutch", "text": "De bruggen en huizen van de steden.", "language": "nl"},
        {"article_id": "spanish", "text": "Las niñas y las ciudades españolas.", "language": "es"},
        {"article_id": "japanese", "text": "橋 が 開通 した", "language": "ja"},
        {
            "article_id": "letters",
            "text": "Des ŒUVRES rares de la ville d'Ørsted, vues à l'Ærø, à Łódź.",
            "language": "fr",
        },
        {"article_id": "titled", "title": "Passerelle", "text": "Rien de neuf.", "published_at": day("2019-01-11")},
        {
            "article_id": "mentions",
            "title": "Divers",
            "text": "On parle d'une passerelle.",
            "published_at": day("2020-02-01"),
        },
    ]
    store.write([decided(number, content_hash=f"c{number}", **fields) for number, fields in enumerate(texts)])
    return database_url


def found(url: str, words: str, **filters: Any) -> list[str]:
    with closing(connect_reader(url)) as connection:
        return [row["article_id"] for row in queries.search(connection, Filters(words=words, **filters), 20)]


@pytest.mark.parametrize(
    ("words", "first", "others"),
    [
        ("depeche", "plain", {"accent", "plural"}),
        ("dépêche", "accent", {"plain", "plural"}),
        ("DÉPÊCHES", "plural", {"accent", "plain"}),
        ("vehicule", "accent", set()),
        ("troupes américaines", "plural", set()),
        ("troupe americain", "plural", set()),
        ("bridge", "english", set()),
        ("strasse haus", "german", set()),
        ("strassen", "german", set()),
        ("stadt", "german", set()),
        ("brugge huizen", "dutch", set()),
        ("nina espanola", "spanish", set()),
        ("橋", "japanese", set()),
        ('"retrait des troupes"', "plural", set()),
        ('"troupes retrait"', None, set()),
        ("depeche -telex", "plural", {"accent"}),
        ("passerelle", "titled", {"mentions"}),
        ("depeche or passerelle", "titled", {"accent", "plain", "plural", "mentions"}),
        ("oeuvre", "letters", set()),
        ("œuvres", "letters", set()),
        ("orsted aero lodz", "letters", set()),
        ("introuvable", None, set()),
        ("la les des", None, set()),
        ("'; drop table news.articles; --", None, set()),
    ],
)
def test_what_is_found_and_what_comes_first(url: str, words: str, first: str | None, others: set[str]) -> None:
    hits = found(url, words)
    assert hits[:1] == ([first] if first else [])
    assert set(hits[1:]) == others


def test_filters_narrow_what_is_found(url: str) -> None:
    assert found(url, "passerelle", since=datetime(2020, 1, 1, tzinfo=UTC)) == ["mentions"]
    assert found(url, "passerelle", source="BELGA") == ["titled", "mentions"]
    assert found(url, "passerelle", source="afp") == []
    assert found(url, "passerelle", language="en") == []
    assert found(url, "passerelle", language="fr") == ["titled", "mentions"]


def test_only_the_current_content_is_found(store: Store, url: str) -> None:
    store.write([decided(20, article_id="titled", content_hash="new", title="Autre", text="Tout autre chose.")])
    assert found(url, "passerelle") == ["mentions"]


def test_export_gives_each_current_article_once_by_the_same_filters(url: str) -> None:
    with closing(connect_reader(url)) as connection:
        everything = [row["document"]["article_id"] for row in queries.export(connection, Filters())]
        some = list(queries.export(connection, Filters(words="passerelle", source="belga")))
    assert len(everything) == len(set(everything)) == 11
    assert {row["document"]["article_id"] for row in some} == {"titled", "mentions"}
    assert {(row["status"], row["revision"], row["verdict"]) for row in some} == {("usable", 1, "original")}
    assert some[0]["decision"]["verdict"] == "original"


def test_the_snippet_shows_the_hit_as_it_is_written_wherever_it_stands(store: Store, url: str) -> None:
    text = "Rien à dire ici. " * 60 + "La préfète s'est tue à Œuilly, près de l'écluse. " + "Rien à dire ici. " * 60
    store.write([decided(30, article_id="long", content_hash="long", text=text)])
    with closing(connect_reader(url)) as connection:
        (row,) = queries.search(connection, Filters(words="prefete oeuilly"), 5)
    assert "La préfète s'est tue à Œuilly" in row["snippet"]
