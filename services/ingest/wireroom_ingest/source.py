"""The Source of ingest: arguments in, batches of deliveries and dead letters out."""

from collections.abc import Iterator, Sequence

from wireroom_core.batching import Handed
from wireroom_core.clock import Clock
from wireroom_core.contracts import Delivery, Limits, RawStore
from wireroom_core.models import DeadLetter
from wireroom_ingest.desk import Desk
from wireroom_ingest.originals import durable_batches
from wireroom_ingest.publisher import Assignment
from wireroom_ingest.reading import Reader


class NewsSource:
    """Files, folders, addresses and standard input ("-"), in the order of ``arguments``.

    ``default_source`` names the publisher where a document does not; it wins over a feed's own
    site. Originals go to ``raw``, and are durable before the batch that refers to them is handed
    over. Trouble with the raw store is waited out.
    """

    def __init__(
        self, arguments: Sequence[str], *, default_source: str | None, raw: RawStore, clock: Clock, stdin_fd: int = 0
    ) -> None:
        self._arguments = arguments
        self._raw = raw
        self._clock = clock
        self._reader = Reader(Desk(Assignment(default_source), clock), raw, stdin_fd)

    def batches(self, limits: Limits) -> Iterator[Sequence[Delivery | DeadLetter]]:
        """Batches within ``limits`` (one message alone may be over its bytes); what is there is never held back."""
        return durable_batches(self._handed(), limits, self._raw, self._clock)

    def done(self, batch: Sequence[Delivery | DeadLetter]) -> None:
        """Nothing to do for files, addresses and a pipe: an inbox would move its files away here."""

    def _handed(self) -> Iterator[Handed | None]:
        for argument in self._arguments:
            yield from self._reader.read(argument)
