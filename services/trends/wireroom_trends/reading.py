"""What a reader asks for: the counts as they stand, from schema ``trends`` or, in one process, from the stored rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from psycopg.rows import dict_row

from wireroom_core.models import Rising, StoredEvent, TrendKind
from wireroom_store.connection import Connection, meaning
from wireroom_store.migrate import check
from wireroom_trends.counting import Count, Thing, begin
from wireroom_trends.facts import StoredFacts
from wireroom_trends.habits import HISTORY
from wireroom_trends.migrations import TRENDS
from wireroom_trends.watching import STEP, Facts, Said, Talker, Watch, rising
from wireroom_trends.window import Window

Row = dict[str, Any]
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Standing:
    """The counts at a moment of the news' own time, and the bursts that were told since another."""

    now: datetime
    facts: Facts
    risings: Sequence[Rising]
    """In the order in which they were told."""
    most: dict[Thing, Count]
    """Everything that was counted within the last day."""


@dataclass(frozen=True, slots=True)
class SourceStanding:
    """A source and its habit."""

    source: str
    name: str
    items: int
    """Within the last four weeks."""
    per_day: float
    last_item_at: datetime
    """To the minute."""
    expected: float | None
    """Items that its habit would have brought since; None where it is too new to have one."""
    allowed: float | None
    silent: bool


def standing(connection: Connection, since: datetime | None, *, risings: bool = True) -> Standing | None:
    """How things stand after the last item; with ``risings``, the bursts told from ``since`` on (None: within a day).

    None where nothing was counted yet. Raises TransientError, also where the schema ``trends`` is behind this program.
    """
    with meaning():
        mode = connection.execute("select mode from news.store_mode").fetchone()
        if mode == ("kafka",):
            check(connection, TRENDS)
            return _of_cluster(connection, since)
        return _of_one_process(connection, since, risings=risings)


def sources(known: Standing) -> list[SourceStanding]:
    """Every source of the last four weeks: silent ones first, then by how often they talk."""
    with meaning():
        found = [_source(talker, known, Watch()) for talker in known.facts.talkers(known.now)]
    return sorted(found, key=lambda each: (not each.silent, -each.per_day, each.source))


def named(connection: Connection, known: Standing, kind: TrendKind, text: str, limit: int) -> list[Thing]:
    """Things of a kind of the last day that are called ``text``, else something with it in; the most first.

    Called is a thing by its name in the articles ("Paris") and by its id, whatever the case.
    """
    part = text.casefold()
    names = _names(connection, known, kind, text) if kind in _CALLED else {}
    hits = {}
    for thing in known.most:
        said = {thing.name.casefold(), thing.name.partition(":")[2].casefold(), *names.get(thing.name, ())}
        if thing.kind == kind and any(part in each or part.replace(" ", "-") in each for each in said):
            hits[thing] = part in said
    if any(hits.values()):
        hits = {thing: whole for thing, whole in hits.items() if whole}
    return sorted(hits, key=lambda thing: (-sum(known.most[thing]), thing.name))[:limit]


def _names(connection: Connection, known: Standing, kind: TrendKind, text: str) -> dict[str, set[str]]:
    """The names with ``text`` in them, in small letters, by the ids of the things that articles call so."""
    with meaning():
        rows = connection.execute(
            f"""select distinct called.id, lower(called.name)
            from news.current_articles a, lateral ({_CALLED[kind]}) as called (id, name)
            where a.received_at >= %(since)s and position(lower(%(text)s) in lower(called.name)) > 0""".encode(),
            {"since": known.now - DAY, "text": text},
        ).fetchall()
    found: dict[str, set[str]] = {}
    for name, called in rows:
        found.setdefault(name, set()).add(called)
    return found


def behind(connection: Connection, thing: Thing, start: datetime, end: datetime, limit: int) -> list[Row]:
    """Articles that were counted for ``thing`` between two moments, originals first, then the latest.

    A row is as a search gives it, with the ``label`` that the article has for the thing. Withheld ones are left out.
    """
    with meaning(), connection.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(
            f"""
            with hits as (
                select distinct on (article_id) article_id, event->>'verdict' as verdict,
                    (event->>'received_at')::timestamptz as counted_at
                from news.stream
                where what = 'stored' and event->>'status' <> 'withheld' and {_HITS[thing.kind]}
                    and (event->>'received_at')::timestamptz >= %(start)s
                    and (event->>'received_at')::timestamptz < %(end)s
                order by article_id, stream_id
            )
            select a.article_id, a.revision, a.effective_status as status, hits.verdict, a.source_id, a.source_name,
                a.origin, a.language, a.title, a.document->'published_at' as published_at, a.received_at,
                {_LABELS[thing.kind]} as label
            from hits join news.current_articles a using (article_id)
            where a.effective_status <> 'withheld'
            order by hits.verdict in ('original', 'template_sibling') desc, hits.counted_at desc, article_id
            limit %(limit)s
            """.encode(),
            {"name": thing.name, "start": start, "end": end, "limit": limit},
        ).fetchall()


