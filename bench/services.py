"""``python -m bench.services``: the four services as processes, end to end through Kafka.

Articles are published to KAFKA_BOOTSTRAP_SERVERS as fast as it takes them (peak rate), then evenly at half
that rate; latency is from just before publishing to the moment when another connection sees the article stored.
"""

import argparse
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from bench.articles import Newsroom
from tests import databases
from tests.cluster import Cluster, wait_until
from wireroom_core.clock import SystemClock
from wireroom_core.contracts import Delivery, Limits
from wireroom_core.models import Article, decode
from wireroom_core.rawstore import FolderRawStore
from wireroom_ingest import factory as ingest
from wireroom_ingest.kafka import KafkaPublisher
from wireroom_store.connection import connect_reader

TICK = 0.05
LOOK_EVERY = 0.005


class Watcher(threading.Thread):
    """Notes when each article is first seen in the store's stream, which shows what is committed, in order."""

    def __init__(self, url: str) -> None:
        super().__init__(daemon=True)
        self._url = url
        self._ended = threading.Event()
        self.seen: dict[str, float] = {}

    def run(self) -> None:
        last = 0
        with closing(connect_reader(self._url)) as reader:
            while not self._ended.is_set():
                rows = reader.execute(
                    "select stream_id, article_id from news.stream where stream_id > %s order by stream_id", (last,)
                ).fetchall()
                now = time.perf_counter()
                for stream_id, article_id in rows:
                    last = stream_id
                    self.seen.setdefault(article_id, now)
                self._ended.wait(LOOK_EVERY)

    def end(self) -> None:
        self._ended.set()
        self.join()


def main() -> None:
    """Measure once and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=6_000)
    parser.add_argument("--seconds", type=int, default=20, help="of publishing at half the peak rate")
    parser.add_argument("--replicas", type=int, default=1, help="of enrichment, with one child process each")
    chosen = parser.parse_args()
    servers = os.environ.get("KAFKA_BOOTSTRAP_SERVERS") or sys.exit("set KAFKA_BOOTSTRAP_SERVERS")
    with (
        tempfile.TemporaryDirectory(prefix="wireroom-bench-") as folder,
        databases.server() as server,
        databases.database(server) as url,
    ):
        databases.migrated(url)
        measure(Cluster(servers, url, Path(folder)), chosen)


def measure(cluster: Cluster, chosen: argparse.Namespace) -> None:
    """Bring the services up, and publish."""
    articles = parsed(cluster.folder, chosen.articles)
    cluster.create_topics()
    watcher = Watcher(cluster.database_url)
    try:
        names = ["enrichment"] * chosen.replicas + ["dedup", "storage"]
        for service in [cluster.start(name, WIREROOM_PROCESSES="1") for name in names]:
            service.wait_ready()
        watcher.start()
        with KafkaPublisher(cluster.broker.servers, lambda name: cluster.prefix + name) as publisher:
            half = len(articles) // 2
            rate = peak(publisher, articles[:half], watcher)
            print(f"peak: {rate:,.0f} articles/s ({half:,} articles, {chosen.replicas} enrichment)")
            count = min(half, int(rate / 2 * chosen.seconds))
            report(evenly(publisher, articles[half : half + count], watcher, rate / 2), rate / 2)
        watcher.end()
    finally:
        cluster.close()


def parsed(folder: Path, count: int) -> list[tuple[str, Delivery]]:
    """Different articles with their ids, ready to be published."""
    newsroom, lines = Newsroom(), folder / "lines.jsonl"
    lines.write_bytes(b"\n".join(newsroom.originals(count)) + b"\n")
    source = ingest.build([str(lines)], None, FolderRawStore(folder / "raw"), SystemClock())
    found = [item for batch in source.batches(Limits()) for item in batch if isinstance(item, Delivery)]
    return [(getattr(decode(item.value, Article), "article_id", ""), item) for item in found]


def peak(publisher: KafkaPublisher, articles: Sequence[tuple[str, Delivery]], watcher: Watcher) -> float:
    """Articles a second from the first that is published to the last that is seen."""
    began = time.perf_counter()
    for start in range(0, len(articles), 500):
        publisher.publish([delivery for _, delivery in articles[start : start + 500]])
    wait_until(lambda: all(article_id in watcher.seen for article_id, _ in articles), "all to be stored", 600)
    return len(articles) / (max(watcher.seen[article_id] for article_id, _ in articles) - began)


def evenly(
    publisher: KafkaPublisher, articles: Sequence[tuple[str, Delivery]], watcher: Watcher, rate: float
) -> list[float]:
    """The latencies of articles that are published at ``rate`` a second, in seconds."""
    sent: dict[str, float] = {}
    began = time.perf_counter()
    while len(sent) < len(articles):
        due = articles[len(sent) : max(1, int((time.perf_counter() - began) * rate))]
        sent |= dict.fromkeys([article_id for article_id, _ in due], time.perf_counter())
        if due:
            publisher.publish([delivery for _, delivery in due])
        time.sleep(TICK)
    wait_until(lambda: all(article_id in watcher.seen for article_id in sent), "all to be stored", 120)
    return sorted(watcher.seen[article_id] - at for article_id, at in sent.items())


def report(latencies: Sequence[float], rate: float) -> None:
    """The percentiles."""
    p50, p99 = statistics.median(latencies), latencies[int(len(latencies) * 0.99)]
    print(
        f"publish → queryable at {rate:,.0f} articles/s: p50 {p50:.2f} s, p99 {p99:.2f} s, "
        f"longest {latencies[-1]:.2f} s ({len(latencies):,} articles)"
    )


if __name__ == "__main__":
    main()
