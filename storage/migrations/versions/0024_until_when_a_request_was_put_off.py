"""from when a helper who put a request off can: the requester may not want to wait so long"""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    column = sa.Column("not_before", sa.DateTime(timezone=True), nullable=True)
    op.add_column("introduction", column)


def downgrade() -> None:
    op.drop_column("introduction", "not_before")
