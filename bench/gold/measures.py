"""What is measured of a dispatch's annotations, and when they are right (how they are paired: ``scoring``).

Two ways to be right stand side by side. *Exact*: the span is equal, and what the measure says of it too.
*Overlapping*: some of the span is enough (of a quotation half, since one may stand inside another).

=============  ==========================  ================================================================
measure        counted are                 right is
=============  ==========================  ================================================================
entity …       mentions, also by type      span and type
role           the roles of all persons    mention and role (overlapping: one role is part of the other)
demonym        words for a country         span and country
quotation      all parts of one together   every part's span
speaker        quotations with a speaker   the speaker, wherever half of the quotation is found (overlapping:
                                           one name is part of the other)
cue            quotations with a cue       the cue, likewise
date           dates                       span and value, both as written in ISO 8601 and EDTF
date span      dates                       span alone
quantity       quantities                  span and value; both ends of a range
quantity span  quantities                  span alone
agency         credits                     span, name and role (overlapping: the name)
topic          topics of the first level   the name; nothing overlaps
=============  ==========================  ================================================================

A wrong speaker counts against precision and recall, the speaker of what is no quotation against precision.
*Shown* is what has a confidence of .8 or more, measured exactly.

*Details* are shares: of the annotations that are exactly right in the measure that the detail is of, how many say the
detail too as it was marked, where it must be missing too.
"""

import math
import re
from collections.abc import Callable, Iterable, Sequence

from bench.gold.scoring import (
    Alike,
    Case,
    Detail,
    Line,
    Measure,
    detail,
    line,
    overlap,
    same_span,
    topic_line,
)
from bench.tables import Share
from wireroom_core.models import Agency, Annotation, Date, Demonym, Entity, Quantity, Quotation

HALF = 0.5
_ARTICLE = re.compile(
    r"(?:[ld]['’]|(?:les?|la|une?|des|the|an?|de|het|een|der|die|das|de[mn]|ein(?:e[mnr]?)?|el|l[ao]s|un[ao]s?)\s)\s*"
)
_WORD = re.compile(r"\w+")


def words(said: str | None) -> str:
    """White space is one space."""
    return " ".join((said or "").split())


def spoken(name: str | None) -> str:
    """A speaker's name or a cue as they are compared: without case and leading article."""
    plain = words(name).casefold()
    article = _ARTICLE.match(plain)
    return plain[article.end() :] if article else plain


def _part_of(left: str | None, right: str | None) -> bool:
    """Whether the words of one are all in the other."""
    one, other = ({*_WORD.findall(spoken(each))} for each in (left, right))
    return bool(one and other) and (one <= other or other <= one)


def _all(*alike: Alike) -> Alike:
    return lambda mark, found: all(each(mark, found) for each in alike)


def _any_place(mark: Annotation, found: Annotation) -> bool:
    """Only what overlaps is ever compared."""
    return True


def _half(mark: Annotation, found: Annotation) -> bool:
    return overlap(mark, found) >= HALF


def _says(*fields: str) -> Alike:
    """Equal in ``fields``, but for white space."""

    def alike(mark: Annotation, found: Annotation) -> bool:
        return all(_plain(getattr(mark, field)) == _plain(getattr(found, field)) for field in fields)

    return alike


def _plain(said: object) -> object:
    return tuple(map(_plain, said)) if isinstance(said, tuple) else words(said) if isinstance(said, str) else said


def _same_number(mark: Annotation, found: Annotation) -> bool:
    assert isinstance(mark, Quantity)
    assert isinstance(found, Quantity)
    ends = ((mark.value, found.value), (mark.value_max, found.value_max))
    return all(left == right or (None not in (left, right) and _close(left, right)) for left, right in ends)


def _close(left: float | None, right: float | None) -> bool:
    """Multiplying by a million is not exact: 4.1 million."""
    return math.isclose(left or 0, right or 0, rel_tol=1e-12)


def _speaker_of(one: Annotation) -> str | None:
    return one.speaker.name if isinstance(one, Quotation) and one.speaker else None


def _cue_of(one: Annotation) -> str | None:
    return one.cue if isinstance(one, Quotation) else None


def _role_of(one: Annotation) -> str:
    assert isinstance(one, Entity)
    return one.roles[0]


def _same(field: Callable[[Annotation], str | None]) -> Alike:
    return lambda mark, found: spoken(field(mark)) == spoken(field(found))


