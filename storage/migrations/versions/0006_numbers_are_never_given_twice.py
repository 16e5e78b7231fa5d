"""numbers are never given twice, in databases made before that was so too"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("local_message", schema=None) as batch_op:
        batch_op.drop_column("outbox_id")
    if op.get_bind().dialect.name == "sqlite":
        for name in _forgetful():
            _rebuild(name)


def downgrade() -> None:
    """Numbers go on growing: nothing needs the other way."""
    with op.batch_alter_table("local_message", schema=None) as batch_op:
        batch_op.add_column(sa.Column("outbox_id", sa.Integer(), nullable=True))
        batch_op.create_unique_constraint("local_message_outbox_id_key", ["outbox_id"])


def _forgetful() -> list[str]:
    """The tables in which SQLite gives a number again once the row that had the highest is gone."""
    tables = sa.text("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE :mark")
    names = op.get_bind().execute(tables, {"mark": "%AUTOINCREMENT%"}).scalars().all()
    return [name for name in names if _is_numbered(name)]


def _is_numbered(table: str) -> bool:
    columns = op.get_bind().execute(sa.text(f"PRAGMA table_info({table})")).mappings()
    return [each["type"] for each in columns if each["pk"]] == ["INTEGER"]


def _rebuild(table: str) -> None:
    """The same table with the same rows: SQLite can't give this to one that is there."""
    with op.batch_alter_table(
        table, recreate="always", table_kwargs={"sqlite_autoincrement": True}
    ):
        pass
