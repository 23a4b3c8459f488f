"""The Faust application: one thin agent that hands batches on. What Faust loses or repeats is mended by the ledger.

Faust acks what a handler raised on, forgets positions after rebalances, and acks what a cancelled ``take`` held. So the
agent acks by itself, after the ledger has it; and the ledger says where reading goes on, whatever Faust's offsets say.
"""

import logging
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import faust

from wireroom_core.log import logger
from wireroom_core.topology import COUNTS, DEAD, RISING, SILENT, STORED, Topic
from wireroom_trends.settings import TrendsSettings

log = logger("faust")

WITHIN_SECONDS = 0.1
Handle = Callable[[Sequence[Any]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Application:
    """A Faust application and the topics that it writes to."""

    app: faust.App
    stored: str
    outputs: dict[str, Any]

    async def send(self, topic: Topic, key: bytes | None, value: bytes) -> Awaitable[Any]:
        """Hand a message over; what is returned is to be awaited, for it is safe only then."""
        sending: Awaitable[Any] = await self.outputs[topic.name].send(key=key, value=value)
        return sending


def application(settings: TrendsSettings, ledger_id: str, handle: Handle) -> Application:
    """An application that reads ``articles.stored`` as this ledger's group, and calls ``handle`` with its events."""
    app = faust.App(
        f"{settings.named('trends')}-{ledger_id}",
        broker=[f"kafka://{server.strip()}" for server in settings.kafka_bootstrap_servers.split(",")],
        datadir=tempfile.gettempdir(),  # nothing is kept there: there are no tables
        store="memory://",
        value_serializer="raw",
        key_serializer="raw",
        autodiscover=False,
        web_enabled=False,
        topic_allow_declare=False,
        topic_disable_leader=True,
        broker_session_timeout=settings.session_seconds,
        broker_heartbeat_interval=settings.session_seconds / 4,
        broker_commit_interval=0.5,
        consumer_auto_offset_reset="earliest",
        stream_wait_empty=False,
        producer_acks=-1,
        producer_compression_type="zstd",
        producer_linger_ms=5,
        producer_max_batch_size=262144,
        producer_max_request_size=8 << 20,
        loghandlers=[],
    )
    stored = app.topic(settings.named(STORED.name), value_type=bytes, key_type=bytes)

    async def count(stream: Any) -> None:  # noqa: ANN401 - Faust has no types
        async for events in stream.noack_take(settings.batch_articles, within=WITHIN_SECONDS):
            await handle(events)

    app.agent(stored, name="count")(count)
    outputs = {
        topic.name: app.topic(settings.named(topic.name), value_type=bytes, key_type=bytes)
        for topic in (COUNTS, RISING, SILENT, DEAD)
    }
    return Application(app, settings.named(STORED.name), outputs)


class _FaustLog(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR:
            log.error("said", reason=record.getMessage())
        else:
            log.warning("waiting", reason=record.getMessage())


def listen_to_faust() -> None:
    """Let what Faust and its parts complain of stand in our log, and nothing else of theirs."""
    handler = _FaustLog(logging.WARNING)
    for name in ("faust", "mode", "aiokafka", "asyncio"):
        theirs = logging.getLogger(name)
        theirs.handlers[:] = [handler]
        theirs.setLevel(logging.WARNING)
        theirs.propagate = False
