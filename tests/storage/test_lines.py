"""What the tests share: a line to PostgreSQL; the next one notices nothing but its speed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import OperationalError

from storage.database import open_database

LEFT = {
    "setting": ("SET statement_timeout = 77", "SHOW statement_timeout"),
    "temporary table": ("CREATE TEMP TABLE mine (n int)", "SELECT to_regclass('mine')"),
    "lock": ("SELECT pg_advisory_lock(5)", "SELECT count(*) FROM pg_locks WHERE objid = 5"),
    "listening": ("LISTEN news", "SELECT count(*) FROM pg_listening_channels()"),
}


@pytest.fixture
def url(new_database: Callable[[str], str]) -> str:
    return new_database("postgresql")


@contextmanager
def calling(url: str) -> Iterator[Connection]:
    """A new engine's only connection."""
    engine: Engine = open_database(url)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def told(connection: Connection, question: str) -> Any:
    return connection.execute(text(question)).scalar()


def process(url: str) -> int:
    with calling(url) as connection:
        return int(told(connection, "SELECT pg_backend_pid()"))


def test_the_next_engine_has_the_same_line(url: str) -> None:
    assert process(url) == process(url)


def test_two_at_once_have_two_lines(url: str) -> None:
    with calling(url) as connection:
        assert process(url) != told(connection, "SELECT pg_backend_pid()")


def test_another_database_has_another_line(url: str, new_database: Callable[[str], str]) -> None:
    assert process(url) != process(new_database("postgresql"))


@pytest.mark.parametrize("what", LEFT)
def test_nothing_is_left_of_whoever_was_there_before(url: str, what: str) -> None:
    leave, look = LEFT[what]
    with calling(url) as connection:
        before = told(connection, look)
        connection.execute(text(leave))
        connection.commit()
        assert told(connection, look) != before
    with calling(url) as connection:
        assert told(connection, look) == before


def test_what_was_not_committed_is_undone(url: str) -> None:
    engine = open_database(url)
    connection = engine.connect()
    connection.execute(text("DELETE FROM alembic_version"))
    connection.detach()
    connection.close()
    engine.dispose()
    with calling(url) as connection:
        assert told(connection, "SELECT count(*) FROM alembic_version") == 1


def test_a_line_that_was_cut_is_not_given_to_anybody(url: str) -> None:
    cut = process(url)
    with calling(url) as connection, pytest.raises(OperationalError):
        connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
    assert process(url) != cut
