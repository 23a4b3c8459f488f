"""The read queries that all readers share: search and export, and the filters that both take."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from psycopg.rows import dict_row

from wireroom_store.connection import Connection, meaning

Row = dict[str, Any]

_LISTED = """
    a.article_id, a.revision, a.effective_status as status, a.verdict, a.root_id as group_id, a.source_id,
    a.source_name, a.origin, a.language, a.title, a.document->'published_at' as published_at, a.received_at
"""

_STEMMED = """
    (select stemmer, websearch_to_tsquery(stemmer, news.fold(%(words)s)) as query
    from (
        select distinct news.stemmer(language) as stemmer
        from unnest(array['fr','en','nl','de','es','it','pt','sv','da','no','fi','ro','hu','ru','tr','ca','und'])
            as language
    ) known)
"""
"""The words as each stemmer reads them; an article is matched by its own language's."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What search and export are narrowed by; all that is given must hold."""

    words: str | None = None
    """Words that all stand in the article; ``"a phrase"``, ``or`` and ``-without`` are understood."""
    language: str | None = None
    since: datetime | None = None
    """Published (where that is unknown: received) at or after this instant."""
    source: str | None = None
    """A source's id or name, whatever its case."""

    def conditions(self) -> str:
        """The SQL of the filters, over ``a`` and (where there are words) ``q``."""
        parts = {
            "words": "a.stems @@ q.query and news.stemmer(a.language) = q.stemmer",
            "language": "a.language = %(language)s",
            "since": "a.news_time >= %(since)s",
            "source": "lower(%(source)s) in (a.source_id, lower(a.source_name))",
        }
        return " and ".join(part for name, part in parts.items() if getattr(self, name)) or "true"

    def tables(self) -> str:
        """What the conditions are over."""
        current = "news.current_articles a"
        return f"{_STEMMED} q cross join {current}" if self.words else current

    def parameters(self) -> Mapping[str, Any]:
        """The values that the conditions name."""
        return {"words": self.words, "language": self.language, "since": self.since, "source": self.source}


def search(connection: Connection, filters: Filters, limit: int) -> list[Row]:
    """Current articles that hold all the words, best first: exact forms, then rank, then the newest.

    Each row has a ``snippet`` of the text about the first hit, found without accents and shown as written.
    """
    return fetch(
        connection,
        f"""
        with hits as (
            select {_LISTED}, a.body, a.news_time,
                a.forms @@ websearch_to_tsquery('pg_catalog.simple', %(words)s) as exact,
                ts_rank(a.stems, q.query) as rank, q.query, q.stemmer
            from {filters.tables()}
            where {filters.conditions()}
            order by exact desc, rank desc, a.news_time desc, a.article_id
            limit %(limit)s
        )
        select article_id, revision, status, verdict, group_id, source_id, source_name, origin, language, title,
            published_at, received_at, exact, rank,
            substring(body from greatest(strpos(folded, fragment), 1) for greatest(length(fragment), 80)) as snippet
        from hits
        cross join lateral (select news.fold(news.indexed(body)) as folded) f
        cross join lateral (
            select ts_headline(stemmer, folded, query,
                'StartSel="", StopSel="", MaxWords=30, MinWords=15, MaxFragments=1') as fragment
        ) h
        order by exact desc, rank desc, news_time desc, article_id
        """,
        {**filters.parameters(), "limit": limit},
    )


def export(connection: Connection, filters: Filters) -> Iterator[Row]:
    """Every current article that the filters let through, in the order of storing, read in pieces.

    A row holds ``document`` (the enriched article as stored, with its text and title), ``decision``,
    ``group_id``, ``canonical_article_id``, ``status``, ``verdict`` and ``revision``.
    """
    with meaning(), connection.transaction(), connection.cursor("export", row_factory=dict_row) as cursor:
        cursor.execute(
            f"""
            select a.document || jsonb_build_object('title', a.title, 'text', a.body) as document,
                a.effective_status as status, a.verdict, a.revision, a.root_id as group_id,
                news.canonical_of(a.root_id) as canonical_article_id, d.decision
            from {filters.tables()}
            join news.deliveries d on d.delivery_id = a.delivery_id
            where {filters.conditions()}
            order by d.seq
            """,
            filters.parameters(),
        )
        yield from cursor


def fetch(connection: Connection, query: str, parameters: Mapping[str, Any]) -> list[Row]:
    """All rows of a query, as dictionaries. Raises TransientError where the database is away."""
    with meaning(), connection.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(query, parameters).fetchall()
