"""What all tests share: tests that a machine lacks the parts for are left out by name; where it has them, never."""

import os
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests import containers

# Half of the usual number of examples keeps the unit suite under ten seconds; a slow machine is no failure.
settings.register_profile("wireroom", max_examples=50, deadline=None)
settings.load_profile("wireroom")

ALL_PARTS = bool(os.environ.get("WIREROOM_TEST_ALL_PARTS"))
"""Said by a CI that has every part: a test left out is then a failure."""


@pytest.fixture(scope="session")
def kafka_servers() -> Iterator[str]:
    """A real broker: the one given, else one in a container."""
    if servers := os.environ.get("KAFKA_BOOTSTRAP_SERVERS"):
        yield servers
    elif containers.docker():
        with containers.kafka() as servers:
            yield servers
    else:
        pytest.skip("no Kafka: set KAFKA_BOOTSTRAP_SERVERS, or start Docker")


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Where every part is there, a skip must not hide."""
    if ALL_PARTS and _left_out(session.config) and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say plainly what was left out and how to run it."""
    terminalreporter.section("left out on this machine")
    for (file, reason), count in _left_out(config).items():
        terminalreporter.line(f"{file}: {count} tests: {reason}")
    if not os.environ.get("KAFKA_BOOTSTRAP_SERVERS"):
        terminalreporter.line(
            "Tests on Kafka run where KAFKA_BOOTSTRAP_SERVERS names a broker (host:port), or in Docker."
        )
    if not containers.docker():
        terminalreporter.line("Tests of containers and of the compose stack run where a Docker engine answers.")
    if "WIREROOM_TEST_ARTICLES" not in os.environ:
        terminalreporter.line(
            "test_services.py: 18,000 of its 20,000 articles; WIREROOM_TEST_ARTICLES=20000 publishes all."
        )
    if "WIREROOM_TEST_KILL_TRIALS" not in os.environ:
        terminalreporter.line(
            "test_kill.py: 9 of its 10 trials, at full length; WIREROOM_TEST_KILL_TRIALS=10 runs all."
        )
    if ALL_PARTS and _left_out(config):
        terminalreporter.line("WIREROOM_TEST_ALL_PARTS is set: this is a failure.", red=True)


def _left_out(config: pytest.Config) -> Counter[tuple[str, str]]:
    """(file, reason) → how many of its tests were left out for it."""
    reporter = config.pluginmanager.getplugin("terminalreporter")
    reports = reporter.stats.get("skipped", []) if isinstance(reporter, pytest.TerminalReporter) else []
    return Counter(
        (report.nodeid.partition("::")[0], str(report.longrepr[2]).removeprefix("Skipped: ")) for report in reports
    )
