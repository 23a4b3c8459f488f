"""Bring a schema up to date, and tell whether it is: ``news``, or another writer's own."""

from dataclasses import dataclass
from typing import Any

import psycopg

from wireroom_core.errors import FatalError, TransientError
from wireroom_store.connection import connect, meaning
from wireroom_store.migrations import HEAD

_LOCK = 0x77697265_6D696772
"""Advisory lock of migrating, so that two starts at once do not collide."""
_SESSION = "-c transaction_timeout=0 -c timezone=UTC -c application_name=wireroom"
"""A migration may take its time."""


@dataclass(frozen=True, slots=True)
class Schema:
    """A writer's schema: its name, the revision that the program knows, and the folder of its migrations."""

    name: str
    head: str
    location: str


NEWS = Schema("news", HEAD, "wireroom_store:migrations")


def schema_version(connection: psycopg.Connection[Any], schema: Schema = NEWS) -> str | None:
    """The revision that the database is at; None where there is no schema yet."""
    with connection.transaction():
        table = f"{schema.name}.alembic_version"
        found = connection.execute("select to_regclass(%s)", (table,)).fetchone()
        if found is None or found[0] is None:
            return None
        row = connection.execute(f"select version_num from {table}".encode()).fetchone()
    return str(row[0]) if row else None


def migrate_url(url: str, schema: Schema = NEWS) -> bool:
    """Migrate the database at ``url``; True where there was anything to do. Raises TransientError, FatalError."""
    connection = connect(url)
    try:
        with meaning():
            return migrate(connection, schema)
    finally:
        connection.close()


def check(connection: psycopg.Connection[Any], schema: Schema = NEWS) -> None:
    """Raise TransientError where the schema is behind this program, FatalError where it is ahead."""
    version = schema_version(connection, schema)
    if version is None or version < schema.head:
        what = "the store" if schema is NEWS else f"schema {schema.name}"
        raise TransientError(f"{what} is at revision {version}, not {schema.head}: `wireroom migrate` brings it there")
    _not_newer(version, schema)


def migrate(connection: psycopg.Connection[Any], schema: Schema = NEWS) -> bool:
    """Migrate to the schema's head; True where there was anything to do. Safe to be called by several at once.

    Raises FatalError where the store is newer than this program, psycopg.Error where the database refuses.
    """
    version = schema_version(connection, schema)
    if version == schema.head:
        return False
    _not_newer(version, schema)
    connection.execute("set local transaction_timeout = 0")  # as long as the other one takes that migrates
    connection.execute("select pg_advisory_lock(%s)", (_LOCK,))
    try:
        connection.execute(f"create schema if not exists {schema.name}".encode())
        connection.commit()
        _upgrade(connection.info.dsn, connection.info.password, schema)
    finally:
        connection.rollback()
        connection.execute("select pg_advisory_unlock(%s)", (_LOCK,))
        connection.commit()
    return True


def _not_newer(version: str | None, schema: Schema) -> None:
    if version is not None and version > schema.head:
        raise FatalError(f"this store is at revision {version}, newer than this program, which knows {schema.head}")


def _upgrade(dsn: str, password: str, schema: Schema) -> None:
    """Run Alembic on a connection of its own; imported here since it takes half a second."""
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from sqlalchemy import create_engine, exc, pool  # noqa: PLC0415

    engine = create_engine(
        "postgresql+psycopg://",
        creator=lambda: psycopg.connect(dsn, password=password, options=_SESSION),
        poolclass=pool.NullPool,
    )
    config = Config()
    config.set_main_option("script_location", schema.location)
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, schema.head)
    except exc.DBAPIError as error:
        raise (error.orig or error) from None
