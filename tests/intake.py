"""What the tests of the ingest service share: a publisher, and a clock that lets things happen at their time."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tests.fakes import ManualClock
from wireroom_core.contracts import Delivery
from wireroom_core.models import Article, decode
from wireroom_ingest.settings import IngestSettings


def ingest_settings(folder: Path, **given: Any) -> IngestSettings:
    """Settings with what must be given: the folder of originals, and brokers that are not asked."""
    return IngestSettings(raw_dir=folder / "raw", kafka_bootstrap_servers="127.0.0.1:9", http_port=0, **given)


def article_of(delivery: Delivery) -> Article:
    article = decode(delivery.value, Article)
    assert isinstance(article, Article)
    return article


class ListPublisher:
    """Keeps what is published, each call for itself; ``faults`` are raised first, one a call."""

    def __init__(self, faults: Sequence[Exception] = (), *, before: Callable[[], Any] = lambda: None) -> None:
        self.calls: list[list[Delivery]] = []
        self._faults = list(faults)
        self._before = before

    def publish(self, deliveries: Sequence[Delivery]) -> None:
        self._before()
        if self._faults:
            raise self._faults.pop(0)
        self.calls.append(list(deliveries))

    @property
    def articles(self) -> list[Article]:
        return [article_of(delivery) for call in self.calls for delivery in call]

    @property
    def titles(self) -> list[str]:
        return [article.title for article in self.articles]


class Play(ManualClock):
    """A clock whose waits let the acts happen whose time has come; after ``end`` seconds it sets ``stop``."""

    def __init__(self, end: float = 20.0) -> None:
        super().__init__()
        self.stop = threading.Event()
        self._end = end
        self._acts: list[tuple[float, Callable[[], Any]]] = []

    def at(self, seconds: float, act: Callable[[], Any]) -> None:
        self._acts.append((seconds, act))

    def sleep(self, seconds: float) -> None:
        super().sleep(seconds)
        due = [each for each in self._acts if each[0] <= self.monotonic()]
        self._acts = [each for each in self._acts if each not in due]
        for _, act in due:
            act()
        if self.monotonic() >= self._end:
            self.stop.set()
