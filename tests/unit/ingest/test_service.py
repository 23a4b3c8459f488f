import threading
from pathlib import Path

import pytest

from tests.intake import ingest_settings
from wireroom_core.clock import SystemClock
from wireroom_core.errors import FatalError
from wireroom_ingest import service
from wireroom_ingest.sources import Sources, declared

FEEDS = declared({"sources": [{"id": "b", "name": "B", "feeds": [{"address": "https://b.example", "interval": 9}]}]})


def test_without_settings_there_is_nothing_to_watch_or_to_poll(tmp_path: Path) -> None:
    settings, stop = ingest_settings(tmp_path), threading.Event()
    sources = service.declared(settings)
    assert (sources.folders, sources.feeds) == ({}, [])
    assert service.inbox(settings, sources, SystemClock(), stop) is None
    assert service.polling(settings, Sources(), SystemClock(), stop) is None


def test_the_sources_come_from_the_file_that_the_settings_name(tmp_path: Path) -> None:
    path = tmp_path / "sources.yaml"
    path.write_text("sources: [{id: b, name: B, inbox: in}]")
    assert list(service.declared(ingest_settings(tmp_path, sources_file=path)).folders) == ["in"]


def test_feeds_need_a_place_for_their_state(tmp_path: Path) -> None:
    stop = threading.Event()
    with pytest.raises(FatalError, match="WIREROOM_STATE_DIR"):
        service.polling(ingest_settings(tmp_path), FEEDS, SystemClock(), stop)
    service.polling(ingest_settings(tmp_path, state_dir=tmp_path / "state"), FEEDS, SystemClock(), stop)
    assert (tmp_path / "state").is_dir()
