"""The counts of schema ``trends``, as the deciders ask for them. Every method raises TransientError."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from wireroom_store.connection import Connection
from wireroom_trends.counting import ORIGINALS, Count, Thing
from wireroom_trends.watching import WATCHED, Talker

_HOURS = "select generate_series(%(begin)s::timestamptz, %(end)s::timestamptz - interval '1 second', '1 hour') as start"
"""Each hour by itself: the index begins with the hour, and a week has few."""


class StoredFacts:
    """Facts on a connection whose errors the caller knows the meaning of."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def articles(self, begin: datetime, end: datetime) -> int:
        """Original articles in these minutes."""
        row = self._connection.execute(
            """select coalesce(sum(originals), 0) from trends.minutes
            where kind = 'verdict' and name = any(%s) and start >= %s and start < %s""",
            (list(ORIGINALS), begin, end),
        ).fetchone()
        return int(row[0]) if row else 0

    def recent(self, begin: datetime, end: datetime, least: int) -> Mapping[Thing, Count]:
        """What has at least ``least`` originals in these minutes, of the kinds that are watched."""
        rows = self._connection.execute(
            """select kind, name, sum(originals), sum(copies) from trends.minutes
            where start >= %s and start < %s and kind = any(%s)
            group by kind, name having sum(originals) >= %s""",
            (begin, end, list(WATCHED), least),
        ).fetchall()
        return {Thing(kind, name): Count(int(originals), int(copies)) for kind, name, originals, copies in rows}

    def hourly_articles(self, begin: datetime, end: datetime) -> Mapping[datetime, int]:
        """Original articles by hour."""
        rows = self._connection.execute(
            f"""select start, sum(originals) from ({_HOURS}) h
            join trends.hours using (start) where kind = 'verdict' and name = any(%(names)s) group by start""".encode(),
            {"names": list(ORIGINALS), "begin": begin, "end": end},
        ).fetchall()
        return {start: int(originals) for start, originals in rows}

    def hourly(
        self, things: Collection[Thing], begin: datetime, end: datetime
    ) -> Mapping[Thing, Mapping[datetime, int]]:
        """Originals of each of ``things`` by hour."""
        rows = self._connection.execute(
            f"""select kind, name, start, originals
            from unnest(%(kinds)s::text[], %(names)s::text[]) as asked (kind, name) cross join ({_HOURS}) h
            join trends.hours using (start, kind, name)""".encode(),
            {
                "kinds": [thing.kind for thing in things],
                "names": [thing.name for thing in things],
                "begin": begin,
                "end": end,
            },
        ).fetchall()
        found: dict[Thing, dict[datetime, int]] = {thing: {} for thing in things}
        for kind, name, start, originals in rows:
            found[Thing(kind, name)][start] = originals
        return found

    def talkers(self, now: datetime) -> Sequence[Talker]:
        """Every source that had an item of the last four weeks before ``now``, as it was known then."""
        rows = self._connection.execute(
            """select source_id, name, first_item_at, last.start from trends.sources
            cross join lateral (
                select start from trends.source_minutes m
                where m.source_id = sources.source_id and start < %s order by start desc limit 1
            ) last
            order by source_id""",
            (now,),
        ).fetchall()
        return [Talker(*row) for row in rows]

    def minutes(self, source: str, begin: datetime, end: datetime) -> Sequence[tuple[datetime, int]]:
        """Minutes in which a source delivered, in order, each with its items."""
        return self._connection.execute(
            """select start, items from trends.source_minutes
            where source_id = %s and start >= %s and start < %s order by start""",
            (source, begin, end),
        ).fetchall()
