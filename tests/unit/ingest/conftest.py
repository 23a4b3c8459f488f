"""What the tests of ingest share: a clock that stands still but for a tick a reading, a raw store, a source."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from wireroom_core.contracts import Delivery, Limits
from wireroom_core.models import Article, DeadLetter, decode
from wireroom_core.rawstore import FolderRawStore
from wireroom_ingest.source import NewsSource

NOW = datetime(2024, 5, 1, 12, 0, tzinfo=UTC)

Taken = list[Article | DeadLetter]
Take = Callable[..., Taken]


class StillClock:
    """Ticks a microsecond a reading; what it is told to wait for, it notes."""

    def __init__(self) -> None:
        self.slept: list[float] = []
        self._ticks = 0

    def now(self) -> datetime:
        self._ticks += 1
        return NOW + timedelta(microseconds=self._ticks)

    def monotonic(self) -> float:
        return float(self._ticks)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def raw(tmp_path: Path) -> FolderRawStore:
    return FolderRawStore(tmp_path / "raw")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def opened(handed: Delivery | DeadLetter) -> Article | DeadLetter:
    if isinstance(handed, DeadLetter):
        return handed
    article = decode(handed.value, Article)
    assert isinstance(article, Article)
    return article


@pytest.fixture
def take(raw: FolderRawStore, clock: StillClock) -> Take:
    """Articles and dead letters of what the arguments lead to, in order."""

    def take(*arguments: Path | str, source: str | None = None, stdin_fd: int = 0) -> Taken:
        names: Sequence[str] = [str(argument) for argument in arguments]
        news = NewsSource(names, default_source=source, raw=raw, clock=clock, stdin_fd=stdin_fd)
        return [opened(handed) for batch in news.batches(Limits()) for handed in batch]

    return take


@pytest.fixture
def take_text(take: Take, inbox: Path) -> Take:
    """The same of one file that holds ``body``."""

    def take_text(body: str | bytes, name: str = "news.txt", source: str | None = None) -> Taken:
        path = inbox / name
        path.write_bytes(body if isinstance(body, bytes) else body.encode())
        return take(path, source=source)

    return take_text
