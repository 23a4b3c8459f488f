"""The gold dispatches as articles, and their marks as the annotations that would be perfect.

Those have no ids and coordinates: the gold set does not say them.
"""

import re
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from pydantic import TypeAdapter

from tests.gold import Dispatch, Mark
from wireroom_core.models import Annotation, Article, SourceRef
from wireroom_ingest import times

RECEIVED = datetime(2027, 1, 1, tzinfo=UTC)
"""After every dispatch, as articles of an archive are: what is relative must be told by the dispatch's own date."""
BOUNDS = {"over": "min", "atleast": "min", "under": "max", "atmost": "max", "about": "about"}
"""How the models say the gold set's ``mod`` of a quantity."""
_PRECISIONS = (
    ("decade", r"\d{3}"),
    ("year", r"\d{4}"),
    ("season", r"\d{4}-(?:SP|SU|FA|WI)"),
    ("month", r"\d{4}-\d\d"),
    ("week", r"\w{4}-W\w\d"),
    ("day", r"\d{4}-\d\d-\d\d|\w{4}-W\w\w-\d"),
    ("part of day", r".+T[A-Z]{2}"),
    ("minute", r".+T\d\d:\d\d"),
)
_ANNOTATION: TypeAdapter[Annotation] = TypeAdapter(Annotation)
Fields = dict[str, Any]


def article_of(dispatch: Dispatch) -> Article:
    """The dispatch as ingest would have delivered it, but for a declared language."""
    head = dispatch.head
    return Article(
        delivery_id=dispatch.name,
        article_id=dispatch.name,
        content_hash=dispatch.name,
        trace_id=dispatch.name,
        source=SourceRef(id=head["source"].lower(), name=head["source"]),
        title=head.get("title", ""),
        text=dispatch.text,
        published_at=times.read(head["date"]),
        received_at=RECEIVED,
        format="text",
    )


def topics_of(dispatch: Dispatch) -> tuple[str, ...]:
    """The names of its topics, the first one first."""
    return tuple(dispatch.head["topic"].split("; "))


def annotations_of(dispatch: Dispatch) -> tuple[Annotation, ...]:
    """One annotation for each mark, and one for all parts of a quotation; by their starts."""
    parts: dict[str, list[Mark]] = defaultdict(list)
    found = []
    for mark in dispatch.marks:
        if mark.kind == "quotation":
            parts[mark.value].append(mark)
        else:
            found.append(_annotation(dispatch.text, mark.start, mark.end, _SAYS[mark.kind](mark)))
    found += [_quotation(dispatch.text, marks) for marks in parts.values()]
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _annotation(text: str, start: int, end: int, fields: Fields) -> Annotation:
    place = {"start": start, "end": end, "text": text[start:end]}
    return _ANNOTATION.validate_python({**place, "confidence": 1.0, "annotator": "gold", "version": 1, **fields})


def _quotation(text: str, marks: list[Mark]) -> Annotation:
    marks = sorted(marks, key=lambda mark: mark.start)
    spans = tuple((mark.start, mark.end) for mark in marks)
    cues = [mark.more["cue"] for mark in marks if "cue" in mark.more]
    fields = {
        "kind": "quotation",
        "parts": spans if len(spans) > 1 else (),
        "speaker": {"name": marks[0].more["speaker"]},
        "cue": cues[0] if cues else None,
    }
    return _annotation(text, spans[0][0], spans[-1][1], fields)


def _entity(mark: Mark) -> Fields:
    roles = mark.more["role"].split(" / ") if "role" in mark.more else ()
    country = mark.more.get("country")
    return {"kind": "entity", "type": mark.kind, "name": mark.value, "roles": roles, "country": country}


def _date(mark: Mark) -> Fields:
    first = mark.value.split("/")[0]
    precision = next(name for name, shape in _PRECISIONS if re.fullmatch(shape, first))
    return {"kind": "date", "value": mark.value, "precision": precision, "modifier": mark.more.get("mod")}


def _quantity(mark: Mark) -> Fields:
    numbers = [float(number) for number in mark.value.split("..")]
    return {
        "kind": "quantity",
        "value": numbers[0],
        "value_max": numbers[1] if len(numbers) > 1 else None,
        "unit": mark.more.get("unit"),
        "noun": mark.more.get("noun"),
        "bound": BOUNDS[mark.more["mod"]] if "mod" in mark.more else "exact",
    }


_SAYS: dict[str, Callable[[Mark], Fields]] = {
    "person": _entity,
    "organisation": _entity,
    "place": _entity,
    "demonym": lambda mark: {"kind": "demonym", "country": mark.value},
    "date": _date,
    "quantity": _quantity,
    "agency": lambda mark: {"kind": "agency", "name": mark.value, "role": mark.more["role"]},
}
