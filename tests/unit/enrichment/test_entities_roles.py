import pytest

from tests.unit.enrichment.entity_marks import entities


def roles(text: str, language: str) -> list[tuple[str, ...]]:
    return [e.roles for e in entities(text, language) if e.type == "person"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "a dit le colonel Luc Hardouin, porte-parole de la mission.", ("colonel", "porte-parole de la mission")),
        ("fr", "a dit son directeur, Luc Hardouin, lundi.", ("directeur",)),
        ("fr", "Le maire de la ville, le colonel Luc Hardouin, confirme.", ("maire de la ville", "colonel")),
        ("fr", "La ministre belge de l'Emploi, Anne Lorquet, recevra.", ("ministre belge de l'Emploi",)),
        ("fr", "Le président américain Donald Trump décide.", ("président américain",)),
        ("fr", "Le chef de l'Office des Eaux (ODE), Luc Hardouin, part.", ("chef de l'Office des Eaux",)),
        ("fr", "Pour le Dr Luc Hardouin, épidémiologiste malien qui vit ici, oui.", ("Dr", "épidémiologiste malien")),
        ("en", "said Finance Minister Ann Plowden on Monday", ("Finance Minister",)),
        ("en", "Ann Plowden, 43, an analyst at Pellworth Securities, wrote.", ("analyst at Pellworth Securities",)),
        ("en", "provincial police chief General Abdul Rahim said", ("provincial police chief", "General")),
        ("en", "Gov. Ann Plowden said so.", ("Gov.",)),
        ("en", "Ann Plowden, the governor's aide, accused him.", ("governor's aide",)),
        ("nl", "Minister van Mobiliteit Jan Lommers belde.", ("Minister van Mobiliteit",)),
        ("nl", "De Turkse makelaar Emre Lommers belde.", ("Turkse makelaar",)),
        ("nl", "zegt Anna Lommers, voorzitter van de Zeeuwse Dijkbond.", ("voorzitter van de Zeeuwse Dijkbond",)),
        ("de", "sagte Bauministerin Paula Hinrichs am Montag.", ("Bauministerin",)),
        ("de", "der slowakischen Regisseurin Zuzana Hinrichs", ("slowakischen Regisseurin",)),
        ("de", "Paula Hinrichs, Leiterin seit 2017, sagte.", ("Leiterin",)),
        ("es", "El portavoz de Unión Llana, Ángel Cuesta, habló.", ("portavoz de Unión Llana",)),
        ("es", "La magistrada Inmaculada Cuesta decidió.", ("magistrada",)),
    ],
)  # fmt: skip
def test_a_role_beside_the_name_is_kept_as_written(language: str, text: str, expected: tuple[str, ...]) -> None:
    assert roles(text, language)[0] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Mme Anne Lorquet est venue."),
        ("fr", "Le président part, Anne Lorquet reste."),
        ("fr", "La fille de la présidente, Anne Lorquet, parle."),
        ("en", "Mr Luke Plowden came, the president said."),
        ("nl", "Mevrouw Anna Lommers kwam."),
        ("de", "Die Enkelin der Künstlerin, Paula Hinrichs, kam."),
        ("es", "Ann Plowden, vecina de Soria, llegó."),
    ],
)
def test_forms_of_address_and_others_roles_are_none(language: str, text: str) -> None:
    assert roles(text, language) == [()]


def test_the_same_role_is_not_told_again_and_a_different_one_is() -> None:
    text = "Bauministerin Paula Hinrichs kam. Ministerin Hinrichs ging. Professorin Hinrichs bleibt."
    assert roles(text, "de") == [("Bauministerin",), (), ("Professorin",)]


def test_a_role_does_not_take_in_the_verb_before_it() -> None:
    assert roles('"Ja", verwacht stationschef Jan Lommers.', "nl") == [("stationschef",)]
    assert roles("MPs backed Finance Minister Ann Plowden.", "en") == [("Finance Minister",)]
