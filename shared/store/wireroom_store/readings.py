"""What is read about one article, one group, and the store as a whole."""

from wireroom_store.connection import Connection, meaning
from wireroom_store.queries import Filters, Row, fetch

_MEMBER = """
    a.article_id, a.revision, a.effective_status as status, a.verdict, a.source_id, a.source_name, a.origin,
    a.agency, a.agency_own, a.language, a.title, a.document->'published_at' as published_at, a.received_at, d.decision
"""


def article(connection: Connection, article_id: str) -> Row | None:
    """One article by its id or an unambiguous beginning of it: current content, status, group; None if unknown.

    An id that begins several articles' is ambiguous and found as None too, unless it is whole.
    """
    found = fetch(
        connection,
        """
        select a.*, news.canonical_of(a.root_id) as canonical_article_id, d.decision
        from news.current_articles a
        join news.deliveries d on d.delivery_id = a.delivery_id
        where a.article_id ^@ %(id)s
        order by a.article_id = %(id)s desc
        limit 2
        """,
        {"id": article_id},
    )
    if len(found) == 1 or (found and found[0]["article_id"] == article_id):
        return found[0]
    return None


def revisions(connection: Connection, article_id: str) -> list[Row]:
    """The contents of an article by revision, with how often each was delivered."""
    return fetch(
        connection,
        """
        select c.revision, c.title, c.verdict, c.content_hash, c.received_at, c.document->'updated_at' as updated_at,
            c.revision = a.current_revision as current,
            (select count(*) from news.deliveries d
                where d.article_id = c.article_id and d.content_hash = c.content_hash) as deliveries
        from news.contents c join news.articles a using (article_id)
        where c.article_id = %(id)s
        order by c.revision
        """,
        {"id": article_id},
    )


def deliveries(connection: Connection, article_id: str) -> list[Row]:
    """Every delivery of an article in the order of storing, with the time of each step."""
    return fetch(
        connection,
        """
        select d.delivery_id, coalesce(k.signal, d.verdict) as verdict, c.revision, d.received_at, d.passed,
            d.stored_at, d.feed, d.raw_ref, d.trace_id
        from news.deliveries d
        left join news.contents c on c.article_id = d.article_id and c.content_hash = d.content_hash
        left join news.kills k on k.delivery_id = d.delivery_id
        where d.article_id = %(id)s
        order by d.seq
        """,
        {"id": article_id},
    )


def group(connection: Connection, group_id: str) -> list[Row]:
    """The members of a copy group, the canonical one first, the others by publication (if unknown: reception).

    Each with its decision and whether it is ``canonical``.
    """
    return fetch(
        connection,
        f"""
        with asked as materialized (
            select root, news.canonical_of(root) as canonical_id
            from (select coalesce((select root from news.group_aliases where group_id = %(id)s), %(id)s) as root) r
        )
        select {_MEMBER}, a.article_id = asked.canonical_id as canonical
        from asked
        cross join lateral news.groups_of(asked.root) as g (group_id)
        join news.current_articles a on a.group_id = g.group_id
        join news.deliveries d on d.delivery_id = a.delivery_id
        order by canonical desc, a.news_time, d.seq
        """,
        {"id": group_id},
    )


def text(connection: Connection, article_id: str) -> Row:
    """The current text of a stored article: ``body``, and the places of its sentences, ``starts`` and ``ends``."""
    placed = """jsonb_path_query_array(document, '$.annotations[*] ? (@.kind == "sentence").{}')"""
    (row,) = fetch(
        connection,
        f"""
        select body, {placed.format("start")} as starts, {placed.format("end")} as ends
        from news.current_contents where article_id = %(id)s
        """,
        {"id": article_id},
    )
    return row


def most_reprinted(connection: Connection, filters: Filters, limit: int) -> list[Row]:
    """Copy groups of which one article passes ``filters`` (which have no words), those of the most sources first.

    A row holds ``group_id``, ``members``, ``sources``, how many members have each verdict (``verdicts``, the most
    frequent first), the ``first`` and ``last`` time of publication (if unknown: reception) as precise as it was given,
    and of the canonical article what a search tells of one, its agency, and the ``beginning`` of its text.
    """
    return fetch(
        connection,
        f"""
        with groups as (
            select a.root_id, count(*) as members, count(distinct a.source_id) as sources
            from news.current_contents a
            group by a.root_id having count(*) > 1 and bool_or({filters.conditions()})
            order by sources desc, members desc, a.root_id
            limit %(limit)s
        ),
        members as (
            select groups.root_id, m.verdict, m.news_time, coalesce(
                m.document->'published_at'->>'value', to_char(m.received_at, 'YYYY-MM-DD"T"HH24:MI"Z"')) as told
            from groups
            cross join lateral news.groups_of(groups.root_id) as g (group_id)
            join news.current_contents m on m.group_id = g.group_id
        ),
        times as (select root_id, array_agg(told order by news_time) as told from members group by root_id),
        verdicts as (
            select root_id, json_object_agg(verdict, articles order by articles desc, verdict) as verdicts
            from (select root_id, verdict, count(*) as articles from members group by root_id, verdict) counted
            group by root_id
        )
        select groups.root_id as group_id, members, sources, verdicts, told[1] as first, told[members] as last,
            c.article_id, c.effective_status as status, c.source_id, c.source_name, c.origin, c.agency,
            c.agency_own, c.language, c.title, left(c.body, 200) as beginning,
            c.document->'published_at' as published_at, c.received_at
        from groups join times using (root_id) join verdicts using (root_id)
        cross join lateral (
            select * from news.current_articles where article_id = news.canonical_of(groups.root_id)
        ) c
        order by sources desc, members desc, groups.root_id
        """,
        {**filters.parameters(), "limit": limit},
    )


def counts(connection: Connection) -> dict[str, dict[str, int]]:
    """Current articles by ``source``, ``language``, ``status``; deliveries by ``verdict``, the most first."""
    queries = {
        "source": "select source_name, count(*) from news.current_contents group by 1 order by 2 desc, 1",
        "language": "select language, count(*) from news.current_contents group by 1 order by 2 desc, 1",
        "verdict": """
            select coalesce(k.signal, d.verdict), count(*) from news.deliveries d
            left join news.kills k using (delivery_id) group by 1 order by 2 desc, 1""",
        "status": "select effective_status, count(*) from news.current_articles group by 1 order by 2 desc, 1",
    }
    with meaning():
        return {name: dict(connection.execute(query).fetchall()) for name, query in queries.items()}


def sizes(connection: Connection) -> dict[str, int]:
    """How many rows each table of news holds."""
    tables = ("articles", "contents", "deliveries", "kills", "group_aliases", "stream", "dead_letters")
    columns = ", ".join(f"(select count(*) from news.{table}) as {table}" for table in tables)
    return fetch(connection, f"select {columns}", {})[0]


def dead_letters(connection: Connection, limit: int) -> list[Row]:
    """The latest dead letters, newest last: stage, reason, place, time."""
    return fetch(
        connection,
        """
        select letter_id, stage, reason, letter->>'file' as file, letter->'line' as line, letter->>'raw_ref' as raw_ref,
            at
        from (select * from news.dead_letters order by at desc, letter_id limit %(limit)s) latest
        order by at, letter_id
        """,
        {"limit": limit},
    )
