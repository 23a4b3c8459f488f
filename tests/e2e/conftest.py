"""The stack, brought up by compose under a name, a port and an inbox of its own, and taken down with its volumes."""

from collections.abc import Iterator

import pytest

from tests import containers
from tests.e2e.stack import Stack


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    if not containers.docker():
        pytest.skip("no Docker engine answers")
    made = Stack(tmp_path_factory.mktemp("stack"))
    try:
        made.up()
        yield made
    finally:
        made.down()
