"""How far back dedup remembers."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property


@dataclass(frozen=True)
class Window:
    """The last ``hours`` and, of these, the last ``articles`` deliveries, for each language."""

    hours: float = 72.0
    articles: int = 200_000

    @cached_property
    def length(self) -> timedelta:
        """The window's length in time."""
        return timedelta(hours=self.hours)
