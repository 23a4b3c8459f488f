"""Where parsed entries become deliveries, and refused ones dead letters."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from wireroom_core.batching import Handed
from wireroom_core.clock import Clock
from wireroom_core.contracts import Delivery
from wireroom_core.errors import FatalError, PoisonError, TransientError
from wireroom_core.log import logger
from wireroom_core.models import Article, DeadLetter, Place, encode
from wireroom_core.runner import dead_letter
from wireroom_ingest import build
from wireroom_ingest.build import HandOver
from wireroom_ingest.encoding import mend
from wireroom_ingest.formats.item import Channel, Item
from wireroom_ingest.publisher import Assignment

log = logger("ingest")
T = TypeVar("T")


def attempt(action: Callable[[], T], file: str) -> T | PoisonError:
    """What ``action`` gives, or why it cannot; what is unexpected is loud, and poison too.

    There is no second try: nothing here but the bytes in hand decides.
    """
    try:
        return action()
    except PoisonError as error:
        return error
    except (TransientError, FatalError):
        raise
    except Exception as error:
        log.exception("unexpected failure", file=file)
        return PoisonError(f"unexpected {type(error).__name__}: {error}")


def one_line(reason: str | PoisonError) -> str:
    """A reason as it can be told."""
    return " ".join(mend(str(reason))[0].split())


@dataclass(frozen=True, slots=True)
class Desk:
    """Makes of each entry what the source hands over."""

    assigned: Assignment
    clock: Clock

    def take(
        self,
        parse: Callable[[], Item | Article],
        file: str,
        hand_over: HandOver,
        *,
        channel: Channel | None = None,
        original: bytes | None = None,
    ) -> Handed:
        """The delivery of what ``parse`` gives, or the dead letter that says why there is none."""
        made = attempt(lambda: self._delivery(parse(), file, hand_over, channel or Channel()), file)
        if isinstance(made, PoisonError):
            return self.refuse(made, file, hand_over.number, original=original, raw_ref=hand_over.raw_ref)
        return made

    def refuse(
        self,
        reason: str | PoisonError,
        file: str,
        line: int | None = None,
        *,
        original: bytes | None = None,
        raw_ref: str | None = None,
        digest: str | None = None,
    ) -> DeadLetter:
        """The dead letter of what stood in ``file``; the reason is made one line.

        ``digest`` tells inputs apart of which neither original nor reference can be given.
        """
        return dead_letter(
            "ingest",
            one_line(reason),
            original,
            clock=self.clock,
            place=Place(file=file, line=line),
            raw_ref=raw_ref,
            digest=digest,
        )

    def _delivery(self, entry: Item | Article, file: str, hand_over: HandOver, channel: Channel) -> Delivery:
        now = self.clock.now()
        if isinstance(entry, Article):
            article = build.passed_on(entry, now)
        else:
            article = build.article(entry, hand_over, assigned=self.assigned, channel=channel, now=now)
        return Delivery(encode(article), Place(file=file, line=hand_over.number))
