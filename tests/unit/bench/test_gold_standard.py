"""Marks as annotations, dispatches as articles, and places as they were before a repair."""

import pytest

from bench.gold import __main__ as command
from bench.gold.errors import errors
from bench.gold.run import as_delivered
from bench.gold.scoring import Case
from bench.gold.standard import annotations_of, article_of
from tests.gold import Dispatch, parsed
from wireroom_core.models import Agency, Annotation, Date, Demonym, Edit, Entity, NewsTime, Quantity, Quotation, Speaker


def dispatch(body: str, date: str = "2026-11-12") -> Dispatch:
    return parsed("fr-00", f"language: fr\ndate: {date}\nsource: Belga\ntitle: Un titre\ntopic: sport\n\n{body}\n")


def marked(body: str) -> Annotation:
    (one,) = annotations_of(dispatch(body))
    return one


def test_an_entity_has_its_name_its_roles_and_its_country() -> None:
    person = marked("le ⟦person Ida Roy; role=juge / colonel|colonel Roy⟧")
    assert isinstance(person, Entity)
    assert (person.start, person.end, person.text) == (3, 14, "colonel Roy")
    assert (person.type, person.name, person.roles, person.country) == ("person", "Ida Roy", ("juge", "colonel"), None)
    place = marked("⟦place Niger; country=NE|Niger⟧")
    assert isinstance(place, Entity)
    assert (place.type, place.country) == ("place", "NE")


def test_a_quotation_is_one_with_all_its_parts() -> None:
    first, inner = annotations_of(
        dispatch(
            "« ⟦quotation 1; speaker=un témoin; cue=a dit|Oui⟧, a dit un témoin. "
            "⟦quotation 1; speaker=un témoin; cue=a dit|Il criait ‘⟦quotation 2; speaker=Il|Au feu⟧’⟧ »"
        )
    )
    assert isinstance(first, Quotation)
    assert (first.text[:6], first.text[-4:], first.parts) == ("Oui, a", "feu’", ((2, 5), (24, 42)))
    assert (first.speaker, first.cue) == (Speaker(name="un témoin"), "a dit")
    assert isinstance(inner, Quotation)
    assert (inner.text, inner.parts, inner.cue) == ("Au feu", (), None)


@pytest.mark.parametrize(
    ("value", "precision"),
    [
        ("199", "decade"),
        ("2026", "year"),
        ("2026-SU", "season"),
        ("2026-11", "month"),
        ("2026-W46", "week"),
        ("2026-11-12", "day"),
        ("2026-11-10/2026-11-14", "day"),
        ("XXXX-WXX-5", "day"),
        ("XXXX-WXX-4TEV", "part of day"),
        ("2026-11-12T22:00", "minute"),
    ],
)
def test_a_date_has_its_value_and_the_precision_of_it(value: str, precision: str) -> None:
    date = marked(f"⟦date {value}; mod=end|alors⟧")
    assert isinstance(date, Date)
    assert (date.value, date.precision, date.modifier) == (value, precision, "end")


@pytest.mark.parametrize(
    ("head", "value", "value_max", "bound"),
    [
        ("12.5; unit=%", 12.5, None, "exact"),
        ("10..12", 10, 12, "exact"),
        ("2; mod=over", 2, None, "min"),
        ("2; mod=atleast", 2, None, "min"),
        ("2; mod=under", 2, None, "max"),
        ("2; mod=atmost", 2, None, "max"),
        ("2; mod=about", 2, None, "about"),
    ],
)
def test_a_quantity_has_its_ends_and_its_bound(head: str, value: float, value_max: float | None, bound: str) -> None:
    quantity = marked(f"⟦quantity {head}|x⟧")
    assert isinstance(quantity, Quantity)
    assert (quantity.value, quantity.value_max, quantity.bound) == (value, value_max, bound)


def test_agencies_and_demonyms() -> None:
    agency, demonym = annotations_of(dispatch("à l'⟦agency AFP; role=interlocutor|AFP⟧ par un ⟦demonym BE|Belge⟧"))
    assert isinstance(agency, Agency)
    assert (agency.name, agency.role) == ("AFP", "interlocutor")
    assert isinstance(demonym, Demonym)
    assert demonym.country == "BE"


@pytest.mark.parametrize(
    ("date", "precision", "zone_known"),
    [("2019-01", "month", False), ("2026-11-12", "day", False), ("2026-11-12T18:40:00+01:00", "second", True)],
)
def test_an_article_has_the_date_as_precise_as_it_was_given(date: str, precision: str, zone_known: bool) -> None:
    article = article_of(dispatch("Texte.", date))
    assert article.published_at == NewsTime.model_validate(
        {"value": date, "precision": precision, "zone_known": zone_known, "raw": date}
    )
    assert (article.title, article.text, article.source.name) == ("Un titre", "Texte.", "Belga")
    assert article.language_declared is None


def test_places_are_those_of_the_text_before_its_repair() -> None:
    raw = "Ida\u00ad Roy \u00ad« Oui »"
    edits = (Edit(start=3, end=3, raw_start=3, raw="\u00ad"), Edit(start=8, end=8, raw_start=9, raw="\u00ad"))
    for text, one in (
        ("Ida\u00ad Roy", marked("⟦person Ida Roy|Ida Roy⟧")),
        ("« Oui »", marked("Ida Roy ⟦quotation 1; speaker=x|« Oui »⟧")),
    ):
        moved = as_delivered(one, edits)
        assert raw[moved.start : moved.end] == text
    parts = as_delivered(marked("Ida Roy ⟦quotation 1; speaker=x|«⟧ Oui ⟦quotation 1; speaker=x|»⟧"), edits)
    assert isinstance(parts, Quotation)
    assert [raw[start:end] for start, end in parts.parts] == ["«", "»"]


def test_errors_tell_what_is_wrong_beside_what_was_marked_and_what_is_missed() -> None:
    those = dispatch("Le ⟦person Ida Roy|juge Roy⟧ est à ⟦place Gand; country=BE|Gand⟧ ⟦date 2026-11-12|jeudi⟧.")
    person, place, date = annotations_of(those)
    found = (date, person.model_copy(update={"start": 8, "text": "Roy", "confidence": 0.5}))
    case = Case("fr-00", "fr", (person, place, date), found)
    assert list(errors([case], {"fr-00": those.text}, 5)) == [
        "fr-00 wrong entity: …Le juge ⟦Roy⟧ est à Gand jeudi.…\n"
        "    'Roy' confidence=0.5, type='person', name='Ida Roy'\n"
        "    marked: 'juge Roy' confidence=1.0, type='person', name='Ida Roy'",
        "fr-00 missed entity: …Le juge Roy est à ⟦Gand⟧ jeudi.…\n"
        "    'Gand' confidence=1.0, type='place', name='Gand', country='BE'",
    ]
    assert list(errors([case], {"fr-00": those.text}, 0)) == []


def test_nothing_of_the_held_half_is_listed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["bench.gold", "--half", "held", "--errors", "1"])
    with pytest.raises(SystemExit) as ended:
        command.arguments()
    assert ended.value.code == 2
    assert "nobody looks at the held half" in capsys.readouterr().err
