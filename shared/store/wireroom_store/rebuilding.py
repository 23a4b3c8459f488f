"""A store that is filled again from Kafka: what its readers were told before is not told a second time."""

from collections.abc import Iterable

from wireroom_core.errors import FatalError
from wireroom_core.models import StoredEvent
from wireroom_store.connection import Connection, meaning


def begin(connection: Connection, told: Iterable[StoredEvent]) -> int:
    """Note what was ``told`` and does not stand in the stream; how many events. One begun before goes on instead.

    The writer takes from them whatever happens again, and adds no event for it.
    """
    with meaning(), connection.transaction():
        connection.execute("set local transaction_timeout = 0")
        connection.execute("lock table news.announced in exclusive mode")
        if _left(connection) == 0:
            _note(connection, told)
        return _left(connection)


def end(connection: Connection) -> None:
    """All that was told has happened again, or never will."""
    with meaning(), connection.transaction():
        connection.execute("delete from news.announced")


def new_epoch(connection: Connection) -> int:
    """Give the stream a new epoch, so that ids which a lost store gave are not given again; the epoch.

    Raises FatalError where the store has no stream.
    """
    with meaning(), connection.transaction():
        row = connection.execute(
            """update news.stream_head
            set epoch = greatest(epoch + 1, (extract(epoch from clock_timestamp()) * 1000)::bigint), n = 0
            returning epoch"""
        ).fetchone()
    if row is None:
        raise FatalError("the store has no stream head: it was not made by this program")
    return int(row[0])


def _left(connection: Connection) -> int:
    row = connection.execute("select coalesce(sum(times), 0)::bigint from news.announced").fetchone()
    return int(row[0]) if row else 0


def _note(connection: Connection, told: Iterable[StoredEvent]) -> None:
    connection.execute(
        """create temporary table told (
            epoch bigint, stream_id bigint, what text, article_id text, revision integer
        ) on commit drop"""
    )
    with connection.cursor() as cursor, cursor.copy("copy told from stdin") as copy:
        for event in told:
            copy.write_row((event.epoch, event.stream_id, event.what, event.article_id, event.revision or 0))
    connection.execute(
        """insert into news.announced (what, article_id, revision, times)
        select what, article_id, revision, count(*)
        from (select distinct epoch, stream_id, what, article_id, revision from told) once
        where not exists (
            select from news.stream s where (s.epoch, s.stream_id) = (once.epoch, once.stream_id)
            and (s.what, s.article_id) = (once.what, once.article_id)
        )
        group by what, article_id, revision"""
    )
