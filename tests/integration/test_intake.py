"""The inbox and the feeds with real time, real folders and real threads."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from aiohttp import web

from tests.fakes import ListDeadLetters
from tests.intake import ListPublisher, ingest_settings
from tests.serving import serving
from wireroom_core.clock import SystemClock
from wireroom_core.contracts import Limits, Source
from wireroom_core.errors import FatalError
from wireroom_ingest import service
from wireroom_ingest.publishing import publish_all
from wireroom_ingest.sources import Sources, declared


class Service:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.inbox = folder / "inbox"
        self.publisher = ListPublisher()
        self.dead_letters = ListDeadLetters()
        self.stop = threading.Event()
        self.settings = ingest_settings(folder, inbox_dir=self.inbox, state_dir=folder / "state")

    def watched(self, sources: Sources) -> Source:
        source = service.inbox(self.settings, sources, SystemClock(), self.stop)
        assert source is not None
        return source

    def polled(self, sources: Sources) -> Source:
        source = service.polling(self.settings, sources, SystemClock(), self.stop)
        assert source is not None
        return source

    @contextmanager
    def running(self, source: Source) -> Iterator[None]:
        """As long as the source runs in a thread of its own."""
        thread = threading.Thread(target=self._run, args=(source,))
        thread.start()
        try:
            yield
        finally:
            self.stop.set()
            thread.join(5)
        assert not thread.is_alive()

    def _run(self, source: Source) -> None:
        publish_all(source, self.publisher, self.dead_letters, limits=Limits(), clock=SystemClock())


@pytest.fixture
def running(tmp_path: Path) -> Service:
    return Service(tmp_path)


def wait_for(true: Callable[[], object], seconds: float = 6.0) -> float:
    """The seconds until it is so."""
    begin = time.monotonic()
    while not true():
        assert time.monotonic() - begin < seconds, "waited in vain"
        time.sleep(0.02)
    return time.monotonic() - begin


def line(title: str) -> str:
    return json.dumps({"title": title, "text": "x"}) + "\n"


BELGA = {"id": "belga", "name": "Belga", "inbox": "belga"}


def test_what_is_dropped_is_published_within_five_seconds_and_a_slow_writer_waited_for(running: Service) -> None:
    with running.running(running.watched(declared({"sources": [BELGA]}))):
        wait_for((running.inbox / "belga").is_dir)
        (running.inbox / "belga/a.jsonl").write_text(line("A"))
        with (running.inbox / "belga/slow.jsonl").open("w", buffering=1) as slow:
            slow.write(line("1"))
            time.sleep(1.2)
            slow.write(line("2"))
            seconds = 1.2 + wait_for(lambda: running.publisher.calls, 5 - 1.2)
            slow.write(line("3"))
            assert (seconds >= 2.0, running.publisher.titles) == (True, ["A"])
        wait_for(lambda: len([*running.inbox.glob("done/belga/*")]) == 2)
    assert running.publisher.titles == ["A", "1", "2", "3"]
    assert sorted(path.name for path in running.inbox.glob("done/belga/*")) == ["a.jsonl", "slow.jsonl"]
    assert running.dead_letters.letters == []


def test_a_shelf_on_another_file_system_is_fatal_at_start(running: Service) -> None:
    elsewhere = Path("/dev/shm")
    if not elsewhere.is_dir() or elsewhere.stat().st_dev == running.folder.stat().st_dev:
        pytest.skip("no second file system at /dev/shm")
    running.inbox.mkdir()
    (running.inbox / "done").symlink_to(elsewhere)
    with pytest.raises(FatalError, match=r"is on another file system, so that no file can be moved there in one step$"):
        running.watched(Sources()).batches(Limits())
    assert [path.name for path in elsewhere.glob(".wireroom-*")] == []


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """The folder mounted over itself so; left out where this process may not mount."""
    mounted = subprocess.run(["mount", "--bind", folder, folder], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip(f"no mount: {mounted.stderr.decode().strip()}")
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True)
        yield
    finally:
        subprocess.run(["umount", folder], check=True)


def test_an_inbox_that_is_mounted_read_only_is_fatal_at_start(running: Service) -> None:
    for name in ("done", "failed"):
        (running.inbox / name).mkdir(parents=True)
    with read_only(running.inbox), pytest.raises(FatalError, match=r"Read-only file system$"):
        running.watched(Sources()).batches(Limits())


def test_an_inbox_that_others_own_is_fatal_at_start(running: Service) -> None:
    """As another user, since root may write everywhere."""
    if os.getuid() != 0:
        pytest.skip("only root can become another user")
    running.inbox.mkdir()
    os.seteuid(65534)
    try:
        with pytest.raises(FatalError, match=r"Permission denied$"):
            running.watched(Sources()).batches(Limits())
    finally:
        os.seteuid(0)


class Site:
    """Two feeds, of which one never answers."""

    def __init__(self) -> None:
        self.items = ["1"]
        self.asked = 0
        self.app = web.Application()
        self.app.router.add_get("/feed", self._feed)
        self.app.router.add_get("/broken", self._broken)

    async def _feed(self, _: web.Request) -> web.Response:
        self.asked += 1
        items = "".join(f"<item><guid>{item}</guid><title>{item}</title></item>" for item in self.items)
        return web.Response(text=f'<rss version="2.0"><channel><title>B</title>{items}</channel></rss>')

    async def _broken(self, _: web.Request) -> web.Response:
        raise web.HTTPServiceUnavailable


def test_feeds_are_polled_and_remembered_over_a_restart(running: Service) -> None:
    site = Site()
    with serving(site.app, running.settings) as url:
        feeds = [{"address": f"{url}/{name}", "interval": 1} for name in ("broken", "feed")]
        sources = declared({"sources": [{"id": "b", "name": "B", "feeds": feeds}]})
        with running.running(running.polled(sources)):
            wait_for(lambda: running.publisher.titles == ["1"])
            site.items.append("2")
            wait_for(lambda: running.publisher.titles == ["1", "2"])
        running.stop.clear()
        asked = site.asked
        with running.running(running.polled(sources)):
            wait_for(lambda: site.asked >= asked + 2)
            site.items = ["3", "2"]
            wait_for(lambda: "3" in running.publisher.titles)
    assert running.publisher.titles == ["1", "2", "3"]
    assert running.dead_letters.letters == []


def test_the_commands_ingest_needs_neither_aiohttp_nor_yaml() -> None:
    code = "import sys; sys.modules.update(aiohttp=None, yaml=None); import wireroom_ingest.factory"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
