"""What is wrong and what is missed, with its place: for whoever writes rules, on the open half only."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from bench.gold.measures import AGENCY, CUE, DATE, DEMONYM, ENTITY, QUANTITY, QUOTATION, ROLE, SPEAKER
from bench.gold.scoring import Case, Measure, counted, overlap, pairs, pieces
from wireroom_core.models import Annotation

_LISTED = (ENTITY, ROLE, DEMONYM, QUOTATION, SPEAKER, CUE, DATE, QUANTITY, AGENCY)
_BESIDE = 40
_PLACE = {"start", "end", "text", "parts", "annotator", "version", "kind"}


def errors(cases: Sequence[Case], texts: Mapping[str, str], count: int) -> Iterator[str]:
    """Of each measure up to ``count`` wrong ones and as many that were missed; ``texts`` by the names of the cases."""
    for measure in _LISTED:
        yield from islice(_wrong(cases, measure, texts), count)
        yield from islice(_missed(cases, measure, texts), count)


def _wrong(cases: Sequence[Case], measure: Measure, texts: Mapping[str, str]) -> Iterator[str]:
    for case in cases:
        marked, found = counted(case, measure)
        right = {id(one) for _, one in pairs(marked, found, measure.exact)}
        for one in found:
            if id(one) not in right:
                beside = [_said(mark) for mark in marked if overlap(mark, one)]
                instead = f"\n    marked: {' | '.join(beside)}" if beside else ""
                yield f"{case.name} wrong {measure.name}: {_shown(one, texts[case.name])}\n    {_said(one)}{instead}"


def _missed(cases: Sequence[Case], measure: Measure, texts: Mapping[str, str]) -> Iterator[str]:
    """What a wrong one overlaps is told beside that one."""
    for case in cases:
        marked, found = counted(case, measure)
        for mark in marked:
            if not any(overlap(mark, one) for one in found):
                yield f"{case.name} missed {measure.name}: {_shown(mark, texts[case.name])}\n    {_said(mark)}"


def _shown(one: Annotation, text: str) -> str:
    """Its place, on one line."""
    (start, _), *_, (_, end) = (pieces(one)[0], *pieces(one))
    parts = "⟧…⟦".join(text[left:right] for left, right in pieces(one))
    before, after = text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]
    return " ".join(f"…{before}⟦{parts}⟧{after}…".split())


def _said(one: Annotation) -> str:
    """What it says, but for its place; the words too, where they may be others than those that are shown."""
    said = one.model_dump(exclude=_PLACE, exclude_defaults=True)
    return f"{one.text!r} " + ", ".join(f"{name}={value!r}" for name, value in said.items())
