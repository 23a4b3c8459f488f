"""What the readers of the stream were told before the store was rebuilt."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the table; it is empty but while a store is rebuilt."""
    op.execute(
        """create table news.announced (
            what text not null,
            article_id text not null,
            revision integer not null,
            times integer not null,
            primary key (what, article_id, revision)
        )"""
    )
    op.execute("comment on column news.announced.revision is '0 where the event has none'")


def downgrade() -> None:
    """Forget it."""
    op.execute("drop table news.announced")
