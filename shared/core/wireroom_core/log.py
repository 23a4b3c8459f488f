"""Structured logging to standard error, with what is bound to the message in hand."""

import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import structlog
from structlog.typing import EventDict

from wireroom_core.models import Message

SAY_EVERY = 1.0
"""Seconds between two lines about what is waited for."""


def configure(level: str = "info", style: str = "console") -> None:
    """Set logging up for this process: ``style`` is ``console`` (for people) or ``json`` (one object a line)."""
    renderer: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if style == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[
            WaitingLimit(),
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level.upper())),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


class WaitingLimit:
    """A processor that lets ``waiting`` through once a second at most, whoever waits in this process, for what."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._said = float("-inf")

    def __call__(self, logger: object, method: str, event: EventDict) -> EventDict:
        """``event``; raises DropEvent where it is one too many."""
        if event["event"] == "waiting":
            if self._monotonic() - self._said < SAY_EVERY:
                raise structlog.DropEvent
            self._said = self._monotonic()
        return event


def logger(name: str) -> Any:  # noqa: ANN401 - structlog types its loggers so
    """A logger that says ``name`` as its part."""
    return structlog.get_logger(part=name)


@contextmanager
def about(message: Message) -> Iterator[None]:
    """Bind the ids of ``message`` to every line logged inside."""
    ids = {key: getattr(message, key, None) for key in ("article_id", "delivery_id", "trace_id")}
    with structlog.contextvars.bound_contextvars(**{key: value for key, value in ids.items() if value}):
        yield
