"""Migrations of the schema ``news``, run by Alembic."""

HEAD = "0004"
"""The revision that this code works with; a test holds it against the versions folder."""
