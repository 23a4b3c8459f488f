"""Small made-up annotations: what each measure counts, and what makes it come out wrong."""

from dataclasses import replace
from typing import Any

import pytest
from pydantic import TypeAdapter

from bench.gold import measures
from bench.gold.scoring import Case, Line, Score, pairs
from bench.gold.standard import annotations_of, topics_of
from bench.tables import Share
from tests.gold import dispatches, parsed
from wireroom_core.models import Annotation, Quotation, Speaker

ANNOTATION: TypeAdapter[Annotation] = TypeAdapter(Annotation)
DISPATCH = parsed(
    "en-00",
    "language: en\ndate: 2026-11-12\nsource: AP\ntopic: sport; health\n\n"
    "⟦place Lima; country=PE|LIMA⟧ (⟦agency AP; role=dateline|AP⟧) - "
    "“⟦quotation 1; speaker=Ana Ruiz; cue=said|We lost⟧”, "
    "captain ⟦person Ana Ruiz; role=captain / midfielder|Ana Ruiz⟧, a midfielder, "
    "said ⟦date 2026-11; mod=mid|in mid-Nov⟧. "
    "“⟦quotation 1; speaker=Ana Ruiz; cue=said|But ⟦quantity 2..3; noun=players; mod=atleast|at least 2 to 3 players⟧ "
    "of ⟦organisation Club Sol|Sol⟧ are ⟦demonym PE|Peruvian⟧⟧.”\n",
)
MARKED = annotations_of(DISPATCH)


def case(found: tuple[Annotation, ...] = MARKED, **changes: Any) -> Case:
    topics = topics_of(DISPATCH)
    return replace(Case("en-00", "en", MARKED, found, topics, topics, "en"), **changes)


def changed(kind: str, **fields: Any) -> Case:
    """All as marked, but for what the one of ``kind`` (or type) says; ``start`` and ``end`` are added to its own."""
    return case(
        tuple(one if kind not in (one.kind, getattr(one, "type", "")) else other(one, **fields) for one in MARKED)
    )


def other(one: Annotation, **fields: Any) -> Annotation:
    moved = {name: getattr(one, name) + fields.pop(name) for name in ("start", "end") if name in fields}
    return one.model_copy(update=moved | fields)


def line(of: Case, name: str) -> Line:
    return measures.lines([of])[name]


def place(start: int, end: int, kind: str = "place") -> Annotation:
    fields = {
        "kind": "entity",
        "type": kind,
        "name": "x",
        "text": "x",
        "confidence": 0.5,
        "annotator": "a",
        "version": 1,
    }
    return ANNOTATION.validate_python({**fields, "start": start, "end": end})


def quotation(*parts: tuple[int, int], speaker: str = "A") -> Quotation:
    return Quotation(
        start=parts[0][0],
        end=parts[-1][1],
        text="",
        confidence=1,
        annotator="a",
        version=1,
        parts=parts if len(parts) > 1 else (),
        speaker=Speaker(name=speaker),
    )


def test_what_is_as_marked_is_right_in_everything() -> None:
    for half in ([DISPATCH], list(dispatches("open"))):
        cases = [
            Case(
                one.name,
                one.head["language"],
                annotations_of(one),
                annotations_of(one),
                topics_of(one),
                topics_of(one),
                one.head["language"],
            )
            for one in half
        ]
        for name, one in measures.lines(cases).items():
            assert one.exact == one.overlapping == one.shown, name
            assert one.exact.marked == one.exact.right == one.exact.found > 0, name
            assert one.exact.f1 == 1
        for name, share in measures.details(cases).items():
            assert share.part == share.whole > 0, name


def test_where_nothing_is_found_recall_is_nought_and_precision_is_not_known() -> None:
    nothing = case((), topics_found=())
    for name, one in measures.lines([nothing]).items():
        assert (one.exact.precision, one.exact.recall, one.exact.f1) == (None, 0, 0), name


