"""Real PostgreSQL for tests: at WIREROOM_TEST_DATABASE_URL, else in a container, else the embedded one."""

import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg

from tests import containers
from wireroom_cli.embedded import EmbeddedPostgres
from wireroom_store.migrate import migrate_url
from wireroom_trends.migrations import TRENDS


@contextmanager
def server() -> Iterator[str]:
    """The URL of a server's database from which others can be made."""
    if given := os.environ.get("WIREROOM_TEST_DATABASE_URL"):
        yield given
        return
    if containers.docker():
        with containers.postgres() as url:
            yield url
        return
    # pytest's own folders are closed to the unprivileged user that the server runs as under root.
    with tempfile.TemporaryDirectory(prefix="wireroom-test-") as folder:
        Path(folder).chmod(0o755)
        with EmbeddedPostgres(Path(folder)) as url:
            yield url


@contextmanager
def database(server_url: str, template: str = "template1") -> Iterator[str]:
    """The URL of a database that lives as long as the context, made from ``template`` (a database's name)."""
    name = f"wireroom_test_{secrets.token_hex(6)}"
    _run(server_url, f'create database "{name}" template "{template}"')
    try:
        yield named(server_url, name)
    finally:
        _run(server_url, f'drop database "{name}" with (force)')


def migrated(url: str) -> None:
    """Bring the database at ``url`` up to date."""
    migrate_url(url)
    migrate_url(url, TRENDS)


def emptied(url: str) -> None:
    """Take every row out of the store at ``url``, as if it had just been made."""
    with closing(psycopg.connect(url)) as connection:
        connection.execute(
            """truncate news.articles, news.contents, news.deliveries, news.group_aliases, news.kills, news.positions,
            news.store_mode, news.stream, news.dead_letters, news.announced, news.killed_groups, trends.minutes,
            trends.hours, trends.days, trends.sources, trends.source_minutes, trends.rising, trends.silences,
            trends.positions restart identity"""
        )
        connection.execute("update trends.ledger set watched_until = null")
        connection.execute("update news.stream_head set n = 0")
        connection.commit()


def answers(url: str) -> bool:
    """Whether the server takes a connection now."""
    try:
        psycopg.connect(url, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


def asked(url: str, question: str) -> Any:
    """The one answer to a question in SQL."""
    with closing(psycopg.connect(url)) as connection:
        row = connection.execute(question.encode()).fetchone()
    return row[0] if row else None


def named(server_url: str, name: str) -> str:
    """The URL of another database on the same server."""
    return urlunsplit(urlsplit(server_url)._replace(path=f"/{name}"))


def _run(server_url: str, statement: str) -> None:
    with closing(psycopg.connect(server_url, autocommit=True)) as connection:
        connection.execute(statement.encode())
