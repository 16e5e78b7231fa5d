"""Bringing a database to the version of this release."""

from __future__ import annotations

from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine
from sqlmodel import SQLModel

from storage import (
    tables,  # noqa: F401 - importing the tables makes them known
    versions,
)
from storage.database import check_references, rebuilding
from storage.versions import MIGRATIONS, DatabaseIsNewer


def upgrade(engine: Engine) -> None:
    """Bring the database to this release's version; nothing happens when it is there already.

    Raises DatabaseIsNewer.
    """
    with rebuilding(engine) as connection:
        current = versions.of(connection)
        if current == versions.newest():
            return
        if current is not None and current not in {
            each.revision for each in _scripts().walk_revisions()
        }:
            raise DatabaseIsNewer(DatabaseIsNewer.__doc__)
        command.upgrade(_config(connection), "head")
        check_references(connection)


def differences(connection: Connection) -> list[Any]:
    """Where the database's shape is not that of the tables: empty when all is well."""
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, SQLModel.metadata))


def write_revision(connection: Connection, number: str, message: str) -> None:
    """Write a new migration from the difference between database and tables (for developers)."""
    command.revision(_config(connection), message=message, autogenerate=True, rev_id=number)


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def _scripts() -> ScriptDirectory:
    return ScriptDirectory(str(MIGRATIONS))
