"""Persons who are called by one word, and what has the same form and is none."""

import pytest

from tests.unit.enrichment.entity_marks import entities, facts

SHOWN = 0.8


@pytest.mark.parametrize(
    ("language", "text", "person", "country"),
    [
        ("nl", "1. Vermandele (Bel) 3u12:40, 2. Garzotti (Ita) z.t.", "Garzotti", "IT"),
        ("fr", "Le podium : 1. Castagnou (Fra), 2. Brunsmann (GER) à 4 secondes.", "Brunsmann", "DE"),
        ("es", "Clasificación: 1. Barrientos (Esp) 4h02, 2. Plowden (EEUU) a 3 s.", "Plowden", "US"),
    ],
)
def test_a_nation_in_brackets_makes_a_person_and_is_a_country(
    language: str, text: str, person: str, country: str
) -> None:
    assert f"p:{person}" in facts(text, language)
    assert [e.country for e in entities(text, language) if e.type == "place"][-1] == country


@pytest.mark.parametrize(
    "text", ["Miami (EEUU), 23 may (EFE).- La policía detuvo a dos hombres.", "MIAMI (EEUU) - El huracán se acerca."]
)
def test_a_nation_behind_a_towns_name_says_where_it_lies(text: str) -> None:
    assert [entity.type for entity in entities(text, "es")[:2]] == ["place", "place"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "De prijzen stijgen, zei Peeters gisteren."),
        ("en", "The bridge is safe, Hargreaves said on Monday."),
        ("es", "El puente es seguro, dijo Barrientos ayer."),
    ],
)
def test_a_known_surname_beside_a_verb_of_speech_is_likely_a_person(language: str, text: str) -> None:
    assert [(entity.type, entity.confidence < SHOWN) for entity in entities(text, language)] == [("person", True)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El comunicado es falso, dijo Adegui ayer."),
        ("es", "El presidente del Insalut dijo que no hay espera."),
        ("en", "The bridge is safe, Zonkware said on Monday."),
    ],
)
def test_an_unknown_word_beside_a_verb_of_speech_may_be_an_organisation(language: str, text: str) -> None:
    assert entities(text, language) == []


def test_a_name_with_a_colon_and_a_quotation_begins_a_line() -> None:
    text = 'De trainers zijn het niet eens.\n\nVermandele: "Wij waren beter."\n\nUitslag: "3-1" stond er.'
    assert [entity.text for entity in entities(text, "nl")] == ["Vermandele"]


def test_later_mentions_are_no_surer_than_the_first() -> None:
    text = "De prijzen stijgen, zei Peeters gisteren. De raad vroeg Peeters om uitleg."
    assert [entity.text for entity in entities(text, "nl")] == ["Peeters", "Peeters"]
    assert facts(text, "nl") == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "Het plan kwam er op initiatief van Frans Vermandele.", ["p:Frans Vermandele"]),
        ("nl", "Het Frans parlement keurde het plan goed.", []),
        ("en", "The race went to the German Oscar Plowden.", ["p:Oscar Plowden"]),
    ],
)
def test_a_demonym_may_be_a_given_name(language: str, text: str, expected: list[str]) -> None:
    assert facts(text, language) == expected


def test_a_region_before_a_full_name_is_no_part_of_it() -> None:
    text = "Lo aplaudió el gobernador de Texas George W. Plowden."
    assert "p:George W. Plowden" in facts(text, "es")
    assert facts("She met Georgia O'Hargan there.", "en") == ["p:Georgia O'Hargan"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Indien de regen aanhoudt, sluit de brug."),
        ("nl", "Per overschrijding (van de norm) volgt een boete."),
    ],
)
def test_a_conjunction_that_begins_a_sentence_is_no_country(language: str, text: str) -> None:
    assert facts(text, language) == []


def test_an_english_head_makes_an_organisation_in_other_languages() -> None:
    assert facts("El premio fue para la Crown Television Society por su labor.", "es") == ["o:Crown Television Society"]
