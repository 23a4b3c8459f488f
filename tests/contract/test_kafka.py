"""What only the runner on Kafka promises: positions, producers that fail, rebalancing, health."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.errors import KafkaConnectionError, KafkaError
from structlog.testing import capture_logs

from tests.contract.wires import BOUND, Build, KafkaWire
from tests.contract.words import Counting, Passing, groups, numbers, once, poison, word
from tests.fakes import decided
from wireroom_core.contracts import Envelope, Outcome
from wireroom_core.errors import FatalError
from wireroom_core.models import Decision
from wireroom_core.topology import language_partition
from wireroom_kafka import clients
from wireroom_kafka.memory import Memory, MemoryWork
from wireroom_kafka.producing import Output, Sent, publish, submit
from wireroom_kafka.runner import KafkaRunner
from wireroom_kafka.topics import check_topics, create_topics
from wireroom_kafka.workshop import ReopenError

FR = language_partition("fr")


async def until(condition: Callable[[], bool], seconds: float = BOUND) -> None:
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.02)


@asynccontextmanager
async def running(wire: KafkaWire, build: Build = Counting, *, remembers: bool = True) -> Any:
    shop = wire.workshop()
    runner = KafkaRunner(wire.work(build, shop, remembers=remembers), shop)
    task = asyncio.create_task(runner.run())
    try:
        yield shop.health
    finally:
        runner.stop()
        await asyncio.wait_for(task, BOUND)


# Topics and positions ------------------------------------------------------------------------------------------------


def test_topics_are_created_once_and_one_that_changed_is_refused(kafka: KafkaWire) -> None:
    servers, topics = kafka.options.bootstrap_servers, kafka.topics
    assert asyncio.run(create_topics(servers, topics)) == []
    assert asyncio.run(check_topics(servers, topics)) == []
    changed = [replace(topics[0], partitions=7), replace(topics[1], max_message_bytes=1 << 20)]
    faults = asyncio.run(check_topics(servers, [*changed, kafka.topic("missing")]))
    assert [fault.split(" ", 2)[2] for fault in faults] == [
        "is missing",
        "has partitions=6, declared is 7",
        "has max.message.bytes=8388608, declared is 1048576",
    ]
    with pytest.raises(FatalError, match="has partitions=6, declared is 7"):
        asyncio.run(create_topics(servers, changed))


async def _commit(wire: KafkaWire, offset: int) -> None:
    # Without auto-commit, which at times puts the consumer's own position over this one when it stops.
    consumer = AIOKafkaConsumer(
        bootstrap_servers=wire.options.bootstrap_servers, group_id=wire.name, enable_auto_commit=False
    )
    await consumer.start()
    consumer.assign([TopicPartition(f"{wire.name}.in", FR)])
    await consumer.commit({TopicPartition(f"{wire.name}.in", FR): offset})
    await consumer.stop()


@pytest.mark.parametrize("stage", [Passing, Counting])
def test_a_position_that_no_longer_exists_is_a_loud_stop(kafka: KafkaWire, stage: type[Passing]) -> None:
    stopped: list[str] = []

    async def scene() -> None:
        await _commit(kafka, 500)
        async with running(kafka, stage, remembers=stage is Counting) as health:
            await until(lambda: health.stopped is not None)
            stopped.append(health.stopped)

    kafka.put(word(1))
    with capture_logs() as logs:
        asyncio.run(scene())
    assert "OffsetOutOfRangeError" in stopped[0]
    assert [entry["event"] for entry in logs if entry["log_level"] == "error"] == ["stopped until somebody acts"]
    assert kafka.out == []


def test_a_stop_keeps_the_process_up_and_in_its_group_and_unhealthy(kafka: KafkaWire) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    async def scene() -> None:
        async with running(kafka, lambda: Counting(once(3, broken))) as health:
            await until(lambda: health.stopped is not None)
            await kafka._put([word(9, "en")])
            await asyncio.sleep(1)
            polled = time.monotonic()
            assert "ZeroDivisionError" in health.stopped
            assert polled - health.polled_at < 0.5
            assert not health.healthy(polled)

    kafka.put(*(word(number) for number in range(5)))
    with capture_logs():
        asyncio.run(scene())
    assert kafka.out == []


def test_a_changed_partition_count_makes_a_memory_refuse(kafka: KafkaWire, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.contract.wires.Memory", lambda topic, _, *rest: Memory(topic, 5, *rest))
    kafka.put(word(1))
    with capture_logs():
        kafka.run(Counting)
    assert "has 6 partitions, and this stage's memory is for 5" in (kafka.health.stopped or "")


# Producers that fail -------------------------------------------------------------------------------------------------


def failing_once(real: Callable[..., Awaitable[Any]], failing: Callable[..., Awaitable[Any]]) -> Callable[..., Any]:
    failed: list[bool] = []

    async def action(producer: AIOKafkaProducer, outputs: Sequence[Output]) -> Any:
        if len(outputs) > 2 and not failed:
            failed.append(True)
            return await failing(producer, outputs)
        return await real(producer, outputs)

    return action


async def away(producer: AIOKafkaProducer, outputs: Sequence[Output]) -> Any:
    raise KafkaConnectionError


async def half(producer: AIOKafkaProducer, outputs: Sequence[Output]) -> list[Sent]:
    sent = await submit(producer, outputs[: len(outputs) // 2])
    lost: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
    lost.set_exception(KafkaConnectionError())
    return [*sent, Sent("lost", 1, lost)]


def test_outputs_that_failed_are_written_before_the_position_moves(
    kafka: KafkaWire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wireroom_kafka.stateless.publish", failing_once(publish, away))
    kafka.put(*(word(number) for number in range(40)))
    kafka.run(Passing, remembers=False)
    assert numbers(kafka.out) == list(range(40))


@pytest.mark.parametrize("failing", [away, half])
def test_a_transaction_with_a_failed_record_is_not_committed_and_its_memory_is_dropped(
    kafka: KafkaWire, monkeypatch: pytest.MonkeyPatch, failing: Callable[..., Awaitable[Any]]
) -> None:
    monkeypatch.setattr("wireroom_kafka.memory.submit", failing_once(submit, failing))
    kafka.put(*(word(number) for number in range(40)))
    kafka.run(Counting)
    assert groups(kafka.out) == [f"fr mot {count}" for count in range(1, 41)]


def test_a_predecessor_cannot_decide_once_its_successor_has_read_the_memory(
    kafka: KafkaWire, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A zombie wakes at the worst moment: when its successor has just read the memory, and not opened it yet."""
    tp = TopicPartition(f"{kafka.name}.in", FR)
    read = MemoryWork._restored
    built: list[Counting] = []

    def build() -> Counting:
        built.append(Counting())
        return built[-1]

    async def scene() -> None:
        async with reading(kafka) as consumer:
            zombie, successor = (kafka.work(build, kafka.workshop(), remembers=True) for _ in range(2))
            consumer.seek(tp, await zombie.open(consumer, tp))
            records: list[Any] = []
            while len(records) < 2:
                records += (await consumer.getmany(tp, timeout_ms=500)).get(tp, [])

            async def restored(work: MemoryWork, tp: TopicPartition) -> Any:
                held = await read(work, tp)
                with pytest.raises((KafkaError, ReopenError)):
                    await zombie.do(consumer, tp, records)
                return held

            monkeypatch.setattr(MemoryWork, "_restored", restored)
            await successor.open(consumer, tp)
            for work in (zombie, successor):
                await work.close(tp)

    kafka.put(word(1), word(2))
    asyncio.run(scene())
    assert built[-1].restored == len(kafka.read("state")) == 0


