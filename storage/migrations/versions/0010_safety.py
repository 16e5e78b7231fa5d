"""safety, for members and moderators"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "block",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("blocker_id", sa.Integer(), nullable=False),
        sa.Column("blocked_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["blocked_id"], ["member.id"]),
        sa.ForeignKeyConstraint(["blocker_id"], ["member.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("block", schema=None) as batch_op:
        batch_op.create_index("ix_block_blocked_id", ["blocked_id"])
        batch_op.create_index("ix_block_blocker_id", ["blocker_id"])

    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("moderator_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"]),
        sa.ForeignKeyConstraint(["moderator_id"], ["member.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.create_index("ix_decision_member_id", ["member_id"])
        batch_op.create_index("ix_decision_moderator_id", ["moderator_id"])

    op.create_table(
        "report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("reporter_id", sa.Integer(), nullable=False),
        sa.Column("about_id", sa.Integer(), nullable=False),
        sa.Column("ask_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("taken_by", sa.Integer(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["about_id"], ["member.id"]),
        sa.ForeignKeyConstraint(["ask_id"], ["ask.id"]),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"]),
        sa.ForeignKeyConstraint(["reporter_id"], ["member.id"]),
        sa.ForeignKeyConstraint(["taken_by"], ["member.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("report", schema=None) as batch_op:
        batch_op.create_index("ix_report_about_id", ["about_id"])
        batch_op.create_index("ix_report_ask_id", ["ask_id"])
        batch_op.create_index("ix_report_community_id", ["community_id"])
        batch_op.create_index("ix_report_due_at", ["due_at"])
        batch_op.create_index("ix_report_reporter_id", ["reporter_id"])

    with op.batch_alter_table("community", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("asks_open", sa.Integer(), server_default="5", nullable=False)
        )
        batch_op.add_column(
            sa.Column("asks_week", sa.Integer(), server_default="10", nullable=False)
        )
        batch_op.add_column(
            sa.Column("review_days", sa.Integer(), server_default="0", nullable=False)
        )

    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.add_column(sa.Column("held_until", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.drop_column("removed_at")
        batch_op.drop_column("held_until")

    with op.batch_alter_table("community", schema=None) as batch_op:
        batch_op.drop_column("review_days")
        batch_op.drop_column("asks_week")
        batch_op.drop_column("asks_open")

    with op.batch_alter_table("report", schema=None) as batch_op:
        batch_op.drop_index("ix_report_reporter_id")
        batch_op.drop_index("ix_report_due_at")
        batch_op.drop_index("ix_report_community_id")
        batch_op.drop_index("ix_report_ask_id")
        batch_op.drop_index("ix_report_about_id")

    op.drop_table("report")
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.drop_index("ix_decision_moderator_id")
        batch_op.drop_index("ix_decision_member_id")

    op.drop_table("decision")
    with op.batch_alter_table("block", schema=None) as batch_op:
        batch_op.drop_index("ix_block_blocker_id")
        batch_op.drop_index("ix_block_blocked_id")

    op.drop_table("block")
