"""The ``wireroom`` command. Commands import what they need when they run, so that ``--help`` is quick."""

import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Annotated, NoReturn

import typer

from wireroom_cli import operating
from wireroom_cli.exits import Code
from wireroom_cli.options import DatabaseUrl, DataDir, DefaultSource, Inputs, Json, Language, OnlySource, Since

app = typer.Typer(
    name="wireroom",
    help="A wire room in one process: news in, clean, told apart from its copies, stored, found.",
    epilog="Exit codes: 0 done, 1 a failure of our own, 2 wrong use, 3 something was refused, 4 not found.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


@app.command()
def demo(
    seeds: Annotated[Path, typer.Option("--seeds", help="Folder of sample news.")] = Path("seeds"),
    database_url: DatabaseUrl = None,
    data_dir: DataDir = None,
    json: Json = False,
) -> None:
    """Ingest the sample news and show what was found in it."""
    from wireroom_cli.commands.demo import demo as command  # noqa: PLC0415
    from wireroom_cli.session import settings  # noqa: PLC0415

    command(settings(database_url, data_dir), seeds, as_json=json)


@app.command()
def ingest(
    inputs: Inputs,
    source: DefaultSource = None,
    database_url: DatabaseUrl = None,
    data_dir: DataDir = None,
    json: Json = False,
) -> None:
    """Take news in, through every stage, into the store."""
    from wireroom_cli.commands.ingesting import ingest as command  # noqa: PLC0415
    from wireroom_cli.session import settings  # noqa: PLC0415

    command(settings(database_url, data_dir), inputs, source, as_json=json)


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(help='Words that all stand in it; "a phrase", or, -without.')],
    language: Language = None,
    since: Since = None,
    source: OnlySource = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=10_000, help="At most this many.")] = 20,
    database_url: DatabaseUrl = None,
    data_dir: DataDir = None,
    json: Json = False,
) -> None:
    """Find articles, whatever their accents and endings; exact forms first."""
    from wireroom_cli.commands.reading import search as command  # noqa: PLC0415
    from wireroom_cli.session import filters, settings  # noqa: PLC0415

    chosen = filters(" ".join(words), language, since, source)
    if chosen.words is None:
        raise typer.BadParameter("give at least one word", param_hint="WORDS")
    command(settings(database_url, data_dir), chosen, limit, as_json=json)


@app.command()
def show(
    article_id: Annotated[str, typer.Argument(help="Its id, or an unambiguous beginning of it.")],
    database_url: DatabaseUrl = None,
    data_dir: DataDir = None,
    json: Json = False,
) -> None:
    """Show one article: text, annotations, decision and why, revisions, each step with its time, its copies."""
    from wireroom_cli.commands.reading import show as command  # noqa: PLC0415
    from wireroom_cli.session import readable, settings  # noqa: PLC0415

    command(settings(database_url, data_dir), readable(article_id), as_json=json)


@app.command()
def groups(
    language: Language = None,
    since: Since = None,
    source: OnlySource = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=10_000, help="At most this many.")] = 20,
    database_url: DatabaseUrl = None,
    data_dir: DataDir = None,
    json: Json = False,
) -> None:
    """List the most reprinted copy groups; a group is in where one of its articles is all that is asked for."""
    from wireroom_cli.commands.reading import groups as command  # noqa: PLC0415
    from wireroom_cli.session import filters, settings  # noqa: PLC0415

    command(settings(database_url, data_dir), filters("", language, since, source), limit, as_json=json)


