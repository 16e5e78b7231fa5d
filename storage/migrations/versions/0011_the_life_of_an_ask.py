"""what an ask is for, how urgent, by whom and until when; whether two who met talked"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Plain ALTER TABLE: SQLite would build the tables anew otherwise, and forget their numbers.
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
        "introduction",
        sa.Column("talked", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    # What the team already has in hand is looked at with the next sweep.
    op.execute("UPDATE ask SET due_at = opened_at WHERE state = 'stuck'")


def downgrade() -> None:
    op.drop_column("introduction", "talked")
    op.drop_index("ix_ask_due_at", "ask")
    op.drop_column("community", "days_to_answer")
    for column in ("named", "urgency", "kind", "due_at"):
        op.drop_column("ask", column)
