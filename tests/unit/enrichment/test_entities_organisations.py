"""The list of organisations: what it names, in five languages, and what it must leave alone."""

from collections import Counter

import pytest

from tests.unit.enrichment.entity_marks import facts
from wireroom_enrichment.entities.folding import key
from wireroom_enrichment.entities.gazetteer import Gazetteer, listed


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le contrat revient à Capgemini et à Naval Group.", ["o:Capgemini", "o:Naval Group"]),
        ("en", "The bid by BAE Systems was backed by NatWest.", ["o:BAE Systems", "o:NatWest"]),
        ("nl", "De staking treft Connexxion en PostNL.", ["o:Connexxion", "o:PostNL"]),
        ("de", "Der Streit zwischen Zalando und Infineon dauert an.", ["o:Zalando", "o:Infineon"]),
        ("es", "El acuerdo de Mercadona con Navantia se firma hoy.", ["o:Mercadona", "o:Navantia"]),
    ],
)
def test_companies_are_known_by_name(language: str, text: str, expected: list[str]) -> None:
    assert facts(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Selon les Gardiens de la révolution, le navire a été saisi.", ["o:Gardiens de la révolution"]),
        ("en", "A spokesman for the Revolutionary Guards denied it.", ["o:Revolutionary Guards"]),
        ("nl", "Volgens de Revolutionaire Garde is het schip gestopt.", ["o:Revolutionaire Garde"]),
        ("de", "Nach Angaben der Revolutionsgarden wurde das Schiff gestoppt.", ["o:Revolutionsgarden"]),
        ("es", "Según la Guardia Revolucionaria, el barco fue detenido.", ["o:Guardia Revolucionaria"]),
    ],
)
def test_what_each_language_calls_differently_is_known_in_each(language: str, text: str, expected: list[str]) -> None:
    assert facts(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "club"),
    [
        ("fr", "La rencontre a été gagnée par Fenerbahçe.", "Fenerbahçe"),
        ("en", "The match was won by the Lakers and then by Atletico Madrid.", "Atletico Madrid"),
        ("nl", "De wedstrijd werd gewonnen door Galatasaray.", "Galatasaray"),
        ("de", "Das Spiel gewann am Ende die SpVgg Greuther Fürth.", "SpVgg Greuther Fürth"),
        ("es", "El partido lo ganó al final el Espanyol.", "Espanyol"),
    ],
)
def test_clubs_are_known_by_names_that_are_no_citys_alone(language: str, text: str, club: str) -> None:
    assert f"o:{club}" in facts(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Männer fuhren mit dem Jaguar in den Kurier-Hof."),
        ("de", "Er sah einen Blick und hörte das Hertz der Welle."),
        ("es", "El Año pasado fue Uno de los mejores."),
        ("en", "The Threads came loose and the Wolves howled."),
        ("fr", "Les Horizons sont clairs et le Mango est mûr."),
        ("nl", "Het Canvas is droog en de Zeeman is thuis."),
    ],
)
def test_an_ordinary_word_with_a_capital_is_no_organisation(language: str, text: str) -> None:
    assert [one for one in facts(text, language) if one.startswith("o:")] == []


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "He joined Wolves in the summer.", "Wolves"),
        ("fr", "Le candidat soutenu par Horizons a gagné.", "Horizons"),
        ("es", "La tienda de Mango abre mañana.", "Mango"),
    ],
)
def test_a_name_that_is_a_word_too_is_one_without_article(language: str, text: str, name: str) -> None:
    assert f"o:{name}" in facts(text, language)


@pytest.mark.parametrize(
    ("language", "text", "short"),
    [
        ("fr", "Le projet de la CRE est sorti.", "CRE"),
        ("de", "Nach Angaben der GDL wird gestreikt.", "GDL"),
        ("en", "Figures from the ONS rose.", "ONS"),
    ],
)
def test_a_short_name_is_known_in_capitals_only(language: str, text: str, short: str) -> None:
    assert f"o:{short}" in facts(text, language)
    assert f"o:{short.capitalize()}" not in facts(text.replace(short, short.capitalize()), language)


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("de", "Am Abend sprach Olaf Wiesenhauer. Olaf kam spät.", "Olaf Wiesenhauer"),
        ("en", "A neighbour saw Harriet Armani leave the house.", "Harriet Armani"),
        ("es", "La víspera llegó Gema Barrientos a la sede.", "Gema Barrientos"),
    ],
)
def test_a_persons_name_stays_the_persons(language: str, text: str, person: str) -> None:
    found = facts(text, language)
    assert f"p:{person}" in found
    assert not [one for one in found if one.startswith("o:")]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("fr", "Le maire d'Anderlecht habite à Bercy.", "Anderlecht"),
        ("de", "Das Land Bayern klagt gegen den Bund.", "Bayern"),
        ("nl", "De burgemeester van Tessenderlo wil niet.", "Tessenderlo"),
    ],
)
def test_a_place_stays_the_place(language: str, text: str, place: str) -> None:
    assert f"p:{place}" in facts(text, language)


def test_no_ordinary_name_is_listed_twice() -> None:
    names = [name for (name,) in listed("ordinary")]
    assert [name for name, times in Counter(names).items() if times > 1] == []


def test_every_ordinary_name_is_an_organisations() -> None:
    gazetteer = Gazetteer()
    assert sorted(gazetteer.ordinary - gazetteer.organisations) == []


def test_names_are_listed_as_words_that_a_text_can_hold() -> None:
    names = [name for line in listed("organisations") for name in line]
    assert [name for name in names if name != name.strip() or not key(name)] == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le Monde a publié la lettre.", ["o:Le Monde"]),
        ("fr", "Le monde a changé depuis.", []),
        ("es", "Buenos Aires, 25 feb (EFE).- El español ganó la final.", ["p:Buenos Aires"]),
    ],
)
def test_a_newspapers_article_and_name_have_capitals_both(language: str, text: str, expected: list[str]) -> None:
    assert facts(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "La chaîne France 24 a diffusé la vidéo.", ["o:France 24"]),
        ("en", "The seller listed it on eBay last week.", ["o:eBay"]),
        ("es", "El debate se emitió en laSexta anoche.", ["o:laSexta"]),
    ],
)
def test_a_name_may_end_in_a_number_or_begin_small(language: str, text: str, expected: list[str]) -> None:
    assert facts(text, language) == expected
