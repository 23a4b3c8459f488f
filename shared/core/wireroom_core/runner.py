"""The in-process runner: a source, stages in their order and a sink, without Kafka.

Each message passes through its JSON form between stages, so that what cannot be serialised shows
here too. A source is told "done" only once all of a batch is stored or safe among the dead letters.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeVar

from wireroom_core.clock import Clock
from wireroom_core.contracts import (
    DeadLetters,
    Delivery,
    Envelope,
    Limits,
    RawStore,
    Refused,
    Sink,
    Source,
    Stage,
)
from wireroom_core.errors import OverlongError, PoisonError, TransientError, WireroomError
from wireroom_core.log import logger
from wireroom_core.models import (
    MAX_INLINE_ORIGINAL,
    AnyMessage,
    ArticleFields,
    DeadLetter,
    GroupMerged,
    Message,
    Place,
    decode,
    encode,
)

log = logger("runner")
T = TypeVar("T")

FIRST_WAIT = 0.2
LONGEST_WAIT = 5.0


@dataclass(slots=True)
class Tally:
    """What has passed so far."""

    handed_over: int = 0
    refused: int = 0


class InProcessRunner:
    """Runs ``stages`` between ``source`` and ``sink``; transient trouble is waited out in place, loudly."""

    def __init__(
        self,
        source: Source,
        stages: Sequence[Stage],
        sink: Sink,
        dead_letters: DeadLetters,
        *,
        originals: RawStore,
        clock: Clock,
        limits: Limits | None = None,
        on_batch: Callable[[Tally], None] = lambda tally: None,
    ) -> None:
        self._source = source
        self._stages = stages
        self._sink = sink
        self._dead_letters = dead_letters
        self._originals = originals
        self._clock = clock
        self._limits = limits or Limits()
        self._on_batch = on_batch
        self.tally = Tally()

    def run(self) -> Tally:
        """Run until the source has no more."""
        for batch in self._source.batches(self._limits):
            self._bury([item for item in batch if isinstance(item, DeadLetter)])
            self._pass_on([item for item in batch if isinstance(item, Delivery)])
            self._source.done(batch)
            self.tally.handed_over += len(batch)
            self._on_batch(self.tally)
        return self.tally

    def _pass_on(self, deliveries: Sequence[Delivery]) -> None:
        for stage in self._stages:
            deliveries = self._through(stage, deliveries)
        envelopes = self._open(deliveries, self._sink.name, self._sink.reads)
        if envelopes:
            self._patiently(partial(self._keep, envelopes))

    def _through(self, stage: Stage, deliveries: Sequence[Delivery]) -> list[Delivery]:
        envelopes = self._open(deliveries, stage.name, (stage.reads,))
        outcomes = self._patiently(lambda: stage.process(envelopes))
        passed: list[Delivery] = []
        refused: list[DeadLetter] = []
        for envelope, outcome in zip(envelopes, outcomes, strict=True):
            if isinstance(outcome, Refused):
                refused.append(self._letter(stage.name, outcome.reason, envelope))
            else:
                passed += [Delivery(encode(message), envelope.place) for message in outcome]
        self._bury(refused)
        return passed

    def _open(self, deliveries: Sequence[Delivery], stage: str, reads: tuple[type[Message], ...]) -> list[Envelope]:
        envelopes: list[Envelope] = []
        for item in deliveries:
            try:
                message = decode(item.value, *reads)
                at = _window_time(message)
            except PoisonError as error:
                self._bury([self._letter(stage, str(error), item)])
            else:
                envelopes.append(Envelope(message, item.value, at, item.place))
        return envelopes

    def _keep(self, envelopes: Sequence[Envelope]) -> None:
        """Write; what fails on its content, or takes too long, is halved until what is at fault is alone."""
        try:
            _twice(lambda: self._sink.write(envelopes, ()))
        except (PoisonError, OverlongError) as error:
            if len(envelopes) == 1:
                if isinstance(error, OverlongError):
                    raise
                self._bury([self._letter(self._sink.name, str(error), envelopes[0])])
                return
            middle = len(envelopes) // 2
            self._patiently(partial(self._keep, envelopes[:middle]))
            self._patiently(partial(self._keep, envelopes[middle:]))

    def _bury(self, letters: Sequence[DeadLetter]) -> None:
        if letters:
            self._patiently(lambda: self._dead_letters.put(letters))
            self.tally.refused += len(letters)

    def _letter(self, stage: str, reason: str, refused: Envelope | Delivery) -> DeadLetter:
        return self._patiently(lambda: letter_about(stage, reason, refused, self._originals, self._clock))

    def _patiently(self, action: Callable[[], T]) -> T:
        return patiently(action, self._clock)


def _twice(action: Callable[[], None]) -> None:
    """``action``; what is unexpected is tried once more, then it is poison."""
    try:
        action()
    except WireroomError:
        raise
    except Exception:
        log.exception("unexpected failure", last_try=False)
    else:
        return
    try:
        action()
    except WireroomError:
        raise
    except Exception as error:
        log.exception("unexpected failure", last_try=True)
        raise PoisonError(f"unexpected {type(error).__name__}: {error}") from error


def _window_time(message: AnyMessage) -> datetime:
    """In one process the window goes by the time of reception, which ingest caps at now."""
    if isinstance(message, GroupMerged):
        return message.decided_at
    if isinstance(message, ArticleFields):
        return message.received_at
    raise PoisonError(f"a message of type {message.type!r} does not belong on the path of articles")


def _kept(originals: RawStore, value: bytes) -> str:
    ref = originals.put(value)
    originals.sync()
    return ref


def patiently(action: Callable[[], T], clock: Clock) -> T:
    """``action`` until it raises no TransientError, with growing waits; says so."""
    wait = FIRST_WAIT
    while True:
        try:
            return action()
        except TransientError as error:
            log.warning("waiting", reason=str(error))
            clock.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT)


def letter_about(
    stage: str, reason: str, refused: Envelope | Delivery, originals: RawStore, clock: Clock
) -> DeadLetter:
    """A letter about a refused message, its original in ``originals`` where it is too large to travel inline.

    Raises TransientError where that cannot be kept now.
    """
    message = refused.message if isinstance(refused, Envelope) else None
    large = len(refused.value) > MAX_INLINE_ORIGINAL
    return dead_letter(
        stage,
        reason,
        refused.value,
        clock=clock,
        place=refused.place,
        article_id=getattr(message, "article_id", None),
        delivery_id=getattr(message, "delivery_id", None),
        raw_ref=_kept(originals, refused.value) if large else None,
    )


def dead_letter(
    stage: str,
    reason: str,
    original: bytes | None,
    *,
    clock: Clock,
    place: Place,
    article_id: str | None = None,
    delivery_id: str | None = None,
    raw_ref: str | None = None,
    digest: str | None = None,
) -> DeadLetter:
    """A letter whose id depends on the refusing stage and the refused input alone.

    ``original`` None, or larger than travels inline: ``raw_ref`` must hold it. ``digest`` tells
    inputs apart that are kept in neither way.
    """
    refused = original if original is not None else f"{raw_ref} {digest}".encode()
    where = f"{place.file}\n{place.line}"
    if place.topic is not None:
        where = f"{place.topic}\n{place.partition}\n{place.offset}"
    identity = hashlib.sha256(f"{stage}\n{where}\n".encode() + refused)
    inline = original is not None and len(original) <= MAX_INLINE_ORIGINAL
    text, encoding = DeadLetter.text_of(original) if original is not None and inline else (None, "utf-8")
    return DeadLetter.model_validate(
        {
            **place.model_dump(),
            "letter_id": identity.hexdigest()[:32],
            "stage": stage,
            "reason": reason,
            "article_id": article_id,
            "delivery_id": delivery_id,
            "original": text,
            "encoding": encoding,
            "raw_ref": raw_ref,
            "at": clock.now(),
        }
    )
