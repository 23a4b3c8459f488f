"""From messages to the rows that the writer copies in."""

import json
from typing import Any

from wireroom_core.agencies import credited_agency, is_agency_own
from wireroom_core.models import DecidedArticle, earliest_utc

COLUMNS: dict[str, str] = {
    "ordinal": "integer",
    "delivery_id": "text",
    "article_id": "text",
    "content_hash": "text",
    "signal": "text",
    "version": "integer",
    "updated_utc": "timestamptz",
    "received_at": "timestamptz",
    "verdict": "text",
    "group_id": "text",
    "decided_at": "timestamptz",
    "decision": "jsonb",
    "feed": "text",
    "raw_ref": "text",
    "trace_id": "text",
    "passed": "jsonb",
    "source_id": "text",
    "source_name": "text",
    "origin": "text",
    "agency": "text",
    "agency_own": "boolean",
    "language": "text",
    "status": "text",
    "embargo_until": "timestamptz",
    "published_utc": "timestamptz",
    "title": "text",
    "body": "text",
    "document": "jsonb",
}
"""The temporary table ``incoming``: one row for each article or signal of a batch, ``ordinal`` its place."""

_NOT_IN_DOCUMENT = {"text", "title", "fingerprint", "decision", "passed"}


def row(ordinal: int, article: DecidedArticle) -> tuple[Any, ...]:
    """The row of ``incoming`` for ``article``, in the order of ``COLUMNS``.

    A kill or release has no content: its content columns are null. An article without decision
    forms a group of its own.
    """
    signal_only = article.is_signal_only
    decision = article.decision
    return (
        ordinal,
        article.delivery_id,
        article.article_id,
        None if signal_only else article.content_hash,
        article.signal,
        article.version,
        earliest_utc(article.updated_at),
        article.received_at,
        decision.verdict if decision else "original",
        decision.group_id if decision else article.delivery_id,
        decision.decided_at if decision else None,
        decision.model_dump_json() if decision else None,
        article.feed,
        article.raw_ref,
        article.trace_id,
        json.dumps({stage: at.isoformat() for stage, at in article.passed.items()}),
        article.source.id,
        article.source.name,
        article.origin,
        credited_agency(article.source.id, article.origin),
        is_agency_own(article.source.id, article.origin),
        article.language,
        article.status,
        article.embargo_until,
        earliest_utc(article.published_at),
        article.title,
        article.text,
        None if signal_only else article.model_dump_json(exclude=_NOT_IN_DOCUMENT),
    )
