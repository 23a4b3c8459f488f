"""The body of a request, read no further than it is allowed to be."""

import asyncio
from dataclasses import dataclass

from aiohttp import web
from aiohttp.web_protocol import RequestPayloadError

from wireroom_ingest.push.problems import RequestError

JSON = "application/json"
JSON_LINES = ("application/x-ndjson", "application/jsonl")

_SECONDS = 30.0
"""A body that is longer under way would keep others waiting."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much one request may bring."""

    bytes: int = 16 << 20
    lines: int = 5_000


async def body_of(request: web.Request, bounds: Bounds) -> bytes:
    """All of the body. Raises RequestError: of another media type, packed, too large, too slow, broken."""
    if request.content_type not in (JSON, *JSON_LINES):
        raise RequestError(415, f"wanted is one of {', '.join((JSON, *JSON_LINES))}, not {request.content_type}")
    if request.headers.get("Content-Encoding", "identity") != "identity":
        raise RequestError(415, "the body is wanted as it is, not packed")
    if (request.content_length or 0) > bounds.bytes:
        raise _too_large(bounds)
    try:
        async with asyncio.timeout(_SECONDS):
            return await _read(request, bounds)
    except TimeoutError:
        raise RequestError(408, f"the body has not come within {_SECONDS:.0f} seconds") from None
    except RequestPayloadError as error:
        raise RequestError(400, f"the body cannot be read: {error}") from None


async def _read(request: web.Request, bounds: Bounds) -> bytes:
    """What comes, counted as it comes, so that a body without a length is not read to its end either."""
    body = bytearray()
    lines = 0
    async for piece in request.content.iter_any():
        body += piece
        lines += piece.count(b"\n")
        if len(body) > bounds.bytes:
            raise _too_large(bounds)
        if request.content_type != JSON and lines + (not body.endswith(b"\n")) > bounds.lines:
            raise RequestError(413, f"more than the {bounds.lines:,} lines that one request may have")
    return bytes(body)


def _too_large(bounds: Bounds) -> RequestError:
    return RequestError(413, f"more than the {bounds.bytes:,} bytes that one request may have")
