"""The database of a command: the one given, else an embedded one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext

import typer

from wireroom_cli.embedded import EmbeddedPostgres
from wireroom_cli.settings import CliSettings

Say = Callable[[str], None]


@contextmanager
def database(settings: CliSettings, say: Say) -> Iterator[str]:
    """The URL of the database: the one given, else an embedded one that runs as long as somebody uses it."""
    given = nullcontext(settings.database_url) if settings.database_url else None
    with given or EmbeddedPostgres(settings.data_folder, say=say) as url:
        yield str(url)


def given(settings: CliSettings) -> str:
    """The URL of a cluster's database, which must be named. Raises typer.BadParameter where it is not."""
    if settings.database_url is None:
        raise typer.BadParameter("name the database that storage writes to", param_hint="--database-url")
    return settings.database_url
