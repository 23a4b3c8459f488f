"""The writer on a real PostgreSQL: identity, order, kills, merges, the stream, the fence."""

import time
from collections.abc import Sequence
from contextlib import closing
from datetime import timedelta
from typing import Any

import psycopg
import pytest

from tests.fakes import BEGIN, decided, merged
from wireroom_core.contracts import Advance
from wireroom_core.errors import FatalError, OverlongError, PoisonError, PositionMovedError, TransientError
from wireroom_core.models import DeadLetter, DecidedArticle, GroupMerged, NewsTime, StoredEvent
from wireroom_store import queries, readings
from wireroom_store.connection import Connection, connect_reader
from wireroom_store.queries import Filters
from wireroom_store.writer import Store, _write

Storable = DecidedArticle | GroupMerged


def at(value: str) -> NewsTime:
    return NewsTime(value=value, precision="minute", zone_known=True, raw=value)


def content(number: int, text: str, article: str = "A", **changes: Any) -> DecidedArticle:
    """A delivery of ``text`` as a content of ``article``."""
    return decided(number, article_id=article, content_hash=text, text=text, **changes)


def kill(number: int, article: str = "A", source: str = "belga", **changes: Any) -> DecidedArticle:
    return decided(
        number,
        article_id=article,
        source={"id": source, "name": source},
        **{"signal": "kill", "text": "", "title": "", **changes},
    )


def current(url: str) -> dict[str, tuple[int, str, str]]:
    """Article → (current revision, its text, effective status)."""
    with closing(connect_reader(url)) as connection:
        rows = connection.execute("select article_id, revision, body, effective_status from news.current_articles")
        return {article: (revision, body, status) for article, revision, body, status in rows}


def statuses(url: str) -> dict[str, str]:
    return {article: status for article, (_, _, status) in current(url).items()}


def told(events: Sequence[StoredEvent]) -> list[tuple[str, str, int | None, str | None, bool | None]]:
    return [(event.what, event.article_id, event.revision, event.verdict, event.current) for event in events]


def test_a_new_content_is_a_revision_and_a_known_one_a_redelivery(store: Store, database_url: str) -> None:
    events = store.write([content(1, "a"), content(2, "b"), content(3, "b")])
    assert told(events) == [
        ("stored", "A", 1, "original", True),
        ("stored", "A", 2, "revision", True),
        ("stored", "A", 2, "redelivery", True),
    ]
    assert current(database_url) == {"A": (2, "b", "usable")}


def test_a_delivery_that_is_stored_changes_nothing(store: Store, database_url: str) -> None:
    batch: list[Storable] = [content(1, "a"), content(2, "b"), kill(3), merged("delivery-9", "delivery-1", by=2)]
    store.write(batch)
    with closing(connect_reader(database_url)) as connection:
        before = readings.sizes(connection)
        assert store.write(batch) == []
        assert store.write(list(reversed(batch))) == []
        assert readings.sizes(connection) == before


def test_a_delivery_twice_in_one_batch_is_stored_once(store: Store) -> None:
    assert told(store.write([content(1, "a"), content(1, "a")])) == [("stored", "A", 1, "original", True)]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
@pytest.mark.parametrize("one_batch", [True, False])
def test_the_greatest_content_is_current_whatever_the_order_of_arrival(
    store: Store, database_url: str, order: tuple[int, ...], one_batch: bool
) -> None:
    contents = [
        content(1, "first", updated_at=None),
        content(2, "second", updated_at=at("2026-11-25T09:00+01:00")),
        content(3, "third", updated_at=at("2026-11-25T08:30Z")),
    ]
    batch = [contents[index] for index in order]
    for part in [batch] if one_batch else [[one] for one in batch]:
        store.write(part)
    assert current(database_url)["A"][1] == "third"


