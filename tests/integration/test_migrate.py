"""Migrating: by whom, how often, how long; and what a store does that waits for it."""

import threading
from contextlib import closing
from typing import Any

import psycopg
import pytest
from alembic import command

from tests.cluster import wait_until
from tests.fakes import decided
from wireroom_core.errors import TransientError
from wireroom_store.migrate import migrate, migrate_url, schema_version
from wireroom_store.migrations import HEAD
from wireroom_store.writer import Store

NOWHERE = "postgresql://wireroom@127.0.0.1:1/wireroom"


def test_a_store_on_kafka_waits_for_its_schema_and_never_makes_it(empty_database_url: str) -> None:
    with closing(Store(empty_database_url, "kafka")) as store:
        for _ in range(2):
            with pytest.raises(TransientError, match=r"at revision None, not .* `wireroom migrate`"):
                store.write([decided(1)])
        assert migrate_url(empty_database_url)
        assert len(store.write([decided(1)])) == 1


def test_migrating_again_changes_nothing(empty_database_url: str) -> None:
    assert [migrate_url(empty_database_url) for _ in range(3)] == [True, False, False]
    with closing(psycopg.connect(empty_database_url)) as connection:
        assert schema_version(connection) == HEAD


def test_a_database_that_is_away_can_be_waited_for() -> None:
    with pytest.raises(TransientError, match="the database"):
        migrate_url(NOWHERE)


def test_a_migration_may_take_longer_than_a_batch(empty_database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    bounds: list[str] = []

    def upgrade(config: Any, revision: str) -> None:
        bounds.append(config.attributes["connection"].exec_driver_sql("show transaction_timeout").scalar())

    monkeypatch.setattr(command, "upgrade", upgrade)
    migrate_url(empty_database_url)
    assert bounds == ["0"]


def test_who_migrates_second_waits_for_as_long_as_the_first_takes(
    empty_database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first is held up in its migration until the second waited three times as long as a batch may take."""
    real = command.upgrade
    done: list[bool] = []
    began = threading.Event()

    def second() -> None:
        with closing(psycopg.connect(empty_database_url, options="-c transaction_timeout=100ms")) as connection:
            done.append(migrate(connection))

    def waited() -> bool:
        with closing(psycopg.connect(empty_database_url)) as connection:
            found = connection.execute(
                """select from pg_stat_activity where datname = current_database() and wait_event = 'advisory'
                and clock_timestamp() - xact_start > interval '300 milliseconds'"""
            ).fetchone()
        return found is not None

    def held_up(config: Any, revision: str) -> None:
        if not began.is_set():
            began.set()
            other.start()
            wait_until(waited, "the second to wait")
        real(config, revision)

    other = threading.Thread(target=second)
    monkeypatch.setattr(command, "upgrade", held_up)
    migrate_url(empty_database_url)
    other.join(60)
    assert done == [True]
