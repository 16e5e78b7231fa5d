"""an ask that the team looks after has a time; whether two who met talked"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("ask", schema=None) as batch_op:
        batch_op.add_column(sa.Column("due_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index("ix_ask_due_at", ["due_at"])
    with op.batch_alter_table("introduction", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("talked", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
    # What the team already has in hand is looked at with the next sweep.
    op.execute("UPDATE ask SET due_at = opened_at WHERE state = 'stuck'")


def downgrade() -> None:
    with op.batch_alter_table("introduction", schema=None) as batch_op:
        batch_op.drop_column("talked")
    with op.batch_alter_table("ask", schema=None) as batch_op:
        batch_op.drop_index("ix_ask_due_at")
        batch_op.drop_column("due_at")
