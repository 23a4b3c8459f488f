"""When each feed is due."""

from collections.abc import Sequence

from wireroom_ingest.sources import Feed


class Schedule:
    """Each feed at once, then at its fixed interval; turns that were missed are not made up for."""

    def __init__(self, feeds: Sequence[Feed]) -> None:
        self._feeds = feeds
        self._next: dict[Feed, float] = {}

    def due(self, at: float) -> list[Feed]:
        """The feeds whose turn it is ``at`` this time; their next one is then set."""
        due = [feed for feed in self._feeds if self._next.get(feed, at) <= at]
        for feed in due:
            turn = self._next.get(feed, at) + feed.interval
            self._next[feed] = turn if turn > at else at + feed.interval
        return due
