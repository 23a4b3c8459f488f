"""What was measured, as tables of plain text and as JSON."""

from collections.abc import Mapping, Sequence
from typing import Any

from bench.gold.scoring import Line, Score
from bench.tables import Share, table

LEGEND = (
    "P, R, F1: exact; P~, R~: overlapping; shown: found with confidence of .8 or more, with their P and R.\n"
    "By language: P and R, exact. What counts as right: bench/gold/measures.py."
)


def figures(lines: Mapping[str, Line]) -> str:
    """A row for each measure."""
    languages = _languages(lines)
    head = ["", "marked", "found", "P", "R", "F1", "P~", "R~", "shown", "P", "R", *languages]
    return table(head, [[name, *_cells(one, languages)] for name, one in lines.items()])


def _languages(lines: Mapping[str, Line]) -> list[str]:
    return sorted({language for one in lines.values() for language in one.languages})


def _cells(one: Line, languages: Sequence[str]) -> list[str]:
    exact, loose, shown = one.exact, one.overlapping, one.shown
    return [
        str(exact.marked),
        str(exact.found),
        *map(places, (exact.precision, exact.recall, exact.f1, loose.precision, loose.recall)),
        str(shown.found),
        *map(places, (shown.precision, shown.recall)),
        *(_both(one.languages[language]) for language in languages),
    ]


def _both(score: Score) -> str:
    return f"{places(score.precision, 2)} {places(score.recall, 2)}"


def places(value: float | None, places: int = 3) -> str:
    """A dash where there is none to take a share of."""
    return "–" if value is None else f"{value:.{places}f}"


def shares(details: Mapping[str, Share]) -> str:
    """A row for each detail."""
    rows = [[name, str(one.part), str(one.whole), places(one.value)] for name, one in details.items()]
    return table(["right of", "right", "of", "share"], rows)


def summary(lines: Mapping[str, Line], details: Mapping[str, Share]) -> dict[str, Any]:
    """All figures, for JSON."""
    return {
        "measures": {name.strip(): line_summary(one) for name, one in lines.items()},
        "details": {name: {"right": one.part, "of": one.whole, "share": one.value} for name, one in details.items()},
    }


def line_summary(one: Line) -> dict[str, Any]:
    """All figures of a measure, for JSON."""
    return {
        "exact": _score(one.exact),
        "overlapping": _score(one.overlapping),
        "shown": _score(one.shown),
        "languages": {language: _score(score) for language, score in one.languages.items()},
    }


def _score(score: Score) -> dict[str, Any]:
    return {
        "marked": score.marked,
        "found": score.found,
        "right": score.right,
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
    }
