"""The migrations and the revision that the code says it works with."""

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from wireroom_store.migrate import NEWS, Schema
from wireroom_trends.migrations import TRENDS


@pytest.mark.parametrize("schema", [NEWS, TRENDS], ids=lambda schema: schema.name)
def test_the_code_works_with_the_last_migration(schema: Schema) -> None:
    config = Config()
    config.set_main_option("script_location", schema.location)
    assert ScriptDirectory.from_config(config).get_heads() == [schema.head]
