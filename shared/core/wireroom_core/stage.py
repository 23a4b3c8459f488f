"""What every stage does alike: one message after the other, two tries, and a reason for what fails twice."""

from collections.abc import Callable, Sequence

from wireroom_core.contracts import Envelope, Outcome, Refused
from wireroom_core.errors import FatalError, PoisonError, TransientError
from wireroom_core.log import about, logger
from wireroom_core.models import Message

log = logger("stage")


def each(batch: Sequence[Envelope], handle: Callable[[Envelope], Sequence[Message]]) -> list[Outcome]:
    """``handle`` for each message of ``batch``, its failures as outcomes.

    PoisonError refuses the message; anything unexpected is tried once more, then refuses it too,
    with its traceback in the log. TransientError and FatalError pass through.
    """
    return [_one(envelope, handle) for envelope in batch]


def _one(envelope: Envelope, handle: Callable[[Envelope], Sequence[Message]], *, last_try: bool = False) -> Outcome:
    with about(envelope.message):
        try:
            return handle(envelope)
        except (TransientError, FatalError):
            raise
        except PoisonError as error:
            return Refused(str(error))
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # a panic in native code is no Exception, and must not stop the consumer
            log.exception("unexpected failure", last_try=last_try)
            if last_try:
                return Refused(f"unexpected {type(error).__name__}: {error}")
    return _one(envelope, handle, last_try=True)
