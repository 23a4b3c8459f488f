"""The containers that tests fall back on, where no address is given, are real parts too."""

import asyncio
from contextlib import closing

import psycopg
import pytest

from tests import containers
from wireroom_core.topology import TOPICS
from wireroom_kafka.topics import check_topics, create_topics


@pytest.fixture(autouse=True)
def _needs_docker() -> None:
    if not containers.docker():
        pytest.skip("no Docker engine answers")


def test_kafka_takes_the_topics() -> None:
    with containers.kafka() as servers:
        assert len(asyncio.run(create_topics(servers, TOPICS))) == len(TOPICS)
        assert asyncio.run(check_topics(servers, TOPICS)) == []


def test_postgres_is_of_the_version_that_compose_pins() -> None:
    with containers.postgres() as url, closing(psycopg.connect(url)) as connection:
        assert connection.info.server_version // 10_000 == 18
