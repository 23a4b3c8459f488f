"""How far back dedup remembers."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True)
class Window:
    """The last ``hours`` and, of these, the last ``articles`` deliveries, for each language."""

    hours: float = 72.0
    articles: int = 200_000

    @cached_property
    def length(self) -> int:
        """The window's length in time, in microseconds."""
        return timedelta(hours=self.hours) // _MICROSECOND


def microseconds(at: datetime) -> int:
    """An instant as memory keeps it: since 1970, exact."""
    return (at - _EPOCH) // _MICROSECOND
