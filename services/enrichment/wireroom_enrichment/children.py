"""A stage whose work is done in child processes: no text can stall or end the process that consumes.

JSON crosses the pipes, both ways: it is what comes and what goes on anyway, and reading an enriched
article back takes 0.10 ms so, 0.23 ms by pickle.
"""

import multiprocessing
import signal
from collections import Counter, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Self, cast

from wireroom_core.contracts import Envelope, Outcome, Refused
from wireroom_core.errors import FatalError, TransientError, WireroomError
from wireroom_core.log import logger
from wireroom_core.models import Article, Message, decode
from wireroom_enrichment.child import LOAD_SECONDS, Answer, Build, Terms, main

log = logger("enrichment")

TRIES = 2
STARTS = 3
CLOSE_SECONDS = 5.0
LONGEST_SHARE = 16
"""Articles that a child takes at a time: few enough that all end at about the same time."""
SHARE_BYTES = 128 << 10
"""Of articles that go together, in their JSON form: half a second's work, far from what one may take."""
_CONTEXT = multiprocessing.get_context("spawn")


@dataclass(slots=True)
class _Child:
    process: BaseProcess
    pipe: Connection
    loaded: bool = False
    share: list[int] = field(default_factory=list)
    """The places in the batch of what it was given and has not answered."""


class Children:
    """Passes articles to ``terms.processes`` children, each of which has its own ``build()``.

    A child is given more only once it has answered all that it was given, so that the two never write at
    the same time. One thread at a time may call ``process``.
    """

    name = "enrichment"
    reads: type[Message] = Article

    def __init__(self, build: Build, terms: Terms) -> None:
        self._build = build
        self._terms = terms
        self._failed_starts = 0
        self._closed = False
        self._children = [self._started() for _ in range(terms.processes)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *ended: object) -> None:
        """End the children, whatever they do; a ``process`` that another thread is in ends with TransientError."""
        self._closed = True
        for child in list(self._children):
            _kill(child)

    def process(self, batch: Sequence[Envelope]) -> list[Outcome]:
        """One outcome for each article, in order.

        Refused is what ended its child or took too long, twice; the other articles lose no try by it.
        Raises what the stage raises, FatalError where children cannot be started.
        """
        work = _Batch(batch, len(self._children))
        try:
            while not work.done:
                if self._closed:
                    raise TransientError("the children are closed")
                self._hand_out(work)
                for pipe in wait([child.pipe for child in self._children]):
                    self._hear(next(child for child in self._children if child.pipe is pipe), work)
        except BaseException:
            self._replace(child for child in self._children if child.share)
            raise
        return work.outcomes()

    def _hand_out(self, work: "_Batch") -> None:
        for child in self._children:
            if child.loaded and not child.share and work.waiting:
                child.share = work.share()
                try:
                    child.pipe.send([_parcel(work.batch[number]) for number in child.share])
                except OSError:  # it died while it had nothing to do, and will be heard to be gone
                    work.waiting.extendleft(reversed(child.share))
                    child.share.clear()

    def _hear(self, child: _Child, work: "_Batch") -> None:
        """What a child says: that it has loaded, or the answers to its share; or that it is gone."""
        try:
            said = child.pipe.recv()
        except (EOFError, OSError):
            self._bury(child, work)
            return
        if not child.loaded:
            child.loaded, self._failed_starts = True, 0
            return
        if isinstance(said, WireroomError):
            raise said
        for number, answer in zip(child.share, cast("list[Answer]", said), strict=True):
            work.answered(number, answer)
        child.share.clear()

    def _bury(self, child: _Child, work: "_Batch") -> None:
        """A child is gone: what it worked on has lost a try, if it was alone; several are tried again, each alone."""
        how = _how_it_ended(child, self._terms)
        log.error("a child process is gone", how=how, loaded=child.loaded)
        if not child.loaded:
            self._failed_starts += 1
            if self._failed_starts >= STARTS:
                raise FatalError(f"child processes cannot be started: the last one {how} before it was ready")
        work.lost(child.share, how)
        child.share.clear()
        self._replace([child])

    def _replace(self, children: Iterable[_Child]) -> None:
        for child in list(children):
            child.pipe.close()
            _kill(child)
            if not self._closed:
                self._children[self._children.index(child)] = self._started()

    def _started(self) -> _Child:
        ours, theirs = _CONTEXT.Pipe()
        process = _CONTEXT.Process(target=main, args=(theirs, self._build, self._terms), daemon=True)
        process.start()
        theirs.close()  # else the end of the child would not close it
        return _Child(process, ours)


class _Batch:
    """A batch on its way through the children."""

    def __init__(self, batch: Sequence[Envelope], children: int) -> None:
        self.batch = batch
        self.waiting = deque(range(len(batch)))
        self._fair = max(1, min(LONGEST_SHARE, len(batch) // (4 * children)))
        self._outcomes: dict[int, Outcome] = {}
        self._failed: Counter[int] = Counter()
        self._alone: set[int] = set()
        """What goes alone, as something that it was together with has ended a child."""

    @property
    def done(self) -> bool:
        return len(self._outcomes) == len(self.batch)

    def share(self) -> list[int]:
        """What is next, at least one."""
        share = [self.waiting.popleft()]
        size = len(self.batch[share[0]].value)
        while self._goes_with(share, size):
            share.append(self.waiting.popleft())
            size += len(self.batch[share[-1]].value)
        return share

    def _goes_with(self, share: list[int], size: int) -> bool:
        """True where the next article may be added to ``share``, which has ``size`` bytes."""
        if not self.waiting or len(share) >= self._fair or not self._alone.isdisjoint((share[0], self.waiting[0])):
            return False
        return size + len(self.batch[self.waiting[0]].value) <= SHARE_BYTES

    def answered(self, number: int, answer: Answer) -> None:
        self._outcomes[number] = answer if isinstance(answer, Refused) else [decode(value) for value in answer]

    def lost(self, share: Sequence[int], how: str) -> None:
        """Their child is gone."""
        self._alone.update(share)
        self._failed.update(share if len(share) == 1 else ())
        for number in reversed(share):
            if self._failed[number] >= TRIES:
                self._outcomes[number] = Refused(f"the process that worked on it {how}, {TRIES} times")
            else:
                self.waiting.appendleft(number)

    def outcomes(self) -> list[Outcome]:
        return [self._outcomes[number] for number in range(len(self.batch))]


def _parcel(envelope: Envelope) -> tuple[object, ...]:
    return envelope.value, envelope.at, envelope.place


def _kill(child: _Child) -> None:
    child.process.kill()
    child.process.join()


def _how_it_ended(child: _Child, terms: Terms) -> str:
    child.process.join(CLOSE_SECONDS)
    _kill(child)
    code = child.process.exitcode or 0
    if code == -signal.SIGALRM:
        return f"took longer than {terms.article_seconds if child.loaded else LOAD_SECONDS:g} s"
    return f"was ended by signal {-code} ({signal.Signals(-code).name})" if code < 0 else f"ended with code {code}"
