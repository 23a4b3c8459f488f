"""The HTTP ends of a service: /healthz, /readyz, /metrics."""

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager

from aiohttp import web
from prometheus_client import CollectorRegistry, Metric, PlatformCollector, ProcessCollector
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector

from wireroom_core.errors import FatalError
from wireroom_core.log import logger
from wireroom_core.settings import ServiceSettings
from wireroom_service.vitals import Vitals

log = logger("http")

Routes = Callable[[web.Application], None]
"""Adds routes of the service's own."""
CLOSING_SECONDS = 7.0
"""Requests in hand are finished within so long; a service ends within fifteen, and the producer is closed last."""
LINGERING_SECONDS = 1.0
"""A refused body is still taken in, unread, for so long: a connection closed at once could lose the answer."""


class _Figures(Collector):
    """The parts' figures. One family may come from several parts, and must be given as one."""

    def __init__(self, vitals: Sequence[Vitals]) -> None:
        self._vitals = vitals

    def collect(self) -> Iterator[Metric]:
        families: dict[str, Metric] = {}
        for part in self._vitals:
            for metric in part.metrics():
                families.setdefault(metric.name, Metric(metric.name, metric.documentation, metric.type))
                families[metric.name].samples += metric.samples
        yield from families.values()


def application(vitals: Sequence[Vitals]) -> web.Application:
    """The three ends over ``vitals``."""
    registry = CollectorRegistry()
    registry.register(_Figures(vitals))
    ProcessCollector(registry=registry)
    PlatformCollector(registry=registry)

    async def healthz(request: web.Request) -> web.Response:
        return _answer({part.name: part.ailment() for part in vitals})

    async def readyz(request: web.Request) -> web.Response:
        return _answer({part.name: part.ailment() or part.waits_for() for part in vitals})

    async def metrics(request: web.Request) -> web.Response:
        return web.Response(body=generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_LATEST})

    app = web.Application()
    app.add_routes([web.get("/healthz", healthz), web.get("/readyz", readyz), web.get("/metrics", metrics)])
    return app


def _answer(parts: dict[str, str | None]) -> web.Response:
    """200 where nothing is wrong with any part, else 503; the parts say what."""
    well = not any(parts.values())
    body = {"ok": well, "parts": {name: fault or "ok" for name, fault in parts.items()}}
    return web.json_response(body, status=200 if well else 503)


@asynccontextmanager
async def serving(settings: ServiceSettings, app: web.Application) -> AsyncIterator[int]:
    """Serve ``app`` while inside; the port. Raises FatalError where the address cannot be had."""
    # Packed bodies come as they are: what takes bodies refuses them, and is not made to unpack them first.
    runner = web.AppRunner(
        app,
        access_log=None,
        auto_decompress=False,
        lingering_time=LINGERING_SECONDS,
        shutdown_timeout=CLOSING_SECONDS,
    )
    await runner.setup()
    try:
        site = web.TCPSite(runner, settings.http_host, settings.http_port)
        try:
            await site.start()
        except OSError as error:
            raise FatalError(f"cannot listen on {settings.http_host}:{settings.http_port}: {error.strerror}") from None
        port = int(runner.addresses[0][1])
        log.info("listening", host=settings.http_host, port=port)
        yield port
    finally:
        await runner.cleanup()
