"""What a person sees of trends and sources."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from rich.table import Table
from rich.text import Text

from wireroom_cli.sparklines import sparkline
from wireroom_cli.views import console, headline
from wireroom_trends.reading import SourceStanding

Row = Mapping[str, Any]
ARTICLES_SHOWN = 3


def trends(rows: Sequence[Row], now: datetime, *, rising: bool) -> None:
    """Things with their last day, their own past, and the articles behind them."""
    out = console()
    if not rows:
        out.print(f"Nothing {'rises' if rising else 'of that name'}, as of {now:%Y-%m-%d %H:%M} UTC.")
        return
    out.print(f"{'Rising' if rising else 'Counted'}, as of {now:%Y-%m-%d %H:%M} UTC", style="bold")
    for row in rows:
        curve = row["curve"]
        out.print()
        out.print(Text.assemble((row["kind"], "dim"), "  ", (str(row["label"]), "bold"), "  ", (_id(row), "cyan")))
        out.print(f"    {_told(row)}")
        day = f"to {curve.end:%d %b %H:%M}"
        out.print(f"    {day:<15} │{sparkline(curve.hours, curve.top)}│ at most {max(curve.hours)} an hour")
        out.print(
            f"    {'days before':<15} │{sparkline(curve.usual, curve.top)}│ at most {max(curve.usual):.1f}", style="dim"
        )
        for article in row["articles"][:ARTICLES_SHOWN]:
            out.print(Text.assemble("    ", headline(article)))
        if (more := len(row["articles"]) - ARTICLES_SHOWN) > 0:
            out.print(f"    … and {more} more", style="dim")


def _id(row: Row) -> str:
    return "" if row["label"] == row["name"] else row["name"]


def _told(row: Row) -> str:
    copies = f" and {row['copies']} copies" if row["copies"] else ""
    told = f"{row['originals']} originals{copies} in an hour, {row['expected']:.1f} expected, G² {row['score']:.0f}"
    if row["rose_at"] is None:
        return told + (", rises" if row["goes_on"] else "")
    return f"rose {row['rose_at']:%Y-%m-%d %H:%M}{'' if row['goes_on'] else ', over by now'}: {told}"


def sources(rows: Sequence[SourceStanding], now: datetime) -> None:
    """Sources, silent ones first."""
    out = console()
    out.print(f"As of {now:%Y-%m-%d %H:%M} UTC, the last item", style="bold")
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for column in ("source", "items a day", "last item", "missing by habit", "allowed", ""):
        table.add_column(column, overflow="fold", justify="right" if column in _NUMBERS else "left")
    for row in rows:
        table.add_row(
            row.name,
            f"{row.per_day:,.1f}",
            f"{row.last_item_at:%Y-%m-%d %H:%M}",
            "" if row.expected is None else f"{row.expected:.1f}",
            "" if row.allowed is None else f"{row.allowed:.0f}",
            _state(row),
        )
    out.print(table)


def _state(row: SourceStanding) -> Text:
    if row.expected is None:
        return Text("no habit yet", "dim")
    return Text("silent", "red") if row.silent else Text("talks", "green")


_NUMBERS = ("items a day", "missing by habit", "allowed")
