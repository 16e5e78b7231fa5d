"""Inbox and outbox on both databases: once in, in order out, and nobody held up by another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, event, insert, select

from storage import held, inbox, migrate, outbox, replaced, versions
from storage.database import open_database
from storage.tables import Community, Space, table

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def connection(database_url: str) -> Iterator[Connection]:
    """A transaction in a community with one space."""
    engine = open_database(database_url)
    with engine.begin() as connection:
        connection.execute(
            insert(table(Community)),
            {"id": 1, "name": "x", "locale": "fr", "time_zone": "UTC", "text_version": 1},
        )
        connection.execute(
            insert(table(Space)),
            {"id": 1, "community_id": 1, "connector": "local", "external_id": "x"},
        )
        yield connection
    engine.dispose()


def put(connection: Connection, event: str, at: datetime = NOON) -> bool:
    """Write an event down."""
    return inbox.put(
        connection, space_id=1, event_id=event, place="dm:a", sender="a", payload={"kind": "x"},
        now=at,
    )  # fmt: skip


def say(connection: Connection, place: str, count: int = 1) -> None:
    """Queue messages for a place."""
    row = {"space_id": 1, "place": place, "member_id": None, "purpose": "reply"}
    rows = [row | {"payload": {"text": "x"}, "created_at": NOON} for _ in range(count)]
    outbox.add(connection, rows)


@pytest.mark.parametrize("count", [1, 7, 8, 131, 1_239])
def test_any_number_of_events_is_written_whole_and_in_order(
    connection: Connection, count: int
) -> None:
    """Many go in one statement, the rest in smaller ones."""
    rows = [
        {"space_id": 1, "event_id": f"e{n}", "place": "dm:a", "sender": "a",
         "payload": {"kind": "x", "text": f"é{n}"}, "received_at": NOON}
        for n in range(count)
    ]  # fmt: skip
    assert len(inbox.put_all(connection, rows)) == count
    assert inbox.put_all(connection, rows) == set()
    kept = select(inbox.inbox.c.event_id, inbox.inbox.c.payload).order_by(inbox.inbox.c.id)
    assert [(row.event_id, row.payload["text"]) for row in connection.execute(kept)] == [
        (f"e{n}", f"é{n}") for n in range(count)
    ]


def places(connection: Connection, at: datetime = NOON, busy: tuple[str, ...] = ()) -> list[str]:
    """Where something could be sent now."""
    return [each.place for each in outbox.due(connection, at, busy=[(1, name) for name in busy])]


def test_an_event_is_written_once_however_often_it_comes(connection: Connection) -> None:
    assert put(connection, "e1")
    assert not put(connection, "e1")
    assert put(connection, "e2")
    assert inbox.waiting(connection) == 2


def test_ids_stay_for_a_week_and_words_do_not(connection: Connection) -> None:
    put(connection, "e1")
    (row,) = connection.execute(select(inbox.inbox.c.id)).scalars().all()
    inbox.finish(connection, [row])
    assert connection.execute(select(inbox.inbox.c.payload)).scalars().all() == [None]
    assert inbox.forget_old(connection, NOON + timedelta(days=6)) == 0
    assert not put(connection, "e1")
    assert inbox.forget_old(connection, NOON + timedelta(days=8)) == 1


def test_what_is_not_handled_is_never_forgotten(connection: Connection) -> None:
    put(connection, "e1")
    assert inbox.forget_old(connection, NOON + timedelta(days=400)) == 0


def test_a_place_is_served_in_order(connection: Connection) -> None:
    say(connection, "a", 3)
    ids = [each.id for each in outbox.due(connection, NOON)]
    assert ids == sorted(ids)


def test_a_message_that_backs_off_holds_up_only_its_own_place(connection: Connection) -> None:
    say(connection, "a", 2)
    say(connection, "b")
    first = outbox.due(connection, NOON)[0]
    outbox.later(connection, first.id, NOON + timedelta(minutes=1), "busy")
    assert places(connection) == ["b"]
    assert places(connection, NOON + timedelta(minutes=1)) == ["a", "a", "b"]


def test_a_message_given_up_lets_the_next_go_and_says_why(connection: Connection) -> None:
    say(connection, "a", 2)
    first = outbox.due(connection, NOON)[0]
    outbox.failed(connection, first.id, "Undeliverable: no such place")
    assert len(places(connection)) == 1
    assert outbox.failures(connection) == [(first.id, "a", "Undeliverable: no such place")]


def test_a_place_being_served_is_left_alone(connection: Connection) -> None:
    say(connection, "a")
    say(connection, "b")
    assert places(connection, busy=("a",)) == ["b"]


def test_the_last_message_of_a_key_is_found_in_its_own_place_and_without_its_words(
    connection: Connection,
) -> None:
    for place in ("a", "b", "a", "a"):
        say(connection, place)
    rows = [each.id for each in outbox.due(connection, NOON)]
    in_a, in_b = (next(p for p in outbox.due(connection, NOON) if p.place == n) for n in "ab")
    outbox.sent(connection, [(row, f"m{row}") for row in rows])
    replaced.remember(connection, [(row, "k") for row in rows[:3]])
    assert replaced.former(connection, in_a, "k") == f"m{rows[2]}", "the latest that has the key"
    assert replaced.former(connection, in_b, "k") == f"m{rows[1]}"
    assert replaced.former(connection, in_a, "other") is None
    kept = connection.execute(select(outbox.outbox.c.payload).order_by(outbox.outbox.c.id))
    assert kept.scalars().all() == [*[{"replaces": "k"}] * 3, None]


def test_the_words_of_a_message_go_when_it_is_sent_or_given_up(connection: Connection) -> None:
    say(connection, "a", 2)
    sent, failed = (each.id for each in outbox.due(connection, NOON))
    outbox.sent(connection, [(sent, "m1")])
    outbox.failed(connection, failed, "no")
    assert connection.execute(select(outbox.outbox.c.payload)).scalars().all() == [None, None]
    assert outbox.forget_old(connection, NOON + timedelta(days=8)) == 1, "failures stay"
    assert outbox.next_at(connection) is None


def test_the_database_has_the_shape_of_the_tables(connection: Connection) -> None:
    assert versions.of(connection) == versions.newest()
    assert migrate.differences(connection) == []


@pytest.mark.parametrize("act", ["held", "again", "those"])
def test_what_is_held_is_found_by_an_index(connection: Connection, act: str) -> None:
    """It is looked for whenever somebody writes, among all that was ever sent."""
    acts: dict[str, Callable[[], object]] = {
        "held": lambda: held.held(connection, [(1, "a")], NOON),
        "again": lambda: held.try_again(connection, 1, NOON),
        "those": lambda: held.try_those(connection, 1, "closed", NOON),
    }
    plan = _plan(connection, acts[act])
    assert "ix_outbox_held" in plan
    assert not re.search(r"SCAN outbox(?! USING INDEX)|Seq Scan", plan)


def test_what_was_held_goes_in_its_order_once_it_is_let_go(connection: Connection) -> None:
    say(connection, "a", 2)
    say(connection, "b")
    for row in [each.id for each in outbox.due(connection, NOON) if each.place == "a"]:
        held.hold(connection, row, "closed", NOON)
    assert places(connection) == ["b"]
    say(connection, "a")
    waiting = [each.id for each in held.held(connection, [(1, "a"), (1, "b")], NOON)[1, "a"]]
    held.release(connection, waiting[::-1], NOON)
    ids = [each.id for each in outbox.due(connection, NOON) if each.place == "a"]
    assert ids == sorted(ids)
    assert len(ids) == 3


def _plan(connection: Connection, act: Callable[[], object]) -> str:
    """How the database goes about what `act` does."""
    told: list[tuple[str, Any]] = []

    def hear(*call: Any) -> None:
        _connection, _cursor, statement, values, _context, many = call
        told.append((statement, values[0] if many else values))

    event.listen(connection, "before_cursor_execute", hear)
    act()
    event.remove(connection, "before_cursor_execute", hear)
    ((statement, values),) = told
    if connection.dialect.name == "sqlite":
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
    else:
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        rows = connection.exec_driver_sql(f"EXPLAIN {statement}", values)
    return "\n".join(str(row[-1]) for row in rows)
