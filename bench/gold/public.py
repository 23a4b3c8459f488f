"""``python -m bench.gold.public FILE --language nl``: names in a public gold set, beside ours.

FILE is in the column format of CoNLL 2002 (Tjong Kim Sang 2002: Spanish dispatches of EFE, a Dutch paper): a word a
line, its tag last (``B-PER``, ``I-PER``, ``O``), an empty line after each sentence. Words are joined as printed.
What is marked MISC (adjectives, works, events) is no entity of ours and is not counted, nor is what lies on it, on a
demonym or on the name of an agency, which stands below each dispatch; of three types the spans and types are compared,
exactly and overlapping. The last line is of spans alone: a club or a country that acts is an organisation there, and a
place here.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from bench.__main__ import print_machine
from bench.gold import report
from bench.gold.measures import ENTITY, NAME, ORGANISATION, PERSON, PLACE
from bench.gold.run import CLOCK, enriched
from bench.gold.scoring import Case, line, overlap
from bench.gold.standard import RECEIVED
from wireroom_core.models import Agency, Annotation, Article, Demonym, Entity, SourceRef
from wireroom_core.models.annotations import EntityType
from wireroom_enrichment.agencies.names import short_name
from wireroom_enrichment.factory import build

TYPES: dict[str, EntityType] = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_SENTENCES = 12
"""Of a text, where the set does not say where one ends."""
_NO_SPACE_BEFORE = frozenset(".,;:!?)]»%…")
_NO_SPACE_AFTER = frozenset("([«¿¡")


@dataclass(frozen=True, slots=True)
class Marked:
    """A name: where it stands in the text, and its type (None of what is not counted)."""

    start: int
    end: int
    type: EntityType | None


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its names."""

    text: str
    names: tuple[Marked, ...]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--language", required=True, choices=("es", "nl", "de", "en", "fr"))
    chosen = parser.parse_args()
    stage = build(CLOCK)
    those = list(texts(chosen.file.read_text(encoding="utf-8")))
    articles = enriched(stage, [article_of(one, chosen.language, number) for number, one in enumerate(those)])
    found = [case(one, chosen.language, made.annotations) for one, made in zip(those, articles, strict=True)]
    print_machine()
    print(f"{len(found)} texts of {chosen.file.name}\n{report.LEGEND}\n")
    print(report.figures({each.name: line(found, each) for each in (ENTITY, PERSON, ORGANISATION, PLACE, NAME)}))


def texts(columns: str) -> Iterator[Text]:
    """The set's documents; where it names none, so many sentences at a time."""
    sentences: list[list[tuple[str, str]]] = []
    rows = [tuple(row.split()) for row in columns.splitlines()]
    for filled, group in groupby(rows, key=bool):
        if not filled:
            continue
        words = [(row[0], row[-1]) for row in group]
        begins = words[0][0] == "-DOCSTART-"
        if sentences and (begins or len(sentences) == _SENTENCES):
            yield joined(sentences)
            sentences = []
        if rest := words[begins:]:
            sentences.append(rest)
    if sentences:
        yield joined(sentences)


def joined(sentences: Sequence[Sequence[tuple[str, str]]]) -> Text:
    """Sentences of words with their tags as one text, a paragraph each."""
    text = ""
    names: list[Marked] = []
    for sentence in sentences:
        text += "\n\n" if text else ""
        quoted, glued = False, True
        for word, tag in sentence:
            closes = word == '"' and quoted
            text += "" if glued or closes or word[0] in _NO_SPACE_BEFORE else " "
            if tag.startswith("I-") and names:
                names[-1] = Marked(names[-1].start, len(text) + len(word), names[-1].type)
            elif tag != "O":
                names.append(Marked(len(text), len(text) + len(word), TYPES.get(tag[2:])))
            text += word
            glued = word in _NO_SPACE_AFTER or (word == '"' and not quoted)
            quoted ^= word == '"'
    return Text(text, tuple(names))


def article_of(one: Text, language: str, number: int) -> Article:
    """As ingest would have delivered it."""
    name = f"public-{number}"
    return Article(
        delivery_id=name,
        article_id=name,
        content_hash=name,
        trace_id=name,
        source=SourceRef(id="public", name="Public"),
        title="",
        text=one.text,
        language_declared=language,
        received_at=RECEIVED,
        format="text",
    )


def case(one: Text, language: str, found: Sequence[Annotation]) -> Case:
    """What is compared of both."""
    marked: list[Annotation] = []
    spared: list[Annotation] = [each for each in found if isinstance(each, Agency | Demonym) and each.start is not None]
    for name in one.names:
        mark = as_annotation(one.text, name)
        (spared if name.type is None or short_name(mark.text) else marked).append(mark)
    ours = [each for each in found if isinstance(each, Entity)]
    return Case("", language, _unspared(marked, spared), _unspared(ours, spared))


def as_annotation(text: str, name: Marked) -> Entity:
    """A mark as the annotation that would be perfect."""
    said = text[name.start : name.end]
    return Entity(
        start=name.start,
        end=name.end,
        text=said,
        confidence=1.0,
        annotator="public",
        version=1,
        type=name.type or "place",
        name=said,
    )


def _unspared(those: Sequence[Annotation], spared: Sequence[Annotation]) -> tuple[Annotation, ...]:
    return tuple(one for one in those if not any(overlap(one, each) for each in spared))


if __name__ == "__main__":
    main()
