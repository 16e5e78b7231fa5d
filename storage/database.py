"""Opening the database, on SQLite or PostgreSQL, with the same promises on both."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pydantic_core import from_json, to_json
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url

from storage import seal
from storage.turns import turn


def _dumps(value: Any) -> str:
    return to_json(value).decode()


SQLITE_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 10000",
    "PRAGMA secure_delete = ON",
)
"""WAL with synchronous=FULL syncs the log at each commit: what was committed survives a power cut
(sqlite.org, "PRAGMA synchronous"). secure_delete overwrites what was deleted with zeros."""


class LostReference(RuntimeError):
    """A row refers to one that is not there: restore a backup."""

    def __init__(self, table: str, missing: str) -> None:
        super().__init__(LostReference.__doc__)
        self.table, self.missing = table, missing


def open_database(url: str, keys: Sequence[str] = ()) -> Engine:
    """An engine for `sqlite:///file` or `postgresql+psycopg://…`; it connects on first use.

    `keys` (base64, 32 bytes each) seal what the database must not tell (storage/seal.py); a file
    without any gets one beside it.
    """
    made = make_url(url)
    if made.get_backend_name() == "sqlite":
        file = Path(made.database or "")
        engine, kept = _sqlite(url, file.parent), seal.beside(file, keys)
    else:
        engine, kept = _postgresql(url), lambda: keys
    engine.update_execution_options(keys=kept)
    return engine


def _sqlite(url: str, folder: Path) -> Engine:
    engine = create_engine(
        url,
        json_serializer=_dumps,
        json_deserializer=from_json,
        connect_args={"isolation_level": None, "check_same_thread": False},
    )
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _beginning(folder))
    return engine


def _postgresql(url: str) -> Engine:
    """Nothing of ours is an hstore: nobody has to ask at each start what the server calls it."""
    return create_engine(url, json_serializer=_dumps, use_native_hstore=False)


def _set_pragmas(connection: Any, _record: object) -> None:
    for pragma in SQLITE_PRAGMAS:
        connection.execute(pragma)


def _beginning(folder: Path) -> Callable[[Connection], None]:
    """The driver's own transactions start too late for a lock; a writer takes it at once."""

    def begin(connection: Connection) -> None:
        if not connection.get_execution_options().get("writes", True):
            connection.exec_driver_sql("BEGIN")
            return
        with turn(folder):
            connection.exec_driver_sql("BEGIN IMMEDIATE")

    return begin


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that only reads: on SQLite it never waits for the writer."""
    with engine.connect() as connection:
        yield connection.execution_options(writes=False)


def forget_log(engine: Engine) -> None:
    """Empty SQLite's log of what it still holds of words that are gone, unless it is in use.

    (sqlite.org, "PRAGMA wal_checkpoint", TRUNCATE.) The caller comes again; PostgreSQL's log is
    its administrator's.
    """
    if engine.dialect.name != "sqlite":
        return
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        driver.execute("PRAGMA busy_timeout = 0")
        try:
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            driver.execute("PRAGMA busy_timeout = 10000")


@contextmanager
def rebuilding(engine: Engine) -> Iterator[Connection]:
    """A transaction in which tables may be made anew under their old names.

    On SQLite what refers to them is not looked at in between, since it refers to nothing then
    (sqlite.org, "ALTER TABLE", section 7): call `check_references` at the end.
    """
    with engine.connect() as connection, _unchecked(connection), connection.begin():
        yield connection


@contextmanager
def _unchecked(connection: Connection) -> Iterator[None]:
    """The switch works outside of a transaction only, so the driver itself is told."""
    if connection.dialect.name != "sqlite":
        yield
        return
    driver: Any = connection.connection.driver_connection
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys = ON")


def check_references(connection: Connection) -> None:
    """Make sure that nothing refers to what is gone; raises LostReference.

    PostgreSQL never leaves off looking.
    """
    if connection.dialect.name != "sqlite":
        return
    lost = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if lost is not None:
        raise LostReference(table=lost[0], missing=lost[2])


@contextmanager
def savepoint(connection: Connection, name: str = "turn") -> Iterator[None]:
    """All or nothing for the statements inside, within the transaction around them.

    Spoken to the driver directly: SQLAlchemy's begin_nested costs more than the turn's own work.
    """
    driver: Any = connection.connection.driver_connection
    driver.execute(f"SAVEPOINT {name}")
    try:
        yield
    except BaseException:
        driver.execute(f"ROLLBACK TO SAVEPOINT {name}")
        driver.execute(f"RELEASE SAVEPOINT {name}")
        raise
    driver.execute(f"RELEASE SAVEPOINT {name}")


@contextmanager
def apart(connection: Connection) -> Iterator[None]:
    """All or nothing for foreign work inside, whatever sessions it left open when it failed."""
    nested = connection.begin_nested()
    try:
        yield
    except BaseException:
        while (inner := connection.get_nested_transaction()) not in (None, nested):
            assert inner is not None
            inner.rollback()
        nested.rollback()
        raise
    nested.commit()
