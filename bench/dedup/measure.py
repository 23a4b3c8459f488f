"""One system on one stream, in a process of its own; its seconds are the processor's, since others may work beside."""

import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from typing import ParamSpec, TypeVar

from bench.dedup import metrics
from bench.dedup.background import Background
from bench.dedup.generator import Generator
from bench.dedup.items import Item
from bench.dedup.metrics import Answer, Judged, Truth
from bench.dedup.systems import System, builders
from bench.memory import resident

P = ParamSpec("P")
T = TypeVar("T")
_CHUNK = 2_000


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be measured: so many articles of a stream in a window that holds ``window`` others already."""

    system: str
    articles: int
    window: int
    seed: int


@dataclass(frozen=True, slots=True)
class Result:
    """Answers with the truth, and what the window's articles took."""

    order: Order
    items: list[Judged]
    fill_seconds: float
    window_bytes: int
    """By how much the resident set grew while the window was filled."""


def apart(work: Callable[P, Result], *args: P.args, **kwargs: P.kwargs) -> Result:
    """``work`` in a new process, so that no system's memory is another's."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(work, *args, **kwargs).result()


def measured(order: Order) -> Result:
    """Fill the window, then decide the stream."""
    system = builders()[order.system](order.window + order.articles)
    return run(system, order)


def run(system: System, order: Order) -> Result:
    """Let ``system`` do what ``order`` says."""
    generator = Generator(order.seed)
    fill_seconds, grown = filled(system, order) if order.window else (0.0, 0)
    truths, replies = [], []
    for item in generator.items(order.articles):
        began = time.process_time()
        reply = system.decide(item)
        replies.append((reply, time.process_time() - began))
        truths.append(truth_of(item))
    answers = [
        Answer(reply.matched, reply.verdict, system.group_of(truth.number), seconds)
        for truth, (reply, seconds) in zip(truths, replies, strict=True)
    ]
    return Result(order, metrics.judged(truths, answers), fill_seconds, grown)


def filled(system: System, order: Order) -> tuple[float, int]:
    """The seconds of the system's own work, and by how many bytes the process grew."""
    background = Background(order.seed)
    deque(background.articles(_CHUNK), maxlen=0)  # what making them takes is taken before memory is read
    articles = background.articles(order.window)
    before, seconds = resident(), 0.0
    for number, chunk in enumerate(_chunks(articles)):
        seconds += system.fill(chunk)
        if number % 50 == 49:
            print(f"{order.system}: {(number + 1) * _CHUNK:,} in the window", file=sys.stderr)
    return seconds, resident() - before


def truth_of(item: Item) -> Truth:
    """What the generator knows of it, without the texts."""
    return Truth(item.number, item.kind, item.families, item.made_from, item.expected, item.derived)


def _chunks(values: Iterator[T]) -> Iterator[list[T]]:
    while chunk := list(islice(values, _CHUNK)):
        yield chunk
