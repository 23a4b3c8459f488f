"""Storage as a Sink, and the dead letters of one process."""

from collections.abc import Callable, Sequence

from wireroom_core.contracts import Advance, Envelope
from wireroom_core.models import DeadLetter, DecidedArticle, GroupMerged, Message, StoredEvent
from wireroom_store.writer import Store


class _Positioned:
    """Keeps the positions where it keeps what they cover."""

    name = "storage"

    def __init__(self, store: Store) -> None:
        self._store = store

    def positions(self, cluster: str, topic: str, partitions: Sequence[int]) -> dict[int, int]:
        """The next offset of each of ``partitions`` that has a position."""
        return self._store.positions(cluster, topic, partitions)

    def begin(self, cluster: str, topic: str, partition: int, first: int) -> None:
        """Record a partition's first position; one that is there stays as it is."""
        self._store.begin(cluster, topic, partition, first)


class StorageSink(_Positioned):
    """Writes batches to ``store`` and tells ``on_events`` what happened once it is committed."""

    reads: tuple[type[Message], ...] = (DecidedArticle, GroupMerged)

    def __init__(self, store: Store, on_events: Callable[[Sequence[StoredEvent]], None] = lambda events: None) -> None:
        super().__init__(store)
        self._on_events = on_events

    def write(self, batch: Sequence[Envelope], advances: Sequence[Advance]) -> None:
        """Store the batch with its positions in one transaction."""
        messages = [
            envelope.message for envelope in batch if isinstance(envelope.message, DecidedArticle | GroupMerged)
        ]
        self._on_events(self._store.write(messages, advances))


class DeadLetterSink(_Positioned):
    """Copies the dead letters of all stages into the store."""

    reads: tuple[type[Message], ...] = (DeadLetter,)

    def write(self, batch: Sequence[Envelope], advances: Sequence[Advance]) -> None:
        """Keep the letters with their positions in one transaction; one that is there already stays as it is."""
        letters = [envelope.message for envelope in batch if isinstance(envelope.message, DeadLetter)]
        self._store.bury(letters, advances)


class StoreDeadLetters:
    """Dead letters kept in the store's own table, as one process does."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def put(self, letters: Sequence[DeadLetter]) -> None:
        """Keep ``letters``; returns once they are committed."""
        self._store.bury(letters)
