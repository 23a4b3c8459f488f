"""The one writer of the schema ``news``: a batch in one transaction, with the last word on identity."""

import uuid
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple, TypeVar

from psycopg import errors

from wireroom_core.contracts import Advance
from wireroom_core.errors import FatalError, PoisonError, PositionMovedError
from wireroom_core.models import DeadLetter, DecidedArticle, Decision, GroupMerged, StoredEvent, encode
from wireroom_store import statements as sql
from wireroom_store.connection import Connection, connect, meaning
from wireroom_store.migrate import check, migrate
from wireroom_store.rows import row

Mode = Literal["one process", "kafka"]
T = TypeVar("T")
_WRITER_LOCK = 0x77697265_726F6F6D
"""Advisory lock of the one writer in one process."""
_PATIENCE = "5s"
"""How long it may take the database to notice that the writer before us is gone."""


class Head(NamedTuple):
    """Where the stream ends, and the name of the process that wrote its last events."""

    epoch: int
    n: int
    writer: str | None


class Store:
    """Writes batches on one connection, opened when needed and again after trouble.

    In mode ``one process`` it brings the schema up to date and holds an advisory lock, so that
    there is one writer; in mode ``kafka`` it waits for a schema that is up to date. Raises FatalError
    where the store is in the other mode or has a writer already, TransientError while the database is
    away or behind, PoisonError where it refuses a content.
    """

    def __init__(self, url: str, mode: Mode) -> None:
        self._url = url
        self._mode: Mode = mode
        self._connection: Connection | None = None
        self._name = uuid.uuid4().hex
        self._seen: Head | None = None

    def close(self) -> None:
        """Close the connection; the writer's lock goes with it."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def write(
        self, messages: Sequence[DecidedArticle | GroupMerged], advances: Sequence[Advance] = ()
    ) -> list[StoredEvent]:
        """Store a batch with the positions that it covers; what happened, in order."""
        return self._transaction(lambda connection: _write(connection, messages, advances, self._name))

    def positions(self, cluster: str, topic: str, partitions: Sequence[int]) -> dict[int, int]:
        """The next offset of each of ``partitions`` that has a position."""
        return self._transaction(lambda connection: _positions(connection, cluster, topic, partitions))

    def begin(self, cluster: str, topic: str, partition: int, first: int) -> None:
        """Record the first position of a partition; one that is there stays as it is."""
        place = {"cluster": cluster, "topic": topic, "partition": partition, "next": first}
        self._transaction(lambda connection: connection.execute(sql.BEGIN_POSITION, place))

    def move(self, cluster: str, topic: str, partition: int, position: int) -> None:
        """Set the position of a partition, wherever it was."""
        place = {"cluster": cluster, "topic": topic, "partition": partition, "next": position}
        self._transaction(lambda connection: connection.execute(sql.MOVE_POSITION, place))

    def bury(self, letters: Sequence[DeadLetter], advances: Sequence[Advance] = ()) -> None:
        """Keep dead letters, with the positions that they cover; one that is there already stays as it is."""
        self._transaction(lambda connection: _bury(connection, letters, advances))

    def decisions(self, hours: float) -> Iterator[Decision]:
        """The decisions of the last ``hours`` before the latest, in their order: dedup's memory in one process.

        Read in pieces, so that a long memory is never held as text. Raises TransientError.
        """
        connection = self._open()
        with meaning(), connection.transaction(), connection.cursor("decisions") as cursor:
            connection.execute("set local transaction_timeout = 0")  # a long memory takes its time
            cursor.execute(
                """select decision::text from news.deliveries
                where decided_at >= (select max(decided_at) from news.deliveries) - make_interval(secs => 3600 * %s)
                order by seq""",
                (hours,),
            )
            for (decision,) in cursor:
                yield Decision.model_validate_json(decision)

    def _transaction(self, work: Callable[[Connection], T]) -> T:
        connection = self._open()
        try:
            with meaning(), connection.transaction():
                result = work(connection)
            self._seen = _head(connection)
            return result
        except PoisonError:
            raise
        except BaseException:
            self.close()
            raise

    def _open(self) -> Connection:
        if self._connection is None or self._connection.closed:
            connection = connect(self._url)
            try:
                with meaning():
                    _claim(connection, self._mode)
                    self._be_the_last(connection)
            except BaseException:
                connection.close()
                raise
            self._connection = connection
        return self._connection

    def _be_the_last(self, connection: Connection) -> None:
        """The lock goes with a lost connection: if another process wrote meanwhile, what we remember is stale.

        Our own last batch may have been committed without our hearing of it.
        """
        head = _head(connection)
        stale = self._seen is not None and head != self._seen and head.writer != self._name
        if stale and self._mode == "one process":
            raise FatalError("another process wrote to this store while the connection was lost: start again")
        self._seen = head


def _head(connection: Connection) -> Head:
    with meaning(), connection.transaction():
        row = connection.execute("select epoch, n, writer from news.stream_head").fetchone()
    if row is None:
        raise FatalError("the store has no stream head: it was not made by this program")
    return Head(*row)


def _claim(connection: Connection, mode: Mode) -> None:
    if mode == "one process":
        migrate(connection)
        _be_the_only_writer(connection)
    else:
        check(connection)
    with connection.transaction():
        connection.execute("insert into news.store_mode (mode) values (%s) on conflict do nothing", (mode,))
        found = connection.execute("select mode from news.store_mode").fetchone()
    if found != (mode,):
        raise FatalError(f"this store is written by way of {found and found[0]}, not of {mode}")
    connection.execute(sql.CREATE_INCOMING)
    connection.execute(sql.CREATE_HAPPENED)
    connection.commit()


def _be_the_only_writer(connection: Connection) -> None:
    try:
        with connection.transaction():
            connection.execute(f"set local lock_timeout = '{_PATIENCE}'")
            connection.execute("select pg_advisory_lock(%s)", (_WRITER_LOCK,))
    except errors.LockNotAvailable:
        raise FatalError("another process is writing to this store") from None


def _write(
    connection: Connection,
    messages: Sequence[DecidedArticle | GroupMerged],
    advances: Sequence[Advance],
    writer: str,
) -> list[StoredEvent]:
    _copy(connection, messages)
    for advance in advances:
        _fence(connection, advance)
    connection.execute(sql.INSERT_ARTICLES)
    connection.execute(sql.LOCK_ARTICLES)
    for place, message in enumerate(messages):
        if isinstance(message, GroupMerged):
            _merge(connection, place, message)
    for statement in (
        sql.DROP_REPEATED,
        sql.INSERT_CONTENTS,
        sql.INSERT_DELIVERIES,
        sql.INSERT_KILLS,
        sql.UPDATE_CURRENT,
        sql.NOTE_HAPPENED,
        sql.DROP_TOLD,
        sql.LOCK_HEAD,
        sql.INSERT_KILLED_GROUPS,
    ):
        connection.execute(statement)
    written = connection.execute(sql.WRITE_STREAM, {"writer": writer})
    return [StoredEvent.model_validate_json(event) for (event,) in written]


def _copy(connection: Connection, messages: Sequence[DecidedArticle | GroupMerged]) -> None:
    with connection.cursor() as cursor, cursor.copy(sql.COPY_INCOMING) as copy:
        for ordinal, message in enumerate(messages):
            if isinstance(message, DecidedArticle):
                copy.write_row(row(ordinal, message))


def _fence(connection: Connection, advance: Advance) -> None:
    """Move the position, or stop where it is not where this batch began."""
    moved = connection.execute(
        sql.FENCE,
        {
            "cluster": advance.cluster,
            "topic": advance.topic,
            "partition": advance.partition,
            "start": advance.start,
            "end": advance.end,
        },
    )
    if moved.rowcount != 1:
        raise PositionMovedError(f"the position of {advance.topic}[{advance.partition}] is no longer {advance.start}")


def _positions(connection: Connection, cluster: str, topic: str, partitions: Sequence[int]) -> dict[int, int]:
    place = {"cluster": cluster, "topic": topic, "partitions": list(partitions)}
    return dict(connection.execute(sql.READ_POSITIONS, place).fetchall())


def _merge(connection: Connection, place: int, merge: GroupMerged) -> None:
    facts = merge.model_dump(include={"group_id", "merged_into", "by_article_id", "delivery_id", "decided_at"})
    for (root,) in connection.execute(sql.MERGE, facts).fetchall():
        connection.execute(sql.NOTE_MERGED, {"place": place, "by_article_id": merge.by_article_id, "root": root})


def _bury(connection: Connection, letters: Sequence[DeadLetter], advances: Sequence[Advance]) -> None:
    for advance in advances:
        _fence(connection, advance)
    with connection.cursor() as cursor:
        cursor.executemany(
            sql.INSERT_DEAD,
            [
                {
                    "letter_id": letter.letter_id,
                    "stage": letter.stage,
                    "reason": letter.reason,
                    "topic": letter.topic,
                    "partition": letter.partition,
                    "offset": letter.offset,
                    "letter": encode(letter).decode(),
                    "at": letter.at,
                }
                for letter in letters
            ],
        )
