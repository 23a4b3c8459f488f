"""What goes on for long is said, but not at every turn."""

from wireroom_core.clock import Clock


class Seldom:
    """Lets each thing be said once in ``every`` seconds."""

    def __init__(self, every: float, clock: Clock) -> None:
        self._every = every
        self._clock = clock
        self._said: dict[str, float] = {}

    def due(self, about: str) -> bool:
        """True where nothing was said ``about`` this for as long; it is then taken as said."""
        now = self._clock.monotonic()
        if now - self._said.get(about, -self._every) < self._every:
            return False
        self._said[about] = now
        return True
