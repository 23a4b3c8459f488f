import pytest

from tests.unit.enrichment.entity_marks import entities, facts, named


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "La maire a reçu hier soir Julien Castagnou dans son bureau.", ["p:Julien Castagnou"]),
        ("en", "A neighbour saw Harriet Plowden leave the house.", ["p:Harriet Plowden"]),
        ("nl", "Gisteren kwam Marieke van der Zwaluw naar het stadhuis.", ["p:Marieke van der Zwaluw"]),
        ("de", "Am Abend sprach der Zeuge Thorsten Wiesenhauer lange.", ["p:Thorsten Wiesenhauer"]),
        ("es", "La víspera llegó Rocío Barrientos Cuesta a la sede.", ["p:Rocío Barrientos Cuesta"]),
    ],
)
def test_a_given_name_makes_a_person(language: str, text: str, expected: list[str]) -> None:
    assert facts(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "Volgens coach Rintje de Boer was het zwaar.", ["p:Rintje de Boer"]),
        ("nl", "Gisteren vroeg minister Rintje de Kamer om uitstel.", ["p:Rintje"]),
        ("en", "It was seen by local MSP Catriona Bell.", ["p:Catriona Bell"]),
    ],
)
def test_an_office_makes_a_person_with_the_surname_behind_small_words(
    language: str, text: str, expected: list[str]
) -> None:
    assert [one for one in facts(text, language) if one.startswith("p:")] == expected


@pytest.mark.parametrize(
    ("language", "text", "surname", "name"),
    [
        ("fr", "Julien Castagnou a parlé. M. Castagnou reviendra.", "Castagnou", "Julien Castagnou"),
        ("en", "Harriet Plowden spoke. Plowden will return.", "Plowden", "Harriet Plowden"),
        ("nl", "Ludo Van Hekken sprak. Van Hekken komt terug.", "Van Hekken", "Ludo Van Hekken"),
        ("de", "Es sprach Jochen Winter. Winter zufolge ist alles gut.", "Winter", "Jochen Winter"),
        ("es", "Habló Rocío Barrientos Cuesta. Volverá, dijo Barrientos.", "Barrientos", "Rocío Barrientos Cuesta"),
    ],
)
def test_a_surname_is_bound_to_the_full_name(language: str, text: str, surname: str, name: str) -> None:
    last = entities(text, language)[-1]
    assert (last.type, last.text, last.name) == ("person", surname, name)
    assert last.entity_id == entities(text, language)[0].entity_id
    assert last.entity_id is not None
    assert last.entity_id.startswith("person:")


def test_a_surname_of_two_persons_is_that_of_the_last_one_named_and_less_sure() -> None:
    text = "Ann Harkwright left. Dennis Harkwright stayed. Harkwright is 60."
    last = entities(text, "en")[-1]
    assert last.name == "Dennis Harkwright"
    assert last.confidence < 0.8


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("fr", "Théo Valence a gagné. Il est né à Valence.", "Valence"),
        ("en", "Jordan Paris spoke. He lives in Paris.", "Paris"),
        ("de", "Paula Essen sprach. Sie wohnt in Essen.", "Essen"),
        ("nl", "Ruben Kampen sprak. Hij komt uit Kampen.", "Kampen"),
    ],
)
def test_a_surname_behind_a_preposition_of_place_is_the_place(language: str, text: str, place: str) -> None:
    last = entities(text, language)[-1]
    assert (last.type, last.text) == ("place", place)


