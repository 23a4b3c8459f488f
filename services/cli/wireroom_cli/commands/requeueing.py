"""``wireroom dead requeue``: originals of dead letters back into the topics from which they were refused."""

import asyncio
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import closing

import typer
from aiokafka.errors import KafkaError

from wireroom_cli import views
from wireroom_cli.commands.dead import original
from wireroom_cli.progress import say
from wireroom_cli.settings import CliSettings
from wireroom_core.errors import TransientError
from wireroom_core.models import DeadLetter
from wireroom_core.topology import ROUTES
from wireroom_kafka import clients
from wireroom_kafka.producing import Output, publish
from wireroom_store import letters
from wireroom_store.connection import Connection, connect
from wireroom_store.letters import Which
from wireroom_store.migrate import check


def requeue(settings: CliSettings, servers: str, which: Which, *, rate: int, do: bool) -> None:
    """Say what would be requeued; where ``do``, write it, at most ``rate`` a second, and note that it was."""
    if settings.database_url is None:
        raise typer.BadParameter("name the database that storage writes to", param_hint="--database-url")
    with closing(connect(settings.database_url)) as connection:
        check(connection)
        chosen = [letter for letter, _ in letters.find(connection, which)]
        outputs, left = _sorted(settings, chosen)
        views.counts("would be requeued" if not do else "requeued", "topic", Counter(o.topic for _, o in outputs))
        for reason, count in left.items():
            say(f"{count} left where they are: {reason}")
        if not do:
            say("Nothing was done: --yes requeues them.")
        elif outputs:
            asyncio.run(_requeued(connection, clients.Options(servers, settings.named("requeue")), outputs, rate))


Outputs = list[tuple[str, Output]]
"""With the id of the letter that each comes from."""


def _sorted(settings: CliSettings, chosen: Sequence[DeadLetter]) -> tuple[Outputs, Counter[str]]:
    """What can be requeued, and how many cannot, by reason."""
    inputs = {route.stage: settings.named(route.reads.name) for route in ROUTES if route.reads}
    outputs: Outputs = []
    left: Counter[str] = Counter()
    for letter in chosen:
        body = original(settings, letter)
        if letter.topic is None or letter.partition is None:
            left[f"{letter.stage} refused them before they were in a topic: hand them over again"] += 1
        elif inputs.get(letter.stage) != letter.topic:
            left[f"{letter.topic} is not what {letter.stage} reads here"] += 1
        elif body is None:
            left["their originals are in no folder that can be read from here"] += 1
        else:
            key = letter.article_id.encode() if letter.article_id else None
            outputs.append((letter.letter_id, Output(letter.topic, letter.partition, key, body)))
    return outputs, left


async def _requeued(connection: Connection, options: clients.Options, outputs: Outputs, rate: int) -> None:
    producer = clients.producer(options)
    try:
        await producer.start()
        for begin in range(0, len(outputs), rate):
            started = time.monotonic()
            piece = outputs[begin : begin + rate]
            await publish(producer, [output for _, output in piece])
            letters.requeued(connection, [letter_id for letter_id, _ in piece])
            if begin + rate < len(outputs):
                await asyncio.sleep(max(0.0, 1 - (time.monotonic() - started)))
    except KafkaError as error:
        raise TransientError(
            f"the broker: {error!r}; what was written is noted, and the rest can be tried again"
        ) from error
    finally:
        await clients.stop_producer(producer)
