"""The one that looks at the counts and keeps what it says until it is published."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import LiteralString

from psycopg.rows import class_row

from wireroom_core.models import Message, Rising, SourceSilence, TrendCount, decode, encode
from wireroom_core.topology import COUNTS, RISING, SILENT, Topic
from wireroom_store.connection import Connection, connect, meaning
from wireroom_store.migrate import check
from wireroom_trends.counting import Thing, begin
from wireroom_trends.facts import StoredFacts
from wireroom_trends.habits import HISTORY
from wireroom_trends.migrations import TRENDS
from wireroom_trends.watching import STEP, News, Said, Watch

_LOCK = 0x77697265_74726E64
"""Advisory lock of the one observer."""
_PATIENCE = "30s"
"""How long an observer that froze, or was cut off, keeps the lock from the next one."""
KEPT = {"minutes": timedelta(days=2), "source_minutes": HISTORY + timedelta(days=1), "hours": timedelta(days=90)}
"""How long buckets stay, by the news' own time; days stay for good."""
PIECE = 20_000
BACK = timedelta(days=7)
"""What lies further back when the counts catch up is counted, but no longer told."""
_UNPUBLISHED: dict[Topic, LiteralString] = {
    RISING: "select name, message::text from trends.rising where not published order by at limit %s",
    SILENT: "select source_id, message::text from trends.silences where not published order by at limit %s",
}
_PUBLISHED: dict[Topic, LiteralString] = {
    RISING: "update trends.rising set published = true where message = %s::jsonb",
    SILENT: "update trends.silences set published = true where message = %s::jsonb",
}


@dataclass(frozen=True, slots=True)
class Pending:
    """A message that waits for its acknowledgement."""

    topic: Topic
    key: bytes
    message: Message


@dataclass(frozen=True, slots=True)
class _Untold:
    start: datetime
    kind: str
    name: str
    originals: int
    copies: int


class Observer:
    """One connection, one observer: by an advisory lock that goes with the connection.

    Every method raises TransientError, FatalError.
    """

    def __init__(self, url: str, cluster: str, topic: str) -> None:
        self._place = {"cluster": cluster, "topic": topic}
        self._watch = Watch()
        self._held = False
        self._connection = connect(url)
        try:
            with meaning():
                check(self._connection, TRENDS)
                with self._connection.transaction():
                    self._connection.execute(f"set idle_session_timeout = '{_PATIENCE}'".encode())
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """Let another be the observer."""
        self._connection.close()

    def claim(self) -> bool:
        """Become the observer, unless another is; True where we are."""
        if not self._held:
            with meaning(), self._connection.transaction():
                row = self._connection.execute("select pg_try_advisory_lock(%s)", (_LOCK,)).fetchone()
                self._held = row == (True,)
        return self._held

    def observe(self) -> bool:
        """Look at the next moment that is counted in full, and keep what is new; False where there is none yet."""
        with meaning(), self._connection.transaction():
            now = self._next_moment(self._connection)
            if now is None:
                return False
            said = self._said(self._connection)
            news = self._watch.look(now, StoredFacts(self._connection), said)
            _keep(self._connection, now, news)
        return True

    def pending(self, limit: int) -> list[Pending]:
        """What is to be published: buckets of a minute that is over, bursts, silences."""
        with meaning(), self._connection.transaction():
            told = [
                Pending(topic, key.encode(), decode(message, Rising, SourceSilence))
                for topic, query in _UNPUBLISHED.items()
                for key, message in self._connection.execute(query, (limit,)).fetchall()
            ]
            return told + self._untold(self._connection, limit)

    def published(self, done: Sequence[Pending]) -> None:
        """They are acknowledged."""
        counts = [
            {"start": m.start, "kind": m.kind, "name": m.name, "told": m.originals + m.copies}
            for m in (each.message for each in done)
            if isinstance(m, TrendCount)
        ]
        others = [each for each in done if not isinstance(each.message, TrendCount)]
        with meaning(), self._connection.transaction():
            cursor = self._connection.cursor()
            cursor.executemany(
                """update trends.minutes set told = %(told)s
                where kind = %(kind)s and name = %(name)s and start = %(start)s""",
                counts,
            )
            for each in others:
                cursor.execute(_PUBLISHED[each.topic], (encode(each.message).decode(),))

    def prune(self) -> int:
        """Remove buckets that are older than they are kept, a piece of each table; how many."""
        with meaning(), self._connection.transaction():
            return sum(
                self._connection.execute(
                    f"""delete from trends.{table} where ctid = any(array(
                        select t.ctid from trends.{table} t, trends.ledger l
                        where t.start < l.watched_until - %s order by t.start limit %s))""".encode(),
                    (kept, PIECE),
                ).rowcount
                for table, kept in KEPT.items()
            )

    def _next_moment(self, connection: Connection) -> datetime | None:
        """The next moment to look at, by the news' own time: what is behind holds it back, what is idle does not."""
        row = connection.execute(
            """select coalesce(min(latest) filter (where not at_end), max(latest)),
                bool_or(latest is null and not at_end), (select watched_until from trends.ledger)
            from trends.positions where cluster = %(cluster)s and topic = %(topic)s""",
            self._place,
        ).fetchone()
        if row is None or row[0] is None or row[1]:
            return None
        counted, _, until = row
        first = begin(counted, "minute") - timedelta(minutes=counted.minute % 5) - BACK
        following = max(until + STEP, first) if until is not None else first
        return following if following <= counted else None

    def _said(self, connection: Connection) -> Said:
        rising = connection.execute("select kind, name from trends.rising where over_at is null").fetchall()
        silent = connection.execute(
            "select source_id, silence::text from trends.sources where silence is not null"
        ).fetchall()
        return Said(
            {Thing(kind, name) for kind, name in rising},
            {source: SourceSilence.model_validate_json(message) for source, message in silent},
        )

    def _untold(self, connection: Connection, limit: int) -> list[Pending]:
        with connection.cursor(row_factory=class_row(_Untold)) as cursor:
            rows = cursor.execute(
                """select start, kind, name, originals, copies from trends.minutes
                where told < originals + copies
                    and start < (select watched_until - interval '1 minute' from trends.ledger)
                order by start limit %s""",
                (limit,),
            ).fetchall()
        return [
            Pending(
                COUNTS, f"{row.kind}:{row.name}".encode(), TrendCount.model_validate({"width": "minute", **_plain(row)})
            )
            for row in rows
        ]


def _plain(row: _Untold) -> dict[str, object]:
    return {name: getattr(row, name) for name in ("start", "kind", "name", "originals", "copies")}


def _keep(connection: Connection, now: datetime, news: News) -> None:
    for rise in news.rising:
        connection.execute(
            """insert into trends.rising (kind, name, at, message) values (%s, %s, %s, %s)
            on conflict (kind, name, at) do update set over_at = null""",
            (rise.kind, rise.name, rise.at, encode(rise).decode()),
        )
    for thing in news.over:
        connection.execute(
            "update trends.rising set over_at = %s where kind = %s and name = %s and over_at is null", (now, *thing)
        )
    for silence in news.silences:
        message = encode(silence).decode()
        connection.execute(
            """insert into trends.silences (source_id, last_item_at, silent, at, message) values (%s, %s, %s, %s, %s)
            on conflict do nothing""",
            (silence.source.id, silence.last_item_at, silence.silent, silence.at, message),
        )
        connection.execute(
            "update trends.sources set silence = %s where source_id = %s",
            (message if silence.silent else None, silence.source.id),
        )
    connection.execute("update trends.ledger set watched_until = %s", (now,))
