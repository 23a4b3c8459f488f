"""Answers to requests that are not met, as JSON."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from wireroom_core.log import logger

log = logger("ingest")

_ERRORS = {
    400: "bad_request",
    401: "unauthorized",
    404: "not_found",
    405: "method_not_allowed",
    408: "timeout",
    413: "too_large",
    415: "unsupported_media_type",
    422: "refused",
    429: "too_many_requests",
    500: "internal_error",
    503: "unavailable",
}


class RequestError(Exception):
    """What keeps a request from being met: the status, why, and what else the answer has."""

    def __init__(self, status: int, reason: str, *, headers: dict[str, str] | None = None, **more: Any) -> None:  # noqa: ANN401 - JSON values
        super().__init__(reason)
        self.status = status
        self.headers = headers
        self.body = {"error": _ERRORS.get(status, "error"), "reason": reason, **more}

    def response(self) -> web.Response:
        """The answer."""
        return web.json_response(self.body, status=self.status, headers=self.headers)


@web.middleware
async def as_json(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Every failure in one form; what is unexpected is loud."""
    try:
        return await handler(request)
    except ConnectionError:  # nobody is left to answer, and nothing of ours has failed
        raise
    except Exception as error:
        answer = _known(error, request.path).response()
    if not request.content.is_eof():
        answer.force_close()  # what is left of the body, or is broken, leads to no other request
    return answer


def _known(error: Exception, path: str) -> RequestError:
    if isinstance(error, RequestError):
        return error
    if isinstance(error, web.HTTPException):
        allowed = {"Allow": error.headers["Allow"]} if "Allow" in error.headers else None
        return RequestError(error.status, error.reason, headers=allowed)
    log.error("unexpected failure", path=path, exc_info=error)
    return RequestError(500, "a failure of our own: nothing can be said of what became of the request")
