"""The dead letters that are kept, as an operator asks for them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from psycopg.rows import dict_row

from wireroom_core.models import DeadLetter
from wireroom_store.connection import Connection, meaning

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Which:
    """What letters are chosen by; all that is given must hold."""

    letter_ids: tuple[str, ...] = ()
    """Ids, or beginnings of ids."""
    stage: str | None = None
    reason: str | None = None
    """A part of the reason, whatever its case."""
    since: datetime | None = None
    """Refused at or after this instant."""
    requeued: bool = True
    """False: without those that were requeued."""

    def conditions(self) -> str:
        """The SQL of what is given."""
        parts = {
            "letter_ids": "exists (select from unnest(%(letter_ids)s::text[]) b where letter_id ^@ b)",
            "stage": "stage = %(stage)s",
            "reason": "position(lower(%(reason)s) in lower(reason)) > 0",
            "since": "at >= %(since)s",
        }
        given = [part for name, part in parts.items() if getattr(self, name)]
        return " and ".join([*given, "true" if self.requeued else "requeued_at is null"])

    def values(self) -> Row:
        """What the conditions refer to."""
        return {
            "letter_ids": list(self.letter_ids),
            "stage": self.stage,
            "reason": self.reason,
            "since": self.since,
        }


def counts(connection: Connection, which: Which) -> list[Row]:
    """How many there are by stage and reason, how many of them were requeued, and when the last was refused."""
    with meaning(), connection.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(
            f"""select stage, reason, count(*) as letters, count(requeued_at) as requeued, max(at) as last
            from news.dead_letters where {which.conditions()}
            group by stage, reason order by stage, letters desc, reason""".encode(),
            which.values(),
        ).fetchall()


def find(connection: Connection, which: Which) -> Iterator[tuple[DeadLetter, datetime | None]]:
    """Letters in the order of their refusal, each with when it was requeued; read in pieces."""
    with meaning(), connection.transaction(), connection.cursor("letters") as cursor:
        cursor.itersize = 100
        cursor.execute(
            f"""select letter::text, requeued_at from news.dead_letters where {which.conditions()}
            order by at, letter_id""".encode(),
            which.values(),
        )
        for letter, requeued_at in cursor:
            yield DeadLetter.model_validate_json(letter), requeued_at


def requeued(connection: Connection, letter_ids: Sequence[str]) -> None:
    """Note that these were requeued now."""
    with meaning(), connection.transaction():
        connection.execute(
            "update news.dead_letters set requeued_at = now() where letter_id = any(%s)", (list(letter_ids),)
        )
