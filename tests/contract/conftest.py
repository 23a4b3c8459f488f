"""The wires, by the name of their runner."""

import os

import pytest

from tests.contract.wires import InProcessWire, KafkaWire, Wire


@pytest.fixture
def kafka() -> KafkaWire:
    servers = os.environ.get("KAFKA_BOOTSTRAP_SERVERS")
    if not servers:
        pytest.skip("no Kafka: set KAFKA_BOOTSTRAP_SERVERS")
    return KafkaWire(servers)


@pytest.fixture(params=["in process", "kafka"])
def wire(request: pytest.FixtureRequest) -> Wire:
    if request.param == "in process":
        return InProcessWire()
    found: KafkaWire = request.getfixturevalue("kafka")
    return found
