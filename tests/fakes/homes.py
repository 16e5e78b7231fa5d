"""Where a bot lives in a test: settings of its own, and a database with a community in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from bot import files, seed
from bot.settings import Settings, read_settings
from bot.time import machine_time
from community.scope import Scope
from tests.nights import without_nights


def settings_for(file: Path, **given: Any) -> Settings:
    """Settings that nothing in the environment changes."""
    given.setdefault("events_per_minute", 1_000_000)
    given.setdefault("community", "Les Essais")
    return read_settings(_env_file=(), database_url=f"sqlite:///{file}", **given)


def founded(
    file: Path, settle: Callable[[Connection], None] = lambda _connection: None
) -> Settings:
    """The settings of a community that was founded in that file; `settle` brings people in."""
    settings = settings_for(file)

    def fill(connection: Connection) -> None:
        found(connection, settings)
        settle(connection)

    files.prepare(settings, fill)
    return settings


def found(connection: Connection, settings: Settings) -> None:
    """A community without quiet hours: these tests live in the machine's time, at any hour."""
    seed.community(connection, settings)
    scope = Scope(connection, machine_time(), 1)
    without_nights(scope)
    scope.close(keep=True)
