"""``wireroom dead requeue``: originals of dead letters back into the topics from which they were refused."""

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from typing import TypeAlias

from aiokafka.errors import KafkaError

from wireroom_cli import views
from wireroom_cli.commands.dead import original
from wireroom_cli.database import given
from wireroom_cli.progress import say
from wireroom_cli.settings import CliSettings
from wireroom_core.errors import TransientError
from wireroom_core.models import DeadLetter
from wireroom_core.topology import ROUTES
from wireroom_kafka import clients
from wireroom_kafka.producing import Output, publish
from wireroom_store import letters
from wireroom_store.connection import Connection, connect, connect_reader
from wireroom_store.letters import Which
from wireroom_store.migrate import check

Outputs: TypeAlias = Iterator[tuple[str, Output]]
"""With the id of the letter that each comes from."""


def requeue(settings: CliSettings, servers: str, which: Which, *, rate: int, do: bool) -> None:
    """Say what would be requeued; where ``do``, write it, at most ``rate`` a second, and note that it was.

    Letters are read as they are written, so that a burst of any size can be requeued. Raises TransientError.
    """
    url = given(settings)
    sorting = _Sorting(settings)
    with closing(connect_reader(url)) as reader, closing(connect(url)) as writer:
        check(writer)
        outputs = sorting.outputs(letter for letter, _ in letters.find(reader, which))
        if do:
            asyncio.run(_write(writer, clients.Options(servers, settings.named("requeue")), outputs, rate))
        else:
            for _ in outputs:
                pass
    views.counts("requeued" if do else "would be requeued", "topic", sorting.topics)
    for reason, count in sorting.left.items():
        say(f"{count} left where they are: {reason}")
    if not do:
        say("Nothing was done: --yes requeues them.")


class _Sorting:
    """What can be requeued, and how many cannot, by reason."""

    def __init__(self, settings: CliSettings) -> None:
        self._settings = settings
        self._inputs = {route.stage: settings.named(route.reads.name) for route in ROUTES if route.reads}
        self.topics: Counter[str] = Counter()
        self.left: Counter[str] = Counter()

    def outputs(self, chosen: Iterator[DeadLetter]) -> Outputs:
        """Each original for where it was refused."""
        for letter in chosen:
            made = self._output(letter)
            if isinstance(made, str):
                self.left[made] += 1
            else:
                self.topics[made.topic] += 1
                yield letter.letter_id, made

    def _output(self, letter: DeadLetter) -> Output | str:
        if letter.topic is None or letter.partition is None:
            return f"{letter.stage} refused them before they were in a topic: hand them over again"
        if self._inputs.get(letter.stage) != letter.topic:
            return f"{letter.topic} is not what {letter.stage} reads here"
        body = original(self._settings, letter)
        if body is None:
            return "their originals are in no folder that can be read from here"
        return Output(letter.topic, letter.partition, letter.article_id.encode() if letter.article_id else None, body)


async def _write(connection: Connection, options: clients.Options, outputs: Outputs, rate: int) -> None:
    producer = clients.producer(options)
    try:
        await producer.start()
        while piece := list(islice(outputs, rate)):
            started = time.monotonic()
            await publish(producer, [output for _, output in piece])
            letters.requeued(connection, [letter_id for letter_id, _ in piece])
            if len(piece) == rate:
                await asyncio.sleep(max(0.0, 1 - (time.monotonic() - started)))
    except KafkaError as error:
        raise TransientError(f"the broker: {error!r}; what was written is noted: try the rest again") from error
    finally:
        await clients.stop_producer(producer)
