"""peace and one's own data: quiet hours, budgets, receipts, and what waits to leave"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

COMMUNITY = {
    "quiet_from": "1260", "quiet_until": "480", "weekly": "3", "weekly_most": "10",
    "months_kept": "0", "days_after_leaving": "30",
}  # fmt: skip


def upgrade() -> None:
    for name, default in COMMUNITY.items():
        added = sa.Column(name, sa.Integer(), server_default=default, nullable=False)
        op.add_column("community", added)
    for name in ("quiet_from", "quiet_until", "weekly"):
        op.add_column("member", sa.Column(name, sa.Integer(), nullable=True))
    op.add_column(
        "member",
        sa.Column("suggestions", sa.Boolean(), server_default=sa.true(), nullable=False),
    )
    op.add_column("member", sa.Column("warned_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("dialogue", sa.Column("held", sa.Integer(), nullable=True))
    op.add_column("outbox", sa.Column("decision", sa.JSON(), nullable=True))
    _number_texts()
    op.create_table(
        "solicitation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_solicitation_member_id", "solicitation", ["member_id", "at"])
    op.execute(
        "INSERT INTO solicitation (member_id, about, at)"
        " SELECT helper_id, 'request:' || id, requested_at FROM introduction"
        " WHERE requested_at IS NOT NULL"
    )
    op.create_table(
        "receipt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("locale", sa.String(), nullable=False),
        sa.Column("about_data", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_receipt_member_id", "receipt", ["member_id"])
    op.create_table(
        "data_address",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"]),
        sa.PrimaryKeyConstraint("digest"),
    )
    op.create_index("ix_data_address_member_id", "data_address", ["member_id"])
    op.create_index("ix_data_address_expires_at", "data_address", ["expires_at"])


def _number_texts() -> None:
    """A community's texts get the number of the version that they are: the key grows by it."""
    op.rename_table("community_text", "community_text_before")
    op.create_table(
        "community_text",
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("locale", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"]),
        sa.PrimaryKeyConstraint("community_id", "version", "kind", "locale"),
    )
    op.execute(
        "INSERT INTO community_text (community_id, version, kind, locale, words)"
        " SELECT t.community_id, c.text_version, t.kind, t.locale, t.words"
        " FROM community_text_before AS t JOIN community AS c ON c.id = t.community_id"
    )
    op.drop_table("community_text_before")


def downgrade() -> None:
    op.drop_table("data_address")
    op.drop_table("receipt")
    op.drop_table("solicitation")
    op.rename_table("community_text", "community_text_after")
    op.create_table(
        "community_text",
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("locale", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"]),
        sa.PrimaryKeyConstraint("community_id", "kind", "locale"),
    )
    op.execute(
        "INSERT INTO community_text (community_id, kind, locale, words)"
        " SELECT t.community_id, t.kind, t.locale, t.words FROM community_text_after AS t"
        " JOIN community AS c ON c.id = t.community_id AND c.text_version = t.version"
    )
    op.drop_table("community_text_after")
    dropped = {
        "outbox": ("decision",), "dialogue": ("held",), "community": tuple(COMMUNITY),
        "member": ("quiet_from", "quiet_until", "weekly", "suggestions", "warned_at"),
    }  # fmt: skip
    for table, columns in dropped.items():
        for name in columns:
            op.drop_column(table, name)
