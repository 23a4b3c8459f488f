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


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Darren Plowden waited. Darren said it was cold.", ["p:Darren Plowden", "p:Darren"]),
        ("en", "Darren Plowden met Darren Hargan. Darren left.", ["p:Darren Plowden", "p:Darren Hargan"]),
        ("en", "Georgia Plowden wrote a book about Georgia.", ["p:Georgia Plowden", "p:Georgia"]),
    ],
)
def test_a_given_name_alone_is_whose_it_was(language: str, text: str, expected: list[str]) -> None:
    assert facts(text, language) == expected


def test_a_given_name_alone_has_the_full_name_and_a_country_has_not() -> None:
    assert [entity.name for entity in entities("Darren Plowden waited. Darren left.", "en")] == ["Darren Plowden"] * 2
    assert [entity.type for entity in entities("Georgia Plowden wrote about Georgia.", "en")] == ["person", "place"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Das sagte Hans Peter Stein dem Gericht, so Hans Peter Stein.", "Hans Peter Stein"),
        ("de", "Bürgermeisterin Anna von Stein kam.", "Anna von Stein"),
        ("de", "Bürgermeisterin Ursula von der Lahnau kam.", "Ursula von der Lahnau"),
        ("de", "Bürgermeister Jan Peter van der Berg kam.", "Jan Peter van der Berg"),
        ("de", "Bürgermeisterin Eva Gräfin von Hohenlahn kam.", "Eva Gräfin von Hohenlahn"),
        ("en", "Mayor J.K. Plowden came.", "J.K. Plowden"),
        ("en", "Mayor Abdullah al-Hakim came.", "Abdullah al-Hakim"),
        ("fr", "Le maire Bruno Le Maire est venu.", "Bruno Le Maire"),
        ("fr", "Le maire Ousmane N'Diaye est venu.", "Ousmane N'Diaye"),
    ],
)
def test_a_name_goes_on_over_what_belongs_to_it(language: str, text: str, expected: str) -> None:
    assert expected in [entity.text for entity in entities(text, language) if entity.type == "person"]


def test_of_the_police_is_no_surname() -> None:
    assert facts("Das sagte Anna Schmidt von der Polizei.", "de")[0] == "p:Anna Schmidt"


def test_who_leads_an_association_is_not_the_association() -> None:
    assert [e.type for e in entities("La présidente de l'association, Zaïmé Maouane, a protesté.", "fr")] == ["person"]


def test_a_ministers_portfolio_is_no_organisation() -> None:
    assert facts("Dat zei minister van Energie Jef Peeters.", "nl") == ["p:Jef Peeters"]