@pytest.mark.parametrize(
    ("name", "kind", "fields", "exact", "overlapping"),
    [
        ("entity", "person", {"end": 1}, Score(3, 3, 2), Score(3, 3, 3)),
        ("entity", "person", {"type": "place"}, Score(3, 3, 2), Score(3, 3, 2)),
        ("  person", "person", {"type": "place"}, Score(1, 0, 0), Score(1, 0, 0)),
        ("  place", "person", {"type": "place"}, Score(1, 2, 1), Score(1, 2, 1)),
        ("  organisation", "organisation", {"start": 1}, Score(1, 1, 0), Score(1, 1, 1)),
        ("role", "person", {"roles": ("captain",)}, Score(2, 1, 1), Score(2, 1, 1)),
        ("role", "person", {"roles": ("captain", "a midfielder")}, Score(2, 2, 1), Score(2, 2, 2)),
        ("role", "person", {"roles": ("captain", "coach")}, Score(2, 2, 1), Score(2, 2, 1)),
        ("role", "person", {"end": 1}, Score(2, 2, 0), Score(2, 2, 2)),
        ("role", "place", {"roles": ("capital",)}, Score(2, 3, 2), Score(2, 3, 2)),
        ("demonym", "demonym", {"country": "EC"}, Score(1, 1, 0), Score(1, 1, 0)),
        ("demonym", "demonym", {"end": -1}, Score(1, 1, 0), Score(1, 1, 1)),
        ("speaker", "quotation", {"speaker": None}, Score(1, 0, 0), Score(1, 0, 0)),
        ("speaker", "quotation", {"speaker": Speaker(name="Ruiz")}, Score(1, 1, 0), Score(1, 1, 1)),
        ("speaker", "quotation", {"speaker": Speaker(name="the  ana ruiz")}, Score(1, 1, 1), Score(1, 1, 1)),
        ("speaker", "quotation", {"speaker": Speaker(name="Ana Rubio")}, Score(1, 1, 0), Score(1, 1, 0)),
        ("cue", "quotation", {"cue": "had said"}, Score(1, 1, 0), Score(1, 1, 1)),
        ("cue", "quotation", {"cue": None}, Score(1, 0, 0), Score(1, 0, 0)),
        ("date", "date", {"value": "2026-12"}, Score(1, 1, 0), Score(1, 1, 0)),
        ("date", "date", {"start": 3}, Score(1, 1, 0), Score(1, 1, 1)),
        ("date span", "date", {"value": None}, Score(1, 1, 1), Score(1, 1, 1)),
        ("date span", "date", {"start": 3}, Score(1, 1, 0), Score(1, 1, 1)),
        ("quantity", "quantity", {"value": 4}, Score(1, 1, 0), Score(1, 1, 0)),
        ("quantity", "quantity", {"value_max": None}, Score(1, 1, 0), Score(1, 1, 0)),
        ("quantity", "quantity", {"value": 2.0000000000000004, "value_max": 3}, Score(1, 1, 1), Score(1, 1, 1)),
        ("quantity", "quantity", {"start": 9}, Score(1, 1, 0), Score(1, 1, 1)),
        ("quantity span", "quantity", {"start": 9, "value": 7}, Score(1, 1, 0), Score(1, 1, 1)),
        ("agency", "agency", {"name": "AFP"}, Score(1, 1, 0), Score(1, 1, 0)),
        ("agency", "agency", {"role": "trailer"}, Score(1, 1, 0), Score(1, 1, 1)),
        ("agency", "agency", {"start": -1}, Score(1, 1, 0), Score(1, 1, 1)),
    ],
)
def test_what_makes_a_measure_wrong(
    name: str, kind: str, fields: dict[str, Any], exact: Score, overlapping: Score
) -> None:
    found = line(changed(kind, **fields), name)
    assert (found.exact, found.overlapping) == (exact, overlapping)


@pytest.mark.parametrize(
    ("name", "kind", "fields"),
    [
        ("person: name", "person", {"name": "Ruiz"}),
        ("organisation: name", "organisation", {"name": "Sol"}),
        ("place: name", "place", {"name": "LIMA"}),
        ("place: country", "place", {"country": None}),
        ("demonym span: country", "demonym", {"country": "EC"}),
        ("date span: value", "date", {"value": "2026"}),
        ("date: modifier", "date", {"modifier": "end"}),
        ("quantity span: value", "quantity", {"value": 3}),
        ("quantity: unit", "quantity", {"unit": "EUR"}),
        ("quantity: noun", "quantity", {"noun": None}),
        ("quantity: bound", "quantity", {"bound": "exact"}),
        ("quantity: unit, noun and bound", "quantity", {"bound": "about"}),
        ("agency name: role", "agency", {"role": "credit"}),
    ],
)
def test_a_detail_is_wrong_where_it_is_not_as_marked(name: str, kind: str, fields: dict[str, Any]) -> None:
    assert measures.details([case()])[name] == Share(1, 1)
    assert measures.details([changed(kind, **fields)])[name] == Share(0, 1)


