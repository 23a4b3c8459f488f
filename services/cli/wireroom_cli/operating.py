"""The operator's commands: what is done to a cluster. Most need the extra ``kafka``."""

from enum import StrEnum
from importlib import import_module
from types import ModuleType
from typing import Annotated

import typer

from wireroom_cli.options import Brokers, DatabaseUrl, DataDir, DefaultSource, Inputs, Json, Yes

topics = typer.Typer(help="Cluster: the topics, as the topology declares them.", no_args_is_help=True)
positions = typer.Typer(help="Cluster: where each consumer stands.", no_args_is_help=True)
dead = typer.Typer(help="Dead letters: what was refused, and why.", no_args_is_help=True)
epoch = typer.Typer(help="Cluster: the epoch of the stream of what happened.", no_args_is_help=True)

Ids = Annotated[list[str] | None, typer.Argument(metavar="LETTER_ID…", help="Ids, or beginnings of ids.")]
Stage = Annotated[str | None, typer.Option("--stage", help="Only what this stage refused.")]
Reason = Annotated[str | None, typer.Option("--reason", help="Only where the reason has this in it.")]
Refused = Annotated[str | None, typer.Option("--since", help="Only what was refused since: 2026-11-25T08:00Z …")]


class Consumer(StrEnum):
    """What has positions; ``dead`` copies the dead letters into the database."""

    ENRICHMENT = "enrichment"
    DEDUP = "dedup"
    STORAGE = "storage"
    DEAD = "dead"


def add_to(app: typer.Typer) -> None:
    """Add the commands, after those of one process."""
    app.add_typer(dead, name="dead")
    app.command()(publish)
    app.command()(migrate)
    app.command()(replay)
    app.add_typer(topics, name="topics")
    app.add_typer(positions, name="positions")
    app.add_typer(epoch, name="epoch")


def publish(inputs: Inputs, bootstrap_servers: Brokers, source: DefaultSource = None, data_dir: DataDir = None) -> None:
    """Cluster: parse news and publish it; returns when Kafka has acknowledged all of it."""
    from wireroom_cli.session import settings  # noqa: PLC0415

    _kafka("cluster").publish(settings(None, data_dir), bootstrap_servers, inputs, source)


def migrate(database_url: DatabaseUrl = None) -> None:
    """Cluster: bring the database's schema up to date."""
    from wireroom_cli.commands.migrating import migrate as command  # noqa: PLC0415
    from wireroom_cli.session import settings  # noqa: PLC0415

    command(settings(database_url, None))


def replay(
    since: Annotated[str, typer.Option("--since", help="From this log time on: 2026-11-25, 2026-11-25T08:00Z …")],
    bootstrap_servers: Brokers,
    until: Annotated[str | None, typer.Option("--until", help="Up to this log time; without, up to now.")] = None,
    database_url: DatabaseUrl = None,
) -> None:
    """Cluster: read articles.decided again into the store, telling nothing twice; into a new one, too."""
    from wireroom_cli.session import instant, settings  # noqa: PLC0415

    begin, end = instant(since, "--since"), instant(until, "--until") if until else None
    _kafka("replaying").replay(settings(database_url, None), bootstrap_servers, begin, end)


@epoch.command("new")
def epoch_new(database_url: DatabaseUrl = None) -> None:
    """After a backup was put back: ids that the lost store gave are not given again."""
    from wireroom_cli.session import settings  # noqa: PLC0415

    _kafka("replaying").new_epoch(settings(database_url, None))


@topics.command("create")
def topics_create(
    bootstrap_servers: Brokers,
    replication: Annotated[int, typer.Option("--replication", min=1, help="Copies of each partition.")] = 1,
) -> None:
    """Create the topics that are missing; those that are there must be as declared."""
    from wireroom_cli.session import settings  # noqa: PLC0415

    _kafka("cluster").create_topics(settings(None, None), bootstrap_servers, replication)


@topics.command("check")
def topics_check(bootstrap_servers: Brokers) -> None:
    """Say what is not as declared; exit code 1 where anything is not."""
    from wireroom_cli.session import settings  # noqa: PLC0415

    _kafka("cluster").check_topics(settings(None, None), bootstrap_servers)


@positions.command("show")
def positions_show(bootstrap_servers: Brokers, database_url: DatabaseUrl = None, json: Json = False) -> None:
    """Each consumer's position, and where its partition begins and ends; exit code 1 where one no longer exists."""
    from wireroom_cli.session import settings  # noqa: PLC0415

    _kafka("positions").show(settings(database_url, None), bootstrap_servers, as_json=json)


@positions.command("reset")
def positions_reset(
    consumer: Annotated[Consumer, typer.Argument(help="Whose positions; it must be stopped.")],
    bootstrap_servers: Brokers,
    database_url: DatabaseUrl = None,
    yes: Yes = False,
) -> None:
    """Move positions that no longer exist to the earliest record that does."""
    from wireroom_cli.session import settings  # noqa: PLC0415

    _kafka("positions").reset(settings(database_url, None), bootstrap_servers, consumer.value, do=yes)


@dead.command("list")
def dead_list(
    stage: Stage = None,
    reason: Reason = None,
    since: Refused = None,
    database_url: DatabaseUrl = None,
    data_dir: DataDir = None,
    json: Json = False,
) -> None:
    """How many there are, by stage and reason."""
    from wireroom_cli.commands import dead as commands  # noqa: PLC0415
    from wireroom_cli.session import settings, which  # noqa: PLC0415

    commands.count(settings(database_url, data_dir), which((), stage, reason, since), as_json=json)


@dead.command("show")
def dead_show(
    letter_ids: Ids = None,
    stage: Stage = None,
    reason: Reason = None,
    since: Refused = None,
    original: Annotated[bool, typer.Option("--original", help="Only the original of the one, byte for byte.")] = False,
    database_url: DatabaseUrl = None,
    data_dir: DataDir = None,
    json: Json = False,
) -> None:
    """Letters whole, each with the beginning of its original."""
    from wireroom_cli.commands import dead as commands  # noqa: PLC0415
    from wireroom_cli.session import settings, which  # noqa: PLC0415

    chosen = which(letter_ids or (), stage, reason, since)
    if original:
        commands.write_original(settings(database_url, data_dir), chosen)
    else:
        commands.show(settings(database_url, data_dir), chosen, as_json=json)


@dead.command("requeue")
def dead_requeue(
    bootstrap_servers: Brokers,
    letter_ids: Ids = None,
    stage: Stage = None,
    reason: Reason = None,
    since: Refused = None,
    rate: Annotated[int, typer.Option("--rate", min=1, max=10_000, help="At most so many a second.")] = 100,
    again: Annotated[bool, typer.Option("--again", help="Those too that were requeued before.")] = False,
    yes: Yes = False,
    database_url: DatabaseUrl = None,
    data_dir: DataDir = None,
) -> None:
    """Cluster: put originals back into the topic that the refusing stage reads; twice has effect once."""
    from wireroom_cli.session import settings, which  # noqa: PLC0415

    chosen = which(letter_ids or (), stage, reason, since, requeued=again)
    command = _kafka("requeueing").requeue
    command(settings(database_url, data_dir), bootstrap_servers, chosen, rate=rate, do=yes)


def _kafka(commands: str) -> ModuleType:
    """A module of commands that need Kafka's clients. Raises FatalError where these are not installed."""
    from wireroom_core.errors import FatalError  # noqa: PLC0415

    try:
        return import_module(f"wireroom_cli.commands.{commands}")
    except ModuleNotFoundError as error:
        raise FatalError(f"this command needs Kafka's clients: pip install 'wireroom[kafka]' ({error})") from None
