"""the directory is kept in memory, in step with the profiles by their stamps"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_table("profile_term")
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("profile_stamp", sa.BigInteger(), server_default="0", nullable=False)
        )
        batch_op.create_index("ix_member_profile_stamp", ["community_id", "profile_stamp"])


def downgrade() -> None:
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.drop_index("ix_member_profile_stamp")
        batch_op.drop_column("profile_stamp")
    op.create_table(
        "profile_term",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("stem", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("profile_term", schema=None) as batch_op:
        batch_op.create_index("ix_profile_term_stem", ["community_id", "stem"])
        batch_op.create_index("ix_profile_term_member_id", ["member_id"])
