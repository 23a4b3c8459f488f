"""``python -m bench.trends.speed``: how fast the service counts a backlog from real Kafka into real PostgreSQL.

KAFKA_BOOTSTRAP_SERVERS names the broker, WIREROOM_TEST_DATABASE_URL the database. The generated week is published
first; then the service is started, and timed from its first count to its last. Processor time is the service's own.
"""

import argparse
import asyncio
import itertools
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import psycopg

from bench.trends.week import Week
from tests import databases
from tests.cluster import Cluster, Service
from wireroom_core.models import encode
from wireroom_core.topology import STORED
from wireroom_kafka import clients
from wireroom_kafka.producing import Output, key_partition, publish

PIECE = 2_000


def main() -> None:
    """Print articles a second, processor seconds and the peak of memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--batch", type=int, default=500)
    chosen = parser.parse_args()
    servers = os.environ.get("KAFKA_BOOTSTRAP_SERVERS") or sys.exit("set KAFKA_BOOTSTRAP_SERVERS")
    events = itertools.islice(Week(1).events(), chosen.articles)
    values = [(event.article_id.encode(), encode(event)) for event in events]
    with databases.server() as server, databases.database(server) as url, tempfile.TemporaryDirectory() as folder:
        databases.migrated(url)
        cluster = Cluster(servers, url, Path(folder))
        cluster.create_topics()
        asyncio.run(fill(servers, cluster.prefix + STORED.name, values))
        service = cluster.start("trends", WIREROOM_BATCH_ARTICLES=str(chosen.batch))
        first, seconds, used = timed(service, url, len(values))
        print(f"{len(values):,} articles of {len(values[0][1]):,} bytes and more, batches of at most {chosen.batch}")
        print(f"{(len(values) - first) / seconds:,.0f} articles a second, {used / seconds:.2f} cores")
        print(f"at most {service.peak_memory() >> 20} MB resident")
        service.terminate()
        cluster.close()


async def fill(servers: str, topic: str, values: Sequence[tuple[bytes, bytes]]) -> None:
    producer = clients.producer(clients.Options(servers, "bench"))
    await producer.start()
    for start in range(0, len(values), PIECE):
        outputs = [
            Output(topic, key_partition(key, STORED.partitions), key, value)
            for key, value in values[start : start + PIECE]
        ]
        await publish(producer, outputs)
    await producer.stop()


def timed(service: Service, url: str, articles: int) -> tuple[int, float, float]:
    """How many were counted when the clock was started, the seconds until all were, and the processor's."""
    query = "select coalesce(sum(next), 0)::int from trends.positions"
    with closing(psycopg.connect(url, autocommit=True)) as connection:

        def counted() -> int:
            row = connection.execute(query).fetchone()
            return int(row[0]) if row else 0

        while not (first := counted()):
            time.sleep(0.02)
        began, used = time.perf_counter(), processor(service)
        while counted() < articles:
            if service.process.poll() is not None:
                sys.exit("the service ended")
            time.sleep(0.05)
        return first, time.perf_counter() - began, processor(service) - used


def processor(service: Service) -> float:
    """Seconds that the process used so far."""
    fields = Path(f"/proc/{service.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
