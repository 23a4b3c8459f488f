"""A TCP proxy on loopback whose network can be slow, or cut: what is sent meanwhile arrives once it is whole again."""

import asyncio
import threading
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, Self

from tests.containers import free_port

PIECE = 1 << 16


class Proxy:
    """Leads 127.0.0.1:``port`` to 127.0.0.1:``target``."""

    def __init__(self) -> None:
        self.port = free_port()
        self.target = 0
        self.delay = 0.0
        """Seconds that each piece takes, each way."""
        self._loop = asyncio.new_event_loop()
        self._whole = asyncio.Event()
        self._pumps: dict[asyncio.Task[None], list[float]] = {}
        """Those from clients, with how many bytes each may still carry."""
        self._server: asyncio.Server | None = None
        self._thread = threading.Thread(target=self._loop.run_forever, name="proxy", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self.mend()
        self._wait(self._listen())
        return self

    def __exit__(self, *ended: object) -> None:
        self._wait(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def cut(self) -> None:
        """Nothing passes, on any connection; none is closed, as where a cable is pulled."""
        self._loop.call_soon_threadsafe(self._whole.clear)

    def mend(self) -> None:
        """All passes again; a connection that ``stall`` held is closed."""
        self._loop.call_soon_threadsafe(self._mended)

    def stall(self, after: int) -> None:
        """Each connection of now carries ``after`` more bytes from its client, then none until ``mend``."""
        for allowed in list(self._pumps.values()):
            allowed[0] = after

    def _mended(self) -> None:
        self._whole.set()
        for pump, allowed in self._pumps.items():
            if allowed[0] != float("inf"):
                pump.cancel()

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await self._whole.wait()
        try:
            there = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            writer.close()
            return
        allowed = [float("inf")]
        pumps = [
            asyncio.create_task(self._pump(reader, there[1], allowed)),
            asyncio.create_task(self._pump(there[0], writer, [float("inf")])),
        ]
        self._pumps[pumps[0]] = allowed
        await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
        del self._pumps[pumps[0]]
        for pump, end in zip(pumps, (there[1], writer), strict=True):
            pump.cancel()
            end.close()

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, allowed: list[float]) -> None:
        with suppress(OSError):
            while piece := await reader.read(PIECE):
                while len(piece) > allowed[0]:
                    await asyncio.sleep(0.05)
                allowed[0] -= len(piece)
                if self.delay:
                    await asyncio.sleep(self.delay)
                await self._whole.wait()
                writer.write(piece)
                await writer.drain()

    async def _close(self) -> None:
        assert self._server is not None
        self._server.close()
        mine = asyncio.all_tasks() - {asyncio.current_task()}
        for task in mine:
            task.cancel()
        await asyncio.gather(*mine, return_exceptions=True)

    def _wait(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(10)
