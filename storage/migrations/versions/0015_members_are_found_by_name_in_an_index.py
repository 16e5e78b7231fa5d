"""members are found by the words of their name, in an index"""

import unicodedata
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    starts = op.create_table(
        "name_start",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column(
            "words",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("name_start", schema=None) as batch_op:
        batch_op.create_index("ix_name_start_member_id", ["member_id"])
        batch_op.create_index("ix_name_start_words", ["words"])
    members = op.get_bind().execute(sa.text("SELECT id, name FROM member WHERE name != ''"))
    rows = [row for member, name in members.all() for row in _starts(member, name)]
    if rows:
        op.bulk_insert(starts, rows)


def _starts(member: int, name: str) -> Iterator[dict[str, Any]]:
    """As `community.names` made them when this was written."""
    apart = unicodedata.normalize("NFKD", " ".join(name.split()).casefold())
    words = "".join(letter for letter in apart if not unicodedata.combining(letter))
    for at in range(len(words)):
        if at == 0 or words[at - 1] in " -":
            yield {"member_id": member, "words": words[at:], "whole": at == 0}


def downgrade() -> None:
    op.drop_table("name_start")
