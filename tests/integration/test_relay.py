"""The relay on real PostgreSQL and Kafka: what happened, each of it, in order, by one relay at a time."""

import asyncio
import secrets
import threading
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager, closing
from datetime import timedelta
from typing import Any, TypeVar

import psycopg
import pytest
from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaConnectionError
from structlog.testing import capture_logs

from tests.broker import Broker
from tests.cluster import wait_until
from tests.fakes import decided
from wireroom_core.clock import SystemClock
from wireroom_core.errors import FatalError, TransientError
from wireroom_core.models import StoredEvent
from wireroom_core.topology import WEEK, Topic
from wireroom_kafka.clients import Options
from wireroom_kafka.producing import Output, key_partition, publish
from wireroom_kafka.topics import create_topics
from wireroom_storage import relay as relaying
from wireroom_storage.relay import Relay
from wireroom_store.migrate import migrate_url
from wireroom_store.migrations import HEAD
from wireroom_store.relaying import StreamTail
from wireroom_store.writer import Store

BOUND = 60.0
T = TypeVar("T")


class Scene:
    """A store whose stream goes to a topic of its own."""

    def __init__(self, servers: str, url: str) -> None:
        self.servers = servers
        self.url = url
        self.topic = Topic(f"t{secrets.token_hex(4)}.stored", "article_id", 6, WEEK)
        self._written = 0

    async def create_topic(self) -> None:
        await create_topics(self.servers, [self.topic])

    def write(self, count: int) -> None:
        """Let as many more events happen, to 40 articles in turn."""
        numbers = range(self._written, self._written + count)
        with closing(Store(self.url, "kafka")) as store:
            store.write([decided(number, article_id=f"article-{number % 40}") for number in numbers])
        self._written += count

    def sql(self, statement: str, *values: object) -> list[Any]:
        with closing(psycopg.connect(self.url, autocommit=True)) as connection:
            found = connection.execute(statement.encode(), values)
            return found.fetchall() if found.description else []

    def records(self) -> list[Any]:
        return Broker(self.servers).records(self.topic.name)

    def copied(self) -> list[StoredEvent]:
        """What is in the topic, partition by partition."""
        return [StoredEvent.model_validate_json(record.value) for record in self.records()]

    def relay(self) -> Relay:
        return Relay(self.url, Options(self.servers, "tests"), self.topic, SystemClock())

    @asynccontextmanager
    async def relaying(self) -> AsyncIterator[Relay]:
        """A relay at work; what it says is kept off the screen."""
        relay = self.relay()
        with capture_logs():
            task = asyncio.create_task(relay.run())
            try:
                yield relay
            finally:
                relay.stop()
                await asyncio.wait_for(task, BOUND)

    async def run(self, count: int) -> None:
        """Run a relay until it copied ``count`` events."""
        async with self.relaying() as relay:
            await until(lambda: figures(relay)["wireroom_relayed"] >= count)


def figures(relay: Relay) -> dict[str, float]:
    return {family.name: family.samples[0].value for family in relay.metrics()}


async def until(holds: Callable[[], object]) -> None:
    async with asyncio.timeout(BOUND):
        while not holds():
            await asyncio.sleep(0.02)


def ids(events: Sequence[StoredEvent]) -> list[int]:
    return [event.stream_id for event in events]


