"""Members in and out as CSV, from the command line."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path

from rich.progress import track

from bot import files
from bot.inside import inside
from bot.settings import Settings
from bot.terminal import Unreadable, console, words
from community import roster, second_looks
from community.roster import COLUMNS, RejectedLine, Table
from community.scope import Scope
from conversations.language import locales
from conversations.texts import Text

STANDARD_OUTPUT = Path("-")


def bring_in(settings: Settings, file: Path, *, dry_run: bool) -> int:
    """Import the members of a table in one transaction; how many lines were rejected."""
    table = _read(settings, file)
    if not dry_run:
        label = words("cli-importing")
        inside(settings, lambda scope, space: _take(scope, space, table, label))
        console.print(words("cli-import-consent"), style="dim")
    done = "cli-would-import" if dry_run else "cli-imported"
    console.print(words(done, count=len(table.entries)))
    if table.rejected:
        console.print(words("cli-rejected", count=len(table.rejected)), style="yellow")
    for line, wrong in table.rejected:
        reason = words(f"import-{wrong.code}", **_about(wrong))
        console.print(words("cli-rejected-line", line=str(line), reason=reason))
    return len(table.rejected)


def write_out(settings: Settings, file: Path) -> int:
    """Write every member into a new file, or to standard output; how many there were."""
    rows = inside(settings, roster.rows)
    with nullcontext(sys.stdout.buffer) if file == STANDARD_OUTPUT else files.new(file) as out:
        out.write(roster.written(rows).encode())
    return len(rows)


def _read(settings: Settings, file: Path) -> Table:
    try:
        return roster.read_table(file.read_bytes(), locales(), settings.locale, settings.time_zone)
    except RejectedLine as wrong:
        raise Unreadable(Text(f"import-{wrong.code}", **_about(wrong))) from None


def _take(scope: Scope, space: int, table: Table, label: str) -> None:
    for entry in track(table.entries, description=label, transient=True):
        roster.take(scope, space, entry)
    second_looks.look(scope)


def _about(wrong: RejectedLine) -> dict[str, str]:
    return {"value": wrong.value, "columns": ", ".join(COLUMNS)}
