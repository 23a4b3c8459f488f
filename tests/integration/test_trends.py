"""Trends on real Kafka and PostgreSQL: whatever is killed, its counts equal an exact recount of the store."""

import random
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from typing import Any

import psycopg
import pytest

from tests.cluster import Cluster, wait_until
from tests.events import EPOCH, stored
from tests.fakes import BEGIN, decided
from wireroom_core.models import (
    DeadLetter,
    DecidedArticle,
    Rising,
    SourceSilence,
    StoredEvent,
    TrendCount,
    decode,
    encode,
)
from wireroom_store.migrate import migrate_url
from wireroom_store.writer import Store
from wireroom_trends.migrations import TRENDS

KILLS = 10
ARTICLES = 6_000
VERDICTS = ("original", "original", "template_sibling", "syndicated", "near_copy", "excerpt_of")

RECOUNT = """
with stored as (
    select (event->>'received_at')::timestamptz as at, event->>'verdict' as verdict, event
    from news.stream where what = 'stored' and event->>'status' <> 'withheld'
), things as (
    select at, verdict, 'entity' as kind, jsonb_array_elements_text(event->'entity_ids') as name from stored
    union all
    select at, verdict, 'topic', name from stored
        cross join lateral (select distinct jsonb_array_elements_text(event->'topics') as name) t
    union all select at, verdict, 'source', event->'source'->>'id' from stored
    union all select at, verdict, 'origin', event->>'origin' from stored where event->>'origin' is not null
    union all select at, verdict, 'verdict', verdict from stored
)
select date_trunc('{width}', at), kind, name,
    count(*) filter (where verdict in ('original', 'template_sibling')),
    count(*) filter (where verdict not in ('original', 'template_sibling'))
from things group by 1, 2, 3 order by 2, 3, 1
"""


def asked(url: str, query: str) -> list[Any]:
    with closing(psycopg.connect(url, options="-c timezone=UTC", autocommit=True)) as connection:
        return connection.execute(query.encode()).fetchall()


def counted(url: str, width: str) -> list[Any]:
    return asked(url, f"select start, kind, name, originals, copies from trends.{width}s order by kind, name, start")


def assert_exact(url: str) -> None:
    for width in ("minute", "hour", "day"):
        expected = asked(url, RECOUNT.format(width=width))
        assert expected
        assert counted(url, width) == expected, width


def news(chance: random.Random) -> Iterator[DecidedArticle]:
    for number in range(ARTICLES):
        at = BEGIN + timedelta(seconds=number * 7)
        names = {f"place:p{chance.randrange(300)}" for _ in range(4)}
        yield decided(
            number,
            verdict=chance.choice(VERDICTS),
            source={"id": f"s{number % 9}", "name": f"S{number % 9}"},
            origin=chance.choice([None, "AFP", "Belga"]),
            status=chance.choices(["usable", "withheld"], (9, 1))[0],
            topics=[{"code": f"t{chance.randrange(9)}", "name": "t", "score": 1}],
            annotations=[
                {
                    "kind": "entity",
                    "start": None,
                    "end": None,
                    "text": name,
                    "confidence": 1,
                    "annotator": "test",
                    "version": "1",
                    "type": "place",
                    "name": name,
                    "entity_id": name,
                }
                for name in sorted(names)
            ],
            received_at=at,
        )


@pytest.fixture
def relayed(cluster: Cluster) -> Cluster:
    """The relay copies what a test stores."""
    cluster.start("storage").wait_ready()
    return cluster


def worked_off(cluster: Cluster) -> bool:
    """Whether every stored event is on the topic, and every record of it counted."""
    topic = cluster.prefix + "articles.stored"
    [(events,)] = asked(cluster.database_url, "select n from news.stream_head")
    ends = cluster.broker.ends(topic)
    [(told,)] = asked(
        cluster.database_url, "select coalesce(max(next) - 1, 0) from news.positions where topic ^@ 'news.stream@'"
    )
    positions = dict(
        asked(cluster.database_url, f"select partition, next from trends.positions where topic = '{topic}'")
    )
    return told == events and all(positions.get(partition, 0) == end for partition, end in ends.items())


def store_all(url: str, articles: list[DecidedArticle], enough: threading.Event) -> None:
    """Slowly, until that is ``enough``; then the rest at once."""
    with closing(Store(url, "kafka")) as store:
        for start in range(0, len(articles), 20):
            store.write(articles[start : start + 20])
            enough.wait(0.4)


def put(cluster: Cluster, *values: StoredEvent | bytes | None, partition: int = 0) -> None:
    """Write to one partition of ``articles.stored``, as the relay does."""
    made = [encode(value) if isinstance(value, StoredEvent) else value for value in values]
    cluster.broker.write(cluster.prefix + "articles.stored", [(partition, value) for value in made])


