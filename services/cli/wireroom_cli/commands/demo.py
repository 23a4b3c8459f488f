"""``wireroom demo``: the main job on the sample news, and what was found."""

import time
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typer

from wireroom_cli import assembly, copies, groupviews, views
from wireroom_cli.commands import ingesting
from wireroom_cli.database import database
from wireroom_cli.progress import say
from wireroom_cli.settings import CliSettings
from wireroom_store import queries, readings
from wireroom_store.connection import Connection, connect_reader
from wireroom_store.queries import Filters

SEARCHED = "passerelles fermees"
"""Without accents and in the plural; the sample news says « passerelle … fermée »."""


def demo(settings: CliSettings, seeds: Path, *, as_json: bool) -> None:
    """Ingest ``seeds`` and show counts, one copy group, a search, the dead letters, and where the data lives."""
    if not seeds.is_dir():
        raise typer.BadParameter(f"there is no folder {seeds}: run it in a checkout, or say --seeds")
    began = time.monotonic()
    with database(settings, say) as url:
        with assembly.writing(url) as store:
            outcome = ingesting.run(store, [str(seeds)], None, settings)
        with closing(connect_reader(url)) as connection:
            report = _report(connection, outcome)
    report["seconds"] = round(time.monotonic() - began, 1)
    report["data"] = _where(settings)
    if as_json:
        views.print_json(report)
    else:
        _print(report)


def _report(connection: Connection, outcome: ingesting.Outcome) -> dict[str, Any]:
    groups = readings.most_reprinted(connection, Filters(), 1)
    members = readings.group(connection, groups[0]["group_id"]) if groups else []
    return {
        "ingested": asdict(outcome),
        "counts": readings.counts(connection),
        "group": copies.laid_out(connection, members[: groupviews.MOST_MEMBERS]),
        "group_members": len(members),
        "search": {"words": SEARCHED, "found": queries.search(connection, Filters(words=SEARCHED), 5)},
        "dead_letters": readings.dead_letters(connection, 20),
        "rows": readings.sizes(connection),
    }


def _where(settings: CliSettings) -> dict[str, str]:
    database = settings.database_url or f"embedded PostgreSQL in {settings.data_folder}"
    return {"database": database, "originals": str(settings.raw_folder)}


def _print(report: dict[str, Any]) -> None:
    out = views.console()
    for name in ("source", "language", "verdict"):
        views.counts(f"\nBy {name}", name, report["counts"][name])
    out.print("\nA copy group", style="bold")
    groupviews.group(report["group"], report["group_members"])
    out.print(f"\nSearch: {report['search']['words']}", style="bold")
    views.found(report["search"]["found"], report["search"]["words"])
    out.print("\nDead letters (refused, the originals kept)", style="bold")
    views.dead_letters(report["dead_letters"])
    out.print(f"\n{ingesting.summary(ingesting.Outcome(**report['ingested']))}")
    rows = report["rows"]
    out.print(
        f"The store holds {rows['articles']} articles, {rows['contents']} contents, {rows['deliveries']} deliveries."
    )
    for name, place in report["data"].items():
        out.print(f"{name}: {place}")
    out.print(f"Took {report['seconds']} s.")
