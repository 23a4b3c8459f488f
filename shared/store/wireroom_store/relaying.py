"""The stream of what happened, as the one relay reads it that copies it elsewhere."""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from wireroom_core.errors import FatalError
from wireroom_core.models import StoredEvent
from wireroom_store.connection import Connection, connect, meaning
from wireroom_store.migrate import check

_RELAY_LOCK = 0x77697265_72656C61
"""Advisory lock of the one relay."""
_TOPIC = "news.stream@"
"""With the epoch, what stands as the topic of the relay's place among the positions."""
_PATIENCE = "30s"
"""How long a relay that froze, or was cut off, keeps the lock from the next one."""
PIECE = 10_000
"""Events that are looked at, at most, where old ones are removed."""


class Place(NamedTuple):
    """The next event to be copied; events are ordered so."""

    epoch: int
    stream_id: int


class StreamTail:
    """What of the stream is not copied to a Kafka cluster yet. Every method raises TransientError, FatalError.

    The lock, the place and what was read go by one connection: a relay that lost it can move nothing.
    TransientError, too, where the schema is behind this program.
    """

    def __init__(self, url: str, cluster: str) -> None:
        self._cluster = cluster
        self._connection = _opened(url)
        self._held = False
        self._next = Place(0, 0)

    def claim(self) -> bool:
        """Become the relay, unless another is; True where we are."""
        if not self._held:
            with meaning(), self._connection.transaction():
                row = self._connection.execute("select pg_try_advisory_lock(%s)", (_RELAY_LOCK,)).fetchone()
                self._held = row == (True,)
                self._next = self._recorded()
        return self._held

    def read(self, limit: int) -> list[StoredEvent]:
        """At most ``limit`` events, in order, from the place on."""
        with meaning(), self._connection.transaction():
            rows = self._connection.execute(
                """select event::text from news.stream where (epoch, stream_id) >= (%s, %s)
                order by epoch, stream_id limit %s""",
                (*self._next, limit),
            ).fetchall()
        return [StoredEvent.model_validate_json(event) for (event,) in rows]

    def done(self, events: Sequence[StoredEvent]) -> None:
        """Move the place past ``events``, the last that were read: they are acknowledged."""
        place = Place(events[-1].epoch, events[-1].stream_id + 1)
        with meaning(), self._connection.transaction():
            self._connection.execute(
                """insert into news.positions (cluster, topic, partition, next) values (%s, %s, 0, %s)
                on conflict (cluster, topic, partition) do update set next = excluded.next""",
                (self._cluster, f"{_TOPIC}{place.epoch}", place.stream_id),
            )
        self._next = place

    def behind(self) -> int:
        """How many events of the present epoch are not copied yet.

        Raises FatalError where the stream ends before the place: its events would never be read.
        """
        with meaning(), self._connection.transaction():
            row = self._connection.execute("select epoch, n + 1 from news.stream_head").fetchone()
        end = Place(*row) if row else Place(0, 0)
        if end < self._next:
            raise FatalError(
                f"the stream goes on at {_told(end)}, but what was copied ends at {_told(self._next)}: "
                "an older store was put in its place: `wireroom epoch new`, then `wireroom replay`"
            )
        return end.stream_id - (self._next.stream_id if end.epoch == self._next.epoch else 1)

    def forget(self, older: timedelta) -> int:
        """Remove copied events that were stored longer ago than ``older``; how many.

        Only the oldest ``PIECE`` are looked at, so that it is always done in time; fewer removed: no more are old.
        """
        with meaning(), self._connection.transaction():
            return self._connection.execute(
                """delete from news.stream using (
                    select epoch, stream_id from news.stream where (epoch, stream_id) < (%s, %s)
                    order by epoch, stream_id limit %s
                ) oldest
                where (stream.epoch, stream.stream_id) = (oldest.epoch, oldest.stream_id)
                and stored_at < now() - %s""",
                (*self._next, PIECE, older),
            ).rowcount

    def close(self) -> None:
        """Let another be the relay."""
        self._connection.close()

    def _recorded(self) -> Place:
        """The place of the latest epoch that has one; else before all that there is."""
        rows = self._connection.execute(
            "select topic, next from news.positions where cluster = %s and topic ^@ %s", (self._cluster, _TOPIC)
        ).fetchall()
        return max((Place(int(topic.removeprefix(_TOPIC)), place) for topic, place in rows), default=Place(0, 0))


def _opened(url: str) -> Connection:
    connection = connect(url)
    try:
        with meaning():
            check(connection)
            with connection.transaction():
                connection.execute(f"set idle_session_timeout = '{_PATIENCE}'")
    except BaseException:
        connection.close()
        raise
    return connection


def _told(place: Place) -> str:
    return f"event {place.stream_id} of epoch {place.epoch}"
