"""The gold set of annotated dispatches: its files, and what they mark (the form: tests/data/gold/README.md)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent / "data" / "gold"
KINDS = ("person", "organisation", "place", "demonym", "quotation", "date", "quantity", "agency")
OPEN, BAR, CLOSE = "⟦", "|", "⟧"


@dataclass(frozen=True, slots=True)
class Mark:
    """``text[start:end]`` of the dispatch, without any marks, is of this ``kind``."""

    kind: str
    value: str
    more: dict[str, str]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dispatch:
    """A dispatch without its marks, and the marks in the order of their ends."""

    name: str
    head: dict[str, str]
    text: str
    marks: tuple[Mark, ...]


@dataclass(slots=True)
class _Opened:
    head: str
    start: int


@dataclass(slots=True)
class _Reading:
    text: list[str] = field(default_factory=list)
    size: int = 0
    open: list[_Opened] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.text.append(text)
        self.size += len(text)


def dispatches(half: str) -> Iterator[Dispatch]:
    """Those of one half, ``open`` or ``held``, by name."""
    for path in sorted((FOLDER / half).glob("*.txt")):
        yield parsed(path.stem, path.read_text(encoding="utf-8"))


def parsed(name: str, written: str) -> Dispatch:
    """Raises ValueError, with the place, where the form is broken."""
    head, _, body = written.partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    text, marks = _unmarked(name, body.rstrip("\n"))
    return Dispatch(name, fields, text, tuple(marks))


def _unmarked(name: str, body: str) -> tuple[str, list[Mark]]:
    reading, place = _Reading(), 0
    while place < len(body):
        if body[place] == OPEN:
            bar = body.find(BAR, place)
            if bar < 0:
                raise ValueError(f"{name}: a mark without a bar at {body[place : place + 40]!r}")
            reading.open.append(_Opened(body[place + 1 : bar], reading.size))
            place = bar + 1
        elif body[place] == CLOSE:
            if not reading.open:
                raise ValueError(f"{name}: a mark is closed that is not open before {body[place : place + 40]!r}")
            opened = reading.open.pop()
            reading.marks.append(_mark(name, opened, reading.size))
            place += 1
        else:
            reading.add(body[place])
            place += 1
    if reading.open:
        raise ValueError(f"{name}: a mark is never closed: {reading.open[0].head!r}")
    return "".join(reading.text), reading.marks


def _mark(name: str, opened: _Opened, end: int) -> Mark:
    first, *rest = (part.strip() for part in opened.head.split(";"))
    kind, _, value = first.partition(" ")
    more = dict(part.split("=", 1) for part in rest)
    if kind not in KINDS:
        raise ValueError(f"{name}: no such kind: {kind!r}")
    if opened.start == end:
        raise ValueError(f"{name}: an empty mark: {opened.head!r}")
    return Mark(kind, value, more, opened.start, end)
