"""who a survey went to, and answers to prompts without a name

The same question then tells nobody's answer by a difference of two groups.

Those to questions that are closed lose their words, which belonged to somebody.
"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    column = sa.Column("circle", sa.JSON(), nullable=False, server_default="[]")
    op.add_column("survey", column)
    op.add_column("prompting", sa.Column("unnamed", sa.String(), nullable=False, server_default=""))
    op.execute(
        "UPDATE prompt_answer SET words = '' WHERE shared = 'unnamed' AND prompting_id IN"
        " (SELECT id FROM prompting WHERE state IN ('posted', 'dropped'))"
    )


def downgrade() -> None:
    op.drop_column("prompting", "unnamed")
    op.drop_column("survey", "circle")