def test_a_detail_is_asked_only_of_what_is_right_in_its_measure() -> None:
    assert measures.details([changed("person", end=1)])["person: name"] == Share(0, 0)
    assert measures.details([changed("date", value="2026")])["date: modifier"] == Share(0, 0)


def test_details_are_as_marked_with_other_white_space() -> None:
    assert measures.details([changed("person", name="Ana\u00a0Ruiz")])["person: name"] == Share(1, 1)


def test_language_and_topics() -> None:
    wrong = case(language_found="nl", topics_found=("health", "weather"))
    assert measures.details([case(), wrong])["language"] == Share(1, 2)
    assert measures.details([case(), wrong])["first topic"] == Share(1, 2)
    assert line(wrong, "topic").exact == Score(2, 2, 1)


def test_a_quotation_is_right_in_all_its_parts_or_found_in_half_of_them() -> None:
    marked = (quotation((0, 20), (30, 50)),)
    for found, exact, overlapping in (
        (quotation((0, 20), (30, 50)), 1, 1),
        (quotation((0, 50)), 0, 1),
        (quotation((0, 20)), 0, 1),
        (quotation((0, 19)), 0, 0),
        (quotation((0, 20), (30, 49)), 0, 1),
    ):
        one = line(case(marked=marked, found=(found,)), "quotation")
        assert (one.exact.right, one.overlapping.right) == (exact, overlapping), found


def test_a_speaker_is_right_wherever_half_of_the_quotation_is_and_wrong_beside_none() -> None:
    marked = (quotation((0, 20)), quotation((30, 50), speaker="B"))
    found = (quotation((0, 15)), quotation((60, 80), speaker="B"))
    assert line(case(marked=marked, found=found), "speaker").exact == Score(2, 2, 1)


def test_a_speaker_inside_anothers_quotation_is_not_that_ones() -> None:
    marked = (quotation((0, 40)), quotation((30, 40), speaker="B"))
    swapped = (quotation((0, 40), speaker="B"), quotation((30, 40)))
    assert line(case(marked=marked, found=swapped), "speaker").exact == Score(2, 2, 0)


def test_a_mark_answers_one_annotation_and_the_nearest() -> None:
    marked, found = (place(0, 4), place(5, 9)), (place(0, 9), place(0, 4), place(0, 4))
    one = line(case(marked=marked, found=found), "  place")
    assert one.exact == Score(2, 3, 1)
    assert one.overlapping == Score(2, 3, 2)
    assert pairs(marked, found, lambda mark, one: True) == [(marked[0], found[1]), (marked[1], found[0])]


def test_what_only_touches_does_not_overlap() -> None:
    assert line(case(marked=(place(0, 4),), found=(place(4, 8),)), "  place").overlapping == Score(1, 1, 0)


def test_shown_is_what_has_the_confidence() -> None:
    found = tuple(one.model_copy(update={"confidence": 0.8 if one.kind == "date" else 0.79}) for one in MARKED)
    assert line(case(found), "date").shown == Score(1, 1, 1)
    assert line(case(found), "entity").shown == Score(3, 0, 0)
    assert line(case(found), "entity").exact == Score(3, 3, 3)


def test_what_has_no_place_is_not_counted() -> None:
    assert line(changed("agency", role="trailer"), "agency").exact.found == 1
    nowhere = [one.model_copy(update={"start": None, "end": None}) for one in MARKED if one.kind == "agency"]
    assert line(case((*MARKED, *nowhere)), "agency").exact == Score(1, 1, 1)


def test_languages_are_counted_apart() -> None:
    one = measures.lines([case(), replace(case(()), language="es")])["entity"]
    assert one.exact == Score(6, 3, 3)
    assert one.languages == {"en": Score(3, 3, 3), "es": Score(3, 0, 0)}


def test_scores_are_shares_of_what_was_found_and_of_what_was_marked() -> None:
    score = Score(marked=8, found=4, right=2)
    assert (score.precision, score.recall) == (0.5, 0.25)
    assert score.f1 == pytest.approx(2 * 0.5 * 0.25 / (0.5 + 0.25))
    assert Score().f1 is None
