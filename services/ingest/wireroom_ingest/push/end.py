"""HTTP push: ``POST /articles``; needs aiohttp (the extra ``kafka``)."""

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict

from aiohttp import web
from prometheus_client import Metric

from wireroom_core.errors import TransientError
from wireroom_ingest.publisher import Assignment
from wireroom_ingest.push.apikeys import ApiKeys
from wireroom_ingest.push.bodies import JSON, Bounds, body_of
from wireroom_ingest.push.problems import RequestError, as_json
from wireroom_ingest.push.receiving import Accepted, Push, Receiver, RefusedPushError
from wireroom_service.vitals import counted

RETRY_AFTER = {"Retry-After": "1"}
"""Seconds after which one who was turned away may come again."""


class PushEnd:
    """At most ``in_flight`` requests are met at a time; others are told to come again."""

    name = "push"

    def __init__(self, receiver: Receiver, keys: ApiKeys, *, bounds: Bounds, in_flight: int) -> None:
        self._receiver = receiver
        self._keys = keys
        self._bounds = bounds
        self._free = in_flight
        self._articles: Counter[str] = Counter()

    def add_to(self, app: web.Application) -> None:
        """Let ``app`` take pushes, and answer every failure in one form."""
        app.middlewares.append(as_json)
        app.router.add_post("/articles", self.articles)

    def ailment(self) -> None:
        """It has nothing of its own that could fail."""

    def waits_for(self) -> None:
        """A request is answered where what it needs is away."""

    def metrics(self) -> Iterator[Metric]:
        """What was published, and how many lines were refused, each in the answer to its request."""
        return counted(self.name, self._articles)

    async def articles(self, request: web.Request) -> web.Response:
        """202 once all is published. Raises RequestError."""
        client = self._keys.owner(request.headers)
        if client is None:
            raise RequestError(401, "no valid API key", headers={"WWW-Authenticate": "Bearer"})
        with self._place():
            accepted = await self._received(await self._push(request, client))
        return web.json_response({"deliveries": [_ids(each) for each in accepted]}, status=202)

    @contextmanager
    def _place(self) -> Iterator[None]:
        """One of the places. Raises RequestError where none is free."""
        if not self._free:
            raise RequestError(429, "too many requests at a time", headers=RETRY_AFTER)
        self._free -= 1
        try:
            yield
        finally:
            self._free += 1

    async def _push(self, request: web.Request, client: Assignment) -> Push:
        body = await body_of(request, self._bounds)
        key = request.headers.get("Idempotency-Key", "").strip()
        return Push(body, client, key or None, lines=request.content_type != JSON)

    async def _received(self, push: Push) -> Sequence[Accepted]:
        """In a thread, since publishing blocks. Raises RequestError."""
        try:
            accepted = await asyncio.to_thread(self._receiver.receive, push)
        except RefusedPushError as refused:
            self._articles["refused"] += len(refused.faults)
            raise _refused(refused) from None
        except TransientError as error:
            raise RequestError(
                503, f"not known to be published, to be sent again under the same key: {error}", headers=RETRY_AFTER
            ) from None
        self._articles["passed"] += len(accepted)
        return accepted


def _refused(refused: RefusedPushError) -> RequestError:
    if not refused.faults:
        return RequestError(422, "no line holds anything", lines=[])
    first = refused.faults[0]
    count = len(refused.faults)
    reason = f"line {first.line}: {first.reason}" + (f" (and {count - 1} more lines)" if count > 1 else "")
    return RequestError(422, reason, line=first.line, lines=[asdict(fault) for fault in refused.faults])


def _ids(accepted: Accepted) -> dict[str, str | int]:
    article = accepted.article
    return {"line": accepted.line, "article_id": article.article_id, "delivery_id": article.delivery_id}
