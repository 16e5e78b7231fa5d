"""Whose turn it is to write to SQLite, when several processes want to write to one file.

SQLite's own wait looks at the lock again after ever longer pauses (sqlite.org,
"sqlite3_busy_timeout"): whoever writes one transaction after the other has it back before anybody
looks, and the others give up in the end. So whoever waits holds a gate meanwhile, through which
whoever has just written has to come as well, and then waits behind them.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def turn(folder: Path) -> Iterator[None]:
    """Have the gate of the databases in this folder; the system opens it when a process ends.

    The folder itself is what is locked: nothing is left behind. A file system that knows no such
    locks has no gate, and SQLite's own wait is all there is.
    """
    gate = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(gate, fcntl.LOCK_EX)
        yield
    finally:
        os.close(gate)
