"""What an article, a content and a delivery are known by: 32 hexadecimal digits of SHA-256 each."""

import hashlib
import json
from datetime import UTC, datetime


def _digest(domain: str, *parts: str | int | None) -> str:
    """A JSON array cannot be read in two ways, so that fields never run together."""
    encoded = json.dumps([f"wireroom {domain} 1", *parts], separators=(",", ":"))
    return hashlib.sha256(encoded.encode()).hexdigest()[:32]


def article_id(source_id: str, *, guid: str | None, canonical_url: str | None, title: str, text: str) -> str:
    """From the source and its own identifier: guid, else canonical URL, else the text (the title where it is empty)."""
    if guid:
        return _digest("article", source_id, "guid", guid)
    if canonical_url:
        return _digest("article", source_id, "url", canonical_url)
    return _digest("article", source_id, "text" if text else "title", text or title)


def content_hash(
    *,
    title: str,
    text: str,
    byline: str | None,
    dateline: str | None,
    header: str | None,
    trailer: str | None,
    status: str,
    embargo_until: datetime | None,
    usage_terms: str | None,
) -> str:
    """Over all that makes another content of an article; no time, version or channel."""
    embargo = embargo_until.astimezone(UTC).isoformat(timespec="microseconds") if embargo_until else None
    return _digest("content", title, text, byline, dateline, header, trailer, status, embargo, usage_terms)


def delivery_id(source_id: str, body_hash: str, number: int) -> str:
    """From the hand-over: the source, the hash of the body (of the line, on standard input), the entry's number."""
    return _digest("delivery", source_id, body_hash, number)


def push_key(client: str, key: str, line: bytes) -> str:
    """What a pushed line's delivery is known by beside its number: who pushed it, their key, and what it says.

    With the line in it, a key that is used again for something else makes another delivery: nothing
    is taken for a repetition that is none.
    """
    return _digest("push", client, key, hashlib.sha256(line).hexdigest())
