"""two people who share no platform meet through the bot"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

RELAYED = "FROM place p JOIN introduction i ON i.room = p.key WHERE p.platform_id LIKE 'relay:%'"
"""Those who wrote to each other on WhatsApp until now, whose relay was a place of that number."""


def upgrade() -> None:
    # Not as a batch, which would copy the table, and lose that its numbers only grow.
    op.add_column(
        "space", sa.Column("rooms", sa.Boolean(), server_default=sa.true(), nullable=False)
    )
    op.create_table(
        "relay",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"]),
        sa.ForeignKeyConstraint(["id"], ["introduction.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("relay", schema=None) as batch_op:
        batch_op.create_index("ix_relay_due_at", ["due_at"])
    op.create_table(
        "relay_side",
        sa.Column("relay_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("called", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("gave", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["relay_id"], ["relay.id"]),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"]),
        sa.PrimaryKeyConstraint("relay_id", "member_id"),
    )
    with op.batch_alter_table("relay_side", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_relay_side_member_id"), ["member_id"])
    _carry_over()


def _carry_over() -> None:
    """A relay that is open stays open, until one of the two ends it."""
    op.execute("UPDATE space SET rooms = false WHERE connector = 'whatsapp'")
    op.execute(
        "INSERT INTO relay (id, community_id, state) "
        "SELECT i.id, s.community_id, 'open' "
        + RELAYED.replace("WHERE", "JOIN space s ON s.id = p.space_id WHERE")
    )
    op.execute(
        "INSERT INTO relay_side (relay_id, member_id, called, contact, gave) "
        "SELECT i.id, m.id, m.name, '', false "
        + RELAYED.replace(
            "WHERE",
            "JOIN place_member pm ON pm.place_id = p.id JOIN member m ON m.id = pm.member_id WHERE",
        )
    )
    op.execute("UPDATE introduction SET room = NULL WHERE id IN (SELECT id FROM relay)")


def downgrade() -> None:
    op.drop_table("relay_side")
    op.drop_table("relay")
    with op.batch_alter_table("space", schema=None) as batch_op:
        batch_op.drop_column("rooms")
