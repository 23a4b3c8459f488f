"""``python -m bench.kafka``: the runner around a stage that does nothing, against a bare loop.

All consume the same records from KAFKA_BOOTSTRAP_SERVERS, produce each to another topic, and commit; compare the
ratios of one run.
"""

import argparse
import asyncio
import os
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from secrets import token_hex
from typing import cast

from aiokafka import AIOKafkaConsumer

from bench.articles import Newsroom
from tests.fakes import MemoryRawStore, enriched
from wireroom_core.clock import SystemClock
from wireroom_core.contracts import Envelope, Limits, Outcome
from wireroom_core.models import AnyMessage, Decision, EnrichedArticle, Message, encode
from wireroom_core.topology import Topic
from wireroom_kafka import clients
from wireroom_kafka.memory import Memory, MemoryWork
from wireroom_kafka.processing import Route
from wireroom_kafka.producing import Output, publish
from wireroom_kafka.runner import KafkaRunner
from wireroom_kafka.stateless import StatelessWork
from wireroom_kafka.topics import create_topics
from wireroom_kafka.workshop import Work, Workshop

PARTITIONS = 6
DIFFERENT = 600
"""Different articles, so that compression finds no more to do than in life."""
STATE = b"x" * 300


@dataclass(frozen=True, slots=True)
class Carried:
    """A record's value in a message's place: what is measured is the runner, not JSON."""

    value: bytes


def carried(value: bytes) -> AnyMessage:
    """Stands for reading a message."""
    return cast("AnyMessage", Carried(value))


class Nothing:
    """A stage that passes on what it gets."""

    name = "nothing"
    reads: type[Message] = EnrichedArticle

    def process(self, batch: Sequence[Envelope]) -> list[Outcome]:
        return [(envelope.message,) for envelope in batch]

    def restore(self, decisions: Iterable[Decision]) -> None:
        pass


async def main() -> None:
    """Fill a topic, work it off three times, print articles a second."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=30_000)
    parser.add_argument("--batch", type=int, default=500)
    chosen = parser.parse_args()
    servers = os.environ.get("KAFKA_BOOTSTRAP_SERVERS") or sys.exit("set KAFKA_BOOTSTRAP_SERVERS")
    name = f"bench{token_hex(4)}"
    kinds = {"in": PARTITIONS, "out": PARTITIONS, "state": PARTITIONS, "dead": 1}
    await create_topics(servers, [Topic(f"{name}.{k}", "none", n, timedelta(days=1)) for k, n in kinds.items()])
    await fill(clients.Options(servers, name), name, chosen.articles)
    bare = await bare_loop(servers, name, chosen.articles, chosen.batch)
    print(f"{'bare loop':<24}{bare:>9,.0f}/s")
    for kind in ("stateless", "with memory"):
        rate = await runner(clients.Options(servers, f"{name}-{kind}"), name, kind, chosen.articles, chosen.batch)
        print(f"{'runner, ' + kind:<24}{rate:>9,.0f}/s   {rate / bare:.2f} of bare")


async def fill(options: clients.Options, name: str, articles: int) -> None:
    texts = Newsroom().lines(DIFFERENT)
    values = [encode(enriched(number, text=line.decode())) for number, line in enumerate(texts)]
    producer = clients.producer(options)
    await producer.start()
    for start in range(0, articles, 6_000):
        numbers = range(start, min(start + 6_000, articles))
        await publish(producer, [Output(f"{name}.in", n % PARTITIONS, None, values[n % DIFFERENT]) for n in numbers])
    await producer.stop()


async def bare_loop(servers: str, name: str, articles: int, batch: int) -> float:
    """What aiokafka does when nothing is asked of it but the same three steps."""
    consumer = AIOKafkaConsumer(
        f"{name}.in",
        bootstrap_servers=servers,
        group_id=f"{name}-bare",
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        isolation_level="read_committed",
    )
    producer = clients.producer(clients.Options(servers, name))
    await consumer.start()
    await producer.start()
    done, began = 0, time.perf_counter()
    while done < articles:
        handed = await consumer.getmany(timeout_ms=200, max_records=batch)
        records = [record for each in handed.values() for record in each]
        acks = [await producer.send(f"{name}.out", record.value, partition=record.partition) for record in records]
        await asyncio.gather(*acks)
        await consumer.commit()
        done += len(records)
    seconds = time.perf_counter() - began
    await consumer.stop()
    await producer.stop()
    return articles / seconds


async def runner(options: clients.Options, name: str, kind: str, articles: int, batch: int) -> float:
    """Ours; counted from the first batch on, as the bare loop is from its first poll."""
    shop = Workshop(options, SystemClock(), MemoryRawStore(), Limits(articles=batch))

    def address(message: Message) -> list[Output]:
        value = cast("Carried", message).value
        return [Output(f"{name}.out", len(value) % PARTITIONS, None, value)]

    route = Route(f"{name}.in", carried, address, [f"{name}.out"], f"{name}.dead")
    work: Work = StatelessWork(Nothing(), route, shop)
    if kind == "with memory":
        read = Decision.model_validate_json
        memory = Memory(f"{name}.state", PARTITIONS, Nothing, lambda message: STATE, read, timedelta(days=3))
        work = MemoryWork(route, memory, shop)
    running = KafkaRunner(work, shop)
    task = asyncio.create_task(running.run())
    while not shop.health.batches:
        await asyncio.sleep(0.005)
    first, began = shop.health.articles["passed"], time.perf_counter()
    while shop.health.articles["passed"] < articles:
        await asyncio.sleep(0.02)
    seconds = time.perf_counter() - began
    running.stop()
    await task
    return (articles - first) / seconds


if __name__ == "__main__":
    asyncio.run(main())
