"""Clients of the broker, set as "The promise" wants them. Making one connects nothing."""

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.errors import KafkaError

from wireroom_core.errors import TransientError

STOP_SECONDS = 5.0
TRANSACTION_SECONDS = 20
"""A transaction whose owner froze or died holds readers up no longer than this."""


@dataclass(frozen=True, slots=True)
class Options:
    """Where the broker is, and as whom we read."""

    bootstrap_servers: str
    group: str
    session_seconds: float = 10.0


def consumer(options: Options, group: str | None = None) -> AIOKafkaConsumer:
    """A consumer that never commits nor resets a position by itself; without ``group``, for reading a partition."""
    return AIOKafkaConsumer(
        bootstrap_servers=options.bootstrap_servers,
        group_id=group,
        session_timeout_ms=int(options.session_seconds * 1000),
        heartbeat_interval_ms=int(options.session_seconds * 250),
        enable_auto_commit=False,
        auto_offset_reset="none",
        isolation_level="read_committed",
    )


def producer(options: Options, transactional_id: str | None = None) -> AIOKafkaProducer:
    """An idempotent producer (which implies ``acks=all``); with an id, a transactional one."""
    return AIOKafkaProducer(
        bootstrap_servers=options.bootstrap_servers,
        enable_idempotence=True,
        transactional_id=transactional_id,
        transaction_timeout_ms=TRANSACTION_SECONDS * 1000,
        compression_type="zstd",
        max_batch_size=262144,
        linger_ms=5,
    )


def position_at_hand(started: AIOKafkaConsumer, tp: TopicPartition) -> int | None:
    """Where it fetches next, None where that is not known: its own ``position`` would wait then, and polling too."""
    subscription = started._subscription.subscription
    if subscription is None or subscription.assignment is None or tp not in subscription.assignment.tps:
        return None
    state = subscription.assignment.state_value(tp)
    return int(state.position) if state.has_valid_position else None


@contextmanager
def meaning() -> Iterator[None]:
    """Turn what aiokafka raises, for callers that do not know it, into trouble that passes."""
    try:
        yield
    except KafkaError as error:
        raise TransientError(f"the broker: {error!r}") from error


async def stop_consumer(started: AIOKafkaConsumer) -> None:
    """Stop it within bounds; while the broker is away, ``stop`` also fails half-way by cancelling itself."""
    if not await _ends(started.stop()):
        await _ends(started._client.close())


async def stop_producer(started: AIOKafkaProducer) -> None:
    """Stop it within bounds. Cut short, ``stop`` leaves a sender behind that would send again once it can."""
    if not await _ends(started.stop()):
        await _ends(started._sender.close())
        await _ends(started.client.close())


async def _ends(closing: Coroutine[Any, Any, None]) -> bool:
    """Whether ``closing``, which hangs while the broker is away, ended well and in time."""
    task = asyncio.create_task(closing)
    await asyncio.wait({task}, timeout=STOP_SECONDS)
    if task.cancel():
        await asyncio.wait({task}, timeout=1)
        return False
    return not task.cancelled() and task.exception() is None
