"""The writer: many jobs, one commit, and each undone only by its own fault."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, delete, insert, select, text
from sqlalchemy.exc import IntegrityError

from storage.database import open_database, reading
from storage.tables import Fact, Identity, table
from storage.writer import Job, Writer, WriterStopped

facts = table(Fact)


@pytest.fixture
def writer(database_url: str) -> Iterator[Writer]:
    """A writer on a new database of each kind."""
    engine = open_database(database_url)
    made = Writer(engine)
    yield made
    made.stop()
    engine.dispose()


def note(name: str) -> Job[str]:
    """A job that writes one fact."""

    def job(connection: Connection) -> str:
        connection.execute(insert(facts), {"name": name, "value": "x"})
        return name

    return job


def names(connection: Connection) -> list[str]:
    """A job that reads all facts."""
    return list(connection.execute(select(facts.c.name).order_by(facts.c.name)).scalars())


def gathered(writer: Writer, *jobs: Job[Any]) -> list[object]:
    """Hand in jobs while the writer is held up, so that they share a commit; their outcomes."""
    gate = threading.Event()
    writer.submit(lambda _connection: gate.wait(10))
    futures = [writer.submit(job) for job in jobs]
    gate.set()
    return [future.exception(10) or future.result() for future in futures]


def test_jobs_that_wait_together_are_all_written(writer: Writer) -> None:
    assert gathered(writer, note("a"), note("b"), note("c")) == ["a", "b", "c"]
    assert writer.submit(names).result() == ["a", "b", "c"]


def test_a_failing_job_undoes_only_itself(writer: Writer) -> None:
    def half(connection: Connection) -> None:
        connection.execute(insert(facts), {"name": "half", "value": "x"})
        raise ZeroDivisionError

    first, fault, last = gathered(writer, note("a"), half, note("c"))
    assert (first, last) == ("a", "c")
    assert isinstance(fault, ZeroDivisionError)
    assert writer.submit(names).result() == ["a", "c"]


def test_a_broken_constraint_undoes_only_its_job(writer: Writer) -> None:
    _, fault, last = gathered(writer, note("a"), note("a"), note("c"))
    assert isinstance(fault, IntegrityError)
    assert last == "c"
    assert writer.submit(names).result() == ["a", "c"]


def test_a_result_is_told_only_after_its_commit(writer: Writer) -> None:
    seen: list[list[str]] = []

    def look(_future: object) -> None:
        with reading(writer._engine) as connection:
            seen.append(names(connection))

    gate = threading.Event()
    writer.submit(lambda _connection: gate.wait(10))
    future = writer.submit(note("a"))
    future.add_done_callback(look)
    gate.set()
    writer.submit(names).result()
    assert seen == [["a"]]


def test_a_commit_that_fails_is_told_to_everybody_in_it(writer: Writer) -> None:
    if writer._engine.dialect.name != "sqlite":
        pytest.skip("only SQLite lets a foreign key wait for the commit on demand")

    def dangling(connection: Connection) -> None:
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        connection.execute(
            insert(table(Identity)),
            {"space_id": 999, "member_id": 999, "external_id": "x", "direct_place": "x"},
        )

    faults = gathered(writer, note("a"), dangling)
    assert all(isinstance(fault, IntegrityError) for fault in faults)
    assert writer.submit(names).result() == []
    assert gathered(writer, note("b")) == ["b"], "and the writer goes on"


def test_a_stopped_writer_has_finished_what_it_took(database_url: str) -> None:
    engine = open_database(database_url)
    writer = Writer(engine)
    futures = [writer.submit(note(f"{n:03}")) for n in range(300)]
    writer.stop()
    assert all(future.done() for future in futures)
    with pytest.raises(WriterStopped):
        writer.submit(names)
    with engine.begin() as connection:
        assert len(names(connection)) == 300
        connection.execute(delete(facts))
    engine.dispose()


def test_sqlite_survives_a_power_cut_and_keeps_its_keys(
    new_database: Callable[[str], str],
) -> None:
    engine = open_database(new_database("sqlite"))
    with engine.connect() as connection:
        asked = {name: connection.execute(text(f"PRAGMA {name}")).scalar() for name in PRAGMAS}
    assert asked == PRAGMAS
    engine.dispose()


PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


def test_a_job_whose_future_was_cancelled_is_not_run_and_the_writer_goes_on(
    writer: Writer,
) -> None:
    gate = threading.Event()
    writer.submit(lambda _connection: gate.wait(10))
    cancelled = writer.submit(note("a"))
    assert cancelled.cancel()
    gate.set()
    assert writer.submit(note("b")).result(10) == "b"
    assert writer.submit(names).result(10) == ["b"]
    assert writer.alive