@pytest.mark.parametrize(
    ("language", "text", "surname"),
    [
        ("de", "Es sprach Birgit Sommer. Das soll im Sommer so sein.", "Sommer"),
        ("de", "Es sprach Dorothea Freitag. Offen ist bis Freitag.", "Freitag"),
        ("en", "He met Will Hargrove. Will it rain?", "Will"),
    ],
)
def test_a_word_that_only_looks_like_a_surname_is_none(language: str, text: str, surname: str) -> None:
    assert [e.text for e in entities(text, language)].count(surname) == 0


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Pendant ce temps, la pluie tombait. Fermé depuis lundi, le pont rouvre en mars."),
        ("en", "Meanwhile, heavy rain fell. Closed since Monday, the bridge reopens in March, the President hopes."),
        ("nl", "Intussen viel er regen. Sinds maandag is de brug dicht; in maart gaat ze open."),
        ("de", "Am Montag begann der Regen im Tal. Die Sperrung der Brücke dauert laut Minister bis Ende März."),
        ("es", "Mientras tanto llovía. Cerrado desde el lunes, el puente abre en marzo."),
    ],
)
def test_beginnings_months_weekdays_titles_and_german_nouns_are_no_entities(language: str, text: str) -> None:
    assert entities(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "name", "acronym"),
    [
        ("fr", "Le Bureau national des digues (BND) alerte. Le BND attend.", "Bureau national des digues", "BND"),
        ("fr", "l'Office sahélien de l'Eau (OSE) alerte. L'OSE attend.", "Office sahélien de l'Eau", "OSE"),
        ("en", "The Dyke and Markets Authority (DMA) said so. The DMA waits.", "Dyke and Markets Authority", "DMA"),
        ("nl", "De Bond van Dijkwachters (BVD) waarschuwt. De BVD wacht.", "Bond van Dijkwachters", "BVD"),
        (
            "de",
            "Die Gewerkschaft Deich und Pflege (GDP) warnt. Die GDP wartet.",
            "Gewerkschaft Deich und Pflege",
            "GDP",
        ),
        ("es", "El Instituto Nacional de Diques (IND) alerta. El IND espera.", "Instituto Nacional de Diques", "IND"),
    ],
)
def test_an_acronym_in_brackets_is_bound_to_what_it_stands_for(
    language: str, text: str, name: str, acronym: str
) -> None:
    found = [("organisation", name, name), ("organisation", acronym, name), ("organisation", acronym, name)]
    assert named(text, language) == found


def test_a_bracket_that_is_no_acronym_of_the_name_is_not_bound_to_it() -> None:
    found = named("L'Office sahélien de l'Eau (vendredi) attend à Reims (France).", "fr")
    assert found[0] == ("organisation", "Office sahélien de l'Eau", "Office sahélien de l'Eau")
    assert ("place", "France", "France") in found


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le ministère de la Justice a écrit.", ["o:ministère de la Justice"]),
        ("fr", "L'affaire va au tribunal de Mons.", ["o:tribunal de Mons"]),
        ("fr", "Le fabricant de turbines Orvelmont embauche.", ["o:Orvelmont"]),
        ("fr", "La société suisse Altivax a répondu.", ["o:Altivax"]),
        ("en", "Utility group Stackwater Energy hired, it said.", ["o:Stackwater Energy"]),
        ("en", "That is what the Ministry of Water said.", ["o:Ministry of Water"]),
        ("en", "Her party, Northern Dawn, lost.", ["o:Northern Dawn"]),
        ("nl", "De correctionele rechtbank van Gent beslist.", ["o:correctionele rechtbank van Gent"]),
        ("nl", "Volgens de Fietsbond Dender kan dat.", ["o:Fietsbond Dender"]),
        ("de", "Die Staatsanwaltschaft Trier prüft.", ["o:Staatsanwaltschaft Trier"]),
        ("de", "Laut Landesbank Fulda stimmt das.", ["o:Landesbank Fulda"]),
        ("de", "Das Bundesumweltministerium und der Händler schweigen.", ["o:Bundesumweltministerium"]),
        ("de", "Beim Autozulieferer Hessomax ist Ruhe.", ["o:Hessomax"]),
        ("es", "La Audiencia Provincial de Cádiz decide.", ["o:Audiencia Provincial de Cádiz"]),
        ("es", "Absolvió a la empresa Olivamar.", ["o:Olivamar"]),
    ],
)
def test_a_head_or_the_noun_before_makes_an_organisation(language: str, text: str, expected: list[str]) -> None:
    assert facts(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le groupe a parlé au tribunal, puis à l'hôpital, selon la police."),
        ("en", "The company told the court that the bank and the police agreed."),
        ("nl", "Het bedrijf zei de rechtbank dat de politie en de bank akkoord gaan."),
        ("de", "Das Unternehmen sagte dem Gericht, der Sportverein und die Bank seien einig."),
        ("es", "La empresa dijo al tribunal que la policía y el banco coinciden."),
    ],
)
def test_a_head_without_a_name_is_none(language: str, text: str) -> None:
    assert entities(text, language) == []


def test_a_place_alone_does_not_make_a_hospital_a_name() -> None:
    assert facts("Il a été conduit à l'hôpital de Gap.", "fr") == ["p:Gap"]
    assert facts("Il a été conduit à la clinique Sainte-Odile.", "fr") == ["o:clinique Sainte-Odile"]


