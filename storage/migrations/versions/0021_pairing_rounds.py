"""pairing rounds"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "round_habit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ritual_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("languages", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("three", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("silent", sa.Integer(), server_default="0", nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"]),
        sa.ForeignKeyConstraint(["ritual_id"], ["ritual.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("ritual_id", "member_id"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("round_habit", schema=None) as batch_op:
        batch_op.create_index("ix_round_habit_due_at", ["due_at"])
        batch_op.create_index("ix_round_habit_member_id", ["member_id"])
    op.create_table(
        "round",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("ritual_id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"]),
        sa.ForeignKeyConstraint(["ritual_id"], ["ritual.id"]),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("run_id"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("round", schema=None) as batch_op:
        batch_op.create_index("ix_round_community_id", ["community_id"])
        batch_op.create_index("ix_round_due_at", ["due_at"])
        batch_op.create_index("ix_round_ritual_id", ["ritual_id"])
    op.create_table(
        "round_group",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("locked", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("room", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("round_group", schema=None) as batch_op:
        batch_op.create_index("ix_round_group_round_id", ["round_id"])
    op.create_table(
        "round_seat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("met", sa.String(), nullable=False),
        sa.Column("liked", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["round_group.id"]),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"]),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("round_id", "member_id"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("round_seat", schema=None) as batch_op:
        batch_op.create_index("ix_round_seat_group_id", ["group_id"])
        batch_op.create_index("ix_round_seat_member_id", ["member_id"])


def downgrade() -> None:
    for name in ("round_seat", "round_group", "round", "round_habit"):
        op.drop_table(name)
