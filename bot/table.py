"""Members in and out as CSV, from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import track
from sqlalchemy import Connection

from bot import files, seed
from bot.settings import Settings
from bot.time import machine_time
from community import roster
from community.roster import COLUMNS, RejectedLine, Table
from community.scope import Scope
from connectors.local import history
from conversations.language import locales
from conversations.texts import Text
from storage.database import open_database, reading

T = TypeVar("T")


class BadTable(ValueError):
    """A table that can't be read at all. `text` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.key)
        self.text = text


def bring_in(
    settings: Settings, file: Path, *, dry_run: bool, console: Console, words: Callable[..., str]
) -> int:
    """Import the members of a table in one transaction; how many lines were rejected."""
    table = _read(settings, file)
    if not dry_run:
        files.prepare(settings, lambda connection: seed.community(connection, settings))
        _write(settings, table, words("cli-importing"))
        console.print(words("cli-import-consent"), style="dim")
    done = "cli-would-import" if dry_run else "cli-imported"
    console.print(words(done, count=len(table.entries)))
    if table.rejected:
        console.print(words("cli-rejected", count=len(table.rejected)), style="yellow")
    for line, wrong in table.rejected:
        reason = words(f"import-{wrong.code}", **_about(wrong))
        console.print(words("cli-rejected-line", line=str(line), reason=reason), markup=False)
    return len(table.rejected)


def write_out(settings: Settings, file: Path) -> int:
    """Write every member into a new file; how many there were."""
    files.prepare(settings, lambda connection: seed.community(connection, settings))
    engine = open_database(settings.database_url)
    try:
        with reading(engine) as connection:
            rows = _in_community(connection, roster.rows)
    finally:
        engine.dispose()
    with file.open("x", encoding="utf-8", newline="") as out:
        out.write(roster.written(rows))
    return len(rows)


def _read(settings: Settings, file: Path) -> Table:
    try:
        return roster.read_table(file.read_bytes(), locales(), settings.locale, settings.time_zone)
    except RejectedLine as wrong:
        raise BadTable(Text(f"import-{wrong.code}", **_about(wrong))) from None


def _write(settings: Settings, table: Table, label: str) -> None:
    engine = open_database(settings.database_url)
    try:
        with engine.begin() as connection:
            _in_community(connection, lambda scope, space: _take(scope, space, table, label))
    finally:
        engine.dispose()


def _take(scope: Scope, space: int, table: Table, label: str) -> None:
    for entry in track(table.entries, description=label, transient=True):
        roster.take(scope, space, entry)


def _in_community(connection: Connection, work: Callable[[Scope, int], T]) -> T:
    space = history.space_id(connection)
    scope = Scope(connection, machine_time(), history.community_id(connection, space))
    done = work(scope, space)
    scope.close(keep=True)
    return done


def _about(wrong: RejectedLine) -> dict[str, str]:
    return {"value": wrong.value, "columns": ", ".join(COLUMNS)}
