"""whether a group of three is fine: nothing until somebody has said so"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

SAME = {"sqlite_autoincrement": True}


def upgrade() -> None:
    with op.batch_alter_table("round_habit", table_kwargs=SAME) as batch_op:
        batch_op.alter_column(
            "three", existing_type=sa.Boolean(), nullable=True, server_default=None
        )
    # Whoever has not said in which language either may never have been asked.
    op.execute("UPDATE round_habit SET three = NULL WHERE three AND CAST(languages AS TEXT) = '[]'")


def downgrade() -> None:
    op.execute(sa.text("UPDATE round_habit SET three = :yes WHERE three IS NULL").bindparams(
        yes=True
    ))  # fmt: skip
    with op.batch_alter_table("round_habit", table_kwargs=SAME) as batch_op:
        batch_op.alter_column(
            "three", existing_type=sa.Boolean(), nullable=False, server_default=sa.true()
        )
