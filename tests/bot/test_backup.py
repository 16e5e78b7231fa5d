"""Copies of the database: whole, or not there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.settings import read_settings
from tests.bot.conftest import DATABASE, Command


def names(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as database:
        return [name for (name,) in database.execute("SELECT name FROM community")]


@pytest.mark.usefixtures("settings")
def test_a_copy_holds_what_was_committed_and_passes_the_doctor(
    run: Command, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("db", "backup", "copy.db").code == 0
    assert names(home / "copy.db") == ["Passerelle"]
    monkeypatch.setenv("PASSERELLE_DATABASE_URL", "sqlite:///copy.db")
    assert run("doctor").code == 0


@pytest.mark.usefixtures("settings")
def test_a_copy_taken_within_a_transaction_holds_none_of_it(run: Command, home: Path) -> None:
    with closing(sqlite3.connect(DATABASE, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE community SET name = 'unfinished'")
        assert run("db", "backup", "copy.db").code == 0
        writer.execute("ROLLBACK")
    assert names(home / "copy.db") == ["Passerelle"]


@pytest.mark.usefixtures("settings")
def test_a_copy_overwrites_nothing(run: Command, home: Path) -> None:
    (home / "copy.db").write_text("precious")
    answer = run("db", "backup", "copy.db")
    assert (answer.code, len(answer.lines)) == (2, 1)
    assert (home / "copy.db").read_text() == "precious"


@pytest.mark.usefixtures("settings")
def test_others_cannot_read_a_copy(run: Command, home: Path) -> None:
    run("db", "backup", "copy.db")
    assert (home / "copy.db").stat().st_mode & 0o077 == 0


def test_without_a_database_there_is_nothing_to_copy(run: Command, home: Path) -> None:
    answer = run("db", "backup", "copy.db")
    assert (answer.code, len(answer.lines)) == (2, 1)
    assert "passerelle db upgrade" in answer.err
    assert list(home.iterdir()) == []


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize("target", ["missing/copy.db", "var/passerelle.db/copy.db"])
def test_a_copy_to_nowhere_ends_in_one_line(run: Command, target: str) -> None:
    answer = run("db", "backup", target)
    assert (answer.code, len(answer.lines)) == (2, 1)
    assert "can’t be written" in answer.err


def test_of_a_file_that_is_no_database_no_copy_is_left(run: Command, home: Path) -> None:
    DATABASE.parent.mkdir()
    DATABASE.write_bytes(b"x" * 5000)
    answer = run("db", "backup", "copy.db")
    assert (answer.code, len(answer.lines)) == (2, 1)
    assert [each.name for each in home.iterdir()] == ["var"]


def test_for_postgresql_the_right_tool_is_named(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PASSERELLE_DATABASE_URL", "postgresql://localhost/none")
    answer = run("db", "backup", "copy.db")
    assert (answer.code, len(answer.lines)) == (2, 1)
    assert "pg_dump" in answer.err


def test_an_upgrade_makes_the_database_and_says_its_version(run: Command, home: Path) -> None:
    first, second = run("db", "upgrade"), run("db", "upgrade")
    assert (first.code, first.lines) == (0, second.lines)
    assert read_settings().sqlite_file == DATABASE
    assert (home / DATABASE).exists()


@pytest.mark.parametrize("command", ["db upgrade", "export members.csv", "run --port 0"])
@pytest.mark.usefixtures("settings")
def test_a_database_of_a_newer_release_is_left_alone(run: Command, command: str) -> None:
    with closing(sqlite3.connect(DATABASE)) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()
    answer = run(*command.split())
    assert (answer.code, len(answer.lines)) == (2, 1)
    assert "newer release" in answer.err
