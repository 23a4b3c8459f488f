"""``python -m bench.backlog``: memory of each service while a million articles wait, and how soon dedup is back.

On KAFKA_BOOTSTRAP_SERVERS. The articles that wait are copies of a few thousand generated ones under ids of their own,
so that making them does not take longer than what is measured; each service is given each in turn, alone, for some
seconds, with its input topic full from the beginning.
"""

import argparse
import asyncio
import base64
import itertools
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from aiokafka import AIOKafkaProducer
from numpy.typing import NDArray

from bench.__main__ import CLOCK, opened, parsed, print_machine, through
from bench.articles import Newsroom
from tests import databases
from tests.cluster import Cluster, wait_until
from wireroom_cli import assembly
from wireroom_cli.settings import CliSettings
from wireroom_core.models import Article, EnrichedArticle, encode
from wireroom_core.topology import language_partition

MADE = 2_000
WARM_SECONDS = 10.0

Values = Iterator[tuple[int, bytes]]
"""Partition and value."""


def main() -> None:
    """Fill, measure, say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--waiting", type=int, default=1_000_000)
    parser.add_argument("--remembered", type=int, default=200_000)
    parser.add_argument("--seconds", type=float, default=60)
    chosen = parser.parse_args()
    servers = os.environ["KAFKA_BOOTSTRAP_SERVERS"]
    print_machine()
    with tempfile.TemporaryDirectory(prefix="wireroom-bench-") as name, databases.server() as server:
        folder = Path(name)
        articles, enriched, decided = made(folder)
        inputs = {
            "enrichment": ("articles.ingested", articles),
            "dedup": ("articles.enriched", enriched),
            "storage": ("articles.decided", decided),
        }
        for service, (topic, messages) in inputs.items():
            with databases.database(server) as url:
                databases.migrated(url)
                cluster = cluster_in(folder / service, servers, url)
                asyncio.run(fill(servers, cluster.prefix + topic, repeated(messages, chosen.waiting)))
                few, many = held(cluster, service, chosen.seconds)
                print(
                    f"{service:<12}{chosen.waiting:>12,} waiting  after {WARM_SECONDS:.0f} s {few >> 20:>5} MiB"
                    f"  after {WARM_SECONDS + chosen.seconds:.0f} s {many >> 20:>5} MiB"
                )
        with databases.database(server) as url:
            back(cluster_in(folder / "memory", servers, url), servers, decided, chosen.remembered)


def cluster_in(folder: Path, servers: str, url: str) -> Cluster:
    folder.mkdir()
    cluster = Cluster(servers, url, folder)
    cluster.create_topics()
    return cluster


def made(folder: Path) -> tuple[list[bytes], list[bytes], list[bytes]]:
    """Articles, enriched, decided: all originals."""
    lines = folder / "lines.jsonl"
    lines.write_bytes(b"\n".join(Newsroom().originals(MADE)) + b"\n")
    articles = parsed(lines, folder)
    enriched = [encode(m) for m in through(assembly.enriching(CLOCK), opened(articles, Article))]
    stage = assembly.deciding(CliSettings(), CLOCK)
    return articles, enriched, [encode(m) for m in through(stage, opened(enriched, EnrichedArticle))]


def repeated(messages: Sequence[bytes], count: int) -> Values:
    """``messages`` again and again under other ids, until there are ``count``."""
    for number, value in enumerate(itertools.islice(itertools.cycle(messages), count)):
        message = json.loads(value)
        yield language_partition(message.get("language", "und")), renamed(value, message, number)


def renamed(value: bytes, message: dict[str, str], number: int) -> bytes:
    """The ids end in the number; nothing else is changed."""
    for name in ("delivery_id", "article_id", "content_hash"):
        old = message[name].encode()
        value = value.replace(old, old[:-8] + b"%08d" % number)
    return value


async def fill(servers: str, topic: str, values: Values) -> None:
    """Write all, as fast as the broker takes them."""
    producer = AIOKafkaProducer(
        bootstrap_servers=servers, compression_type="zstd", linger_ms=20, max_batch_size=1 << 20, acks=1
    )
    await producer.start()
    began = time.perf_counter()
    for partition, value in values:
        sent = await producer.send(topic, value, partition=partition)
    await sent
    await producer.stop()
    print(f"filled {topic.rpartition('.')[2]} in {time.perf_counter() - began:.0f} s", file=sys.stderr)


def held(cluster: Cluster, name: str, seconds: float) -> tuple[int, int]:
    """Peak memory soon after the start, and at the end."""
    service = cluster.start(name)
    service.wait_ready()
    time.sleep(WARM_SECONDS)
    few = service.peak_memory()
    time.sleep(seconds)
    many = service.peak_memory()
    service.kill()
    return few, many


def back(cluster: Cluster, servers: str, decided: Sequence[bytes], count: int) -> None:
    """How long dedup takes from its start, and from its kill (-9), until it is at work with a full memory."""
    asyncio.run(fill(servers, cluster.prefix + "dedup.state", decisions(decided, count)))
    began = time.perf_counter()
    service = cluster.start("dedup")
    wait_until(lambda: service.answers("/readyz"), "dedup to be ready", 600)
    print(f"dedup with {count:,} decisions of one language: ready {time.perf_counter() - began:.1f} s after its start")
    service.kill()
    began = time.perf_counter()
    again = cluster.start("dedup")
    wait_until(lambda: again.answers("/readyz"), "dedup to be ready again", 600)
    took = time.perf_counter() - began
    print(f"ready again {took:.1f} s after a kill -9, its session of 6 s included; {again.peak_memory() >> 20} MiB")
    again.kill()


def decisions(decided: Sequence[bytes], count: int) -> Values:
    """On one partition, each with shingles of its own, so that the index is as large as it gets."""
    chance = np.random.default_rng(1)
    models = [json.loads(value)["decision"] for value in decided]
    for number, model in enumerate(itertools.islice(itertools.cycle(models), count)):
        effects, print_ = model["effects"], model["effects"]["fingerprint"]
        rate, size = print_["sampling"], len(print_["shingles"]) * 3 // 16
        keys = distinct(chance, (1 << 32) // rate, size) * np.uint32(rate)
        ids = {"delivery_id": f"{number:032x}", "article_id": f"{number:032x}", "content_hash": f"{number:032x}"}
        packed = base64.b64encode(keys.astype("<u4").tobytes()).decode()
        new = {**print_, "shingles": packed, "body_hash": f"{number:032x}"}
        posted = [[0, size]]
        changed = {**effects, **ids, "language": "fr", "canonical_url": None, "fingerprint": new, "posted": posted}
        record = {**model, "group_id": f"{number:032x}", "effects": changed, "decided_at": "2026-11-25T00:00:00Z"}
        yield language_partition("fr"), json.dumps(record).encode()


def distinct(chance: np.random.Generator, below: int, size: int) -> NDArray[np.uint32]:
    """So many numbers, each once."""
    while True:
        drawn = chance.integers(0, below, size, dtype=np.uint32)
        if np.unique(drawn).size == size:
            return drawn


if __name__ == "__main__":
    main()
