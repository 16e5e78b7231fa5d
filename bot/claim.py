"""One process on a SQLite database at a time: two would both send the same messages."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


class AlreadyRunning(RuntimeError):
    """Another process has this database. `url` is where it can be met, if it said."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.url = url


class Claim:
    """The claim on a database; `meet_at` says where the process that has it can be met."""

    def __init__(self, note: IO[str]) -> None:
        self._note = note

    def meet_at(self, url: str) -> None:
        """Leave the address for whoever comes after."""
        self._note.seek(0)
        self._note.truncate()
        self._note.write(url)
        self._note.flush()


@contextmanager
def claimed(database: Path | None) -> Iterator[Claim | None]:
    """Have the database to oneself; the system lets go of it when the process ends, however.

    Raises AlreadyRunning. On PostgreSQL there is nothing to claim: its rows are locked one by one.
    """
    if database is None:
        yield None
        return
    database.parent.mkdir(parents=True, exist_ok=True)
    with database.with_name(database.name + ".lock").open("a+", encoding="utf-8") as note:
        try:
            fcntl.flock(note, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            note.seek(0)
            raise AlreadyRunning(note.read()) from None
        yield Claim(note)
