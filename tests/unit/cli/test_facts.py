"""What was found in an article, as a person sees it."""

from typing import Any

from wireroom_cli.facts import listed, marked

TEXT = "« Nous partons jeudi », a dit le maire Jan Devos à 2.000 habitants."


def row(kind: str, text: str, confidence: float = 0.9, **more: Any) -> dict[str, Any]:
    start = TEXT.find(text)
    place = {"start": None, "end": None} if start < 0 else {"start": start, "end": start + len(text)}
    return {"kind": kind, **place, "text": text, "confidence": confidence, **more}


def entity(text: str, kind: str, name: str | None = None, **more: Any) -> dict[str, Any]:
    return row("entity", text, type=kind, name=name or text, **{"roles": [], **more})


def styles(rows: list[dict[str, Any]]) -> dict[str, str]:
    return {TEXT[span.start : span.end]: str(span.style) for span in marked(TEXT, rows).spans}


def test_facts_are_in_colour_and_what_is_less_certain_is_underlined() -> None:
    found = styles([entity("Jan Devos", "person"), row("date", "jeudi", 0.5), row("sentence", TEXT, 1.0)])
    assert found == {"Jan Devos": "bold cyan", "jeudi": "blue underline dim"}


def test_what_stands_inside_a_quotation_is_coloured_over_it() -> None:
    spans = marked(TEXT, [row("date", "jeudi"), row("quotation", "Nous partons jeudi", parts=[])]).spans
    assert [str(span.style) for span in spans] == ["italic", "blue"]


def test_of_a_broken_quotation_only_what_was_said_is_marked() -> None:
    assert styles([row("quotation", TEXT, parts=[[2, 6], [15, 20]])]) == {"Nous": "italic", "jeudi": "italic"}


def test_what_stands_beside_the_text_is_listed_alone() -> None:
    agency = row("agency", "AFP", name="AFP", role="trailer")
    assert styles([agency]) == {}
    assert dict(listed([agency])) == {"agencies": ["AFP (trailer)"]}


def test_people_are_listed_once_with_all_their_roles() -> None:
    rows = [
        entity("Jan Devos", "person", roles=["maire"]),
        entity("Devos", "person", "Jan Devos", roles=["avocat", "maire"], confidence=0.5),
        entity("Lola", "person", confidence=0.5),
    ]
    assert dict(listed(rows)) == {"people": ["Jan Devos, maire; avocat (2 mentions)", "Lola ?"]}


def test_places_have_their_country_and_coordinates() -> None:
    where: dict[str, Any] = {"country": "ML", "entity_id": "geonames:2460596", "coordinates": [12.65, -8.0]}
    assert dict(listed([entity("Bamako", "place", **where), entity("Springfield", "place", confidence=0.6)])) == {
        "places": ["Bamako, ML geonames:2460596 12.65 -8.00", "Springfield ?"]
    }


def test_quotations_have_their_speakers() -> None:
    rows = [
        row("quotation", "Nous partons jeudi", speaker={"name": "Jan Devos"}, cue="a dit"),
        row("quotation", "w " * 100, speaker=None, cue=None),
    ]
    said = dict(listed(rows))["quotations"]
    assert said[0] == "Jan Devos (a dit): Nous partons jeudi"
    assert said[1].startswith("somebody: w w ")
    assert said[1].endswith(" …")


def test_figures_and_dates_are_told_with_their_values() -> None:
    rows = [
        row("quantity", "2.000 habitants", value=2000, unit=None, noun="habitants", bound="about"),
        row("quantity", "400 à 600 euros", value=400, value_max=600, unit="EUR", noun=None, bound="exact"),
        row("date", "jeudi", value="XXXX-WXX-4", candidates=["2019-01-03", "2019-01-10"], modifier=None),
        row("date", "fin mai", value="2019-05", candidates=[], modifier="end"),
        row("date", "hier", 0.6, value=None, candidates=[], modifier=None),
    ]
    assert dict(listed(rows)) == {
        "figures": ["2.000 habitants = about 2,000 habitants", "400 à 600 euros = 400 to 600 EUR"],
        "dates": [
            "jeudi = XXXX-WXX-4 (2019-01-03, 2019-01-10)",
            "fin mai = end 2019-05",
            "hier = not to be told ?",
        ],
    }
