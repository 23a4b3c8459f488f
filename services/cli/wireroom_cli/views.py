"""What a person sees: tables and texts on standard output; plain where it is piped."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, is_dataclass
from datetime import datetime
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from wireroom_cli import facts
from wireroom_core.models import DeadLetter

Row = Mapping[str, Any]
_STATUS_STYLE = {"usable": "green", "withheld": "yellow", "canceled": "red"}
ID_SHOWN = 12
_LONGEST_TABLE = 12
_STAGES = ("ingest", "enrichment", "dedup")


def console() -> Console:
    """Standard output; wide where nobody watches, so that lines are not folded."""
    out = Console(highlight=False, markup=False)
    return out if out.is_terminal else Console(highlight=False, markup=False, width=200)


def print_json(data: object) -> None:
    """``data`` as indented JSON, instants in ISO 8601, dataclasses as objects."""
    print(json.dumps(data, ensure_ascii=False, indent=2, default=_plain))  # noqa: T201 - the command's output


def _plain(value: Any) -> object:  # noqa: ANN401 - json hands over anything
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def found(rows: Sequence[Row], words: str) -> None:
    """The hits of a search."""
    out = console()
    if not rows:
        out.print(f"Nothing found for {words}.")
        return
    for row in rows:
        out.print(headline(row))
        out.print(f"    {' '.join(row['snippet'].split())}", style="dim")
    out.print(f"{len(rows)} shown, best first.")


def headline(row: Row) -> Text:
    """An article in one line."""
    line = Text.assemble(
        (row["article_id"][:ID_SHOWN], "cyan"),
        f"  {_when(row)}  ",
        (row["source_name"], "bold"),
        f" ({row['language']})  {_title(row)}  ",
        (f"[{row['verdict']}]", "magenta"),
    )
    return marked(line, row)


def marked(line: Text, row: Row) -> Text:
    """``line`` with the status of an article that is not usable."""
    return line if row["status"] == "usable" else line.append(f" {row['status']}", _STATUS_STYLE[row["status"]])


def _when(row: Row) -> str:
    published = row["published_at"]
    if published and published["value"]:
        return str(published["value"])
    return f"received {row['received_at']:%Y-%m-%d}"


def _title(row: Row) -> str:
    return row["title"] or "(no title)"


def letters(rows: Sequence[Row]) -> None:
    """Dead letters by stage and reason."""
    out = console()
    if not rows:
        out.print("No dead letters.")
        return
    table = _table("letters", "requeued", "last", "stage", "reason")
    for row in rows:
        last = f"{row['last']:%Y-%m-%d %H:%M}"
        table.add_row(f"{row['letters']:,}", f"{row['requeued']:,}", last, row["stage"], row["reason"])
    out.print(table)


def letter(letter: DeadLetter, original: bytes | None, requeued_at: datetime | None) -> None:
    """One dead letter, with the beginning of its original."""
    out = console()
    where = f"{letter.topic}[{letter.partition}] offset {letter.offset}" if letter.topic else letter.file
    line = f" #{letter.line}" if letter.line else ""
    out.print(Text.assemble((letter.letter_id, "cyan"), f"  {letter.at:%Y-%m-%d %H:%M:%S}  ", (letter.stage, "bold")))
    out.print(f"    {letter.reason}", style="red")
    out.print(f"    {where}{line}" + (f", requeued {requeued_at:%Y-%m-%d %H:%M}" if requeued_at else ""))
    if original is None:
        out.print("    (its original is in no folder that can be read from here)", style="dim")
    else:
        text = " ".join(original[:4096].decode(errors="replace").split())
        out.print(f"    {len(original):,} bytes: {text[:200]}", style="dim")


def positions(rows: Sequence[Row]) -> None:
    """Where consumers stand."""
    table = _table("consumer", "partition", "position", "begin", "end", "")
    for row in rows:
        figures = ["none" if row[name] is None else str(row[name]) for name in ("position", "begin", "end")]
        state = "no longer exists" if row["gone"] else ""
        table.add_row(row["consumer"], f"{row['topic']}[{row['partition']}]", *figures, state)
    console().print(table)


def _table(*columns: str, title: str | None = None) -> Table:
    table = Table(title=title, title_justify="left", box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def counts(title: str, column: str, values: Mapping[str, int]) -> None:
    """One table of counts, the most frequent ``_LONGEST_TABLE`` of them."""
    table = _table(column, title=title)
    table.add_column("count", justify="right")
    for name, count in list(values.items())[:_LONGEST_TABLE]:
        table.add_row(str(name), f"{count:,}")
    if len(values) > _LONGEST_TABLE:
        rest = list(values.values())[_LONGEST_TABLE:]
        table.add_row(f"({len(rest)} others)", f"{sum(rest):,}")
    console().print(table)


def dead_letters(rows: Sequence[Row]) -> None:
    """Refused input, with the reason."""
    for row in rows:
        place = row["file"] or ""
        if row["line"] is not None:
            place += f" #{row['line']}"
        console().print(f"  {place}: {row['reason']}", style="red")


def article(whole: Row) -> None:
    """All that is known of one article."""
    out = console()
    out.print(Text(whole["title"] or "(no title)", style="bold"))
    _facts(out, whole)
    out.rule(style="dim")
    out.print(facts.marked(whole["text"], whole["annotations"]) if whole["text"] else Text("(no text)"))
    out.rule(style="dim")
    _found(out, whole)
    _decision(out, whole)
    _revisions(whole["revisions"])
    _steps(whole["deliveries"])


def _facts(out: Console, whole: Row) -> None:
    published = whole["published_at"]
    facts = {
        "id": whole["article_id"],
        "source": f"{whole['source']['name']} ({whole['source']['id']})",
        "origin": whole["origin"],
        "byline": whole["byline"],
        "published": published and f"{published['value'] or published['raw']} ({published['precision'] or 'no date'})",
        "language": _language(whole),
        "status": whole["status"] + (" – quotes a killed item" if whole["quotes_killed"] else ""),
        "address": whole["url"],
        "header": whole["header"],
        "trailer": whole["trailer"],
        "mended": "; ".join(whole["repairs"]),
        "original": whole["raw_ref"],
    }
    for name, value in facts.items():
        if value:
            out.print(Text.assemble((f"{name:<12}", "dim"), str(value)))


def _language(whole: Row) -> str:
    """The language, and where declared, seen and found are not one."""
    told = f"{whole['language']} ({whole['language_confidence']:.2f})"
    beside = {"declared": whole["language_declared"], "detected": whole["language_detected"]}
    told += "".join(f", {how} {code}" for how, code in beside.items() if code and code != whole["language"])
    return told + (", mixed" if "mixed" in whole["language_flags"] else "")


def _found(out: Console, whole: Row) -> None:
    """What annotators found, by kind."""
    if out.is_terminal:
        out.print(facts.legend())
    topics = "; ".join(f"{topic['name']} ({topic['score']:.2f})" for topic in whole["topics"])
    about = {"topics": topics, "phrases": ", ".join(whole["key_phrases"]), "summary": whole["summary"]}
    for heading, told in about.items():
        if told:
            out.print(Text.assemble((f"{heading:<14}", "dim"), told))
    for heading, lines in facts.listed(whole["annotations"]):
        for number, line in enumerate(lines):
            out.print(Text.assemble((f"{'' if number else heading:<14}", "dim"), line))


def _decision(out: Console, whole: Row) -> None:
    decision = whole["decision"]
    out.print(Text.assemble(("decision    ", "dim"), (whole["verdict"], "magenta")))
    if decision:
        out.print(Text.assemble(("why         ", "dim"), decision["evidence"]))


def _revisions(rows: Sequence[Row]) -> None:
    table = Table(title="\nRevisions", title_justify="left", box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for name in ("no", "title", "verdict", "delivered", ""):
        table.add_column(name)
    for row in rows:
        current = "current" if row["current"] else ""
        table.add_row(str(row["revision"]), _title(row), row["verdict"], f"{row['deliveries']} times", current)
    console().print(table)


def _steps(rows: Sequence[Row]) -> None:
    table = Table(title="\nDeliveries, each step with its time (UTC)", title_justify="left", box=None, pad_edge=False)
    for name in ("delivery", "verdict", "received", *_STAGES, "storage"):
        table.add_column(name)
    for row in rows:
        passed = [str(row["passed"].get(stage, ""))[11:23] for stage in _STAGES]
        received, stored = f"{row['received_at']:%Y-%m-%d %H:%M:%S}", f"{row['stored_at']:%H:%M:%S.%f}"[:12]
        table.add_row(row["delivery_id"][:ID_SHOWN], row["verdict"], received, *passed, stored)
    console().print(table)