@pytest.mark.parametrize(
    ("lesser", "greater"),
    [
        ({"version": None}, {"version": 1}),
        ({"version": 9}, {"version": 10}),
        ({"version": 1, "updated_at": at("2026-11-25T12:00Z")}, {"version": 2, "updated_at": at("2026-11-25T09:00Z")}),
        ({"updated_at": None}, {"updated_at": at("2020-01-01T00:00Z")}),
        ({"updated_at": at("2026-11-25T09:00+02:00")}, {"updated_at": at("2026-11-25T08:00Z")}),
        ({"received_at": BEGIN}, {"received_at": BEGIN + timedelta(microseconds=1)}),
        ({"received_at": BEGIN, "delivery_id": "a"}, {"received_at": BEGIN, "delivery_id": "b"}),
    ],
)
def test_the_order_of_contents(
    store: Store, database_url: str, lesser: dict[str, Any], greater: dict[str, Any]
) -> None:
    store.write([content(1, "greater", **{"received_at": BEGIN, **greater})])
    store.write([content(2, "lesser", **{"received_at": BEGIN, **lesser})])
    assert current(database_url)["A"][1] == "greater"


def test_a_known_content_becomes_current_again_without_a_new_number(store: Store, database_url: str) -> None:
    events = store.write([content(1, "a"), content(2, "b"), content(3, "a")])
    assert told(events)[-2:] == [("stored", "A", 1, "redelivery", True), ("current", "A", 1, "redelivery", True)]
    assert current(database_url) == {"A": (1, "a", "usable")}


def test_a_late_older_revision_is_stored_and_not_current(store: Store, database_url: str) -> None:
    store.write([content(2, "b")])
    assert told(store.write([content(1, "a")])) == [("stored", "A", 2, "revision", False)]
    assert current(database_url) == {"A": (1, "b", "usable")}


def test_what_happened_does_not_depend_on_where_batches_were_cut(server_url: str, template: str) -> None:
    from tests import databases

    history: list[Storable] = [
        content(1, "a"),
        content(4, "b"),
        content(3, "c"),
        content(5, "a"),
        merged("delivery-8", "delivery-1", by=9),
        content(9, "x", article="B"),
        kill(10),
        content(11, "b"),
    ]
    streams = []
    for size in (1, 3, len(history)):
        with databases.database(server_url, template) as url:
            store = Store(url, "one process")
            events: list[StoredEvent] = []
            for start in range(0, len(history), size):
                events += store.write(history[start : start + size])
            store.close()
        streams.append([(*row, event.stream_id) for row, event in zip(told(events), events, strict=True)])
    assert streams[0] == streams[1] == streams[2]
    assert [row[-1] for row in streams[0]] == list(range(1, len(streams[0]) + 1))


# Kills -------------------------------------------------------------------------------------------


WAITING = "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"


@pytest.mark.parametrize("kill_first", [True, False])
def test_a_kill_holds_before_and_after_its_item(store: Store, database_url: str, kill_first: bool) -> None:
    batch = [content(2, "a"), kill(1 if kill_first else 3)]
    for message in reversed(batch) if kill_first else batch:
        store.write([message])
    assert statuses(database_url) == {"A": "canceled"}


def test_a_kill_with_a_version_holds_up_to_it(store: Store, database_url: str) -> None:
    store.write([content(1, "a", version=2), kill(2, version=2)])
    assert statuses(database_url) == {"A": "canceled"}
    store.write([content(3, "b", version=3)])
    assert statuses(database_url) == {"A": "usable"}


def test_a_kill_without_version_holds_until_a_later_update_of_the_source(store: Store, database_url: str) -> None:
    store.write([kill(1, updated_at=at("2026-11-25T10:00Z")), content(2, "a", updated_at=at("2026-11-25T10:00Z"))])
    assert statuses(database_url) == {"A": "canceled"}
    store.write([content(3, "b", received_at=BEGIN + timedelta(days=1))])
    assert statuses(database_url) == {"A": "canceled"}, "received later is not updated later"
    store.write([content(4, "c", updated_at=at("2026-11-25T10:01Z"))])
    assert statuses(database_url) == {"A": "usable"}


