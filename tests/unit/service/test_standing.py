"""What is waited for, and what stops a part."""

import pytest
import structlog

from wireroom_core.errors import FatalError, TransientError
from wireroom_service.standing import Standing


@pytest.fixture
def standing() -> Standing:
    return Standing(structlog.get_logger(), "not started yet")


def test_trouble_that_passes_is_told_until_the_part_works_again(standing: Standing) -> None:
    with standing.noted(TransientError, OSError):
        raise TransientError("the broker is away")
    assert (standing.trouble, standing.stopped) == ("the broker is away", None)
    with standing.noted(TransientError, OSError):
        raise OSError
    assert standing.trouble == "OSError()"


@pytest.mark.parametrize(
    ("error", "reason"), [(FatalError("no such topic"), "no such topic"), (OSError("odd"), "OSError: odd")]
)
def test_all_else_stops_it(standing: Standing, error: Exception, reason: str) -> None:
    with standing.noted(TransientError):
        raise error
    assert (standing.trouble, standing.stopped) == ("not started yet", reason)


def test_who_is_told_to_end_is_no_trouble(standing: Standing) -> None:
    with pytest.raises(KeyboardInterrupt), standing.noted(TransientError):
        raise KeyboardInterrupt
    assert standing.stopped is None
