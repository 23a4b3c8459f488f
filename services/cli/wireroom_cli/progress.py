"""Progress on standard error: a bar when a person watches, plain lines when piped."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from wireroom_core.runner import Tally

T = TypeVar("T")
LINE_EVERY = 5.0
"""Seconds between two plain lines."""


def say(line: str) -> None:
    """A line for whoever watches."""
    Console(stderr=True, highlight=False, markup=False).print(line, soft_wrap=True)


def told(tally: Tally) -> str:
    """How far an ingest is."""
    return f"{tally.handed_over:,} handed over, {tally.refused:,} refused"


@contextmanager
def progress(line: Callable[[T], str]) -> Iterator[Callable[[T], None]]:
    """What a long command calls after each batch, with what ``line`` makes a line of."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _lines(console, line)
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("reading …", total=None)
        yield lambda state: bar.update(task, description=line(state))


def _lines(console: Console, line: Callable[[T], str]) -> Callable[[T], None]:
    said = time.monotonic()

    def on_batch(state: T) -> None:
        nonlocal said
        if time.monotonic() - said >= LINE_EVERY:
            console.print(line(state))
            said = time.monotonic()

    return on_batch