@pytest.mark.parametrize("release_first", [True, False])
def test_a_release_lifts_an_earlier_kill_in_whatever_order_they_come(
    store: Store, database_url: str, release_first: bool
) -> None:
    signals = [kill(2), kill(3, signal="release")]
    store.write([content(1, "a")])
    for signal in reversed(signals) if release_first else signals:
        store.write([signal])
    assert statuses(database_url) == {"A": "usable"}
    store.write([kill(4)])
    assert statuses(database_url) == {"A": "canceled"}


PAPER: dict[str, Any] = {"source": {"id": "le-soir", "name": "Le Soir"}}
OTHER: dict[str, Any] = {"source": {"id": "la-libre", "name": "La Libre"}}


def group_of_copies(**late: Any) -> list[DecidedArticle]:
    """An agency's dispatch, a credited copy, an uncredited one, an excerpt, and one credited to another agency."""
    group = "delivery-1"
    return [
        content(1, "a"),
        decided(2, "syndicated", group, article_id="credited", origin="Belga", **PAPER),
        decided(3, "near_copy", group, article_id="uncredited", **OTHER, **late),
        decided(4, "excerpt_of", group, article_id="excerpt", **OTHER),
        decided(5, "near_copy", group, article_id="other-credit", origin="AFP", **OTHER),
        decided(6, "original", article_id="elsewhere", **PAPER),
    ]


@pytest.mark.parametrize("kill_at", range(7))
def test_an_agencys_kill_reaches_the_copies_credited_to_it_whenever_it_comes(
    store: Store, database_url: str, kill_at: int
) -> None:
    batch = group_of_copies()
    batch.insert(kill_at, kill(20))
    for message in batch:
        store.write([message])
    assert statuses(database_url) == {
        "A": "canceled",
        "credited": "canceled",
        "uncredited": "canceled",
        "excerpt": "usable",
        "other-credit": "usable",
        "elsewhere": "usable",
    }
    with closing(connect_reader(database_url)) as connection:
        flagged = connection.execute("select article_id from news.current_articles where quotes_killed").fetchall()
    assert flagged == [("excerpt",)]


def test_the_way_to_kills_leads_to_every_group_of_an_article_that_was_ever_killed(
    store: Store, database_url: str
) -> None:
    """However kill and contents come, and where a later content stands in a group of its own."""
    store.write([kill(1, "before"), content(2, "a", "before"), content(3, "b", "after"), content(4, "c", "never")])
    store.write([kill(5, "after"), content(6, "later", "after"), kill(7, "unknown")])
    with closing(connect_reader(database_url)) as connection:
        found = connection.execute("select group_id, article_id from news.killed_groups order by 1").fetchall()
    assert found == [("delivery-2", "before"), ("delivery-3", "after"), ("delivery-6", "after")]


def test_a_reprint_that_came_before_the_agencys_own_is_reached_too(store: Store, database_url: str) -> None:
    store.write(
        [
            decided(1, "original", article_id="reprint", origin="Belga", **PAPER),
            decided(2, "syndicated", "delivery-1", article_id="A"),
            kill(3),
        ]
    )
    assert statuses(database_url) == {"reprint": "canceled", "A": "canceled"}


def test_a_paper_that_withdraws_its_reprint_kills_its_reprint_alone(store: Store, database_url: str) -> None:
    store.write([*group_of_copies(), kill(20, article="credited", source="le-soir")])
    canceled = {article for article, status in statuses(database_url).items() if status == "canceled"}
    assert canceled == {"credited"}


def test_an_embargo_withholds_until_it_ends_and_a_withheld_item_stays_so(store: Store, database_url: str) -> None:
    store.write(
        [
            content(1, "a", article="past", embargo_until=BEGIN - timedelta(days=3650)),
            content(2, "b", article="future", embargo_until=BEGIN + timedelta(days=3650)),
            content(3, "c", article="withheld", status="withheld"),
        ]
    )
    assert statuses(database_url) == {"past": "usable", "future": "withheld", "withheld": "withheld"}


