"""Which version a database has, and which one this release works with.

Alembic is not asked: it takes a tenth of a second to load, and a start has nothing to migrate.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sqlalchemy import Connection, inspect, text

MIGRATIONS = Path(__file__).parent / "migrations"


class DatabaseIsNewer(RuntimeError):
    """The database was written by a newer release: install that one, or restore a backup."""


@cache
def newest() -> str:
    """The version that this release works with: the last migration's, whose file begins with it."""
    return max(file.name.partition("_")[0] for file in MIGRATIONS.glob("versions/[0-9]*_*.py"))


def of(connection: Connection) -> str | None:
    """The database's version; None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
