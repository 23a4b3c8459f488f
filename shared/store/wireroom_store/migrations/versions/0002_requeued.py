"""Dead letters note when they were requeued."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the column; it is null for all that stands there."""
    op.execute("alter table news.dead_letters add column requeued_at timestamptz")


def downgrade() -> None:
    """Forget it."""
    op.execute("alter table news.dead_letters drop column requeued_at")
