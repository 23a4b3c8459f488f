"""The floor under storing: the same rows, copied into the same tables with their indexes and generated columns."""

from contextlib import closing

import psycopg

from wireroom_store.connection import Connection

_FIRST = "join lateral (select min(d.seq) as seq from news.deliveries d where d.article_id = t.article_id) d on true"
_OWN = "join news.deliveries d on d.delivery_id = t.delivery_id"
TABLES = {
    "articles": ("article_id, source_id, current_revision, current_delivery_id", _FIRST),
    "contents": (
        "article_id, revision, content_hash, delivery_id, verdict, group_id, source_id, source_name, origin, agency, "
        "agency_own, language, status, embargo_until, published_utc, received_at, title, body, document",
        _OWN,
    ),
    "deliveries": (
        "delivery_id, article_id, content_hash, version, updated_utc, received_at, verdict, decided_at, decision, "
        "feed, raw_ref, trace_id, passed, stored_at",
        _OWN,
    ),
    "kills": ("delivery_id, article_id, source_id, signal, version, at, received_at", _OWN),
    "stream": ("epoch, stream_id, what, article_id, event, stored_at", _FIRST),
}
"""Table → its columns, and how to come to the delivery that brought a row (``group_aliases`` is next to nothing)."""
Batches = list[dict[str, bytes]]


def saved(connection: Connection, batch: int) -> Batches:
    """The rows of each table in COPY's own text form, by the batch of ``batch`` deliveries that brought them."""
    batches: Batches = [dict.fromkeys(TABLES, b"") for _ in range(_deliveries(connection) // batch + 1)]
    for table, (columns, join) in TABLES.items():
        listed = ", ".join(f"t.{column.strip()}" for column in columns.split(","))
        rows = f"select (d.seq - 1) / {batch}, {listed} from news.{table} t {join} order by d.seq"
        with connection.cursor() as cursor, cursor.copy(f"copy ({rows}) to stdout".encode()) as copy:
            for row in copy:
                number, _, rest = bytes(row).partition(b"\t")
                batches[int(number)][table] += rest
    return batches


def _deliveries(connection: Connection) -> int:
    row = connection.execute("select count(*) from news.deliveries").fetchone()
    assert row is not None
    return int(row[0])


def bare_copy(url: str, batches: Batches) -> None:
    """One transaction for each batch, as storing has them."""
    with closing(psycopg.connect(url)) as connection:
        for rows in batches:
            for table, (columns, _) in TABLES.items():
                _copy(connection, f"copy news.{table} ({columns}) from stdin", rows[table])
            connection.commit()


def _copy(connection: psycopg.Connection[tuple[object, ...]], statement: str, rows: bytes) -> None:
    with connection.cursor() as cursor, cursor.copy(statement.encode()) as copy:
        copy.write(rows)