def test_where_an_organisation_is_does_not_belong_to_its_complete_name() -> None:
    assert facts("le musée Van Dorselaer de Gand rouvre", "fr") == ["o:musée Van Dorselaer", "p:Gand"]


def test_a_german_genitive_is_in_the_span_and_not_in_the_name() -> None:
    text = "Das geht aus Zahlen des Bundesumweltministeriums hervor."
    assert named(text, "de") == [("organisation", "Bundesumweltministeriums", "Bundesumweltministerium")]


@pytest.mark.parametrize(
    ("language", "text", "part", "name"),
    [
        ("en", "Stackwater Energy grew. Shares in Stackwater rose.", "Stackwater", "Stackwater Energy"),
        ("fr", "L'Observatoire sahélien des conflits a écrit. L'Observatoire attend.", "Observatoire",
         "Observatoire sahélien des conflits"),
        ("nl", "De Tweede Kamer stemt. Volgens de Kamer is dat goed.", "Kamer", "Tweede Kamer"),
    ],
)  # fmt: skip
def test_a_part_of_an_organisations_name_is_bound_to_it(language: str, text: str, part: str, name: str) -> None:
    last = entities(text, language)[-1]
    assert (last.type, last.text, last.name) == ("organisation", part, name)


def test_a_part_before_the_full_name_is_not_bound_to_it() -> None:
    text = "The town of Skerrow is proud. The Skerrow Maritime Trust paid."
    assert [e.type for e in entities(text, "en")] == ["place", "organisation"]


def test_a_credited_agency_is_no_entity() -> None:
    assert named("« Oui », a dit à l'AFP Julien Castagnou.", "fr", ["AFP"]) == [
        ("person", "Julien Castagnou", "Julien Castagnou")
    ]
    assert named("L'AFP a supprimé des postes.", "fr") == []
    assert [e.text for e in entities("Le patron de l'AFP a parlé.", "fr")] == ["AFP"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Son tableau « La Passeuse ancienne de Bruges » a été volé."),
        ("de", "Der Film „Der letzte Fährmann“ von gestern lief."),
        ("nl", "Het boek ‘Een vrouw van de sterren’ verscheen."),
        ("fr", "Il a gagné le Tour des Flandres et la Coupe de France."),
        ("en", "She won the Berlin Marathon and the Sava Memorial."),
        ("nl", "Ze won de Ronde van Vlaanderen."),
        ("fr", "La tempête Elodie et la fièvre de Lassa ont tué."),
        ("en", "Hurricane Katrina hit hard."),
    ],
)
def test_titles_events_storms_and_diseases_are_no_entities(language: str, text: str) -> None:
    assert entities(text, language) == []


def test_names_joined_by_the_sign_for_and_are_a_firm() -> None:
    assert facts("Shares in Pellworth & Harkwright fell.", "en") == ["o:Pellworth & Harkwright"]


def test_a_ministry_joined_by_and_ends_where_another_name_begins() -> None:
    assert facts("the Ministry of Health and Welfare", "en") == ["o:Ministry of Health and Welfare"]
    assert facts("the University of Oxford and Imperial College", "en") == [
        "o:University of Oxford",
        "o:Imperial College",
    ]


def test_a_newspaper_in_quotation_marks_is_one() -> None:
    assert facts("Das sagte sie dem „Trierer Tageblatt“ am Rande.", "de") == ["o:Trierer Tageblatt"]


def test_an_entity_inside_a_quotation_is_one() -> None:
    assert facts("« Nous quittons la Syrie avec Julien Castagnou, c'est décidé », a dit un officier.", "fr") == [
        "p:Syrie",
        "p:Julien Castagnou",
    ]


def test_a_party_or_a_team_in_brackets_behind_a_person_is_an_organisation() -> None:
    assert facts("Lotte Haverman (Dumaro-Velo) won van Iga Brandsma (POL).", "nl") == [
        "p:Lotte Haverman",
        "o:Dumaro-Velo",
        "p:Iga Brandsma",
        "p:POL",
    ]


def test_a_surname_in_capitals_has_its_usual_ones_in_the_name() -> None:
    assert named("Par Julie CASTAGNOU\n\nLa pluie tombe.", "fr") == [("person", "Julie CASTAGNOU", "Julie Castagnou")]


def test_another_language_degrades_to_what_is_known_by_name() -> None:
    text = "Il governo di Parigi ha detto alla NATO che Julien Castagnou resta in Siria."
    assert facts(text, "it") == ["p:Parigi", "o:NATO", "p:Siria"]
