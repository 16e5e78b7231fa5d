"""Migrations: up from nothing, never onto a newer database, twice without harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from storage import migrate
from storage.database import open_database


def test_upgrading_twice_changes_nothing(database_url: str) -> None:
    engine = open_database(database_url)
    migrate.upgrade(engine)
    migrate.upgrade(engine)
    with engine.connect() as connection:
        assert migrate.differences(connection) == []
    engine.dispose()


def test_a_database_of_a_newer_release_is_left_alone(database_url: str) -> None:
    engine = open_database(database_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(migrate.DatabaseIsNewer):
        migrate.upgrade(engine)
    engine.dispose()


def test_an_upgrade_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'taken.db'}")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE thanks (surprise INTEGER)"))
    with pytest.raises(Exception, match="thanks"):
        migrate.upgrade(engine)
    with engine.connect() as connection:
        assert migrate.version(connection) is None
        found = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
        assert found.scalars().all() == ["thanks"]
    engine.dispose()
