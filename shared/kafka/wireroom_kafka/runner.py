"""The consumer loop: one member of a group, a lane for each of its partitions."""

import asyncio
import signal
from collections.abc import Iterable
from contextlib import suppress

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.abc import ConsumerRebalanceListener
from aiokafka.errors import KafkaError, NoOffsetForPartitionError, OffsetOutOfRangeError, RecordTooLargeError

from wireroom_core.errors import TransientError
from wireroom_core.log import logger
from wireroom_kafka import clients
from wireroom_kafka.lane import Lane
from wireroom_kafka.workshop import Work, Workshop

log = logger("kafka")

RESTART_WAIT = 1.0


class KafkaRunner:
    """Runs one kind of work on its topic until it is told to stop; trouble is waited out, faults stop it loudly.

    A stop on a fault keeps the process up: a member of its group, paused, unhealthy and saying why.
    """

    def __init__(self, work: Work, shop: Workshop) -> None:
        self._work = work
        self._shop = shop
        self._lanes: dict[TopicPartition, Lane] = {}
        self._stopping = asyncio.Event()
        self._patience = shop.options.session_seconds / 2

    def stop(self) -> None:
        """Finish the batches in hand, leave the group, and let ``run`` return."""
        self._stopping.set()

    async def run(self) -> None:
        """Consume until ``stop``; a consumer that failed is replaced."""
        while not self._stopping.is_set():
            try:
                await self._member()
            except (KafkaError, TransientError) as error:
                self._shop.voice.say(f"the broker: {error!r}")
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._stopping.wait(), RESTART_WAIT)
        await self._work.stop()
        self._shop.close()

    async def _member(self) -> None:
        consumer = clients.consumer(self._shop.options)
        polling: asyncio.Task[None] | None = None
        try:
            await consumer.start()
            if self._work.topic not in await consumer.topics():
                raise TransientError(f"topic {self._work.topic} does not exist (yet)")
            consumer.subscribe([self._work.topic], listener=_Listener(self, consumer))
            polling = asyncio.create_task(self._poll(consumer))
            stopping = asyncio.create_task(self._stopping.wait())
            await asyncio.wait({polling, stopping}, return_when=asyncio.FIRST_COMPLETED)
            stopping.cancel()
            if polling.done():
                polling.result()
        finally:
            self._shop.health.joined = False
            if polling is not None:
                polling.cancel()
            await self.leave()
            await clients.bounded(consumer.stop())

    async def _poll(self, consumer: AIOKafkaConsumer) -> None:
        """Poll for ever: also while every partition is paused, so that errors show and the group sees us alive."""
        while True:
            self._shop.health.polled_at = self._shop.clock.monotonic()
            hungry = self._regulate(consumer)
            try:
                # Those that are fed are left out, so that what was fetched for them ahead is not thrown away.
                fed = len(hungry) < len(self._lanes)
                handed = await consumer.getmany(*hungry, timeout_ms=20 if fed else 200)
            except NoOffsetForPartitionError:
                continue  # of a partition that is not open yet: opening it seeks
            except (OffsetOutOfRangeError, RecordTooLargeError) as error:
                self.halt(f"a position that no longer exists, or a record that cannot be read: {error!r}")
                continue
            for tp, records in handed.items():
                if tp in self._lanes:
                    self._lanes[tp].offer(records)

    def _regulate(self, consumer: AIOKafkaConsumer) -> list[TopicPartition]:
        """Pause what is not wanted now and resume what is; the partitions that are."""
        hungry = [tp for tp, lane in self._lanes.items() if lane.hungry]
        assigned = consumer.assignment()
        consumer.pause(*(assigned - set(hungry)))
        hungry = [tp for tp in hungry if tp in assigned]
        consumer.resume(*hungry)
        for tp in hungry:
            if (end := consumer.highwater(tp)) is not None:
                self._shop.health.lag[tp.partition] = max(0, end - self._lanes[tp].position)
        return hungry

    def halt(self, reason: str) -> None:
        """Stop on a fault: every lane finishes its batch and nothing more is taken up."""
        if self._shop.health.stopped is None:
            self._shop.health.stopped = reason
            log.error("stopped until somebody acts", reason=reason)
            self._halted = asyncio.create_task(self.leave())

    def assigned(self, consumer: AIOKafkaConsumer, partitions: Iterable[TopicPartition]) -> None:
        """Pause and start a lane for each; no heartbeat is sent until this returns, so it waits for nothing."""
        consumer.pause(*partitions)
        health = self._shop.health
        health.joined = True
        health.assigned = {tp.partition for tp in partitions}
        if health.stopped is None and not self._stopping.is_set():
            self._lanes = {tp: Lane(tp, consumer, self._work, self._shop, self.halt) for tp in partitions}

    async def leave(self) -> None:
        """Let every partition go, its batch in hand finished or given up."""
        lanes, self._lanes = self._lanes, {}
        await asyncio.gather(*(lane.leave(self._patience) for lane in lanes.values()))


class _Listener(ConsumerRebalanceListener):  # type: ignore[misc]
    def __init__(self, runner: KafkaRunner, consumer: AIOKafkaConsumer) -> None:
        self._runner = runner
        self._consumer = consumer

    def on_partitions_assigned(self, assigned: set[TopicPartition]) -> None:
        self._runner.assigned(self._consumer, assigned)

    async def on_partitions_revoked(self, revoked: set[TopicPartition]) -> None:
        await self._runner.leave()


async def run_until_signal(runner: KafkaRunner) -> None:
    """Run until SIGTERM or SIGINT."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, runner.stop)
    await runner.run()
