"""Records through a stage, in the worker thread: decoded, processed, and encoded to what has to be written."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from wireroom_core.contracts import Delivery, Envelope, Outcome, Refused, Stage
from wireroom_core.errors import PoisonError
from wireroom_core.models import AnyMessage, Message, Place, encode
from wireroom_core.runner import letter_about
from wireroom_kafka.producing import Output
from wireroom_kafka.workshop import Record, Workshop

Decode = Callable[[bytes], AnyMessage]
MAX_OUTPUT_BYTES = (8 << 20) - (64 << 10)
"""What a topic takes, less the frame of a batch."""


@dataclass(frozen=True, slots=True)
class Route:
    """Where a stage's input comes from and where its output goes."""

    topic: str
    decode: Decode
    """Raises PoisonError."""
    address: Callable[[Message], list[Output]]
    writes: Sequence[str]
    """The topics that outputs are addressed to."""
    dead: str


class Made(NamedTuple):
    """What came of a batch of records: what is to be written, and their number by outcome."""

    outputs: list[Output]
    articles: Counter[str]


def make(stage: Stage, route: Route, records: Sequence[Record], shop: Workshop) -> Made:
    """What ``stage`` makes of ``records``. Raises what the stage raises."""
    opened = [opened_record(record, route.decode) for record in records]
    made = Made([], Counter())
    for record, item, outcome in zip(records, opened, _outcomes(stage, opened), strict=True):
        result = outcome if isinstance(outcome, Refused) else _addressed(outcome, route)
        if isinstance(result, Refused):
            made.outputs.append(letter(stage.name, result.reason, record, item, dead=route.dead, shop=shop))
            made.articles["refused"] += 1
        else:
            made.outputs.extend(result)
            made.articles["passed" if result else "nothing"] += 1
    return made


def opened_record(record: Record, decode: Decode) -> Envelope | Refused:
    """A record as stages take it; the window's time is the log's."""
    try:
        message = decode(record.value or b"")
    except PoisonError as error:
        return Refused(str(error))
    return Envelope(message, record.value, datetime.fromtimestamp(record.timestamp / 1000, UTC), _place(record))


def letter(stage: str, reason: str, record: Record, item: Envelope | Refused, *, dead: str, shop: Workshop) -> Output:
    """The dead letter about ``record``. Raises TransientError where its original cannot be kept now."""
    refused = item if isinstance(item, Envelope) else Delivery(record.value or b"", _place(record))
    return Output(dead, 0, None, encode(letter_about(stage, reason, refused, shop.originals, shop.clock)))


def _outcomes(stage: Stage, opened: Sequence[Envelope | Refused]) -> list[Outcome]:
    envelopes = [item for item in opened if isinstance(item, Envelope)]
    answers = dict(zip(map(id, envelopes), stage.process(envelopes), strict=True))
    return [item if isinstance(item, Refused) else answers[id(item)] for item in opened]


def _addressed(messages: Sequence[Message], route: Route) -> list[Output] | Refused:
    outputs = [output for message in messages for output in route.address(message)]
    largest = max((len(output.value) for output in outputs), default=0)
    if largest > MAX_OUTPUT_BYTES:
        return Refused(f"what it became has {largest} bytes, more than a topic takes")
    return outputs


def _place(record: Record) -> Place:
    return Place(topic=record.topic, partition=record.partition, offset=record.offset)