def act(scene: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(scene)


@pytest.fixture
def bare(kafka_servers: str, database_url: str) -> Scene:
    """Without its topic."""
    return Scene(kafka_servers, database_url)


@pytest.fixture
def scene(bare: Scene) -> Scene:
    act(bare.create_topic())
    return bare


# What is copied ------------------------------------------------------------------------------------------------------


def test_all_that_happens_is_copied_once_by_its_article_and_in_order(scene: Scene) -> None:
    async def twice() -> None:
        async with scene.relaying() as relay:
            for _ in range(4):
                await asyncio.to_thread(scene.write, 300)
            await until(lambda: figures(relay)["wireroom_relayed"] == 1200)
            await until(lambda: figures(relay)["wireroom_relay_lag"] == 0)
        scene.write(5)
        await scene.run(5)

    act(twice())
    records, events = scene.records(), scene.copied()
    assert sorted(ids(events)) == list(range(1, 1206))
    partitions = defaultdict(list)
    for record, event in zip(records, events, strict=True):
        assert record.key == event.article_id.encode()
        assert record.partition == key_partition(record.key, 6)
        partitions[record.partition].append(event.stream_id)
    assert all(found == sorted(found) for found in partitions.values())
    stored = scene.sql("select event from news.stream order by stream_id")
    assert sorted(events, key=lambda event: event.stream_id) == [StoredEvent.model_validate(row) for (row,) in stored]


def test_what_failed_to_be_published_is_published_again(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    failed: list[bool] = []

    async def half(producer: AIOKafkaProducer, outputs: Sequence[Output]) -> None:
        if failed:
            await publish(producer, outputs)
            return
        failed.append(True)
        await publish(producer, outputs[: len(outputs) // 2])
        raise KafkaConnectionError

    monkeypatch.setattr(relaying, "publish", half)
    scene.write(60)
    act(scene.run(60))
    assert sorted(ids(scene.copied())) == sorted([*range(1, 31), *range(1, 61)])


def test_a_new_epoch_is_copied_after_the_old_one(scene: Scene) -> None:
    scene.write(30)
    act(scene.run(30))
    scene.write(20)
    scene.sql("update news.stream_head set epoch = epoch + 1, n = 0")
    scene.write(10)
    act(scene.run(30))
    act(asyncio.wait_for(nothing_more(scene), BOUND))
    [(epoch,)] = scene.sql("select epoch from news.stream_head")
    partitions = defaultdict(list)
    for event in scene.copied():
        partitions[key_partition(event.article_id.encode(), 6)].append((event.epoch, event.stream_id))
    assert all(found == sorted(found) for found in partitions.values())
    told = sorted(place for found in partitions.values() for place in found)
    assert told == [(epoch - 1, number) for number in range(1, 51)] + [(epoch, number) for number in range(1, 11)]


async def nothing_more(scene: Scene) -> None:
    """A relay that is at work finds nothing to copy."""
    async with scene.relaying() as relay:
        await until(lambda: figures(relay)["wireroom_relay_works"])
        assert figures(relay)["wireroom_relayed"] == figures(relay)["wireroom_relay_lag"] == 0


@pytest.mark.parametrize("older", ["epoch = epoch - 1", "n = n - 1"])
def test_an_older_store_in_its_place_is_a_loud_stop(scene: Scene, older: str) -> None:
    async def stopped() -> str | None:
        async with scene.relaying() as relay:
            await until(relay.ailment)
            return relay.ailment()

    scene.write(3)
    act(scene.run(3))
    scene.sql(f"update news.stream_head set {older}")
    assert "an older store was put in its place" in (act(stopped()) or "")


# What is waited for, and what stops it --------------------------------------------------------------------------------


def test_a_database_that_is_not_migrated_yet_is_waited_for(kafka_servers: str, empty_database_url: str) -> None:
    scene = Scene(kafka_servers, empty_database_url)

    async def migrated() -> None:
        await scene.create_topic()
        async with scene.relaying() as relay:
            await until(lambda: "`wireroom migrate`" in (relay.waits_for() or ""))
            await asyncio.to_thread(migrate_url, scene.url)
            await asyncio.to_thread(scene.write, 3)
            await until(lambda: figures(relay)["wireroom_relayed"] == 3)
            assert (relay.waits_for(), relay.ailment()) == (None, None)

    act(migrated())
    assert sorted(ids(scene.copied())) == [1, 2, 3]


def test_a_topic_that_is_missing_is_waited_for_and_not_made(bare: Scene) -> None:
    async def created() -> None:
        async with bare.relaying() as relay:
            await until(lambda: "does not exist (yet)" in (relay.waits_for() or ""))
            assert await create_topics(bare.servers, [bare.topic]) == [bare.topic.name]
            await until(lambda: figures(relay)["wireroom_relayed"] == 3)

    bare.write(3)
    act(created())


def test_a_topic_with_other_partitions_is_a_loud_stop(scene: Scene) -> None:
    async def stopped() -> str | None:
        async with scene.relaying() as relay:
            await until(relay.ailment)
            return relay.ailment()

    scene.write(3)
    scene.topic = Topic(scene.topic.name, "article_id", 5, WEEK)
    assert "has partitions=6, declared is 5" in (act(stopped()) or "")
    assert scene.records() == []


def test_what_nobody_expected_is_a_loud_stop(scene: Scene) -> None:
    async def stopped() -> tuple[str | None, dict[str, float]]:
        async with scene.relaying() as relay:
            await until(relay.ailment)
            return relay.ailment(), figures(relay)

    scene.write(3)
    scene.sql("update news.stream set event = '{}' where stream_id = 2")
    reason, found = act(stopped())
    assert "ValidationError" in (reason or "")
    assert found["wireroom_relay_works"] == 0


# One relay at a time --------------------------------------------------------------------------------------------------

HOLDER = "select pid from pg_locks join pg_database d on d.oid = database where locktype = 'advisory' and datname = %s"


def test_another_takes_over_from_one_that_lost_its_connection(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    async def taken_over() -> None:
        async with scene.relaying() as first:
            await until(lambda: figures(first)["wireroom_relayed"] == 100)
            async with scene.relaying() as second:
                await asyncio.to_thread(scene.write, 100)
                await until(lambda: figures(first)["wireroom_relayed"] == 200)
                assert figures(second)["wireroom_relay_works"] == figures(second)["wireroom_relayed"] == 0
                assert second.waits_for() is None
                [(name,)] = scene.sql("select current_database()")
                assert len(scene.sql("select pg_terminate_backend(pid) from (" + HOLDER + ")", name)) == 1
                await until(lambda: figures(second)["wireroom_relay_works"])
                await asyncio.to_thread(scene.write, 100)
                await until(lambda: figures(second)["wireroom_relayed"] == 100)
                assert "the database" in (first.waits_for() or "")
                assert figures(first)["wireroom_relay_works"] == 0

    monkeypatch.setattr(relaying, "RESTART_SECONDS", BOUND)
    scene.write(100)
    act(taken_over())
    assert sorted(ids(scene.copied())) == list(range(1, 301))


def test_one_that_froze_loses_the_lock(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wireroom_store.relaying._PATIENCE", "500ms")
    scene.write(3)
    with closing(StreamTail(scene.url, "cluster")) as frozen, closing(StreamTail(scene.url, "cluster")) as next_one:
        assert frozen.claim()
        events = frozen.read(10)
        assert not next_one.claim()
        wait_until(next_one.claim, "the lock")
        with pytest.raises(TransientError, match="idle"):
            frozen.done(events)
        assert ids(next_one.read(10)) == [1, 2, 3]


def test_the_connection_is_closed_only_once_nobody_uses_it(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """The relay is cancelled while its thread reads."""
    reading, go_on = threading.Event(), threading.Event()
    read: list[int] = []
    real = StreamTail.read

    def slow(tail: StreamTail, limit: int) -> list[StoredEvent]:
        reading.set()
        go_on.wait(BOUND)
        events = real(tail, limit)
        read.append(len(events))
        return events

    async def cancelled() -> None:
        async with scene.relaying():
            await until(reading.is_set)

    monkeypatch.setattr(StreamTail, "read", slow)
    monkeypatch.setattr(relaying, "STOP_SECONDS", 0.1)
    scene.write(3)
    act(cancelled())
    go_on.set()
    with closing(StreamTail(scene.url, "cluster")) as next_one:
        wait_until(next_one.claim, "the lock")
    assert read == [3]


# Old events -----------------------------------------------------------------------------------------------------------


def test_old_events_are_removed_in_pieces(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    async def tidied() -> None:
        async with scene.relaying():
            await until(lambda: pieces and pieces[-1] < 10)

    def forget(tail: StreamTail, older: timedelta) -> int:
        pieces.append(real(tail, older))
        return pieces[-1]

    pieces: list[int] = []
    real = StreamTail.forget
    monkeypatch.setattr("wireroom_store.relaying.PIECE", 10)
    monkeypatch.setattr(relaying, "PIECE", 10)
    scene.write(60)
    act(scene.run(60))
    scene.sql("update news.stream set stored_at = now() - interval '8 days' where stream_id <= 35")
    monkeypatch.setattr(StreamTail, "forget", forget)
    act(tidied())
    assert pieces == [10, 10, 10, 5]
    assert scene.sql("select min(stream_id), count(*) from news.stream") == [(36, 25)]


def test_only_what_is_old_and_copied_is_removed(scene: Scene) -> None:
    scene.write(10)
    scene.sql("update news.stream set stored_at = now() - interval '8 days' where stream_id not in (2, 3)")
    with closing(StreamTail(scene.url, "cluster")) as tail:
        assert tail.claim()
        assert tail.forget(WEEK) == 0
        tail.done(tail.read(5))
        assert tail.forget(WEEK) == 3
        assert tail.behind() == 5
    assert scene.sql("select stream_id from news.stream order by 1") == [(n,) for n in (2, 3, 6, 7, 8, 9, 10)]


def test_the_place_is_that_of_the_cluster(scene: Scene) -> None:
    scene.write(4)
    with closing(StreamTail(scene.url, "one")) as tail:
        assert tail.claim()
        tail.done(tail.read(3))
    with closing(StreamTail(scene.url, "one")) as tail:
        wait_until(tail.claim, "the lock")
        assert ids(tail.read(10)) == [4]
        assert tail.forget(timedelta(0)) == 3
    with closing(StreamTail(scene.url, "another")) as tail:
        wait_until(tail.claim, "the lock")
        assert ids(tail.read(10)) == [4]


def test_a_store_that_is_newer_than_the_program_is_a_stop(scene: Scene) -> None:
    scene.sql("update news.alembic_version set version_num = '9999'")
    try:
        with pytest.raises(FatalError, match="newer than this program"):
            StreamTail(scene.url, "cluster")
    finally:
        scene.sql("update news.alembic_version set version_num = '" + HEAD + "'")
