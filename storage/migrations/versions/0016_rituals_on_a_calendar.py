"""rituals on a calendar, for groups"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "community_group",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["community.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("community_id", "name"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("community_group", schema=None) as batch_op:
        batch_op.create_index("ix_community_group_community_id", ["community_id"], unique=False)

    op.create_table(
        "holiday",
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["community.id"],
        ),
        sa.PrimaryKeyConstraint("community_id", "day"),
    )
    op.create_table(
        "group_member",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["community_group.id"],
        ),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
        ),
        sa.PrimaryKeyConstraint("group_id", "member_id"),
    )
    with op.batch_alter_table("group_member", schema=None) as batch_op:
        batch_op.create_index("ix_group_member_member_id", ["member_id"], unique=False)

    op.create_table(
        "ritual",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("audience", sa.JSON(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=True),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("time_zone", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("next_due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("misfire", sa.String(), nullable=False),
        sa.Column("grace_minutes", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["community.id"],
        ),
        sa.ForeignKeyConstraint(
            ["made_by"],
            ["member.id"],
        ),
        sa.ForeignKeyConstraint(
            ["place_id"],
            ["place.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("ritual", schema=None) as batch_op:
        batch_op.create_index("ix_ritual_community_id", ["community_id"], unique=False)
        batch_op.create_index("ix_ritual_next_due_at", ["next_due_at"], unique=False)

    op.create_table(
        "run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ritual_id", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["ritual_id"],
            ["ritual.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("ritual_id", "due_at"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "welcome_week",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ritual_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
        ),
        sa.ForeignKeyConstraint(
            ["ritual_id"],
            ["ritual.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("ritual_id", "member_id"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("welcome_week", schema=None) as batch_op:
        batch_op.create_index("ix_welcome_week_due_at", ["due_at"], unique=False)
        batch_op.create_index("ix_welcome_week_member_id", ["member_id"], unique=False)

    op.create_table(
        "broadcast",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.Column("dialogue", sa.String(), nullable=False),
        sa.Column("args", sa.JSON(), nullable=False),
        sa.Column("audience", sa.JSON(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("upto", sa.Integer(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["community.id"],
        ),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["run.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("broadcast", schema=None) as batch_op:
        batch_op.create_index("ix_broadcast_due_at", ["due_at"], unique=False)
        batch_op.create_index("ix_broadcast_run_id", ["run_id"], unique=False)

    op.create_table(
        "prompting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("prompt", sa.String(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("roundup", sa.String(), nullable=False),
        sa.Column("put_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["community.id"],
        ),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["run.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("run_id"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("prompting", schema=None) as batch_op:
        batch_op.create_index("ix_prompting_community_id", ["community_id"], unique=False)
        batch_op.create_index("ix_prompting_due_at", ["due_at"], unique=False)

    op.create_table(
        "prompt_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("prompting_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("shared", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
        ),
        sa.ForeignKeyConstraint(
            ["prompting_id"],
            ["prompting.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("prompting_id", "member_id"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("prompt_answer", schema=None) as batch_op:
        batch_op.create_index("ix_prompt_answer_member_id", ["member_id"], unique=False)
    op.create_table(
        "opt_out",
        sa.Column("ritual_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["ritual_id"], ["ritual.id"]),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"]),
        sa.PrimaryKeyConstraint("ritual_id", "member_id"),
    )
    with op.batch_alter_table("opt_out", schema=None) as batch_op:
        batch_op.create_index("ix_opt_out_member_id", ["member_id"], unique=False)


def downgrade() -> None:
    op.drop_table("opt_out")
    with op.batch_alter_table("prompt_answer", schema=None) as batch_op:
        batch_op.drop_index("ix_prompt_answer_member_id")

    op.drop_table("prompt_answer")
    with op.batch_alter_table("prompting", schema=None) as batch_op:
        batch_op.drop_index("ix_prompting_due_at")
        batch_op.drop_index("ix_prompting_community_id")

    op.drop_table("prompting")
    with op.batch_alter_table("broadcast", schema=None) as batch_op:
        batch_op.drop_index("ix_broadcast_run_id")
        batch_op.drop_index("ix_broadcast_due_at")

    op.drop_table("broadcast")
    with op.batch_alter_table("welcome_week", schema=None) as batch_op:
        batch_op.drop_index("ix_welcome_week_member_id")
        batch_op.drop_index("ix_welcome_week_due_at")

    op.drop_table("welcome_week")
    op.drop_table("run")
    with op.batch_alter_table("ritual", schema=None) as batch_op:
        batch_op.drop_index("ix_ritual_next_due_at")
        batch_op.drop_index("ix_ritual_community_id")

    op.drop_table("ritual")
    with op.batch_alter_table("group_member", schema=None) as batch_op:
        batch_op.drop_index("ix_group_member_member_id")

    op.drop_table("group_member")
    op.drop_table("holiday")
    with op.batch_alter_table("community_group", schema=None) as batch_op:
        batch_op.drop_index("ix_community_group_community_id")

    op.drop_table("community_group")
