"""``wireroom migrate``."""

import typer

from wireroom_cli.settings import CliSettings
from wireroom_store.migrate import migrate_url


def migrate(settings: CliSettings) -> None:
    """Bring the database's schema up to date."""
    if settings.database_url is None:
        raise typer.BadParameter("name a database: the embedded one is migrated by itself", param_hint="--database-url")
    typer.echo("Migrated." if migrate_url(settings.database_url) else "Nothing to do: the schema is up to date.")
