"""``wireroom search``, ``show``, ``groups`` and ``export``."""

import json
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import typer

from wireroom_cli import copies, groupviews, streams, views
from wireroom_cli.database import database
from wireroom_cli.exits import Code
from wireroom_cli.progress import say
from wireroom_cli.settings import CliSettings
from wireroom_store import queries, readings
from wireroom_store.connection import Connection, connect_reader, meaning
from wireroom_store.migrate import check, migrate
from wireroom_store.queries import Filters


@contextmanager
def reader(settings: CliSettings) -> Iterator[Connection]:
    """A connection for reading. The embedded store is brought up to date first; another's schema must be."""
    with database(settings, say) as url, closing(connect_reader(url)) as connection:
        with meaning():
            (check if settings.database_url else migrate)(connection)
        yield connection


def search(settings: CliSettings, filters: Filters, limit: int, *, as_json: bool) -> None:
    """Print what was found, best first."""
    with reader(settings) as connection:
        found = queries.search(connection, filters, limit)
    if as_json:
        views.print_json(found)
    else:
        views.found(found, filters.words or "")


def show(settings: CliSettings, article_id: str, *, as_json: bool) -> None:
    """Print all that is known of one article; exit code 4 where there is none."""
    with reader(settings) as connection:
        whole = _whole(connection, article_id, most=None if as_json else groupviews.MOST_MEMBERS)
    if whole is None:
        say(f"No article has the id {article_id}, or several begin with it.")
        raise typer.Exit(Code.NOT_FOUND)
    if as_json:
        views.print_json(whole)
    else:
        views.article(whole)
        groupviews.of_article(whole)


def groups(settings: CliSettings, filters: Filters, limit: int, *, as_json: bool) -> None:
    """Print the most reprinted groups."""
    with reader(settings) as connection:
        found = readings.most_reprinted(connection, filters, limit)
    if as_json:
        views.print_json(found)
    else:
        groupviews.groups(found)


def export(settings: CliSettings, filters: Filters) -> None:
    """Write one line for each current article."""
    with reader(settings) as connection:
        for row in queries.export(connection, filters):
            document = row.pop("document")
            line = json.dumps(document | row, ensure_ascii=False, default=str).encode()
            streams.write_lines(sys.stdout.buffer, [line])


def _whole(connection: Connection, article_id: str, most: int | None) -> dict[str, Any] | None:
    """All that is known of an article; of a group of more than ``most`` only so many are laid out, and itself."""
    row = readings.article(connection, article_id)
    if row is None:
        return None
    members = readings.group(connection, row["root_id"])
    near = members if most is None else copies.shortened(members, most, row["article_id"])
    shown = ("article_id", "revision", "verdict", "canonical_article_id", "quotes_killed", "decision")
    return {
        **row["document"],
        **{name: row[name] for name in shown},
        "title": row["title"],
        "text": row["body"],
        "status": row["effective_status"],
        "group_id": row["root_id"],
        "revisions": readings.revisions(connection, row["article_id"]),
        "deliveries": readings.deliveries(connection, row["article_id"]),
        "group_members": len(members),
        "group": copies.laid_out(connection, near),
    }
