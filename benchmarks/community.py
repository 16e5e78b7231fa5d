"""A community to measure on: as many members as wanted, made by the code that makes real ones."""

from __future__ import annotations

import itertools
from pathlib import Path

from sqlalchemy import Connection

from bot import files, seed
from bot.settings import Settings, read_settings
from bot.time import machine_time
from community import roster
from community.scope import Scope
from connectors.local import history

TRADES = ("nurse", "bookkeeper", "gardener", "teacher", "carpenter", "translator", "cook", "lawyer")
SKILLS = (
    "reading a budget", "speaking in public", "writing a grant request", "finding a first flat",
    "learning French", "repairing bicycles", "hiring the first person", "caring for a parent",
)  # fmt: skip


def settings_for(file: Path) -> Settings:
    """Settings whose database is this file."""
    return read_settings(database_url=f"sqlite:///{file}", locale="en", community="Benchmark")


def person(n: int) -> str:
    """The n-th member's id on the local page."""
    return f"person-{n}"


def name(n: int) -> str:
    """The n-th member's name."""
    return f"{TRADES[n % len(TRADES)].title()} {n}"


def make(file: Path, members: int) -> Settings:
    """A database at this release's version with that many members, imported as from a table."""
    settings = settings_for(file)
    files.prepare(settings, lambda connection: _fill(connection, settings, members))
    return settings


def _fill(connection: Connection, settings: Settings, members: int) -> None:
    seed.community(connection, settings)
    space = history.space_id(connection)
    scope = Scope(connection, machine_time(), history.community_id(connection, space))
    for entry in (roster.read_row(_row(n)) for n in range(members)):
        roster.take(scope, space, entry)
        if int(entry.id.rpartition("-")[2]) % 500 == 499:
            scope.close(keep=True)
    scope.close(keep=True)


def _row(n: int) -> dict[str, str]:
    trade, skills = TRADES[n % len(TRADES)], itertools.islice(itertools.cycle(SKILLS), n % 8, None)
    return {
        "id": person(n), "name": name(n), "locale": "en",
        "headline": f"A {trade} who likes {next(skills)}",
        "offers": f"{next(skills)}|{next(skills)}", "experiences": next(skills),
        "wants": next(skills), "joined_at": machine_time().date().isoformat(),
    }  # fmt: skip
