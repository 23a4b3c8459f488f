"""The options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Inputs = Annotated[list[str], typer.Argument(metavar="PATH|URL|-…", help="Folders, files, addresses, or - for input.")]
DatabaseUrl = Annotated[
    str | None,
    typer.Option(
        "--database-url",
        envvar="WIREROOM_DATABASE_URL",
        help="PostgreSQL 18 to use; without it an embedded one in the data folder.",
        show_default=False,
    ),
]
DataDir = Annotated[
    Path | None,
    typer.Option(
        "--data-dir",
        envvar="WIREROOM_DATA_DIR",
        help="Folder of the embedded database and of the originals.",
        show_default=False,
    ),
]
Brokers = Annotated[
    str,
    typer.Option(
        "--bootstrap-servers",
        envvar="WIREROOM_KAFKA_BOOTSTRAP_SERVERS",
        help="Kafka brokers to begin with: host:port, several with commas.",
        show_default=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print data as JSON.")]
DefaultSource = Annotated[
    str | None,
    typer.Option("--source", help="Source of what names none itself.", show_default=False),
]
Language = Annotated[str | None, typer.Option("--language", help="Only this language (fr, en, nl …).")]
Since = Annotated[
    str | None,
    typer.Option("--since", help="Only what was published (if unknown: received) since: 2019, 2019-01, 2019-01-31 …"),
]
OnlySource = Annotated[str | None, typer.Option("--source", help="Only this source (its id or name).")]
Yes = Annotated[bool, typer.Option("--yes", help="Do it; without, only say what would be done.")]
