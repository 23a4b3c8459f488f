"""What all tests share: parts that a machine may lack are named when they were left out; in CI that is a failure."""

import os

import pytest
from hypothesis import settings

# Half of the usual number of examples keeps the unit suite under ten seconds; a slow machine is no failure.
settings.register_profile("wireroom", max_examples=50, deadline=None)
settings.load_profile("wireroom")


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Where CI has the part, a skip must not hide."""
    if os.environ.get("CI") and _left_out(session.config) and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say plainly what was left out and how to run it."""
    left_out = _left_out(config)
    if not left_out:
        return
    terminalreporter.section("left out on this machine")
    for name, reason in left_out:
        terminalreporter.line(f"{name}: {reason}")
    if os.environ.get("CI"):
        terminalreporter.line("In CI every part is there: this is a failure.", red=True)


def _left_out(config: pytest.Config) -> list[tuple[str, str]]:
    reporter = config.pluginmanager.getplugin("terminalreporter")
    reports = reporter.stats.get("skipped", []) if isinstance(reporter, pytest.TerminalReporter) else []
    return [(report.nodeid, str(report.longrepr[2]).removeprefix("Skipped: ")) for report in reports]
