"""Waits that a stop cuts short."""

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from typing import Any


async def pause(seconds: float, unless: asyncio.Event) -> None:
    """Return after ``seconds``, or as soon as ``unless`` is set."""
    with suppress(TimeoutError):
        await asyncio.wait_for(unless.wait(), seconds)


async def first_of(work: Iterable[asyncio.Future[Any]], unless: asyncio.Event) -> None:
    """Return once one of ``work`` is done, or ``unless`` is set; what is under way goes on."""
    stopping = asyncio.create_task(unless.wait())
    try:
        await asyncio.wait([*work, stopping], return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopping.cancel()
