"""An errand: wanted often, queued once, and part of the commit of the job that wanted it."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, insert, select, text
from sqlalchemy.exc import SQLAlchemyError

from storage.database import open_database, reading
from storage.errand import Errand
from storage.tables import Fact, table
from storage.writer import Writer

facts = table(Fact)


@pytest.fixture
def writer(database_url: str) -> Iterator[Writer]:
    """A writer on a new database of each kind."""
    engine = open_database(database_url)
    made = Writer(engine)
    yield made
    made.stop()
    engine.dispose()


def note(connection: Connection, name: str) -> None:
    """Write one fact."""
    connection.execute(insert(facts), {"name": name, "value": "x"})


def names(writer: Writer) -> list[str]:
    """What another connection can see by now."""
    with reading(writer._engine) as connection:
        return list(connection.execute(select(facts.c.name).order_by(facts.c.name)).scalars())


def test_it_waits_in_the_queue_at_most_once(writer: Writer) -> None:
    times: list[int] = []
    errand = Errand(writer, lambda _connection: times.append(1))
    gate = threading.Event()
    writer.submit(lambda _connection: gate.wait(10))
    for _ in range(5):
        errand.wake()
    gate.set()
    errand.run().result(10)
    writer.submit(lambda _connection: None).result(10)
    assert len(times) <= 2


def test_wanted_again_while_it_runs_it_runs_again(writer: Writer) -> None:
    times: list[int] = []

    def twice(_connection: Connection) -> None:
        times.append(1)
        if len(times) == 1:
            errand.wake()

    errand = Errand(writer, twice)
    errand.run().result(10)
    writer.submit(lambda _connection: None).result(10)
    assert len(times) == 2


def test_woken_by_a_job_it_shares_that_jobs_commit(writer: Writer) -> None:
    seen: list[list[str]] = []

    def follow(connection: Connection) -> None:
        seen.append(names(writer))
        note(connection, "after")

    errand = Errand(writer, follow)

    def job(connection: Connection) -> None:
        note(connection, "before")
        errand.wake()

    writer.submit(job).result(10)
    assert seen == [[]], "nothing was committed when it ran"
    assert names(writer) == ["after", "before"], "and both were when the job's result was told"


def test_after_a_fault_the_next_wake_tries_again(writer: Writer) -> None:
    broken, done = [True], list[str]()

    def job(connection: Connection) -> str:
        if broken.pop():
            connection.execute(text("SELECT * FROM no_such_table"))
        return "well"

    errand = Errand(writer, job, done.append)
    with pytest.raises(SQLAlchemyError):
        errand.run().result(10)
    broken.append(False)
    assert errand.run().result(10) == "well"
    writer.submit(lambda _connection: None).result(10)
    assert done == ["well"]


def test_once_the_writer_has_stopped_a_wake_is_in_vain(database_url: str) -> None:
    engine = open_database(database_url)
    writer = Writer(engine)
    writer.stop()
    Errand(writer, lambda _connection: None).wake()
    engine.dispose()
