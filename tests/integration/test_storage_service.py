"""The storage service's consumers on real PostgreSQL and Kafka: what a topic holds is in the store, each once."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import ExitStack, asynccontextmanager, closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
import pytest
from pydantic import SecretStr
from structlog.testing import capture_logs

from tests.broker import Broker
from tests.fakes import BEGIN, decided, merged
from wireroom_core.models import DeadLetter, DecidedArticle, GroupMerged, Message, encode
from wireroom_core.topology import DEAD, DECIDED, language_partition
from wireroom_kafka import clients
from wireroom_kafka.producing import Output, publish
from wireroom_kafka.topics import create_topics
from wireroom_service.running import Part
from wireroom_storage import service
from wireroom_storage.settings import StorageSettings
from wireroom_store.writer import Mode, Store

BOUND = 60.0
LANGUAGES = ("fr", "en", "nl")


class Scene:
    """Topics of its own, and a store."""

    def __init__(self, servers: str, url: str, folder: Path) -> None:
        self.broker = Broker(servers)
        self.settings = StorageSettings(
            raw_dir=folder / "raw",
            kafka_bootstrap_servers=servers,
            database_url=SecretStr(url),
            topic_prefix=f"t{secrets.token_hex(4)}.",
            session_seconds=6,
            batch_articles=10,
        )
        self.decided, self.dead = (self.settings.named(topic.name) for topic in (DECIDED, DEAD))
        made = [replace(topic, name=self.settings.named(topic.name)) for topic in (DECIDED, DEAD)]
        asyncio.run(create_topics(servers, made))

    def put(self, topic: str, *items: Message | bytes) -> None:
        """Publish, each message to the partition of its language."""
        asyncio.run(self._put([_output(topic, item) for item in items]))

    async def _put(self, outputs: Sequence[Output]) -> None:
        producer = clients.producer(clients.Options(self.broker.servers, "tests"))
        await producer.start()
        await publish(producer, outputs)
        await producer.stop()

    def run(self, build: Callable[[StorageSettings], Part], holds: Callable[[Part], object]) -> list[Any]:
        """Run a part until ``holds``; what it logged."""

        async def scene() -> None:
            async with _running(build(self.settings)) as part, asyncio.timeout(BOUND):
                while not holds(part):
                    await asyncio.sleep(0.02)

        with capture_logs() as logs:
            asyncio.run(scene())
        return logs

    def sql(self, statement: str, *values: object) -> list[Any]:
        with closing(psycopg.connect(self.settings.database_url.get_secret_value(), autocommit=True)) as connection:
            found = connection.execute(statement.encode(), values)
            return found.fetchall() if found.description else []

    def count(self, table: str) -> int:
        [(count,)] = self.sql(f"select count(*) from news.{table}")
        return int(count)

    def positions(self, topic: str) -> dict[int, int]:
        return dict(self.sql("select partition, next from news.positions where topic = %s", topic))

    def letters(self) -> list[DeadLetter]:
        return [DeadLetter.model_validate_json(record.value) for record in self.broker.records(self.dead)]


def _output(topic: str, item: Message | bytes) -> Output:
    partition = 0
    if isinstance(item, DecidedArticle | GroupMerged):
        partition = language_partition(item.language)
    return Output(topic, partition, None, item if isinstance(item, bytes) else encode(item))


@asynccontextmanager
async def _running(part: Part) -> AsyncIterator[Part]:
    task = asyncio.create_task(part.runs.run())
    try:
        yield part
    finally:
        part.runs.stop()
        await asyncio.wait_for(task, BOUND)


@pytest.fixture
def scene(kafka_servers: str, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scene]:
    """A process of the service leaves its connections to its end; here they are closed."""
    with ExitStack() as opened:

        def store(url: str, mode: Mode) -> Store:
            return opened.enter_context(closing(Store(url, mode)))

        monkeypatch.setattr(service, "Store", store)
        yield Scene(kafka_servers, database_url, tmp_path)


def article(number: int, **changes: Any) -> DecidedArticle:
    return decided(number, language=LANGUAGES[number % 3], **changes)


def letter(number: int) -> DeadLetter:
    return DeadLetter(letter_id=f"letter-{number}", stage="dedup", reason=f"reason {number}", at=BEGIN)


# Articles -------------------------------------------------------------------------------------------------------------


def test_articles_are_stored_once_over_a_restart_in_the_middle(scene: Scene) -> None:
    numbers = range(600)
    merge = merged("delivery-0", "delivery-3", 597)
    scene.put(scene.decided, *map(article, numbers[:597]), merge, *map(article, numbers[597:]))
    scene.put(scene.decided, *map(article, numbers[:50]), merge)
    scene.run(service.articles, lambda part: scene.count("deliveries"))
    halfway = scene.count("deliveries")
    assert 0 < halfway < 600
    ends = scene.broker.ends(scene.decided)
    scene.run(service.articles, lambda part: scene.positions(scene.decided) == ends)
    stored = scene.sql("select delivery_id from news.deliveries")
    assert sorted(stored) == sorted((f"delivery-{number}",) for number in numbers)
    assert scene.count("contents") == 600
    assert scene.sql("select group_id, merged_into from news.group_aliases") == [("delivery-0", "delivery-3")]
    stream = [number for (number,) in scene.sql("select stream_id from news.stream order by 1")]
    assert stream == list(range(1, len(stream) + 1))
    assert scene.letters() == []


def test_the_order_of_a_partition_is_kept(scene: Scene) -> None:
    scene.put(scene.decided, *(article(number) for number in range(90)))
    ends = scene.broker.ends(scene.decided)
    scene.run(service.articles, lambda part: scene.positions(scene.decided) == ends)
    for place, language in enumerate(LANGUAGES):
        stored = scene.sql(
            "select delivery_id from news.deliveries where decision->'effects'->>'language' = %s order by seq", language
        )
        assert stored == [(f"delivery-{number}",) for number in range(place, 90, 3)]


def test_what_the_store_refuses_is_a_dead_letter_and_the_rest_is_stored(scene: Scene) -> None:
    poison = article(33, title="NUL \x00")
    items = [*(article(number) for number in range(0, 30, 3)), poison, article(36), article(39)]
    scene.put(scene.decided, *items)
    scene.put(scene.decided, b"garbage")  # in partition 0, alone
    ends = scene.broker.ends(scene.decided)
    scene.run(service.articles, lambda part: scene.positions(scene.decided) == ends)
    told = sorted((found.partition, found.offset, found.stage, found.article_id) for found in scene.letters())
    assert told == [(0, 0, "storage", None), (language_partition("fr"), 10, "storage", "article-33")]
    assert "PostgreSQL refuses it" in next(found.reason for found in scene.letters() if found.article_id)
    assert scene.count("deliveries") == 12
    scene.run(service.dead_letters, lambda part: scene.count("dead_letters") == 2)


# Dead letters ---------------------------------------------------------------------------------------------------------


def test_dead_letters_are_kept_once_though_they_come_again(scene: Scene) -> None:
    letters = [letter(number) for number in range(25)]
    scene.put(scene.dead, *letters, *letters[:5])
    scene.run(service.dead_letters, lambda part: scene.positions(scene.dead) == {0: 30})
    scene.sql("update news.positions set next = 0 where topic = %s", scene.dead)
    scene.put(scene.dead, letter(25))
    scene.run(service.dead_letters, lambda part: scene.positions(scene.dead) == {0: 31})
    kept = scene.sql("select letter_id, reason from news.dead_letters")
    assert sorted(kept) == sorted((f"letter-{number}", f"reason {number}") for number in range(26))


def test_what_is_no_dead_letter_is_a_loud_stop_at_its_place(scene: Scene) -> None:
    scene.put(scene.dead, letter(1), b"garbage", letter(2))
    stop = f"{scene.dead}[0]: offset 1 cannot be taken"
    logs = scene.run(service.dead_letters, lambda part: stop in (part.vitals.ailment() or ""))
    assert [entry["event"] for entry in logs if entry["log_level"] == "error"] == ["stopped until somebody acts"]
    assert scene.positions(scene.dead) == {0: 1}
    assert scene.sql("select letter_id from news.dead_letters") == [("letter-1",)]
    assert scene.broker.ends(scene.dead) == {0: 3}
