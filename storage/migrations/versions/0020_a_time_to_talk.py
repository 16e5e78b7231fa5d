"""a time to talk, for two who were introduced"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("introduction", sa.Column("talk_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("introduction", "talk_at")
