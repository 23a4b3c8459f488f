"""A sink on Kafka: it keeps the positions, so what it holds is each message once, whatever happened."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress

import pytest
from structlog.testing import capture_logs

from tests.contract.test_kafka import FR, until
from tests.contract.wires import BOUND, KafkaWire
from tests.contract.words import number_of, poison, word
from wireroom_core.contracts import Advance, Envelope
from wireroom_core.errors import OverlongError, PoisonError, PositionMovedError, TransientError
from wireroom_core.models import EnrichedArticle, Message, decode
from wireroom_kafka.health import Health
from wireroom_kafka.runner import KafkaRunner
from wireroom_kafka.sink import SinkWork


class Shelf:
    """Keeps messages and positions together; refuses poison; ``faults`` come first, one a call."""

    name = "shelf"
    reads: tuple[type[Message], ...] = (EnrichedArticle,)

    def __init__(self) -> None:
        self.kept: list[int] = []
        self.next: dict[tuple[str, str, int], int] = {}
        self.faults: list[Exception] = []

    def positions(self, cluster: str, topic: str, partitions: Sequence[int]) -> dict[int, int]:
        return {p: self.next[cluster, topic, p] for p in partitions if (cluster, topic, p) in self.next}

    def begin(self, cluster: str, topic: str, partition: int, first: int) -> None:
        self.next.setdefault((cluster, topic, partition), first)

    def write(self, batch: Sequence[Envelope], advances: Sequence[Advance]) -> None:
        if self.faults:
            raise self.faults.pop()
        (advance,) = advances
        key = (advance.cluster, advance.topic, advance.partition)
        if self.next.get(key) != advance.start:
            raise PositionMovedError(f"no longer {advance.start}")
        if any(getattr(envelope.message, "title", "") == "poison" for envelope in batch):
            raise PoisonError("refused")
        self.kept += [number_of(envelope.message) for envelope in batch]
        self.next[key] = advance.end

    def at(self, partition: int) -> int:
        return next((offset for (_, _, p), offset in self.next.items() if p == partition), -1)


def shelve(wire: KafkaWire, shelf: Shelf, end: int) -> Health:
    """Run until the position of the French partition is ``end``."""

    async def scene() -> Health:
        shop = wire.workshop()
        work = SinkWork(shelf, f"{wire.name}.in", lambda value: decode(value, *shelf.reads), f"{wire.name}.dead", shop)
        runner = KafkaRunner(work, shop)
        task = asyncio.create_task(runner.run())
        with suppress(TimeoutError):
            await until(lambda: shelf.at(FR) == end or shop.health.stopped is not None)
        runner.stop()
        await asyncio.wait_for(task, BOUND)
        return shop.health

    return asyncio.run(scene())


def test_it_begins_where_the_sink_says_and_holds_each_message_once(kafka: KafkaWire) -> None:
    shelf = Shelf()
    kafka.put(*(word(number) for number in range(100)))
    shelve(kafka, shelf, 100)
    kafka.put(*(word(number) for number in range(100, 130)))
    shelve(kafka, shelf, 130)
    assert shelf.kept == list(range(130))


def test_poison_is_halved_out_and_buried_once_and_the_position_moves_past_it(kafka: KafkaWire) -> None:
    shelf = Shelf()
    shelf.faults = [TransientError("the database is away")] * 2
    kafka.put(*(word(number) for number in range(10)), poison(10), b"{", *(word(number) for number in range(12, 20)))
    with capture_logs():
        health = shelve(kafka, shelf, 20)
    assert shelf.kept == [number for number in range(20) if number not in (10, 11)]
    assert [(letter.stage, letter.reason.split(":")[0], letter.article_id) for letter in kafka.letters] == [
        ("shelf", "refused", "article-10"),
        ("shelf", "Invalid JSON", None),
    ]
    assert health.articles == {"passed": 18, "refused": 2}


def test_a_letter_is_not_sent_again_while_the_database_is_away(kafka: KafkaWire) -> None:
    class AwayAfterTheLetter(Shelf):
        def write(self, batch: Sequence[Envelope], advances: Sequence[Advance]) -> None:
            if not batch and len(fell) < 3:
                fell.append(1)
                raise TransientError("the database is away")
            super().write(batch, advances)

    fell: list[int] = []
    shelf = AwayAfterTheLetter()
    kafka.put(b"{", word(1))
    with capture_logs():
        shelve(kafka, shelf, 2)
    assert (len(fell), shelf.kept, len(kafka.letters)) == (3, [1], 1)


def test_what_was_written_is_not_written_again_when_the_rest_of_its_batch_is_tried_again(kafka: KafkaWire) -> None:
    class AwayInTheSecondHalf(Shelf):
        def write(self, batch: Sequence[Envelope], advances: Sequence[Advance]) -> None:
            if self.kept and not fell:
                fell.append(1)
                raise TransientError("the database is away")
            super().write(batch, advances)

    fell: list[int] = []
    shelf = AwayInTheSecondHalf()
    kafka.put(*(word(number) for number in range(7)), poison(7))
    with capture_logs():
        shelve(kafka, shelf, 8)
    assert fell
    assert shelf.kept == list(range(7))


def test_a_batch_that_takes_too_long_is_halved_and_what_is_alone_is_waited_for(kafka: KafkaWire) -> None:
    class Slow(Shelf):
        """Time for one message, and at first not even for that."""

        def write(self, batch: Sequence[Envelope], advances: Sequence[Advance]) -> None:
            sizes.append(len(batch))
            if len(batch) > 1 or sizes.count(1) <= 2:
                raise OverlongError("the transaction's time is over")
            super().write(batch, advances)

    sizes: list[int] = []
    shelf = Slow()
    kafka.put(*(word(number) for number in range(30)))
    with capture_logs():
        shelve(kafka, shelf, 30)
    assert shelf.kept == list(range(30))
    assert max(sizes) > 1
    assert kafka.letters == []


def test_a_position_that_somebody_moved_is_read_again(kafka: KafkaWire) -> None:
    class Visited(Shelf):
        """Another worker writes the first ten messages when the second batch is about to be written."""

        def write(self, batch: Sequence[Envelope], advances: Sequence[Advance]) -> None:
            (advance,) = advances
            if advance.start == 16 and not visits:
                visits.append(1)
                self.kept += range(16, 30)
                self.next[advance.cluster, advance.topic, advance.partition] = 30
            super().write(batch, advances)

    visits: list[int] = []
    shelf = Visited()
    kafka.put(*(word(number) for number in range(60)))
    with capture_logs():
        shelve(kafka, shelf, 60)
    assert visits
    assert shelf.kept == list(range(60))


@pytest.mark.parametrize("number", [150])
def test_a_burst_stops_it_too(kafka: KafkaWire, number: int) -> None:
    shelf = Shelf()
    kafka.put(*(poison(index) for index in range(number)), word(number))
    with capture_logs():
        health = shelve(kafka, shelf, number + 1)
    assert "100 messages were refused" in (health.stopped or "")
    assert len(kafka.letters) == shelf.at(FR) == 100