_HITS: dict[TrendKind, str] = {
    "entity": "event->'entity_ids' ? %(name)s",
    "topic": "event->'topics' ? %(name)s",
    "source": "event->'source'->>'id' = %(name)s",
    "origin": "event->>'origin' = %(name)s",
    "verdict": "event->>'verdict' = %(name)s",
}
_CALLED: dict[TrendKind, str] = {
    "entity": "select * from jsonb_to_recordset(a.document->'annotations') as said (entity_id text, name text)",
    "topic": "select * from jsonb_to_recordset(a.document->'topics') as said (code text, name text)",
    "source": "select a.source_id, a.source_name",
}
_NAMED = (
    "jsonb_path_query_first(a.document, '{} ? (@.{} == $id).name', jsonb_build_object('id', %(name)s::text)) #>> '{{}}'"
)
_LABELS: dict[TrendKind, str] = {
    "entity": _NAMED.format("$.annotations[*]", "entity_id"),
    "topic": _NAMED.format("$.topics[*]", "code"),
    "source": "a.source_name",
    "origin": "a.origin",
    "verdict": "hits.verdict",
}


def _of_cluster(connection: Connection, since: datetime | None) -> Standing | None:
    row = connection.execute("select max(latest) from trends.positions").fetchone()
    if row is None or row[0] is None:
        return None
    now = begin(row[0], "minute") + MINUTE
    told = connection.execute(
        "select message::text from trends.rising where at >= %s order by at, kind, name", (since or now - DAY,)
    ).fetchall()
    most = connection.execute(
        "select kind, name, sum(originals), sum(copies) from trends.hours where start >= %s group by kind, name",
        (now - DAY,),
    ).fetchall()
    return Standing(
        now,
        StoredFacts(connection),
        [Rising.model_validate_json(message) for (message,) in told],
        {Thing(kind, name): Count(int(originals), int(copies)) for kind, name, originals, copies in most},
    )


def _of_one_process(connection: Connection, since: datetime | None, *, risings: bool) -> Standing | None:
    """The same deciders over the events of the last four weeks, looked at every five minutes from ``since`` on."""
    events = _events(connection)
    if not events:
        return None
    now = begin(_at(events[-1]), "minute") + MINUTE
    window, said = Window(), Said()
    told: list[Rising] = []
    rest = events[::-1]
    for at in _moments(since or now - DAY, now) if risings else [now]:
        batch = []
        while rest and _at(rest[-1]) < at:
            batch.append(rest.pop())
        window.add(batch)
        window.forget(at)
        if risings:
            told += rising(at, window, said)[0]
    return Standing(now, window, told, window.most(now - DAY))


def _moments(since: datetime, now: datetime) -> Iterator[datetime]:
    """Every five minutes from ``since``, and ``now``."""
    at = begin(since, "hour")
    while at < now:
        yield at
        at += STEP
    yield now


def _events(connection: Connection) -> list[StoredEvent]:
    rows = connection.execute(
        """select event::text from news.stream
        where what = 'stored' and (event->>'received_at')::timestamptz >= %(history)s + (
            select max((event->>'received_at')::timestamptz) from news.stream where what = 'stored')
        order by (event->>'received_at')::timestamptz, epoch, stream_id""",
        {"history": -HISTORY},
    ).fetchall()
    return [StoredEvent.model_validate_json(event) for (event,) in rows]


def _at(event: StoredEvent) -> datetime:
    assert event.received_at is not None  # noqa: S101 - every stored event has one
    return event.received_at


def _source(talker: Talker, known: Standing, watch: Watch) -> SourceStanding:
    since = max(begin(talker.first, "hour"), known.now - HISTORY)
    items = sum(count for _, count in known.facts.minutes(talker.id, since, known.now))
    habit = watch.habit(talker, known.now, known.facts)
    return SourceStanding(
        source=talker.id,
        name=talker.name,
        items=items,
        per_day=round(items / max((known.now - since) / DAY, 1), 2),
        last_item_at=talker.last,
        expected=round(habit.expected(talker.last, known.now), 2) if habit else None,
        allowed=round(habit.allowed, 2) if habit else None,
        silent=habit is not None and habit.silent(talker.last, known.now),
    )
