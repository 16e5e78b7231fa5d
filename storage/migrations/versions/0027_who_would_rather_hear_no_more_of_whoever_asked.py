"""who would rather hear no more of whoever asked without a name"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    column: sa.Column[bool] = sa.Column(
        "unnamed", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    op.add_column("block", column)


def downgrade() -> None:
    # Without the column such a row would keep two apart by name, and show whose it was.
    op.execute(sa.text("DELETE FROM block WHERE unnamed = :yes").bindparams(yes=True))
    op.drop_column("block", "unnamed")
