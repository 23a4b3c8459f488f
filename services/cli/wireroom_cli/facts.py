"""What was found in an article: marked in its text, and listed. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rich.text import Text

Row = Mapping[str, Any]
SHOWN_AS_FACT = 0.8
"""From this confidence on; what is less certain has a question mark."""
STYLES = {
    "person": "bold cyan",
    "organisation": "bold yellow",
    "place": "bold green",
    "demonym": "green",
    "quotation": "italic",
    "date": "blue",
    "quantity": "magenta",
    "agency": "reverse",
}
_OUTER = ("quotation", "quantity")
"""Others stand inside them and are coloured over them."""
_SAID_SHOWN = 100


def kind_of(row: Row) -> str:
    """An entity's type, or what else it is."""
    return str(row["type"] if row["kind"] == "entity" else row["kind"])


def marked(text: str, rows: Sequence[Row]) -> Text:
    """``text`` in colours; what is less certain is underlined in its colour."""
    out = Text(text)
    for row in sorted(rows, key=lambda row: row["kind"] not in _OUTER):
        style = STYLES.get(kind_of(row))
        if style and row["start"] is not None:
            for start, end in row.get("parts") or [(row["start"], row["end"])]:
                out.stylize(style if _is_fact(row) else f"{style} underline dim", start, end)
    return out


def legend() -> Text:
    """What the colours mean."""
    out = Text()
    for kind, style in STYLES.items():
        out.append(kind, style).append("  ")
    return out


def listed(rows: Sequence[Row]) -> Iterator[tuple[str, list[str]]]:
    """What there is of each kind, under its heading."""
    people = _named(rows, "person")
    sections = {
        "people": [_line(one, "; ".join(one.roles)) for one in people],
        "organisations": [_line(one, "; ".join(one.roles)) for one in _named(rows, "organisation")],
        "places": [_line(one, _where(one.first)) for one in _named(rows, "place")],
        "quotations": [_quotation(row) for row in _of(rows, "quotation")],
        "figures": [_figure(row) for row in _of(rows, "quantity")],
        "dates": [_date(row) for row in _of(rows, "date")],
        "agencies": _unlike(f"{row['name']} ({row['role']}){_doubt(row)}" for row in _of(rows, "agency")),
        "nationalities": _unlike(f"{row['text']} ({row['country']}){_doubt(row)}" for row in _of(rows, "demonym")),
    }
    return ((heading, lines) for heading, lines in sections.items() if lines)


@dataclass(slots=True)
class _Named:
    """All mentions of one name."""

    first: Row
    mentions: int = 0
    roles: list[str] = field(default_factory=list)
    fact: bool = False


def _named(rows: Sequence[Row], kind: str) -> list[_Named]:
    found: dict[str, _Named] = {}
    for row in _of(rows, "entity"):
        if row["type"] == kind:
            one = found.setdefault(row["name"], _Named(row))
            one.mentions += 1
            one.roles += [role for role in row["roles"] if role not in one.roles]
            one.fact = one.fact or _is_fact(row)
    return list(found.values())


def _line(one: _Named, more: str) -> str:
    times = f" ({one.mentions} mentions)" if one.mentions > 1 else ""
    return f"{one.first['name']}{f', {more}' if more else ''}{times}{'' if one.fact else ' ?'}"


def _where(row: Row) -> str:
    coordinates = row.get("coordinates")
    told = [row.get("country"), row.get("entity_id"), coordinates and "{:.2f} {:.2f}".format(*coordinates)]
    return " ".join(one for one in told if one)


def _quotation(row: Row) -> str:
    speaker = row["speaker"]["name"] if row.get("speaker") else "somebody"
    cue = f" ({row['cue']})" if row.get("cue") else ""
    said = " ".join(row["text"].split())
    return f"{speaker}{cue}: {said if len(said) <= _SAID_SHOWN else said[:_SAID_SHOWN] + ' …'}{_doubt(row)}"


def _figure(row: Row) -> str:
    bounds = {"about": "about ", "min": "at least ", "max": "at most ", "exact": ""}
    value = f"{row['value']:,}" + (f" to {row['value_max']:,}" if row.get("value_max") is not None else "")
    told = (bounds[row["bound"]] + value, row.get("unit"), row.get("noun"))
    return f"{_plain(row)} = {' '.join(str(one) for one in told if one)}{_doubt(row)}"


def _date(row: Row) -> str:
    value = row["value"] or "not to be told"
    candidates = f" ({', '.join(row['candidates'])})" if row.get("candidates") else ""
    modifier = f"{row['modifier']} " if row.get("modifier") else ""
    return f"{_plain(row)} = {modifier}{value}{candidates}{_doubt(row)}"


def _plain(row: Row) -> str:
    return " ".join(row["text"].split())


def _of(rows: Sequence[Row], kind: str) -> list[Row]:
    return [row for row in rows if row["kind"] == kind]


def _unlike(lines: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(lines))


def _is_fact(row: Row) -> bool:
    return bool(row["confidence"] >= SHOWN_AS_FACT)


def _doubt(row: Row) -> str:
    return "" if _is_fact(row) else " ?"
