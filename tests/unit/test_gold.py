"""The gold set: the parser of its form, and that both halves keep to it."""

from collections import Counter

import pytest

from tests.gold import FOLDER, KINDS, Dispatch, dispatches, parsed

KEYS = {
    "person": {"role"},
    "organisation": set(),
    "place": {"country"},
    "demonym": set(),
    "quotation": {"speaker", "cue"},
    "date": {"mod"},
    "quantity": {"unit", "noun", "mod"},
    "agency": {"role"},
}
ENTITIES = ("person", "organisation", "place", "demonym")
MODS = {
    "date": {"before", "after", "about", "start", "mid", "end", "less", "more"},
    "quantity": {"over", "under", "about", "atleast", "atmost"},
}
TOPICS = {
    "arts, culture, entertainment and media",
    "conflict, war and peace",
    "crime, law and justice",
    "disaster, accident and emergency incident",
    "economy, business and finance",
    "education",
    "environment",
    "health",
    "human interest",
    "labour",
    "lifestyle and leisure",
    "politics and government",
    "religion",
    "science and technology",
    "society",
    "sport",
    "weather",
}
AGENCY_ROLES = {"trailer", "dateline", "byline", "interlocutor", "credit"}
HALVES = {half: tuple(dispatches(half)) for half in ("open", "held")}
ALL = [pytest.param(dispatch, id=f"{half}-{dispatch.name}") for half, those in HALVES.items() for dispatch in those]


def written(body: str) -> Dispatch:
    return parsed("x", f"language: fr\ndate: 2026-11-12\n\n{body}\n")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("À ⟦place Bamako|Bamako", "x: a mark is never closed: 'place Bamako'"),
        ("À ⟦quotation 1|⟦place Bamako|Bamako⟧", "x: a mark is never closed: 'quotation 1'"),
        ("À Bamako⟧ jeudi", "x: a mark is closed that is not open before '⟧ jeudi'"),
        ("À ⟦place Bamako⟧ jeudi", "x: a mark without a bar at '⟦place Bamako⟧ jeudi'"),
        ("À ⟦town Bamako|Bamako⟧", "x: no such kind: 'town'"),
        ("À ⟦place Bamako|⟧", "x: an empty mark: 'place Bamako'"),
    ],
)
def test_a_broken_form_is_refused_with_its_place(body: str, reason: str) -> None:
    with pytest.raises(ValueError, match="x: ") as refused:
        written(body)
    assert str(refused.value) == reason


def test_marks_inside_one_another_have_the_offsets_of_the_text_without_marks() -> None:
    dispatch = written(
        "« ⟦quotation 1; speaker=un témoin; cue=a dit|Ils ont fui ⟦place Mali; country=ML|le Mali⟧ ⟦date 2026|hier⟧⟧ »"
    )
    assert dispatch.text == "« Ils ont fui le Mali hier »"
    assert [(mark.kind, mark.value, dispatch.text[mark.start : mark.end]) for mark in dispatch.marks] == [
        ("place", "Mali", "le Mali"),
        ("date", "2026", "hier"),
        ("quotation", "1", "Ils ont fui le Mali hier"),
    ]
    assert dispatch.marks[0].more == {"country": "ML"}
    assert dispatch.marks[2].more == {"speaker": "un témoin", "cue": "a dit"}


def test_the_head_is_read_and_values_may_hold_colons() -> None:
    dispatch = parsed("fr-01", "language: fr\ntitle: Mali: dix morts\n\nTexte.\n")
    assert dispatch == Dispatch("fr-01", {"language": "fr", "title": "Mali: dix morts"}, "Texte.", ())


def test_every_file_is_in_a_half_and_is_parsed() -> None:
    assert {half: len(those) for half, those in HALVES.items()} == {"open": 32, "held": 34}
    assert sorted(path.stem for path in FOLDER.glob("*/*")) == sorted(
        case.name for those in HALVES.values() for case in those
    )


@pytest.mark.parametrize("dispatch", ALL)
def test_the_head_is_complete_and_its_topics_are_known(dispatch: Dispatch) -> None:
    assert (
        {"language", "date", "source", "topic"}
        <= dispatch.head.keys()
        <= {"language", "date", "source", "title", "topic"}
    )
    assert dispatch.head["language"] == dispatch.name.partition("-")[0]
    assert set(dispatch.head["topic"].split("; ")) <= TOPICS


@pytest.mark.parametrize("dispatch", ALL)
def test_marks_have_the_keys_of_their_kind(dispatch: Dispatch) -> None:
    assert set(KEYS) == set(KINDS)
    for mark in dispatch.marks:
        assert mark.value
        assert mark.more.keys() <= KEYS[mark.kind], mark
        assert all(mark.more.values()), mark
        assert mark.more.get("mod") in {None} | MODS.get(mark.kind, set()), mark
        assert mark.kind != "agency" or mark.more["role"] in AGENCY_ROLES, mark
        words = dispatch.text[mark.start : mark.end]
        assert words == words.strip(), mark


@pytest.mark.parametrize("dispatch", ALL)
def test_a_quotation_has_a_speaker_that_is_named_in_the_dispatch(dispatch: Dispatch) -> None:
    named = {mark.value for mark in dispatch.marks if mark.kind in {"person", "organisation"}}
    for mark in dispatch.marks:
        if mark.kind == "quotation":
            assert mark.value.isdecimal()
            assert mark.more["speaker"] in named or mark.more["speaker"] in dispatch.text, mark


def test_a_quotation_has_one_speaker_in_all_its_parts() -> None:
    for dispatch in (dispatch for those in HALVES.values() for dispatch in those):
        parts = {(mark.value, mark.more["speaker"]) for mark in dispatch.marks if mark.kind == "quotation"}
        assert len(parts) == len({number for number, _ in parts}), dispatch.name


def test_the_held_half_is_large_enough_to_measure_on() -> None:
    kinds = Counter(mark.kind for dispatch in HALVES["held"] for mark in dispatch.marks)
    quotations = sum(
        len({mark.value for mark in dispatch.marks if mark.kind == "quotation"}) for dispatch in HALVES["held"]
    )
    assert sum(kinds[kind] for kind in ENTITIES) >= 300
    assert quotations >= 60
    assert kinds["date"] >= 80
    assert kinds["quantity"] >= 60
