"""Stand-ins that several tests share: a clock that tests move, messages, and ends for the runner."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from wireroom_core.contracts import Advance, Delivery, Envelope, Limits
from wireroom_core.errors import PoisonError
from wireroom_core.models import (
    Article,
    DeadLetter,
    DecidedArticle,
    EnrichedArticle,
    GroupMerged,
    Message,
    Place,
    encode,
)

BEGIN = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


class ManualClock:
    """Stands still but for ``sleep``, which it obeys at once, and ``forward``."""

    def __init__(self, begin: datetime = BEGIN) -> None:
        self._now = begin
        self.slept: list[float] = []

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return (self._now - BEGIN).total_seconds()

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.forward(seconds)

    def forward(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)


def article_fields(number: int, **changes: Any) -> dict[str, Any]:
    return {
        "delivery_id": f"delivery-{number}",
        "article_id": f"article-{number}",
        "content_hash": f"content-{number}",
        "trace_id": "trace",
        "source": {"id": "belga", "name": "Belga"},
        "title": f"Titre {number}",
        "text": f"La dépêche numéro {number} des troupes américaines.",
        "received_at": BEGIN + timedelta(seconds=number),
        "format": "test",
        **changes,
    }


def article(number: int, **changes: Any) -> Article:
    return Article(**article_fields(number, **changes))


def enriched(number: int, **changes: Any) -> EnrichedArticle:
    return EnrichedArticle(**{"language": "fr", "language_confidence": 1, **article_fields(number, **changes)})


def decided(number: int, verdict: str = "original", group: str | None = None, **changes: Any) -> DecidedArticle:
    """As dedup hands it over; a kill or release without decision."""
    fields = {"language": "fr", "language_confidence": 1, **article_fields(number, **changes)}
    decision = None
    if fields.get("signal") not in ("kill", "release"):
        decision = {
            "verdict": verdict,
            "canonical_article_id": fields["article_id"],
            "group_id": group or fields["delivery_id"],
            "evidence": "told by a test",
            "algorithm": "test",
            "decided_at": fields["received_at"],
            "effects": {
                **{name: fields[name] for name in ("delivery_id", "article_id", "content_hash", "language")},
                "source_id": fields["source"]["id"],
                "canonical_url": None,
                "agency_own": False,
                "published_at": None,
                "member": True,
                "fingerprint": None,
            },
        }
    return DecidedArticle(**fields, decision=decision)


def merged(group: str, into: str, by: int) -> GroupMerged:
    return GroupMerged(
        group_id=group,
        merged_into=into,
        by_article_id=f"article-{by}",
        delivery_id=f"delivery-{by}",
        trace_id="trace",
        language="fr",
        decided_at=BEGIN,
    )


class ListSource:
    """Hands messages (or raw bytes, or dead letters) over in batches, and remembers what was done."""

    def __init__(self, items: Sequence[Message | bytes | DeadLetter]) -> None:
        self._items = items
        self.done_with: list[Delivery | DeadLetter] = []

    def batches(self, limits: Limits) -> Iterator[Sequence[Delivery | DeadLetter]]:
        handed = [self._handed(line, item) for line, item in enumerate(self._items, start=1)]
        for start in range(0, len(handed), limits.articles):
            yield handed[start : start + limits.articles]

    def done(self, batch: Sequence[Delivery | DeadLetter]) -> None:
        self.done_with += batch

    @staticmethod
    def _handed(line: int, item: Message | bytes | DeadLetter) -> Delivery | DeadLetter:
        if isinstance(item, DeadLetter):
            return item
        value = item if isinstance(item, bytes) else encode(item)
        return Delivery(value, Place(file="list", line=line))


class ListSink:
    """Keeps what is written; ``faults`` are raised first, one a call."""

    name = "list"

    def __init__(self, *reads: type[Message], faults: Sequence[Exception] = (), refuses: str | None = None) -> None:
        self.reads = reads
        self.kept: list[Message] = []
        self.calls = 0
        self._faults = list(faults)
        self._refuses = refuses

    def write(self, batch: Sequence[Envelope], advances: Sequence[Advance]) -> None:
        self.calls += 1
        if self._faults:
            raise self._faults.pop(0)
        if self._refuses in [getattr(envelope.message, "article_id", None) for envelope in batch]:
            raise PoisonError("the row is refused")
        self.kept += [envelope.message for envelope in batch]


class ListDeadLetters:
    """Keeps dead letters; ``faults`` are raised first, one a call."""

    def __init__(self, faults: Sequence[Exception] = ()) -> None:
        self.letters: list[DeadLetter] = []
        self._faults = list(faults)

    def put(self, letters: Sequence[DeadLetter]) -> None:
        if self._faults:
            raise self._faults.pop(0)
        self.letters += letters


class MemoryRawStore:
    """Originals in memory."""

    def __init__(self) -> None:
        self.originals: dict[str, bytes] = {}

    def put(self, body: bytes) -> str:
        ref = f"memory:{len(self.originals)}"
        self.originals[ref] = body
        return ref

    def put_chunks(self, chunks: Iterable[bytes]) -> str:
        return self.put(b"".join(chunks))

    def sync(self) -> None:
        pass

    def get(self, ref: str) -> bytes:
        return self.originals[ref]

    def path(self, ref: str) -> Path:
        raise NotImplementedError
