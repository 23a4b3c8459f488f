"""``wireroom replay`` and ``wireroom epoch new``: a store that is filled again from Kafka."""

import asyncio
from contextlib import closing
from datetime import datetime

import typer

from wireroom_cli.database import given
from wireroom_cli.progress import progress, say
from wireroom_cli.settings import CliSettings
from wireroom_kafka import clients
from wireroom_storage.replay import Replay, Replayed
from wireroom_store import rebuilding
from wireroom_store.connection import connect
from wireroom_store.migrate import check


def replay(settings: CliSettings, servers: str, since: datetime, until: datetime | None) -> None:
    """Read ``articles.decided`` again, and say what came of it."""
    options = clients.Options(servers, settings.named("replay"))
    made = Replay(given(settings), options, settings.named, settings.limits)
    with progress(_line) as on_batch:
        done = asyncio.run(made.run(since, until, on_batch))
    say(
        f"{done.read:,} messages read again: {done.new:,} events were new; "
        f"{done.told:,} had been told before, and were not told again."
    )


def new_epoch(settings: CliSettings) -> None:
    """Give the stream a new epoch."""
    with closing(connect(given(settings))) as connection:
        check(connection)
        typer.echo(f"The stream goes on in epoch {rebuilding.new_epoch(connection)}.")


def _line(done: Replayed) -> str:
    return f"{done.read:,} read again, {done.new:,} events were new"
