"""The database of a command: the one given, else an embedded one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext

from wireroom_cli.embedded import EmbeddedPostgres
from wireroom_cli.settings import CliSettings

Say = Callable[[str], None]


@contextmanager
def database(settings: CliSettings, say: Say) -> Iterator[str]:
    """The URL of the database: the one given, else an embedded one that runs as long as somebody uses it."""
    given = nullcontext(settings.database_url) if settings.database_url else None
    with given or EmbeddedPostgres(settings.data_folder, say=say) as url:
        yield str(url)
