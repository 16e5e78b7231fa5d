"""Migrations: up from nothing, never onto a newer database, twice without harm."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from sqlalchemy import Connection, Engine, delete, insert, text
from sqlalchemy.exc import IntegrityError

from storage import migrate, versions
from storage.database import LostReference, open_database, reading
from storage.tables import Community, table

FIRST_WORDS = (
    "INSERT INTO community (id, name, locale, time_zone, text_version)"
    " VALUES (1, 'Les Passeurs', 'fr', 'Europe/Paris', 1)",
    "INSERT INTO space (id, community_id, connector, external_id) VALUES (1, 1, 'local', 'page')",
    "INSERT INTO conversation (id, space_id, place, revision) VALUES (1, 1, 'dm:awa', 3)",
)
"""A conversation, as version 0001 keeps it."""

FIRST_PEOPLE = (
    "INSERT INTO alembic_version (version_num) VALUES ('0002')",
    "INSERT INTO member (id, community_id, name, locale, time_zone, role, headline, external,"
    " joined_at) VALUES (4, 1, 'Awa', 'fr', 'Europe/Paris', 'member', '', 0,"
    " '2026-10-01 09:00:00.000000')",
    "INSERT INTO identity (id, space_id, member_id, external_id, direct_place)"
    " VALUES (7, 1, 4, 'awa', 'dm:awa')",
    "INSERT INTO profile_entry (id, member_id, kind, words) VALUES (9, 4, 'offer', 'comptabilité')",
)


def test_the_newest_version_is_the_last_migrations() -> None:
    assert versions.newest() == migrate._scripts().get_current_head()


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


VERSION_0002 = Path(__file__).parent / "version-0002.sql"
WRITE = (
    "INSERT INTO local_message (space_id, place, author, author_name, at, payload)"
    " VALUES (1, 'dm:awa', 'awa', 'Awa', '2026-11-01 09:00:00.000000', '{}')"
)


@pytest.fixture
def forgetful(tmp_path: Path) -> Iterator[Engine]:
    """A database as the first release made it, when a number could come back, with rows in it."""
    file = tmp_path / "first.db"
    with closing(sqlite3.connect(file)) as database:
        database.executescript(
            (Path(__file__).parent / "version-0002.sql").read_text(encoding="utf-8")
        )
        for statement in (*FIRST_WORDS, *FIRST_PEOPLE, WRITE, WRITE):
            database.execute(statement)
        database.commit()
    engine = open_database(f"sqlite:///{file}")
    yield engine
    engine.dispose()


def test_a_database_of_the_first_release_stops_giving_numbers_twice(forgetful: Engine) -> None:
    migrate.upgrade(forgetful)
    with forgetful.begin() as connection:
        assert migrate.differences(connection) == []
        assert _repeating(connection) == []
        connection.execute(text("DELETE FROM local_message WHERE n = 2"))
        connection.execute(text(WRITE))
        assert connection.execute(text("SELECT n FROM local_message")).scalars().all() == [1, 3]


def test_a_database_of_the_first_release_keeps_its_rows(forgetful: Engine) -> None:
    tables = ("community", "space", "conversation", "member", "identity", "profile_entry")
    with reading(forgetful) as connection:
        before = [_rows(connection, each) for each in tables]
    migrate.upgrade(forgetful)
    with reading(forgetful) as connection:
        after = [_rows(connection, each) for each in tables]
    assert all(before)
    for old, new in zip(chain(*before), chain(*after), strict=True):
        assert new.items() >= old.items()


WHATSAPP_ROOM = (
    "INSERT INTO space (id, community_id, connector, external_id) VALUES (2, 1, 'whatsapp', '+33')",
    "INSERT INTO member (id, community_id, name, locale, time_zone, role, headline, external,"
    " joined_at) VALUES (5, 1, 'Zoé', 'fr', 'Europe/Paris', 'member', '', 0,"
    " '2026-10-01 09:00:00.000000')",
    "INSERT INTO ask (id, community_id, requester_id, need, context, state, opened_at)"
    " VALUES (1, 1, 5, 'x', '', 'introduced', '2026-10-01 09:00:00.000000')",
    "INSERT INTO introduction (id, ask_id, helper_id, state, reason, question, details,"
    " again, room)"
    " VALUES (3, 1, 4, 'accepted', '', '', '', 0, 'room:3')",
    "INSERT INTO place (id, space_id, key, kind, title, platform_id)"
    " VALUES (1, 2, 'room:3', 'room', 'x', 'relay:2:room:3')",
    "INSERT INTO place_member (place_id, member_id) VALUES (1, 4), (1, 5)",
)


def test_those_who_wrote_through_the_bot_on_whatsapp_still_can(forgetful: Engine) -> None:
    with closing(sqlite3.connect(str(forgetful.url.database))) as database:
        for statement in WHATSAPP_ROOM:
            database.execute(statement)
        database.commit()
    migrate.upgrade(forgetful)
    with reading(forgetful) as connection:
        kept = _rows(connection, "relay")
        called = {each["called"] for each in _rows(connection, "relay_side")}
        rooms = {each["connector"]: each["rooms"] for each in _rows(connection, "space")}
    assert [(each["id"], each["state"]) for each in kept] == [(3, "open")]
    assert called == {"Awa", "Zoé"}
    assert rooms == {"local": 1, "whatsapp": 0}


def test_what_refers_to_nothing_is_refused_again_after_the_upgrade(forgetful: Engine) -> None:
    migrate.upgrade(forgetful)
    with pytest.raises(IntegrityError), forgetful.begin() as connection:
        connection.execute(text("DELETE FROM member"))


def test_an_upgrade_that_would_lose_a_reference_changes_nothing(forgetful: Engine) -> None:
    with closing(sqlite3.connect(str(forgetful.url.database))) as database:
        database.execute("DELETE FROM member")
        database.commit()
    with pytest.raises(LostReference) as refusal:
        migrate.upgrade(forgetful)
    assert refusal.value.missing == "member"
    with reading(forgetful) as connection:
        assert versions.of(connection) == "0002"
        assert _repeating(connection) != []


def _rows(connection: Connection, name: str) -> list[dict[str, Any]]:
    found = connection.execute(text(f"SELECT * FROM {name} ORDER BY 1")).mappings()
    return [dict(each) for each in found]


def _repeating(connection: Connection) -> list[str]:
    """The numbered tables in which SQLite may give a number again."""
    sql = text(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%AUTOINC%'"
        " AND sql NOT LIKE '%WITHOUT ROWID%'"
    )
    names = connection.execute(sql).scalars().all()
    return [name for name in names if _key(connection, name) == ["INTEGER"]]


def _key(connection: Connection, name: str) -> list[str]:
    """The key's types, but for one that is the number of another table's row."""
    columns = connection.execute(text(f"PRAGMA table_info({name})")).mappings()
    borrowed = {
        each["from"]
        for each in connection.execute(text(f"PRAGMA foreign_key_list({name})")).mappings()
    }
    return [each["type"] for each in columns if each["pk"] and each["name"] not in borrowed]


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
            assert _repeating(connection) == []
    engine.dispose()


def test_a_database_of_a_newer_release_is_left_alone(database_url: str) -> None:
    engine = open_database(database_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(versions.DatabaseIsNewer):
        migrate.upgrade(engine)
    engine.dispose()


def test_an_upgrade_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'taken.db'}")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE thanks (surprise INTEGER)"))
    with pytest.raises(Exception, match="thanks"):
        migrate.upgrade(engine)
    with engine.connect() as connection:
        assert versions.of(connection) is None
        found = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
        assert found.scalars().all() == ["thanks"]
    engine.dispose()
