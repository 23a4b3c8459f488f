"""Progress on standard error: a bar when a person watches, plain lines when piped."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from wireroom_core.runner import Tally

LINE_EVERY = 5.0
"""Seconds between two plain lines."""


def say(line: str) -> None:
    """A line for whoever watches."""
    Console(stderr=True, highlight=False, markup=False).print(line)


@contextmanager
def progress() -> Iterator[Callable[[Tally], None]]:
    """What an ingest calls after each batch."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _lines(console)
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("reading …", total=None)
        yield lambda tally: bar.update(task, description=_line(tally))


def _lines(console: Console) -> Callable[[Tally], None]:
    said = time.monotonic()

    def on_batch(tally: Tally) -> None:
        nonlocal said
        if time.monotonic() - said >= LINE_EVERY:
            console.print(_line(tally))
            said = time.monotonic()

    return on_batch


def _line(tally: Tally) -> str:
    return f"{tally.handed_over:,} handed over, {tally.refused:,} refused"
