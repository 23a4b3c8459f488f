"""Kafka and PostgreSQL in containers, for machines with Docker where no address is given."""

import gc
import socket
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from testcontainers.community.postgres import PostgresContainer
from testcontainers.core.container import DockerContainer
from testcontainers.core.docker_client import DockerClient
from testcontainers.core.wait_strategies import LogMessageWaitStrategy

KAFKA = "apache/kafka:4.3.1"
POSTGRES = "postgres:18.4"
UP = r"Kafka Server started"


@cache
def docker() -> bool:
    """Whether a Docker engine answers."""
    with warnings.catch_warnings():
        # Where none answers, the client leaves its socket open, which pytest takes for a failure at its end.
        warnings.simplefilter("ignore", ResourceWarning)
        try:
            return bool(DockerClient().client.ping())
        except Exception:  # the client has many ways to say that there is none
            return False
        finally:
            gc.collect()


class KafkaContainer(DockerContainer):
    """One broker in KRaft mode. It is told beforehand on which port of this machine clients will find it.

    ``advertised`` is another port where they find it, of a proxy before it.
    """

    def __init__(self, image: str = KAFKA, *, advertised: int | None = None) -> None:
        self.port = free_port()
        self.advertised = advertised or self.port
        settings = {
            "KAFKA_NODE_ID": "1",
            "KAFKA_PROCESS_ROLES": "broker,controller",
            "KAFKA_CONTROLLER_QUORUM_VOTERS": "1@localhost:9093",
            # The broker talks to itself too (to verify transactions), and not by the port of this machine.
            "KAFKA_LISTENERS": "CONTROLLER://:9093,CLIENTS://:9092,ITSELF://:9094",
            "KAFKA_ADVERTISED_LISTENERS": f"CLIENTS://127.0.0.1:{self.advertised},ITSELF://localhost:9094",
            "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP": "CONTROLLER:PLAINTEXT,CLIENTS:PLAINTEXT,ITSELF:PLAINTEXT",
            "KAFKA_CONTROLLER_LISTENER_NAMES": "CONTROLLER",
            "KAFKA_INTER_BROKER_LISTENER_NAME": "ITSELF",
            "KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR": "1",
            # Of the broker's own topics; with the usual fifty it takes long to start again after it was killed.
            "KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS": "4",
            "KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS": "4",
            "KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR": "1",
            "KAFKA_TRANSACTION_STATE_LOG_MIN_ISR": "1",
            "KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS": "0",
        }
        super().__init__(image, env=settings, _wait_strategy=LogMessageWaitStrategy(UP).with_startup_timeout(120))
        self.with_bind_ports(9092, self.port)

    @property
    def servers(self) -> str:
        """Where clients find it."""
        return f"127.0.0.1:{self.advertised}"


class FixedPostgres(PostgresContainer):
    """PostgreSQL on a port that is known before it starts, and stays the same over restarts."""

    def __init__(self) -> None:
        super().__init__(POSTGRES, driver=None, username="test", password="test", dbname="test")
        self.fixed_port = free_port()
        self.with_bind_ports(5432, self.fixed_port)

    @property
    def url(self) -> str:
        """Where clients find it."""
        return f"postgresql://test:test@127.0.0.1:{self.fixed_port}/test"


@contextmanager
def kafka() -> Iterator[str]:
    """The address of a broker that lives as long as the context."""
    with KafkaContainer() as container:
        yield container.servers


@contextmanager
def postgres() -> Iterator[str]:
    """The URL of a server that lives as long as the context."""
    with PostgresContainer(POSTGRES, driver=None) as container:
        yield container.get_connection_url()


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
