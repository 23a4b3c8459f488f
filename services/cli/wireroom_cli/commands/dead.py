"""``wireroom dead``: what was refused, and on its way again. Requeueing needs the extra ``kafka``."""

import json
import sys
from itertools import islice

import typer

from wireroom_cli import assembly, streams, views
from wireroom_cli.commands.reading import reader
from wireroom_cli.exits import Code
from wireroom_cli.progress import say
from wireroom_cli.settings import CliSettings
from wireroom_core.models import DeadLetter
from wireroom_store import letters
from wireroom_store.letters import Which


def count(settings: CliSettings, which: Which, *, as_json: bool) -> None:
    """How many letters there are by stage and reason."""
    with reader(settings) as connection:
        rows = letters.counts(connection, which)
    if as_json:
        views.print_json(rows)
    else:
        views.letters(rows)


def show(settings: CliSettings, which: Which, *, as_json: bool) -> None:
    """Each letter whole, with the beginning of its original; as JSON, a line each."""
    shown = 0
    with reader(settings) as connection:
        for letter, requeued_at in letters.find(connection, which):
            shown += 1
            if as_json:
                line = {**letter.model_dump(mode="json"), "requeued_at": requeued_at}
                streams.write_lines(sys.stdout.buffer, [json.dumps(line, ensure_ascii=False, default=str).encode()])
            else:
                views.letter(letter, original(settings, letter), requeued_at)
    if not shown:
        say("No dead letter is so.")
        raise typer.Exit(Code.NOT_FOUND)


def write_original(settings: CliSettings, which: Which) -> None:
    """The original of the one letter, byte for byte, on standard output."""
    with reader(settings) as connection:
        found = list(islice(letters.find(connection, which), 2))
    if len(found) != 1:
        say("Several dead letters are so: name one." if found else "No dead letter is so.")
        raise typer.Exit(Code.NOT_FOUND)
    body = original(settings, found[0][0])
    if body is None:
        say("Its original is in no folder that can be read from here.")
        raise typer.Exit(Code.NOT_FOUND)
    sys.stdout.buffer.write(body)


def original(settings: CliSettings, letter: DeadLetter) -> bytes | None:
    """The refused input as it came; None where the folder of originals does not hold it."""
    inline = letter.original_bytes()
    if inline is not None or letter.raw_ref is None:
        return inline
    try:
        return assembly.originals(settings).get(letter.raw_ref.partition("#")[0])
    except KeyError:
        return None
