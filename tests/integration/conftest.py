"""A real database for each test, made from one that is migrated once."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests import databases
from tests.cluster import Cluster
from wireroom_store.writer import Store


@pytest.fixture(scope="session")
def server_url() -> Iterator[str]:
    with databases.server() as url:
        yield url


@pytest.fixture(scope="session")
def template(server_url: str) -> Iterator[str]:
    with databases.database(server_url) as url:
        databases.migrated(url)
        yield urlsplit(url).path.removeprefix("/")


@pytest.fixture(scope="session")
def shared_database_url(server_url: str, template: str) -> Iterator[str]:
    with databases.database(server_url, template) as url:
        yield url


@pytest.fixture
def database_url(shared_database_url: str) -> str:
    """A store without rows; emptying one is quicker than making one."""
    databases.emptied(shared_database_url)
    return shared_database_url


@pytest.fixture
def empty_database_url(server_url: str) -> Iterator[str]:
    """A database without any schema of ours."""
    with databases.database(server_url) as url:
        yield url


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = Store(database_url, "one process")
    yield opened
    opened.close()


@pytest.fixture
def cluster(kafka_servers: str, database_url: str, tmp_path: Path) -> Iterator[Cluster]:
    """A Wireroom on Kafka, its topics made; its services are ended with the test."""
    made = Cluster(kafka_servers, database_url, tmp_path)
    made.create_topics()
    yield made
    made.close()
