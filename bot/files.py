"""The database as a file: making it, upgrading it, copying it, starting anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Connection

from bot.settings import Settings
from conversations.texts import Text
from storage import versions
from storage.database import open_database, reading

PRIVATE = 0o600
"""What members wrote is for the bot's owner alone; files that are there keep the rights they have.
SQLite gives its side files the rights of the database."""
DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def upgrade(settings: Settings) -> str:
    """Bring the database to this release's version (making it if need be); the version."""
    if settings.sqlite_file is not None:
        settings.sqlite_file.parent.mkdir(parents=True, exist_ok=True)
        settings.sqlite_file.touch(PRIVATE)
    engine = open_database(settings.database_url)
    try:
        with reading(engine) as connection:
            found = versions.of(connection)
        if found != versions.newest():
            from storage import migrate

            migrate.upgrade(engine)
    finally:
        engine.dispose()
    return versions.newest()


def prepare(settings: Settings, fill: Callable[[Connection], None]) -> None:
    """Upgrade the database, then see to it that there is a community in it."""
    upgrade(settings)
    engine = open_database(settings.database_url)
    try:
        with engine.begin() as connection:
            fill(connection)
    finally:
        engine.dispose()


def backup(source: Path, target: Path) -> None:
    """A copy of the database as it is at one moment, while it is in use.

    It gets its name when it is whole. Raises OSError, sqlite3.Error.
    """
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        with closing(sqlite3.connect(source)) as database, closing(_new(unfinished)) as copy:
            database.backup(copy)
        unfinished.rename(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _new(file: Path) -> sqlite3.Connection:
    """An empty database that only its owner can read."""
    file.touch(PRIVATE)
    return sqlite3.connect(file)


def new(file: Path) -> BinaryIO:
    """A new file that only its owner can read. Raises OSError, also when there is one already."""
    file.touch(PRIVATE, exist_ok=False)
    return file.open("wb")


def complaint(settings: Settings, fault: Exception) -> Text:
    """What is wrong with the database, and what to do about it."""
    file = settings.sqlite_file
    if file is not None and file.is_dir():
        return Text("database-folder", file=str(file))
    code = getattr(getattr(fault, "orig", fault), "sqlite_errorcode", sqlite3.SQLITE_OK)
    if code & 0xFF in DAMAGED:
        return Text("database-damaged", file=str(file))
    return Text("database-unreachable", fault=type(fault).__name__)


def is_whole(connection: Connection) -> bool:
    """Whether SQLite finds nothing wrong with any page of its file."""
    if connection.dialect.name != "sqlite":
        return True
    return bool(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() == "ok")


def remove(settings: Settings) -> None:
    """Take a demonstration's database away."""
    assert settings.sqlite_file is not None
    for suffix in ("", "-wal", "-shm"):
        settings.sqlite_file.with_name(settings.sqlite_file.name + suffix).unlink(missing_ok=True)
