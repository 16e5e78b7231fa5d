"""what an ask is for, how urgent, by whom and until when; whether two who met talked"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Plain ALTER TABLE where it can be: a table that SQLite builds anew forgets its numbers.
    op.add_column("ask", sa.Column("due_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("ix_ask_due_at", "ask", ["due_at"])
    for column in (
        sa.Column("kind", sa.String(), server_default="advice", nullable=False),
        sa.Column("urgency", sa.String(), server_default="none", nullable=False),
        sa.Column("named", sa.Boolean(), server_default=sa.false(), nullable=False),
    ):
        op.add_column("ask", column)
    op.add_column(
        "community", sa.Column("days_to_answer", sa.Integer(), server_default="3", nullable=False)
    )
    op.add_column(
        "community",
        sa.Column("monthly_mention", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    op.add_column("member", sa.Column("mention", sa.Boolean(), nullable=True))
    with op.batch_alter_table("thanks", table_kwargs={"sqlite_autoincrement": True}) as batch_op:
        batch_op.alter_column("introduction_id", existing_type=sa.Integer(), nullable=True)
    op.add_column(
        "introduction",
        sa.Column("talked", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    # What the team already has in hand is looked at with the next sweep.
    op.execute("UPDATE ask SET due_at = opened_at WHERE state = 'stuck'")


def downgrade() -> None:
    op.execute("DELETE FROM thanks WHERE introduction_id IS NULL")
    with op.batch_alter_table("thanks", table_kwargs={"sqlite_autoincrement": True}) as batch_op:
        batch_op.alter_column("introduction_id", existing_type=sa.Integer(), nullable=False)
    op.drop_column("member", "mention")
    op.drop_column("community", "monthly_mention")
    op.drop_column("introduction", "talked")
    op.drop_index("ix_ask_due_at", "ask")
    op.drop_column("community", "days_to_answer")
    for column in ("named", "urgency", "kind", "due_at"):
        op.drop_column("ask", column)
