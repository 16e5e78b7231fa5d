"""Migrations: up from nothing, never onto a newer database, twice without harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import delete, insert, text

from storage import migrate
from storage.database import open_database
from storage.tables import Community, table

FIRST_WORDS = (
    "INSERT INTO community (id, name, locale, time_zone, text_version)"
    " VALUES (1, 'Les Passeurs', 'fr', 'Europe/Paris', 1)",
    "INSERT INTO space (id, community_id, connector, external_id) VALUES (1, 1, 'local', 'page')",
    "INSERT INTO conversation (id, space_id, place, revision) VALUES (1, 1, 'dm:awa', 3)",
)
"""A conversation, as version 0001 keeps it."""


def test_upgrading_twice_changes_nothing(database_url: str) -> None:
    engine = open_database(database_url)
    migrate.upgrade(engine)
    migrate.upgrade(engine)
    with engine.connect() as connection:
        assert migrate.differences(connection) == []
    engine.dispose()


def test_a_database_of_version_0001_keeps_its_conversations(database_url: str) -> None:
    engine = open_database(database_url)
    with engine.begin() as connection:
        command.downgrade(migrate._config(connection), "0001")
        for statement in FIRST_WORDS:
            connection.execute(text(statement))
    migrate.upgrade(engine)
    with engine.connect() as connection:
        assert migrate.differences(connection) == []
        kept = connection.execute(text("SELECT place, pressed FROM conversation"))
        assert kept.all() == [("dm:awa", None)]
    engine.dispose()


def test_a_number_is_never_given_twice(database_url: str) -> None:
    """Open pages ask for what came after a number: one that came back would never reach them."""
    engine = open_database(database_url)
    row = {"name": "x", "locale": "fr", "time_zone": "UTC", "text_version": 1}
    communities = table(Community)
    with engine.begin() as connection:
        given = []
        for _ in range(2):
            made = connection.execute(insert(communities).returning(communities.c.id), row)
            given.append(made.scalar_one())
            connection.execute(delete(communities))
        assert given[1] > given[0]
        if engine.dialect.name == "sqlite":
            sql = "SELECT name, sql FROM sqlite_master WHERE type = 'table'"
            made_by = {name: how for name, how in connection.execute(text(sql)) if how}
            numbered = [name for name, how in made_by.items() if "INTEGER NOT NULL PRIMARY" in how]
            assert numbered
            assert [name for name in numbered if "AUTOINCREMENT" not in made_by[name]] == []
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