@app.command()
def trends(
    entity: Annotated[
        list[str] | None, typer.Option("--entity", help="How this one stands: its name, or its id.")
    ] = None,
    topic: Annotated[
        list[str] | None, typer.Option("--topic", help="How this topic stands: its name, or its code.")
    ] = None,
    source: Annotated[
        list[str] | None, typer.Option("--source", help="How this source stands: its name, or its id.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", help="What rose since: 2026-11-25, 2026-11-25T08:00Z …; without, in a day.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1_000, help="At most this many.")] = 12,
    svg: Annotated[Path | None, typer.Option("--svg", help="Draw them into this file.", dir_okay=False)] = None,
    database_url: DatabaseUrl = None,
    data_dir: DataDir = None,
    json: Json = False,
) -> None:
    """Show what rises against its own past, and the articles behind it; or how the things that are named stand."""
    from wireroom_cli.commands import trending  # noqa: PLC0415
    from wireroom_cli.session import instant, readable, settings  # noqa: PLC0415

    begin = instant(since, "--since") if since is not None else None
    names = [[readable(text) for text in given or ()] for given in (entity, topic, source)]
    asked = trending.chosen(names[0], names[1], names[2], begin, limit)
    trending.trends(settings(database_url, data_dir), asked, svg, as_json=json)


@app.command()
def sources(database_url: DatabaseUrl = None, data_dir: DataDir = None, json: Json = False) -> None:
    """List each source's rate, last item and habit, and whether it is silent."""
    from wireroom_cli.commands.trending import sources as command  # noqa: PLC0415
    from wireroom_cli.session import settings  # noqa: PLC0415

    command(settings(database_url, data_dir), as_json=json)


@app.command()
def export(
    words: Annotated[list[str] | None, typer.Argument(help="Words that all stand in it; none: everything.")] = None,
    language: Language = None,
    since: Since = None,
    source: OnlySource = None,
    database_url: DatabaseUrl = None,
    data_dir: DataDir = None,
) -> None:
    """Write stored articles as JSON lines: each current one with its decision, group, status and revision."""
    from wireroom_cli.commands.reading import export as command  # noqa: PLC0415
    from wireroom_cli.session import filters, settings  # noqa: PLC0415

    command(settings(database_url, data_dir), filters(" ".join(words or ()), language, since, source))


@app.command()
def parse(inputs: Inputs, source: DefaultSource = None, data_dir: DataDir = None) -> None:
    """Filter: news in any format → articles (JSON lines). Originals are kept in the data folder."""
    from wireroom_cli.commands.filters import parse as command  # noqa: PLC0415
    from wireroom_cli.session import settings  # noqa: PLC0415

    command(settings(None, data_dir), inputs, source)


@app.command()
def enrich() -> None:
    """Filter: articles → enriched articles (JSON lines)."""
    from wireroom_cli.commands.filters import enrich as command  # noqa: PLC0415
    from wireroom_cli.session import settings  # noqa: PLC0415

    command(settings(None, None))


@app.command()
def decide(
    state: Annotated[
        Path | None, typer.Option("--state", help="File that holds the decisions so far; they are added to it.")
    ] = None,
) -> None:
    """Filter: enriched articles → decided articles (JSON lines); remembers its own input."""
    from wireroom_cli.commands.filters import decide as command  # noqa: PLC0415
    from wireroom_cli.session import settings  # noqa: PLC0415

    command(settings(None, None), state)


@app.command()
def store(database_url: DatabaseUrl = None, data_dir: DataDir = None) -> None:
    """Filter: decided articles → what happened in the store (JSON lines)."""
    from wireroom_cli.commands.filters import store as command  # noqa: PLC0415
    from wireroom_cli.session import settings  # noqa: PLC0415

    command(settings(database_url, data_dir))


operating.add_to(app)


def run() -> None:
    """Entry point: errors that say what is wrong become one line and an exit code, not a traceback."""
    from wireroom_core.errors import WireroomError  # noqa: PLC0415

    for number in (signal.SIGTERM, signal.SIGALRM):
        signal.signal(number, _terminated)
    sys.unraisablehook = _insist
    if sys.stdout is None:
        _fail("standard output is closed")
    try:
        app()
    except (WireroomError, OSError) as error:
        _fail(str(error))


def _terminated(number: int, frame: FrameType | None) -> NoReturn:
    """What was begun is ended as by an interrupt: the embedded database stops with its last user."""
    sys.exit(128 + signal.SIGTERM)


def _insist(ignored: "sys.UnraisableHookArgs") -> None:
    """A signal that falls into a finaliser or a weak reference's callback is ignored there: it comes again."""
    if issubclass(ignored.exc_type, SystemExit):
        signal.setitimer(signal.ITIMER_REAL, 0.05)
    else:
        sys.__unraisablehook__(ignored)


def _fail(reason: str) -> NoReturn:
    if sys.stderr is not None:
        sys.stderr.write(f"wireroom: {reason}\n")
    sys.exit(Code.FAILED)
