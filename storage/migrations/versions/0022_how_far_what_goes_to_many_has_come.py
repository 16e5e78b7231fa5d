"""how far what goes to many has come: of a round's words, and of a broadcast's in the outbox"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

SAME = {"sqlite_autoincrement": True}


def upgrade() -> None:
    with op.batch_alter_table("round", schema=None, table_kwargs=SAME) as batch_op:
        batch_op.add_column(sa.Column("upto", sa.Integer(), server_default="0", nullable=False))
    with op.batch_alter_table("outbox", schema=None, table_kwargs=SAME) as batch_op:
        batch_op.add_column(sa.Column("broadcast_id", sa.Integer(), nullable=True))
        batch_op.create_index(
            "ix_outbox_broadcast", ["broadcast_id"],
            sqlite_where=sa.text("broadcast_id IS NOT NULL"),
            postgresql_where=sa.text("broadcast_id IS NOT NULL"),
        )  # fmt: skip


def downgrade() -> None:
    op.drop_index("ix_outbox_broadcast", "outbox")
    with op.batch_alter_table("outbox", schema=None, table_kwargs=SAME) as batch_op:
        batch_op.drop_column("broadcast_id")
    with op.batch_alter_table("round", schema=None, table_kwargs=SAME) as batch_op:
        batch_op.drop_column("upto")