# Groups ------------------------------------------------------------------------------------------


def test_the_canonical_article_is_an_agencys_own_then_the_earliest(store: Store, database_url: str) -> None:
    store.write(
        [
            decided(1, article_id="early", published_at=at("2026-11-25T06:00Z"), **PAPER),
            decided(2, "syndicated", "delivery-1", article_id="later", published_at=at("2026-11-25T05:00Z"), **OTHER),
        ]
    )
    with closing(connect_reader(database_url)) as connection:
        canonical = "select news.canonical_of('delivery-1')"
        assert connection.execute(canonical).fetchone() == ("later",)
        store.write([decided(3, "syndicated", "delivery-1", article_id="agency")])
        assert connection.execute(canonical).fetchone() == ("agency",)


def test_merged_groups_are_read_as_one_through_a_chain_of_merges(store: Store, database_url: str) -> None:
    store.write([content(1, "a"), content(2, "b", article="B"), content(3, "c", article="C")])
    store.write([merged("delivery-3", "delivery-2", by=4), content(4, "d", article="D")])
    store.write([merged("delivery-2", "delivery-1", by=5), content(5, "e", article="E")])
    with closing(connect_reader(database_url)) as connection:
        for group in ("delivery-1", "delivery-2", "delivery-3"):
            assert {row["article_id"] for row in readings.group(connection, group)} == {"A", "B", "C"}


# The writer --------------------------------------------------------------------------------------


def advance(start: int, end: int) -> Advance:
    return Advance("cluster", "articles.decided", 0, start, end)


def position(url: str, value: int | None = None) -> int:
    with closing(psycopg.connect(url, autocommit=True)) as connection:
        if value is not None:
            connection.execute("insert into news.positions values ('cluster', 'articles.decided', 0, %s)", (value,))
        row = connection.execute("select next from news.positions").fetchone()
    assert row is not None
    return int(row[0])


def test_positions_move_with_the_batch(store: Store, database_url: str) -> None:
    store.write([])
    position(database_url, 0)
    store.write([content(1, "a")], [advance(0, 1)])
    assert position(database_url) == 1


def test_a_batch_from_a_position_that_moved_leaves_nothing(store: Store, database_url: str) -> None:
    store.write([])
    position(database_url, 7)
    with pytest.raises(PositionMovedError, match=r"articles.decided\[0\] is no longer 0"):
        store.write([content(1, "a")], [advance(0, 1)])
    assert current(database_url) == {}
    assert position(database_url) == 7


def test_a_first_position_is_recorded_once_and_read_back(store: Store) -> None:
    store.begin("cluster", "articles.decided", 0, 7)
    store.begin("cluster", "articles.decided", 0, 9)
    store.write([content(1, "a")], [advance(7, 8)])
    assert store.positions("cluster", "articles.decided", [0, 1]) == {0: 8}
    assert store.positions("another", "articles.decided", [0, 1]) == {}


def test_a_refused_row_is_poison_and_leaves_nothing(store: Store, database_url: str) -> None:
    with pytest.raises(PoisonError, match="PostgreSQL refuses it"):
        store.write([content(1, "a"), content(2, "b", article="B", title="NUL \x00")])
    assert current(database_url) == {}
    store.write([content(1, "a")])
    assert list(current(database_url)) == ["A"]


def test_there_is_one_writer_in_one_process(store: Store, database_url: str) -> None:
    store.write([])
    second = Store(database_url, "one process")
    with pytest.raises(FatalError, match="another process is writing"):
        second.write([])
    store.close()
    second.write([])
    second.close()


def test_a_store_in_one_mode_refuses_the_other(store: Store, database_url: str) -> None:
    store.write([])
    with pytest.raises(FatalError, match="written by way of one process, not of kafka"):
        Store(database_url, "kafka").write([])


def cut(server_url: str) -> None:
    """End the writers' connections, as a restart of the database does."""
    with closing(psycopg.connect(server_url, autocommit=True)) as admin:
        admin.execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'wireroom'")


