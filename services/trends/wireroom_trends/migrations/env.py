"""Alembic's entry: runs the migrations on the connection that ``wireroom_store.migrate`` hands over."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    version_table_schema="trends",
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
