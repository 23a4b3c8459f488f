"""``wireroom migrate``."""

import typer

from wireroom_cli.settings import CliSettings
from wireroom_store.migrate import NEWS, migrate_url
from wireroom_trends.migrations import TRENDS


def migrate(settings: CliSettings) -> None:
    """Bring the database's schemas up to date: the store's own, and that of trends."""
    if settings.database_url is None:
        raise typer.BadParameter("name a database: the embedded one is migrated by itself", param_hint="--database-url")
    done = [migrate_url(settings.database_url, schema) for schema in (NEWS, TRENDS)]
    typer.echo("Migrated." if any(done) else "Nothing to do: the schema is up to date.")
