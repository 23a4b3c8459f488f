"""The consumer loop: one member of a group, a lane for each of its partitions."""

import asyncio

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.abc import ConsumerRebalanceListener
from aiokafka.errors import KafkaError, NoOffsetForPartitionError, OffsetOutOfRangeError, RecordTooLargeError

from wireroom_core.errors import TransientError
from wireroom_core.log import logger
from wireroom_kafka import clients
from wireroom_kafka.health import listen_to_clients
from wireroom_kafka.lane import Lane
from wireroom_kafka.pausing import first_of, pause
from wireroom_kafka.workshop import Work, Workshop

log = logger("kafka")

RESTART_WAIT = 1.0


class KafkaRunner(ConsumerRebalanceListener):  # type: ignore[misc]
    """Runs one kind of work on its topic until it is told to stop; trouble is waited out, faults stop it loudly.

    A stop on a fault keeps the process up: a member of its group, paused, unhealthy and saying why.
    """

    def __init__(self, work: Work, shop: Workshop) -> None:
        self._work = work
        self._shop = shop
        self._health = shop.health
        self._consumer: AIOKafkaConsumer = None
        self._lanes: dict[TopicPartition, Lane] = {}
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Finish the batches in hand, leave the group, and let ``run`` return."""
        self._stopping.set()

    async def run(self) -> None:
        """Consume until ``stop``; a consumer that failed is replaced."""
        listen_to_clients()
        while not self._stopping.is_set():
            try:
                await self._member()
            except (KafkaError, TransientError) as error:
                log.warning("waiting", reason=f"the broker: {error!r}")
                await pause(RESTART_WAIT, self._stopping)
        self._shop.close()

    async def _member(self) -> None:
        self._consumer = consumer = clients.consumer(self._shop.options, self._shop.options.group)
        polling: asyncio.Task[None] | None = None
        try:
            await consumer.start()
            if missing := {self._work.topic, *self._work.writes} - await consumer.topics():
                raise TransientError(f"these topics do not exist (yet): {', '.join(sorted(missing))}")
            consumer.subscribe([self._work.topic], listener=self)
            polling = asyncio.create_task(self._poll(consumer))
            await first_of([polling], self._stopping)
            if polling.done():
                polling.result()
        finally:
            if polling is not None:
                polling.cancel()
            self._health.joined = False
            await self._leave()
            await clients.stop_consumer(consumer)

    async def _poll(self, consumer: AIOKafkaConsumer) -> None:
        """Poll for ever: also while every partition is paused, so that errors show and the group sees us alive."""
        while True:
            self._health.polled_at = self._shop.clock.monotonic()
            hungry = self._regulate(consumer)
            for tp in hungry:
                self._lanes[tp].measure(clients.position_at_hand(consumer, tp), consumer.highwater(tp))
            # Those that are fed are left out, so that what was fetched for them ahead is not thrown away.
            patience = 200 if len(hungry) == len(self._lanes) else 20
            try:
                handed = await consumer.getmany(*hungry, timeout_ms=patience)
            except NoOffsetForPartitionError:
                continue  # of a partition that is not open yet: opening it seeks
            except (OffsetOutOfRangeError, RecordTooLargeError) as error:
                self._halt(f"a position that no longer exists, or a record that cannot be read: {error!r}")
                continue
            for tp, records in handed.items():
                if tp in self._lanes:
                    self._lanes[tp].offer(records)

    def _regulate(self, consumer: AIOKafkaConsumer) -> list[TopicPartition]:
        """Pause what is not wanted now and resume what is; the partitions that are."""
        assigned = consumer.assignment()
        hungry = [tp for tp, lane in self._lanes.items() if lane.hungry and tp in assigned]
        consumer.pause(*(assigned - set(hungry)))
        consumer.resume(*hungry)
        return hungry

    def _halt(self, reason: str) -> None:
        """Stop on a fault: every lane finishes its batch and nothing more is taken up."""
        if self._health.stopped is None:
            self._health.stopped = reason
            log.error("stopped until somebody acts", reason=reason)
            self._halted = asyncio.create_task(self._leave())

    def on_partitions_assigned(self, assigned: set[TopicPartition]) -> None:
        """Pause, and start a lane for each; no heartbeat is sent until this returns, so it waits for nothing."""
        self._consumer.pause(*assigned)
        self._health.joined = True
        if self._health.stopped is None and not self._stopping.is_set():
            parts = (self._consumer, self._work, self._shop)
            self._lanes = {tp: Lane(tp, *parts, halt=self._halt) for tp in assigned}
            self._health.partitions = {tp.partition: lane.health for tp, lane in self._lanes.items()}

    async def on_partitions_revoked(self, revoked: set[TopicPartition]) -> None:
        """Return once every batch in hand is finished or given up."""
        await self._leave()

    async def _leave(self) -> None:
        lanes, self._lanes = self._lanes, {}
        self._health.partitions = {}
        await asyncio.gather(*[lane.leave(self._shop.options.session_seconds / 2) for lane in lanes.values()])
