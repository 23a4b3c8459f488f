"""What runs in a child process: one share of articles after the other, each within an article's time."""

import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from typing import TypeAlias, TypeVar

from wireroom_core.contracts import Envelope, Refused, Stage
from wireroom_core.errors import WireroomError
from wireroom_core.log import configure
from wireroom_core.models import decode, encode

T = TypeVar("T")
Build: TypeAlias = Callable[[], Stage]
"""Makes the stage in the child; must be picklable."""
Answer: TypeAlias = list[bytes] | Refused
"""Messages as JSON, or a refusal."""

LOAD_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Terms:
    """How the children work."""

    processes: int
    article_seconds: float
    """A share of articles that takes longer ends its child. One that was alone in it has lost one of two tries."""
    log_level: str = "info"
    log_format: str = "console"


def main(pipe: Connection, build: Build, terms: Terms) -> None:
    """In the child, until the parent is gone. A terminal's or container's signal is the parent's to obey.

    The kernel ends whoever overruns its time, whatever it is doing, and also where no parent is left.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)  # whatever the parent was started with
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGALRM})
    configure(terms.log_level, terms.log_format)
    stage = _timed(LOAD_SECONDS, build)
    pipe.send("loaded")
    while True:
        try:
            share = pipe.recv()
        except (EOFError, OSError):
            return
        batch = [Envelope(decode(value), value, at, place) for value, at, place in share]
        answers = _timed(terms.article_seconds, partial(_answers, stage, batch))
        try:
            pipe.send(answers)
        except OSError:  # the parent is gone
            return


def _answers(stage: Stage, batch: Sequence[Envelope]) -> list[Answer] | WireroomError:
    """One for each of ``batch``, or what the caller has to know."""
    try:
        outcomes = stage.process(batch)
    except WireroomError as error:
        return error
    return [one if isinstance(one, Refused) else [encode(message) for message in one] for one in outcomes]


def _timed(seconds: float, action: Callable[[], T]) -> T:
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return action()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