def test_a_lost_connection_is_transient_and_the_next_try_goes_on(
    store: Store, server_url: str, database_url: str
) -> None:
    store.write([content(1, "a")])
    cut(server_url)
    with pytest.raises(TransientError, match="the database"):
        store.write([content(2, "b")])
    assert told(store.write([content(2, "b")])) == [("stored", "A", 2, "revision", True)]
    assert current(database_url)["A"] == (2, "b", "usable")


def test_a_database_that_is_away_is_transient() -> None:
    with pytest.raises(TransientError, match="the database"):
        Store("postgresql://wireroom@127.0.0.1:1/wireroom", "one process").write([])


def test_dead_letters_are_kept_once(store: Store, database_url: str) -> None:
    letter = DeadLetter(letter_id="1", stage="ingest", reason="invalid JSON", file="x.jsonl", line=2, at=BEGIN)
    store.bury([letter])
    store.bury([letter, letter.model_copy(update={"letter_id": "2"})])
    with closing(connect_reader(database_url)) as connection:
        rows = readings.dead_letters(connection, 10)
    assert [(row["letter_id"], row["file"], row["line"], row["reason"]) for row in rows] == [
        ("1", "x.jsonl", 2, "invalid JSON"),
        ("2", "x.jsonl", 2, "invalid JSON"),
    ]


def test_decisions_come_back_in_the_order_of_storing_and_within_the_window(store: Store) -> None:
    old = BEGIN - timedelta(hours=80)
    store.write([content(1, "old", received_at=old), content(2, "b"), content(3, "c"), content(4, "b"), kill(5)])
    assert [decision.effects.delivery_id for decision in store.decisions(72)] == [
        "delivery-2",
        "delivery-3",
        "delivery-4",
    ]
    assert len(list(store.decisions(100))) == 4


def test_writers_that_meet_on_one_article_agree_on_its_revisions(server_url: str, template: str) -> None:
    """As on Kafka, where an article that changes language comes by way of several partitions."""
    from concurrent.futures import ThreadPoolExecutor

    from tests import databases

    rounds, writers = 8, 4
    with databases.database(server_url, template) as url:

        def write(writer: int) -> None:
            store = Store(url, "kafka")
            for turn in range(rounds):
                batch = [content(100 * writer + turn, f"{writer}-{turn}", article=name) for name in ("A", "B")]
                batch = [
                    message.model_copy(update={"delivery_id": f"{message.article_id}-{message.content_hash}"})
                    for message in batch
                ]
                while True:
                    try:
                        store.write(batch if writer % 2 else batch[::-1])
                        break
                    except TransientError:
                        continue
            store.close()

        with ThreadPoolExecutor(writers) as pool:
            list(pool.map(write, range(writers)))
        with closing(connect_reader(url)) as connection:
            numbers = connection.execute(
                "select array_agg(revision order by revision) from news.contents group by article_id"
            ).fetchall()
            ids = connection.execute(
                "select array_agg(stream_id order by stored_at, stream_id) from news.stream"
            ).fetchone()
    assert numbers == [(list(range(1, rounds * writers + 1)),)] * 2
    assert ids is not None
    assert sorted(ids[0]) == list(range(1, 2 * rounds * writers + 1))


WAITING = "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"


@pytest.mark.parametrize("kill_first", [True, False])
def test_a_kill_and_its_item_that_are_written_at_once_find_each_other(
    kill_first: bool, server_url: str, template: str
) -> None:
    """By two writers, as where the kill has no language: neither sees what the other has not committed."""
    from concurrent.futures import ThreadPoolExecutor

    from tests import databases
    from tests.cluster import wait_until

    killing, written = kill(1), content(2, "a")
    first, second = (killing, written) if kill_first else (written, killing)
    with databases.database(server_url, template) as url, ThreadPoolExecutor(1) as other:
        with closing(Store(url, "kafka")) as store, closing(Store(url, "kafka")) as waiting:
            waiting.write([content(3, "x", "another")])
            connection = store._open()
            with connection.transaction():
                _write(connection, [first], [], "test")
                done = other.submit(waiting.write, [second])
                wait_until(lambda: databases.asked(url, WAITING) > 0, "the second writer to wait for the first")
            done.result()
        assert statuses(url)["A"] == "canceled"


