"""All that is in a store but for clock times, trace ids and row numbers: what two runs must agree in."""

from contextlib import closing
from typing import Any

from wireroom_store.connection import connect_reader

_VOLATILE = {"received_at", "stored_at", "decided_at", "passed", "trace_id", "epoch", "at", "seq"}
_TABLES = {
    "articles": "article_id",
    "contents": "article_id, revision",
    "deliveries": "seq",
    "kills": "delivery_id",
    "group_aliases": "group_id",
    "stream": "stream_id",
    "dead_letters": "letter_id",
}


def dump(url: str, *tables: str) -> dict[str, list[Any]]:
    """Each table's rows (all of them where none is named), deliveries and stream in their order."""
    with closing(connect_reader(url)) as connection:
        return {
            table: [
                _lasting(row)
                for (row,) in connection.execute(
                    f"select to_jsonb(t) from news.{table} t order by {_TABLES[table]}".encode()
                )
            ]
            for table in tables or _TABLES
        }


def _lasting(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _lasting(inner) for key, inner in value.items() if key not in _VOLATILE}
    if isinstance(value, list):
        return [_lasting(inner) for inner in value]
    return value
