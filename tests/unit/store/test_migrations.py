"""The migrations and the revision that the code says it works with."""

from alembic.config import Config
from alembic.script import ScriptDirectory

from wireroom_store.migrations import HEAD


def test_the_code_works_with_the_last_migration() -> None:
    config = Config()
    config.set_main_option("script_location", "wireroom_store:migrations")
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]
