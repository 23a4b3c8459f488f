"""Migrations of the schema ``trends``, run by Alembic."""

from wireroom_store.migrate import Schema

TRENDS = Schema("trends", "0001", "wireroom_trends:migrations")
"""A test holds the revision against the versions folder."""
