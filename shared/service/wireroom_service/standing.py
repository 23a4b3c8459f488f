"""What keeps a part of a service from its work: trouble that passes, or a stop until somebody acts."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from wireroom_core.errors import FatalError


class Standing:
    """Of one part, as its ``Vitals`` tell it; what befalls it is said in ``log``, which is that part's."""

    def __init__(self, log: Any, trouble: str | None = None) -> None:  # noqa: ANN401 - structlog types its loggers so
        self._log = log
        self.trouble = trouble
        """What is waited for; whoever works again sets it to None."""
        self.stopped: str | None = None

    @contextmanager
    def noted(self, *passing: type[Exception]) -> Iterator[None]:
        """Say what is raised inside: ``passing`` trouble is waited out, all else stops the part until somebody acts."""
        try:
            yield
        except passing as error:
            self.trouble = str(error) or repr(error)
            self._log.warning("waiting", reason=self.trouble)
        except FatalError as error:
            self._stop(str(error))
        except Exception as error:
            self._log.exception("unexpected failure")
            self._stop(f"{type(error).__name__}: {error}")

    def _stop(self, reason: str) -> None:
        self.stopped = reason
        self._log.error("stopped until somebody acts", reason=reason)
