"""Doing something in the community from the command line, with the database made if need be."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from bot import files, seed
from bot.settings import Settings
from bot.time import machine_time
from community.scope import Scope
from connectors.local import history
from storage.database import open_database

T = TypeVar("T")


def inside(settings: Settings, work: Callable[[Scope, int], T]) -> T:
    """Work with a scope and the local page's space, in one transaction: all of it, or nothing."""
    files.prepare(settings, lambda connection: seed.community(connection, settings))
    engine = open_database(settings.database_url)
    try:
        with engine.begin() as connection:
            space = history.space_id(connection)
            scope = Scope(connection, machine_time(), history.community_id(connection, space))
            done = work(scope, space)
            scope.close(keep=True)
            return done
    finally:
        engine.dispose()
