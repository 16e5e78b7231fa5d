"""who a survey went to, so that the same question tells nobody's answer by a difference"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    column = sa.Column("circle", sa.JSON(), nullable=False, server_default="[]")
    op.add_column("survey", column)


def downgrade() -> None:
    op.drop_column("survey", "circle")
