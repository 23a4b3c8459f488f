"""A connection that says what its errors mean: pass over, never pass, or stop."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import errors

from wireroom_core.errors import FatalError, OverlongError, PoisonError, TransientError

Connection = psycopg.Connection[tuple[Any, ...]]

_TRANSIENT_CLASSES = ("08", "40", "53", "57", "58")
"""Connection, rollback (deadlock, serialisation), resources (disk full), operator, system error."""
_ADDED_BY_ANOTHER = "23505"
"""A unique row that another writer added first, which the next try sees."""
_OVERLONG = "25P04"
"""The transaction's time is over."""
_POISON_CLASSES = ("21", "22", "23", "54")
"""Cardinality, data, integrity, a limit of PostgreSQL's: the content of the statement is at fault."""
_OPERATORS = ("authentication failed", "does not exist", "no password supplied")
"""What the server says of a wrong password, role or database: waiting would not mend it."""

SESSION = (
    "-c transaction_timeout=10s -c client_connection_check_interval=1s -c timezone=UTC -c application_name=wireroom"
    " -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off"
)
"""A writer that froze or died does not hold the next one up.

It touches a few rows of each table by their keys, whatever the planner knows of the tables: before the first ANALYZE,
and after a crash, that is nothing, and it would read all of them for every batch.
"""

_NOTICED: dict[str, Any] = {
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 4,
    "tcp_user_timeout": 30_000,
}
"""A connection lost without a word (a firewall forgot it) is noticed in 30 s; the system would take up to hours."""


def connect(url: str) -> Connection:
    """A new connection for writing. Raises TransientError where the database is away."""
    with meaning():
        return psycopg.connect(url, options=SESSION, **_NOTICED)


def connect_reader(url: str) -> Connection:
    """A new connection for reading; each statement stands alone. Raises TransientError."""
    with meaning():
        return psycopg.connect(url, options="-c timezone=UTC", autocommit=True, **_NOTICED)


@contextmanager
def meaning() -> Iterator[None]:
    """Turn psycopg's errors into Wireroom's; what is neither transient nor poison is fatal (rights, settings)."""
    try:
        yield
    except psycopg.Error as error:
        state = error.sqlstate or ""
        if state == _OVERLONG:
            raise OverlongError(f"the database: {_first_line(error)}") from error
        if _is_transient(error, state):
            raise TransientError(f"the database: {_first_line(error)}") from error
        if state.startswith(_POISON_CLASSES) or isinstance(error, psycopg.DataError):
            raise PoisonError(f"PostgreSQL refuses it: {_first_line(error)}") from error
        raise FatalError(f"the database: {_first_line(error)}") from error


def _is_transient(error: psycopg.Error, state: str) -> bool:
    if state:
        return state.startswith(_TRANSIENT_CLASSES) or state == _ADDED_BY_ANOTHER
    # Without a state there was no connection, or it was lost.
    away = isinstance(error, psycopg.OperationalError | errors.InterfaceError)
    return away and not any(reason in str(error) for reason in _OPERATORS)


def _first_line(error: psycopg.Error) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
