"""The wires, by the name of their runner."""

import pytest

from tests.contract.wires import InProcessWire, KafkaWire, Wire


@pytest.fixture
def kafka(kafka_servers: str) -> KafkaWire:
    return KafkaWire(kafka_servers)


@pytest.fixture(params=["in process", "kafka"])
def wire(request: pytest.FixtureRequest) -> Wire:
    if request.param == "in process":
        return InProcessWire()
    found: KafkaWire = request.getfixturevalue("kafka")
    return found
