"""The way in, many arrivals at a time: each once, in order, nobody unknown, nothing held up."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, insert, select

from community import spaces
from connectors.base import Arrival
from connectors.ingress import Ingress
from conversations.engine import Engine
from storage import held, inbox, outbox
from storage.database import open_database
from storage.tables import Community, Identity, Member, table
from storage.writer import Writer

NOW = datetime(2027, 1, 18, 9, tzinfo=UTC)


def said(event: str, sender: str = "U1", **more: str) -> Arrival:
    return Arrival(**{"space": "T1", "event": event, "sender": sender, "kind": "message"} | more)  # type: ignore[arg-type] # as many kinds of value as fields


@pytest.fixture
async def writer(database_url: str) -> AsyncIterator[Writer]:
    """A writer on a database with one community in two spaces."""
    engine = open_database(database_url)
    writer = Writer(engine)

    def found(connection: Connection) -> None:
        connection.execute(insert(table(Community)), {"name": "x", "text_version": 1,
                           "locale": "fr", "time_zone": "UTC"})  # fmt: skip
        spaces.settle(connection, "slack", "T1")
        spaces.settle(connection, "slack", "T2")

    await asyncio.wrap_future(writer.submit(found))
    yield writer
    await asyncio.to_thread(writer.stop)
    engine.dispose()


@pytest.fixture
def ingress(writer: Writer) -> Ingress:
    return Ingress("slack", writer, lambda: NOW, lambda: None)


async def events(writer: Writer) -> list[tuple[int, str]]:
    """What was written down, in its order."""
    table_ = inbox.inbox
    query = select(table_.c.space_id, table_.c.event_id).order_by(table_.c.id)
    return await asyncio.wrap_future(
        writer.submit(lambda connection: [tuple(row) for row in connection.execute(query)])
    )


async def test_of_what_comes_twice_at_once_one_is_accepted(
    ingress: Ingress, writer: Writer
) -> None:
    receipts = await asyncio.gather(*(ingress(said("e1")) for _ in range(5)))
    assert sorted(receipts) == ["accepted", "seen", "seen", "seen", "seen"]
    assert await ingress(said("e1")) == "seen"
    assert [event for _, event in await events(writer)] == ["e1"]


async def test_the_same_id_in_another_space_is_another_event(
    ingress: Ingress, writer: Writer
) -> None:
    both = [said("e1"), said("e1", space="T2")]
    assert await asyncio.gather(*map(ingress, both)) == ["accepted", "accepted"]
    assert len({space for space, _ in await events(writer)}) == 2


async def test_a_space_that_is_not_ours_is_refused_and_spoils_nothing(
    ingress: Ingress, writer: Writer
) -> None:
    several = [said("e1"), said("e2", space="T9"), said("e3")]
    receipts = await asyncio.gather(*map(ingress, several))
    assert receipts == ["accepted", "unknown-space", "accepted"]


async def first_words(writer: Writer) -> list[tuple[str, str, str | None]]:
    """The event, its kind, and the words that it joins with."""
    table_ = inbox.inbox
    query = select(table_.c.event_id, table_.c.payload).order_by(table_.c.id)

    def read(connection: Connection) -> list[tuple[str, str, str | None]]:
        return [
            (row.event_id, row.payload["kind"], row.payload.get("values", {}).get("first"))
            for row in connection.execute(query)
        ]

    return await asyncio.wrap_future(writer.submit(read))


async def test_somebody_unknown_joins_with_their_first_words(
    ingress: Ingress, writer: Writer
) -> None:
    several = [
        said("e1", text="bonjour"), said("e2", text="qui sait coudre ?"),
        said("e3", "U2", kind="command", command="/ask", text="coudre"),
        said("e4", "U3", place="C1", place_kind="channel", text="@passerelle bonsoir"),
    ]  # fmt: skip
    await asyncio.gather(*map(ingress, several))
    assert await first_words(writer) == [
        ("e1", "join", "bonjour"), ("e2", "join", "qui sait coudre ?"),
        ("e3", "join", "/ask coudre"), ("e4", "join", "bonsoir"),
    ]  # fmt: skip


async def test_somebody_unknown_joins_once_before_what_is_done_at_once(
    ingress: Ingress, writer: Writer
) -> None:
    several = [
        said("e1", text="/link AB12"), said("e2", kind="action"),
        said("e3", "U2", place="C1", place_kind="channel", text="à vous tous"),
    ]  # fmt: skip
    await asyncio.gather(*map(ingress, several))
    assert await first_words(writer) == [
        ("our:met:U1:e1", "join", None), ("e1", "message", None), ("e2", "action", None),
        ("our:met:U2:e3", "join", None), ("e3", "message", None),
    ]  # fmt: skip


async def test_somebody_known_does_not_join_again(ingress: Ingress, writer: Writer) -> None:
    def known(connection: Connection) -> None:
        space = spaces.settle(connection, "slack", "T1")
        member = {"community_id": 1, "name": "Awa", "locale": "fr", "time_zone": "UTC",
                  "role": "member", "headline": "", "external": False,
                  "joined_at": NOW}  # fmt: skip
        id_ = connection.execute(insert(table(Member)), member).inserted_primary_key
        assert id_ is not None
        connection.execute(insert(table(Identity)), {
            "space_id": space, "member_id": id_[0], "external_id": "U1", "direct_place": "dm:U1",
        })  # fmt: skip

    await asyncio.wrap_future(writer.submit(known))
    await ingress(said("e1"))
    assert [event for _, event in await events(writer)] == ["e1"]


async def test_a_word_of_theirs_lets_go_what_was_held_for_them_alone(
    ingress: Ingress, writer: Writer
) -> None:
    def hold(connection: Connection) -> None:
        space = spaces.settle(connection, "slack", "T1")
        outbox.add(connection, [
            {"space_id": space, "place": f"dm:{who}", "member_id": None, "purpose": "reply",
             "payload": {}, "created_at": NOW} for who in ("U1", "U2")
        ])  # fmt: skip
        for parcel in outbox.due(connection, NOW):
            held.hold(connection, parcel.id, "asleep", NOW)

    def due(connection: Connection) -> set[str]:
        return {parcel.place for parcel in outbox.due(connection, NOW)}

    def turn(connection: Connection) -> None:
        Engine().drain(connection, NOW)

    await asyncio.wrap_future(writer.submit(hold))
    assert await asyncio.wrap_future(writer.submit(due)) == set()
    await ingress(said("e1"))
    await asyncio.wrap_future(writer.submit(turn))
    assert await asyncio.wrap_future(writer.submit(due)) == {"dm:U1"}
