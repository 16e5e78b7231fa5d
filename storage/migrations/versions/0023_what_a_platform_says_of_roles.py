"""the team is told by its members' platforms, too: who moderates there is kept with the identity"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table(
        "identity", schema=None, table_kwargs={"sqlite_autoincrement": True}
    ) as batch_op:
        batch_op.add_column(sa.Column("claim", sa.String(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table(
        "identity", schema=None, table_kwargs={"sqlite_autoincrement": True}
    ) as batch_op:
        batch_op.drop_column("claim")
