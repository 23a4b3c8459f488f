"""An aiohttp application on a free port of loopback, in a thread of its own."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager, contextmanager

from aiohttp import web

from wireroom_core.settings import ServiceSettings
from wireroom_service import ends


@contextmanager
def serving(app: web.Application, settings: ServiceSettings) -> Iterator[str]:
    """The address, as long as it is served as a service serves it."""
    loop = asyncio.new_event_loop()
    served = ends.serving(settings, app)
    port = loop.run_until_complete(served.__aenter__())
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        asyncio.run_coroutine_threadsafe(_end(served), loop).result(20)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()


async def _end(served: AbstractAsyncContextManager[int]) -> None:
    await served.__aexit__(None, None, None)
