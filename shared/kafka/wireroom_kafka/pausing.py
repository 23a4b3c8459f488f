"""A wait that a stop cuts short."""

import asyncio
from contextlib import suppress


async def pause(seconds: float, unless: asyncio.Event) -> None:
    """Return after ``seconds``, or as soon as ``unless`` is set."""
    with suppress(TimeoutError):
        await asyncio.wait_for(unless.wait(), seconds)