def test_another_writer_while_the_connection_was_lost_is_a_stop(
    store: Store, server_url: str, database_url: str
) -> None:
    """What dedup remembers would be stale: copies of what the other wrote would be missed."""
    store.write([content(1, "a")])
    cut(server_url)
    with pytest.raises(TransientError):
        store.write([content(2, "b")])
    store.close()
    other = Store(database_url, "one process")
    other.write([content(3, "c")])
    other.close()
    with pytest.raises(FatalError, match="another process wrote to this store"):
        store.write([content(2, "b")])


def test_a_long_memory_may_take_longer_to_read_than_a_batch_to_write(store: Store) -> None:
    store.write([content(number, str(number)) for number in range(3)])
    connection = store._open()
    connection.execute("set transaction_timeout = '300ms'")
    connection.commit()
    read = []
    for decision in store.decisions(72):
        time.sleep(0.2)
        read.append(decision.effects.delivery_id)
    assert read == ["delivery-0", "delivery-1", "delivery-2"]


def test_a_batch_does_not_work_out_the_whole_store(store: Store) -> None:
    """Nothing was analysed yet, as after a crash."""
    store.write([content(number, str(number), f"article-{number}") for number in range(400)])
    store.write([kill(500 + number, f"article-{number}") for number in range(100, 300)])
    connection = store._open()
    with connection.transaction():
        before = rows_read(connection)
        _write(
            connection,
            [content(1000, "new", "new"), content(1001, "revised", "article-7"), kill(1002, "article-8")],
            [],
            "test",
        )
        read = {table: count - before.get(table, 0) for table, count in rows_read(connection).items()}
    assert max(read.values()) <= 30, read


def rows_read(connection: Connection) -> dict[str, int]:
    """Table → rows read so far, as far as the server has not counted them yet."""
    return dict(
        connection.execute(
            """select relname, (seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint
            from pg_stat_xact_user_tables where schemaname = 'news'"""
        ).fetchall()
    )


def test_a_batch_that_takes_longer_than_its_transaction_may_is_told_apart(store: Store, server_url: str) -> None:
    """A slow database: a smaller batch may pass. The session ends with its transaction, and a new one is opened."""
    connection = store._open()
    connection.execute("set transaction_timeout = '300ms'")
    connection.commit()
    with pytest.raises(OverlongError, match="timeout"):
        store._transaction(lambda connection: connection.execute("select pg_sleep(5)"))
    store.write([content(1, "a")])


def test_a_text_of_a_mebibyte_of_different_words_is_stored_and_found_by_its_beginning(
    store: Store, database_url: str
) -> None:
    text = " ".join(f"mot{number:06}" for number in range(104_857))
    assert len(text) > (1 << 20) - 20
    store.write([decided(1, text=text, title="t" * 10_000)])
    with closing(connect_reader(database_url)) as connection:
        assert queries.search(connection, Filters(words="mot000007"), 5)


def test_a_database_without_rights_or_with_a_wrong_name_is_no_trouble_that_passes(server_url: str) -> None:
    from tests import databases

    with pytest.raises(FatalError, match="does not exist"):
        Store(databases.named(server_url, "nowhere"), "one process").write([])
    with pytest.raises(FatalError):
        Store("no url", "one process").write([])


def test_a_store_that_is_newer_than_the_program_is_refused(server_url: str, template: str) -> None:
    from tests import databases

    with databases.database(server_url, template) as url:
        with closing(psycopg.connect(url, autocommit=True)) as connection:
            connection.execute("update news.alembic_version set version_num = '9999'")
        with pytest.raises(FatalError, match="at revision 9999, newer than this program"):
            Store(url, "one process").write([])