def position(cluster: Cluster) -> int:
    """The next offset of partition 0."""
    rows = asked(cluster.database_url, "select next from trends.positions where partition = 0")
    return int(rows[0][0]) if rows else 0


def total(cluster: Cluster) -> int:
    """Articles that were counted."""
    query = "select coalesce(sum(originals + copies), 0) from trends.days where kind = 'verdict'"
    return int(asked(cluster.database_url, query)[0][0])


def told(cluster: Cluster, topic: str) -> list[Any]:
    """The messages on a topic."""
    return [decode(record.value) for record in cluster.broker.records(cluster.prefix + topic)]


def test_two_workers_take_each_others_partitions_over_and_count_each_event_once(relayed: Cluster) -> None:
    url, chance = relayed.database_url, random.Random(9)
    enough = threading.Event()
    load = threading.Thread(target=store_all, args=(url, list(news(chance)), enough))
    workers = [relayed.start("trends"), relayed.start("trends")]
    workers[0].wait_ready()
    load.start()
    for number in range(3):
        time.sleep(chance.uniform(2, 4))
        workers[number % 2].kill()
        workers[number % 2] = relayed.start("trends")
    enough.set()
    load.join()
    wait_until(lambda: worked_off(relayed), "all to be counted", 120)
    assert_exact(url)
    assert [worker.terminate() for worker in workers] == [0, 0]


def test_killed_ten_times_under_load_and_then_made_anew_its_counts_equal_a_recount_of_the_store(
    relayed: Cluster, database_url: str
) -> None:
    chance = random.Random(8)
    enough = threading.Event()
    load = threading.Thread(target=store_all, args=(database_url, list(news(chance)), enough))
    load.start()
    trends = relayed.start("trends")
    killed = 0
    for _ in range(KILLS):
        before = counted(database_url, "day")
        wait_until(lambda: counted(database_url, "day") != before or not load.is_alive(), "trends to count")  # noqa: B023
        time.sleep(chance.uniform(0, 1.5))
        killed += load.is_alive()
        trends.kill()
        trends = relayed.start("trends")
    enough.set()
    load.join()
    wait_until(lambda: worked_off(relayed), "all to be counted", 120)
    assert killed == KILLS, "some of the kills met no load"
    assert_exact(database_url)
    assert trends.terminate() == 0

    run_sql(relayed, "drop schema trends cascade")
    migrate_url(database_url, TRENDS)
    again = relayed.start("trends")
    wait_until(lambda: worked_off(relayed), "all to be counted again", 120)
    assert_exact(database_url)
    assert again.terminate() == 0


def test_what_the_relay_copies_again_is_counted_once_and_another_epoch_is_counted_on(cluster: Cluster) -> None:
    trends = cluster.start("trends")
    trends.wait_ready()
    assert trends.get("/healthz")[0] == 200
    events = [stored(number) for number in range(1, 7)]
    put(cluster, *events[:4], *events[1:6], *[stored(number, epoch=EPOCH + 1) for number in (1, 2)])
    wait_until(lambda: position(cluster) == 11, "all to be counted")
    assert total(cluster) == 8
    assert trends.terminate() == 0


def test_a_schema_that_is_not_there_yet_is_waited_for_loudly(cluster: Cluster) -> None:
    run_sql(cluster, "alter schema trends rename to aside")
    trends = cluster.start("trends")
    wait_until(lambda: trends.said("waiting"), "it to say what it waits for")
    status, body = trends.get("/readyz")
    run_sql(cluster, "alter schema aside rename to trends")
    assert status == 503
    assert "wireroom migrate" in body
    put(cluster, stored(1))
    wait_until(lambda: position(cluster) == 1, "it to go on")
    assert trends.terminate() == 0


def test_connections_that_are_lost_are_made_again_and_nothing_is_counted_twice(cluster: Cluster) -> None:
    trends = cluster.start("trends")
    for number in range(1, 5):
        put(cluster, stored(number))
        wait_until(lambda: position(cluster) == number, "it to count")  # noqa: B023
        run_sql(
            cluster,
            "select pg_terminate_backend(pid) from pg_stat_activity "
            "where datname = current_database() and pid <> pg_backend_pid()",
        )
    put(cluster, stored(5))
    wait_until(lambda: position(cluster) == 5, "it to go on")
    trends.wait_ready()
    assert total(cluster) == 5
    assert trends.terminate() == 0


