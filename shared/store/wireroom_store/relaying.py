"""The stream of what happened, as the one relay reads it that copies it elsewhere."""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from wireroom_core.models import StoredEvent
from wireroom_store.connection import Connection, connect, meaning

_RELAY_LOCK = 0x77697265_72656C61
"""Advisory lock of the one relay."""
_TOPIC = "news.stream@"
"""With the epoch, what stands as the topic of the relay's place among the positions."""


class Place(NamedTuple):
    """The next event to be copied; events are ordered so."""

    epoch: int
    stream_id: int


class StreamTail:
    """What of the stream is not copied to a Kafka cluster yet. Every method raises TransientError, FatalError.

    The lock, the place and what was read go by one connection: a relay that lost it can move nothing.
    """

    def __init__(self, url: str, cluster: str) -> None:
        self._cluster = cluster
        self._connection: Connection = connect(url)
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
        """How many events of the present epoch are not copied yet."""
        with meaning(), self._connection.transaction():
            row = self._connection.execute("select epoch, n from news.stream_head").fetchone()
        epoch, n = row or (0, 0)
        return int(n if epoch != self._next.epoch else n + 1 - self._next.stream_id)

    def forget(self, older: timedelta) -> int:
        """Remove copied events that were stored longer ago than ``older``; how many."""
        with meaning(), self._connection.transaction():
            return self._connection.execute(
                "delete from news.stream where (epoch, stream_id) < (%s, %s) and stored_at < now() - %s",
                (*self._next, older),
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
