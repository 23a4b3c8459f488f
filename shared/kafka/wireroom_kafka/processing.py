"""Records through a stage, in the worker thread: decoded, processed, and encoded to what has to be written."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeAlias

from aiokafka import ConsumerRecord

from wireroom_core.contracts import Delivery, Envelope, Outcome, Refused, Stage
from wireroom_core.errors import PoisonError
from wireroom_core.models import AnyMessage, Message, Place, encode
from wireroom_core.runner import letter_about
from wireroom_kafka.producing import Output
from wireroom_kafka.workshop import ReopenError, Workshop

Decode = Callable[[bytes], AnyMessage]
Record: TypeAlias = ConsumerRecord
MAX_OUTPUT_BYTES = (8 << 20) - (64 << 10)
"""What a topic takes, less the frame of a batch."""


@dataclass(frozen=True, slots=True)
class Route:
    """Where a stage's input comes from and where its output goes."""

    topic: str
    decode: Decode
    """Raises PoisonError."""
    address: Callable[[Message], list[Output]]
    dead: str


@dataclass(slots=True)
class Made:
    """What came of the first ``records`` records of a batch."""

    records: int = 0
    outputs: list[Output] = field(default_factory=list)
    articles: Counter[str] = field(default_factory=Counter)

    def check_whole(self, records: Sequence[Record]) -> None:
        """Raises ReopenError where some of ``records`` still have to be taken up."""
        if self.records < len(records):
            raise ReopenError("a burst of poison cut the batch short")


def make(stage: Stage, route: Route, records: Sequence[Record], shop: Workshop, room: int) -> Made:
    """What ``stage`` makes of ``records``, up to the ``room``-th refusal. Raises what the stage raises."""
    opened = [opened_record(record, route.decode) for record in records]
    made = Made()
    for record, item, outcome in zip(records, opened, _outcomes(stage, opened), strict=True):
        result = outcome if isinstance(outcome, Refused) else _written(outcome, route)
        if isinstance(result, Refused):
            result = [letter(stage.name, result.reason, record, item, dead=route.dead, shop=shop)]
            made.articles["refused"] += 1
        else:
            made.articles["passed" if result else "nothing"] += 1
        made.outputs += result
        made.records += 1
        if made.articles["refused"] >= room:
            break
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
    processed = stage.process(envelopes)
    if len(processed) != len(envelopes):
        raise ValueError(f"{stage.name} gave {len(processed)} outcomes for {len(envelopes)} messages")
    answers = iter(processed)
    return [item if isinstance(item, Refused) else next(answers) for item in opened]


def _written(messages: Sequence[Message], route: Route) -> list[Output] | Refused:
    outputs = [output for message in messages for output in route.address(message)]
    largest = max((len(output.value) for output in outputs), default=0)
    if largest > MAX_OUTPUT_BYTES:
        return Refused(f"what it became has {largest} bytes, more than a topic takes")
    return outputs


def _place(record: Record) -> Place:
    return Place(topic=record.topic, partition=record.partition, offset=record.offset)