def test_what_cannot_be_read_is_a_dead_letter_and_what_follows_it_is_counted(cluster: Cluster) -> None:
    cluster.start("trends")
    put(cluster, b"{", stored(1), None, encode(decided(1)), stored(2, origin="A\0B"), stored(3))
    wait_until(lambda: position(cluster) == 6, "all to be counted")
    assert total(cluster) == 2
    letters = [letter for letter in told(cluster, "dead") if isinstance(letter, DeadLetter)]
    assert {(letter.stage, letter.offset) for letter in letters} == {("trends", n) for n in (0, 2, 3, 4)}
    assert letters[0].original == "{"


def test_where_faust_stands_does_not_matter(cluster: Cluster) -> None:
    trends = cluster.start("trends")
    put(cluster, *[stored(number) for number in range(1, 6)])
    wait_until(lambda: position(cluster) == 5, "all to be counted")
    trends.kill()
    # As if Faust had acked three events that the ledger never had.
    run_sql(cluster, "update trends.positions set next = 2, stream_id = 2 where partition = 0")
    run_sql(cluster, "update trends.days set originals = 2")
    cluster.start("trends")
    put(cluster, stored(6))
    wait_until(lambda: position(cluster) == 6, "the gap to be read")
    assert total(cluster) == 6


def test_buckets_older_than_the_topic_stay_and_what_was_removed_uncounted_is_told(cluster: Cluster) -> None:
    trends = cluster.start("trends")
    put(cluster, *[stored(number) for number in range(1, 6)])
    wait_until(lambda: position(cluster) == 5, "all to be counted")
    before = counted(cluster.database_url, "minute")
    assert trends.terminate() == 0
    put(cluster, stored(6), stored(7))
    cluster.broker.delete_records(cluster.prefix + "articles.stored")
    trends = cluster.start("trends")
    put(cluster, stored(8, received_at=BEGIN + timedelta(days=1)))
    wait_until(lambda: position(cluster) == 8, "what is left to be counted")
    assert [row for row in counted(cluster.database_url, "minute") if row[0] == BEGIN] == before
    assert total(cluster) == 6
    assert [line["events"] for line in trends.said("removed before they were counted")] == [2]
    assert 'wireroom_trends_lost_total{part="trends"} 2.0' in trends.get("/metrics")[1]


def test_a_burst_and_a_silence_are_told_once_though_it_is_killed_and_counts_are_told_whole(
    cluster: Cluster,
) -> None:
    day = BEGIN - timedelta(days=2, hours=8)  # a Monday: the habit of workdays is known by Thursday
    steady = [day + timedelta(minutes=10 * n) for n in range(4 * 144)]
    items: list[tuple[datetime, dict[str, Any]]] = [
        (at, {"source": {"id": "steady", "name": "Steady"}}) for at in steady
    ]
    items += [(at, {}) for at in steady if at < day + timedelta(days=3) or at >= day + timedelta(days=3, hours=12)]
    burst = day + timedelta(days=2, hours=12)
    items += [(burst + timedelta(minutes=n), {"entity_ids": ["place:valmeuse"]}) for n in range(30)]
    items.sort(key=lambda item: item[0])
    events = [stored(n, received_at=at, **fields) for n, (at, fields) in enumerate(items, start=1)]
    trends = cluster.start("trends")
    for start in range(0, len(events), 200):
        put(cluster, *events[start : start + 200])
        time.sleep(0.5)
        trends.kill()
        trends = cluster.start("trends")
    wait_until(lambda: len(told(cluster, "sources.silent")) >= 2, "both to be told")
    assert trends.terminate() == 0
    rising = {(m.name, m.at) for m in told(cluster, "trends.rising") if isinstance(m, Rising)}
    assert [(name, burst < at < burst + timedelta(minutes=40)) for name, at in rising] == [("place:valmeuse", True)]
    silences = {
        (m.source.id, m.silent, m.last_item_at) for m in told(cluster, "sources.silent") if isinstance(m, SourceSilence)
    }
    begin, end = day + timedelta(days=3), day + timedelta(days=3, hours=12)
    assert silences == {("belga", True, begin - timedelta(minutes=10)), ("belga", False, end)}
    whole: dict[Any, int] = {}
    for m in told(cluster, "trends.counts"):
        assert isinstance(m, TrendCount)
        assert m.width == "minute"
        key = (m.start, m.kind, m.name)
        whole[key] = max(whole.get(key, 0), m.originals + m.copies)
    known = {(at, kind, name): o + c for at, kind, name, o, c in counted(cluster.database_url, "minute")}
    assert whole
    assert whole.items() <= known.items()


def run_sql(cluster: Cluster, statement: str) -> None:
    with closing(psycopg.connect(cluster.database_url, autocommit=True)) as connection:
        connection.execute(statement.encode())