@asynccontextmanager
async def reading(wire: KafkaWire) -> Any:
    """A consumer of the group, once it has all partitions."""
    consumer = clients.consumer(wire.options, wire.name)
    await consumer.start()
    try:
        consumer.subscribe([f"{wire.name}.in"])
        await until(lambda: bool(consumer.assignment()))
        yield consumer
    finally:
        await consumer.stop()


def test_a_memory_is_restored_from_where_its_reach_begins_whatever_was_aborted_behind_it(
    kafka: KafkaWire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wireroom_kafka.memory.CLOCKS_APART", timedelta(0))
    monkeypatch.setattr("tests.contract.wires.REACH", timedelta(0))
    state = f"{kafka.name}.state"
    kafka.broker.write(state, [(FR, decision(number, datetime.now(UTC))) for number in range(10)])
    time.sleep(0.01)
    at = datetime.now(UTC)
    kafka.broker.write(state, [(FR, decision(number, at)) for number in range(10, 15)])
    asyncio.run(abort(kafka, state, 250))
    told: list[str] = []

    class Telling(Counting):
        def restore(self, decisions: Iterable[Decision]) -> None:
            told.extend(decision.effects.delivery_id for decision in decisions)

    kafka.put(word(1))
    kafka.run(Telling)
    assert told == [word(number).delivery_id for number in range(10, 15)]


def decision(number: int, at: datetime) -> bytes:
    taken = decided(number).decision
    assert taken is not None
    return taken.model_copy(update={"decided_at": at}).model_dump_json().encode()


async def abort(wire: KafkaWire, topic: str, count: int) -> None:
    """Records that never were."""
    producer = clients.producer(wire.options, f"{wire.name}-aborted")
    await producer.start()
    await producer.begin_transaction()
    for _ in range(count):
        await producer.send(topic, b"aborted", partition=FR)
    await producer.flush()
    await producer.abort_transaction()
    await producer.stop()


# Rebalancing ---------------------------------------------------------------------------------------------------------


def test_a_memory_is_kept_over_a_rebalance_unless_another_worker_added_to_it(kafka: KafkaWire) -> None:
    built: list[Counting] = []

    def build() -> Counting:
        built.append(Counting())
        return built[-1]

    async def scene() -> None:
        async with running(kafka, build) as health:
            await until(lambda: health.articles["passed"] == 12)
            own = len(built)
            async with running(kafka) as other:
                await until(lambda: len(other.partitions) == 3 and len(health.partitions) == 3)
                await until(lambda: health.ready(time.monotonic()) and other.ready(time.monotonic()))
                assert len(built) == own, "what stayed is not restored again"
                await kafka._put([word(100 + number, language) for number in range(5) for language in languages])
                await until(lambda: health.articles["passed"] + other.articles["passed"] == 42)
            await until(lambda: len(health.partitions) == 6 and health.ready(time.monotonic()))
            assert len(built) == own + 3, "what another added to is"

    languages = ("und", "fr", "en", "nl", "de", "es")
    kafka.put(*(word(number, language) for number in range(2) for language in languages))
    asyncio.run(scene())
    for language in languages:
        assert groups(kafka.out, language) == [f"{language} mot {count}" for count in range(1, 8)]


def test_a_batch_longer_than_a_session_keeps_its_place_in_the_group(kafka: KafkaWire) -> None:
    async def scene() -> None:
        lazy = kafka.options.session_seconds + 1.5
        async with running(kafka, lambda: Counting(once(1, lambda: time.sleep(lazy)))) as health:
            await until(lambda: health.joined)
            end, looks = time.monotonic() + lazy, 0
            while time.monotonic() < end:
                assert health.healthy(time.monotonic())
                await asyncio.sleep(0.1)
                looks += 1
            assert looks > 10 * lazy / 2, "the event loop went on"
            await until(lambda: health.articles["passed"] == 3)
            assert health.batches <= 2

    kafka.put(*(word(number) for number in range(3)))
    asyncio.run(scene())
    assert numbers(kafka.out) == [0, 1, 2]


def test_batches_do_not_shrink_where_each_costs_a_second_however_small_it_is(kafka: KafkaWire) -> None:
    class Far(Passing):
        def process(self, batch: Sequence[Envelope]) -> list[Outcome]:
            time.sleep(1.2)
            return super().process(batch)

    kafka.put(*(word(number) for number in range(300)))
    kafka.run(Far, remembers=False)
    assert numbers(kafka.out) == list(range(300))
    assert kafka.health.batches <= 10


def test_health_counts_what_passed(kafka: KafkaWire) -> None:
    kafka.put(word(1), word(1), poison(2), b"{")
    kafka.run(Counting)
    assert kafka.health.articles == {"passed": 1, "nothing": 1, "refused": 2}
    assert kafka.health.batches >= 1
    places = [(letter.topic, letter.partition, letter.offset) for letter in kafka.letters]
    assert places == [(f"{kafka.name}.in", FR, 2), (f"{kafka.name}.in", FR, 3)]
