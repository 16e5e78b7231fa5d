"""members who would gladly be a newcomer's buddy, requests in the news, surveys of rituals"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Not as batches, which would copy the tables.
    op.add_column(
        "member", sa.Column("buddy", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    op.add_column("ask", sa.Column("news", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("survey", sa.Column("run_id", sa.Integer(), nullable=True))
    op.add_column("survey", sa.Column("titles", sa.JSON(), server_default="{}", nullable=False))


def downgrade() -> None:
    op.drop_column("survey", "titles")
    op.drop_column("survey", "run_id")
    op.drop_column("ask", "news")
    op.drop_column("member", "buddy")
