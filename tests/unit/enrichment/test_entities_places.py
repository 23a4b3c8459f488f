import pytest

from tests.unit.enrichment.entity_marks import demonyms, entities, facts
from wireroom_core.models import Entity


def place(text: str, language: str, index: int = 0) -> Entity:
    return [e for e in entities(text, language) if e.type == "place"][index]


@pytest.mark.parametrize(
    ("language", "text", "country", "number"),
    [
        ("fr", "Il vit aux Etats-Unis.", "US", "6252001"),
        ("fr", "Il vit en Côte d'Ivoire.", "CI", "2287781"),
        ("en", "He lives in Britain.", "GB", "2635167"),
        ("nl", "Hij woont in het Verenigd Koninkrijk.", "GB", "2635167"),
        ("de", "Er lebt in der Schweiz.", "CH", "2658434"),
        ("es", "Vive en Estados Unidos.", "US", "6252001"),
        ("fr", "Il vit à Alep.", "SY", "170063"),
        ("nl", "Hij woont in Luik.", "BE", "2792413"),
        ("de", "Er lebt in Lüttich.", "BE", "2792413"),
        ("en", "He lives in Buenos Aires.", "AR", "3435910"),
    ],
)
def test_a_place_has_its_number_country_and_coordinates(language: str, text: str, country: str, number: str) -> None:
    found = place(text, language)
    assert (found.country, found.entity_id) == (country, f"geonames:{number}")
    assert found.coordinates is not None
    assert found.confidence >= 0.9


def test_accents_and_capitals_are_folded_and_the_name_is_the_usual_one() -> None:
    text = "BAMAKO (AFP) - Il a quitte Bamako."
    assert {(e.name, e.entity_id) for e in entities(text, "fr") if e.type == "place"} == {
        ("Bamako", "geonames:2460596")
    }


def test_small_differences_of_transcription_are_bridged_where_the_country_is_named() -> None:
    assert place("dans la province syrienne de Hassakeh, en Syrie", "fr").country == "SY"
    assert place("dans la ville de Kamichliyé, en Syrie", "fr").country == "SY"


def test_an_ambiguous_name_is_settled_by_the_countries_that_the_text_names() -> None:
    assert place("Desde Mérida, en México.", "es").country == "MX"
    assert place("Desde Mérida, en Venezuela, dijo un portavoz venezolano.", "es").country == "VE"
    assert place("A former Georgia sheriff moved from Atlanta to Florida.", "en").country == "US"
    assert place("Georgia left the pact, officials in Tbilisi said.", "en").country == "GE"


def test_an_ambiguous_name_that_nothing_settles_has_no_number_and_is_less_sure() -> None:
    found = place("She was born in Valencia.", "en")
    assert (found.entity_id, found.country) == (None, None)
    assert found.confidence < 0.8


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "au sommet du col d'Aubisque et au lac de Cazaux", ["p:col d'Aubisque", "p:lac de Cazaux"]),
        ("fr", "le long du fleuve Niger", ["p:Niger"]),
        ("fr", "dans la commune de Valbroux", ["p:Valbroux"]),
        ("en", "in Marlow County, near Lake Tarrow", ["p:Marlow County", "p:Lake Tarrow"]),
        ("nl", "in de gemeente Waterbeke, aan de Noordzee", ["p:Waterbeke", "p:Noordzee"]),
        ("de", "in der Gemeinde Leoben an der Ostsee", ["p:Leoben", "p:Ostsee"]),
        ("es", "en el lago de Sanabria y la sierra de Gredos", ["p:lago de Sanabria", "p:sierra de Gredos"]),
    ],
)  # fmt: skip
def test_nouns_of_place_make_a_place(language: str, text: str, expected: list[str]) -> None:
    assert facts(text, language) == expected


def test_a_german_genitive_of_a_place_is_in_the_span_and_not_in_the_name() -> None:
    found = place("Gestern sprach Russlands Präsident.", "de")
    assert (found.text, found.name, found.country) == ("Russlands", "Russland", "RU")
    assert facts("Am Rande des Jahres geschah das.", "de") == []


def test_a_club_with_its_citys_name_is_the_city_where_the_text_says_where() -> None:
    assert facts("Le bourgmestre d'Anderlecht a réagi.", "fr") == ["p:Anderlecht"]
    assert facts("Il jouera contre Anderlecht samedi.", "fr") == ["o:Anderlecht"]


def test_a_place_that_no_list_has_is_only_likely() -> None:
    found = place("Elle vit à Grandvaloux.", "fr")
    assert (found.text, found.entity_id, found.country) == ("Grandvaloux", "place:grandvaloux", None)
    assert found.confidence < 0.8


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Bis Ende des Jahres reicht der Rest, sagt ein Mann in Haft."),
        ("nl", "Best een mooie dag, vindt men."),
        ("es", "Para todos es igual, según la Constitución."),
        ("fr", "Trente et une personnes sont là. La digue a cédé."),
        ("en", "Reading is good. Nice work."),
    ],
)
def test_words_that_are_also_places_are_none(language: str, text: str) -> None:
    assert facts(text, language) == []


def test_they_are_places_behind_a_preposition_of_place() -> None:
    assert facts("In Best viel een boom om.", "nl") == ["p:Best"]
    assert facts("Der Betrieb in Essen schließt.", "de") == ["p:Essen"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "les soldats maliens et une Belge", [("maliens", "ML"), ("Belge", "BE")]),
        ("fr", "le Nigérian et le Nigérien", [("Nigérian", "NG"), ("Nigérien", "NE")]),
        ("en", "Norwegian troops and three Latvians", [("Norwegian", "NO"), ("Latvians", "LV")]),
        ("nl", "de Turkse makelaar en een Duits gezin", [("Turkse", "TR"), ("Duits", "DE")]),
        ("de", "der slowakischen Frau und dem Dänen", [("slowakischen", "SK"), ("Dänen", "DK")]),
        ("es", "las autoridades guatemaltecas y el español", [("guatemaltecas", "GT"), ("español", "ES")]),
    ],
)  # fmt: skip
def test_a_demonym_is_its_countrys_with_all_inflections(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert demonyms(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Elle a répondu en français."),
        ("en", "He polished it and spoke in French."),
        ("nl", "Zij sprak in het Nederlands."),
        ("de", "Sie antwortete auf Deutsch."),
        ("es", "Respondió en español."),
    ],
)
def test_a_language_is_no_demonym(language: str, text: str) -> None:
    assert demonyms(text, language) == []


def test_a_demonym_inside_a_name_is_none() -> None:
    assert demonyms("L'Observatoire syrien des droits a écrit.", "fr") == []


def test_a_known_name_of_several_words_goes_on_over_a_space_and_over_the_point_of_an_abbreviation() -> None:
    assert place("He flew to New York.", "en").text == "New York"
    assert place("He flew to St. Louis.", "en").text == "St. Louis"
    assert not [e.text for e in entities("All in it is New. York lies far.", "en") if "New" in e.text]
    assert place("He flew to Saint-Denis (New York).", "en", 1).text == "New York"
