"""Annotations against those that were marked by hand: how they are paired, and what is made of the pairs.

Annotations and marks are paired one to one: those that overlap the most first (the code points that both have among
all that either has), so that an equal span is always preferred. What a second annotation says of a mark that is taken
is wrong. Precision is the share of the found that are right, recall that of the marked. What is measured, and when it
is right: ``measures``.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import chain
from operator import add

from bench.tables import Share
from wireroom_core.models import Annotation, Quotation

SHOWN = 0.8
"""The confidence from which on something is shown as a fact."""
Alike = Callable[[Annotation, Annotation], bool]
"""Whether an annotation, the second one, is right by a mark that it overlaps."""
Pair = tuple[Annotation, Annotation]


@dataclass(frozen=True, slots=True)
class Case:
    """One dispatch: what was marked, and what was found. Annotations without a place in the text are not counted."""

    name: str
    language: str
    marked: tuple[Annotation, ...]
    found: tuple[Annotation, ...]
    topics_marked: tuple[str, ...] = ()
    topics_found: tuple[str, ...] = ()
    language_found: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """So many marked, found, and found that are right."""

    marked: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.marked + other.marked, self.found + other.found, self.right + other.right)

    @property
    def precision(self) -> float | None:
        """None where nothing was found."""
        return Share(self.right, self.found).value

    @property
    def recall(self) -> float | None:
        """None where nothing was marked."""
        return Share(self.right, self.marked).value

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None where there is nothing at all."""
        return Share(2 * self.right, self.marked + self.found).value


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted, and when it is right.

    ``parts`` are what counts of an annotation: nothing, itself, or a copy for each thing that it says.
    """

    name: str
    parts: Callable[[Annotation], Iterable[Annotation]]
    exact: Alike
    overlapping: Alike


@dataclass(frozen=True, slots=True)
class Detail:
    """What else an annotation says that is right in ``measure``."""

    name: str
    measure: Measure
    right: Alike


@dataclass(frozen=True, slots=True)
class Line:
    """A measure over several dispatches."""

    exact: Score
    overlapping: Score
    shown: Score
    languages: Mapping[str, Score]
    """Of those that occur, exact."""


def same_span(mark: Annotation, found: Annotation) -> bool:
    """Of a quotation every part."""
    return pieces(mark) == pieces(found)


def pieces(one: Annotation) -> tuple[tuple[int, int], ...]:
    """The spans that it has in the text."""
    if isinstance(one, Quotation) and one.parts:
        return one.parts
    return () if one.start is None or one.end is None else ((one.start, one.end),)


def overlap(left: Annotation, right: Annotation) -> float:
    """The code points that both have among all that either has."""
    if same_span(left, right):
        return 1.0
    one, other = ({*chain.from_iterable(range(*piece) for piece in pieces(each))} for each in (left, right))
    return len(one & other) / len(one | other)


def pairs(marked: Sequence[Annotation], found: Sequence[Annotation], right: Alike) -> list[Pair]:
    """Marks with the annotations that are right by them, one to one, the greatest overlap first."""
    likely = sorted(
        (-shared, at, place)
        for at, mark in enumerate(marked)
        for place, one in enumerate(found)
        if right(mark, one) and (shared := overlap(mark, one))
    )
    taken: dict[int, int] = {}
    for _, at, place in likely:
        if at not in taken and place not in taken.values():
            taken[at] = place
    return [(marked[at], found[place]) for at, place in sorted(taken.items())]


def counted(case: Case, measure: Measure) -> tuple[list[Annotation], list[Annotation]]:
    """What ``measure`` counts of a dispatch: marked and found."""
    marked, found = ([part for one in those for part in measure.parts(one)] for those in (case.marked, case.found))
    return marked, [one for one in found if pieces(one)]


def score(marked: Sequence[Annotation], found: Sequence[Annotation], right: Alike) -> Score:
    """Of one dispatch."""
    return Score(len(marked), len(found), len(pairs(marked, found, right)))


def line(cases: Sequence[Case], measure: Measure) -> Line:
    """``measure`` over all ``cases``."""
    those = [(case.language, *counted(case, measure)) for case in cases]
    exact = [(language, score(marked, found, measure.exact)) for language, marked, found in those]
    overlapping = [score(marked, found, measure.overlapping) for _, marked, found in those]
    shown = [score(marked, _shown(found), measure.exact) for _, marked, found in those]
    return Line(total(each for _, each in exact), total(overlapping), total(shown), by_language(exact))


def _shown(found: Iterable[Annotation]) -> list[Annotation]:
    return [one for one in found if one.confidence >= SHOWN]


def topic_line(cases: Sequence[Case]) -> Line:
    """Topics have no place: each is right where it is among the marked."""
    exact = [
        (
            case.language,
            Score(len(case.topics_marked), len(case.topics_found), len({*case.topics_found} & {*case.topics_marked})),
        )
        for case in cases
    ]
    whole = total(each for _, each in exact)
    return Line(whole, whole, whole, by_language(exact))


def total(scores: Iterable[Score]) -> Score:
    """All of them together (micro-averaged)."""
    return reduce(add, scores, Score())


def by_language(scores: Iterable[tuple[str, Score]]) -> dict[str, Score]:
    """The scores of each language together."""
    found: dict[str, Score] = {}
    for language, each in scores:
        found[language] = found.get(language, Score()) + each
    return found


def detail(cases: Sequence[Case], which: Detail) -> Share:
    """How many of those that are exactly right in its measure say it right."""
    told = [pair for case in cases for pair in pairs(*counted(case, which.measure), which.measure.exact)]
    return Share(sum(which.right(mark, found) for mark, found in told), len(told))
