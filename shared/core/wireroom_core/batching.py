"""What is handed over one by one, in batches."""

from collections.abc import Iterable, Iterator

from wireroom_core.contracts import Delivery, Limits
from wireroom_core.models import DeadLetter

Handed = Delivery | DeadLetter


def in_batches(handed: Iterable[Handed | None], limits: Limits) -> Iterator[list[Handed]]:
    """Batches within ``limits`` (one message alone may be over its bytes).

    A None stands where more would have to be waited for: what is there is handed on first.
    """
    batch: list[Handed] = []
    size = 0
    for item in handed:
        weight = _weight(item)
        if batch and (item is None or size + weight > limits.bytes or len(batch) >= limits.articles):
            yield batch
            batch, size = [], 0
        if item is not None:
            batch.append(item)
            size += weight
    if batch:
        yield batch


def _weight(item: Handed | None) -> int:
    if isinstance(item, Delivery):
        return len(item.value)
    return len(item.original or "") if item else 0