def _similar(field: Callable[[Annotation], str | None]) -> Alike:
    return lambda mark, found: _part_of(field(mark), field(found))


def _kind(kind: type, *types: str) -> Callable[[Annotation], Iterable[Annotation]]:
    def parts(one: Annotation) -> Iterable[Annotation]:
        if isinstance(one, kind) and (not types or getattr(one, "type", None) in types):
            yield one

    return parts


def _roles(one: Annotation) -> Iterable[Annotation]:
    """The mention once for each role."""
    if isinstance(one, Entity):
        yield from (one.model_copy(update={"roles": (role,)}) for role in one.roles)


def _with(field: Callable[[Annotation], str | None]) -> Callable[[Annotation], Iterable[Annotation]]:
    return lambda one: (one,) if field(one) is not None else ()


def _entities(name: str, *types: str) -> Measure:
    return Measure(name, _kind(Entity, *types), _all(same_span, _says("type")), _says("type"))


ENTITY = _entities("entity")
PERSON, ORGANISATION, PLACE = (_entities(f"  {name}", name) for name in ("person", "organisation", "place"))
NAME = Measure("name of any type", _kind(Entity), same_span, _any_place)
ROLE = Measure("role", _roles, _all(same_span, _says("roles")), _similar(_role_of))
DEMONYM = Measure("demonym", _kind(Demonym), _all(same_span, _says("country")), _says("country"))
QUOTATION = Measure("quotation", _kind(Quotation), same_span, _half)
SPEAKER = Measure("speaker", _with(_speaker_of), _all(_half, _same(_speaker_of)), _all(_half, _similar(_speaker_of)))
CUE = Measure("cue", _with(_cue_of), _all(_half, _same(_cue_of)), _all(_half, _similar(_cue_of)))
DATE = Measure("date", _kind(Date), _all(same_span, _says("value")), _says("value"))
DATE_SPAN = Measure("date span", _kind(Date), same_span, _any_place)
QUANTITY = Measure("quantity", _kind(Quantity), _all(same_span, _same_number), _same_number)
QUANTITY_SPAN = Measure("quantity span", _kind(Quantity), same_span, _any_place)
AGENCY = Measure("agency", _kind(Agency), _all(same_span, _says("name", "role")), _says("name"))
AGENCY_NAME = Measure("agency name", _kind(Agency), _all(same_span, _says("name")), _says("name"))
DEMONYM_SPAN = Measure("demonym span", _kind(Demonym), same_span, _any_place)
MEASURES = (
    ENTITY,
    PERSON,
    ORGANISATION,
    PLACE,
    ROLE,
    DEMONYM,
    QUOTATION,
    SPEAKER,
    CUE,
    DATE,
    DATE_SPAN,
    QUANTITY,
    QUANTITY_SPAN,
    AGENCY,
)
DETAILS = (
    Detail("person: name", PERSON, _says("name")),
    Detail("organisation: name", ORGANISATION, _says("name")),
    Detail("place: name", PLACE, _says("name")),
    Detail("place: country", PLACE, _says("country")),
    Detail("demonym span: country", DEMONYM_SPAN, _says("country")),
    Detail("date span: value", DATE_SPAN, _says("value")),
    Detail("date: modifier", DATE, _says("modifier")),
    Detail("quantity span: value", QUANTITY_SPAN, _same_number),
    Detail("quantity: unit", QUANTITY, _says("unit")),
    Detail("quantity: noun", QUANTITY, _says("noun")),
    Detail("quantity: bound", QUANTITY, _says("bound")),
    Detail("quantity: unit, noun and bound", QUANTITY, _says("unit", "noun", "bound")),
    Detail("agency name: role", AGENCY_NAME, _says("role")),
)


def lines(cases: Sequence[Case]) -> dict[str, Line]:
    """All measures by their names."""
    return {measure.name: line(cases, measure) for measure in MEASURES} | {"topic": topic_line(cases)}


def details(cases: Sequence[Case]) -> dict[str, Share]:
    """All details by their names; language and first topic are of the dispatches."""
    found = {which.name: detail(cases, which) for which in DETAILS}
    found["language"] = Share(sum(case.language_found == case.language for case in cases), len(cases))
    found["first topic"] = Share(sum(_first_right(case) for case in cases), len(cases))
    return found


def _first_right(case: Case) -> bool:
    return case.topics_found[:1] == case.topics_marked[:1]
