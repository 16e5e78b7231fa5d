"""Lines to PostgreSQL that stay open: who hangs up leaves a line as good as new to who calls next.

A stage that restarts the bot before every step calls hundreds of times, and each time the server
would begin a process that has to read its catalogue again; SQLite's files are opened anew.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from typing import Any

import psycopg
from sqlalchemy import Dialect, Engine, event

AS_NEW = (
    "RESET ALL; SET SESSION AUTHORIZATION DEFAULT; CLOSE ALL; UNLISTEN *; DISCARD PLANS; "
    "DISCARD SEQUENCES; DISCARD TEMP; SELECT pg_advisory_unlock_all()"
)
"""What DISCARD ALL does (postgresql.org, "DISCARD"), but for the statements that psycopg has
prepared: it counts on them for as long as the line is open."""

_idle: dict[str, list[Line]] = defaultdict(list)
_choosing = threading.Lock()


class Line(psycopg.Connection[Any]):
    """A connection that is put aside when it is closed, unless it is broken."""

    def close(self) -> None:
        """Forget all that was done here, and wait for the next one."""
        try:
            self.rollback()
            self.autocommit = True
            self.execute(AS_NEW)
            self.autocommit = False
        except psycopg.Error:
            return super().close()
        with _choosing:
            return _idle[self.info.dbname].append(self)

    def hang_up(self) -> None:
        """Close it."""
        super().close()


def keep_open() -> None:
    """From now on every engine for PostgreSQL calls on these lines."""
    event.listen(Engine, "do_connect", _call)


def hang_up(database: str) -> None:
    """Close the lines to this database that nobody uses."""
    with _choosing:
        idle = _idle.pop(database, [])
    for line in idle:
        line.hang_up()


def _call(
    dialect: Dialect, _record: object, args: tuple[Any, ...], named: dict[str, Any]
) -> Line | None:
    if dialect.name != "postgresql":
        return None
    with _choosing:
        idle = _idle[named["dbname"]]
        found = idle.pop() if idle else None
    return found or Line.connect(*args, **named)
