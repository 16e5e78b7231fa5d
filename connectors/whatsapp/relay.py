"""The relay: WhatsApp has no rooms for bots, so words of two people pass through their lines.

Nothing passes by mistake: only what begins with @, or replies to something that came through.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, select, update

from connectors.ingress import direct
from connectors.whatsapp import sendings
from connectors.whatsapp.words import split
from conversations.outgoing import Outgoing
from conversations.questions import plain
from conversations.texts import Text
from storage import outbox
from storage.outbox import outbox as outboxes
from storage.tables import Identity, Member, Place, PlaceMember, table

places, in_place = table(Place), table(PlaceMember)
identities, members = table(Identity), table(Member)

PREFIX = "relay:"
PURPOSE = "notice"
MOST_WORDS = 900
"""Fluent takes arguments of 1,000 characters; one message with a name in front is not longer."""


@dataclass(frozen=True, slots=True)
class Side:
    """One person of a relay."""

    relay: int
    member_id: int
    person: str
    name: str
    locale: str
    zone: str

    @property
    def first_name(self) -> str:
        """What the other one reads."""
        return self.name.split(" ")[0]


def opened(
    connection: Connection, space: int, people: Sequence[str], key: str, now: datetime
) -> str:
    """A relay between these people, who are told how it works; its address.

    That it is open is noted in the same breath: opened again after a kill, nobody is told twice.
    """
    address, place = f"{PREFIX}{key}", key.partition(":")[2]
    here = places.c.space_id == space, places.c.key == place, places.c.platform_id.is_(None)
    if not connection.execute(update(places).where(*here).values(platform_id=address)).rowcount:
        return address
    for row in connection.execute(_people(space).where(identities.c.external_id.in_(people))):
        side = _side(row, 0)
        _tell(connection, space, side, Text("whatsapp-relay-how"), now)
    return address


def copy(
    connection: Connection, space: int, address: str, outgoing: Outgoing, key: str, now: datetime
) -> None:
    """What the bot says in a relay goes to each of its people, as a message of their own.

    It is marked as sent in the same breath: tried again, it is there already.
    """
    original = sendings.message(connection, key)
    if original is not None and original.state == "sent":
        return
    if original is not None:
        outbox.sent(connection, [(original.id, address)])
    place = connection.execute(
        select(places.c.id).where(places.c.space_id == space, places.c.platform_id == address)
    ).scalar()
    rows = [_row(space, side, outgoing.payload(), now) for side in _sides(connection, space, place)]
    if rows:
        outbox.add(connection, rows)


def others(connection: Connection, space: int, person: str) -> list[Side]:
    """Whom this person has a relay with, the newest first."""
    mine = (
        select(in_place.c.place_id)
        .join(identities, identities.c.member_id == in_place.c.member_id)
        .join(places, places.c.id == in_place.c.place_id)
        .where(
            identities.c.space_id == space, identities.c.external_id == person,
            places.c.space_id == space, places.c.platform_id.startswith(PREFIX),
        )
        .order_by(places.c.id.desc())
    )  # fmt: skip
    found = list(connection.execute(mine).scalars())
    return [side for relay in found for side in _sides(connection, space, relay)
            if side.person != person]  # fmt: skip


def addressed(sides: Sequence[Side], words: str) -> tuple[Side, str] | None:
    """Whom "@Awa bonjour" is for, and what is said; without a name, the only one there is."""
    name, _, rest = words.removeprefix("@").partition(" ")
    called = [side for side in sides if name and plain(side.first_name) == plain(name)]
    if called:
        return called[0], rest.strip()
    alone = sides if len(sides) == 1 else ()
    return (alone[0], words.removeprefix("@").strip()) if alone else None


def replied_to(connection: Connection, space: int, person: str, sid: str) -> bool:
    """Whether this message of ours came through a relay."""
    query = select(outboxes.c.id).where(
        outboxes.c.space_id == space, outboxes.c.place == direct(person),
        outboxes.c.platform_id == sid, outboxes.c.purpose == "relay",
    )  # fmt: skip
    return connection.execute(query).first() is not None


def pass_on(
    connection: Connection, space: int, sender: Side, to: Side, words: str, now: datetime
) -> None:
    """Bring words to the other one, under the sender's first name."""
    for piece in split(words, MOST_WORDS):
        text = Text("whatsapp-relay-words", name=sender.first_name, words=piece)
        _tell(connection, space, to, text, now, "relay")


def leave(connection: Connection, space: int, person: str, to: Side, now: datetime) -> None:
    """The relay with that person ends; both are told."""
    me = itself(connection, space, person)
    assert me is not None
    connection.execute(
        delete(in_place).where(
            in_place.c.place_id == to.relay, in_place.c.member_id == me.member_id
        )
    )
    _tell(connection, space, me, Text("whatsapp-relay-left"), now, "reply")
    _tell(connection, space, to, Text("whatsapp-relay-over", name=me.first_name), now)


def itself(connection: Connection, space: int, person: str) -> Side | None:
    """The member behind an identity; None before they have joined."""
    row = connection.execute(_people(space).where(identities.c.external_id == person)).first()
    return _side(row, 0) if row else None


def _sides(connection: Connection, space: int, relay: int | None) -> list[Side]:
    query = _people(space).join(in_place, in_place.c.member_id == members.c.id)
    rows = connection.execute(query.where(in_place.c.place_id == relay))
    return [_side(row, relay or 0) for row in rows]


def _people(space: int) -> Any:
    return (
        select(
            members.c.id, identities.c.external_id, members.c.name, members.c.locale,
            members.c.time_zone,
        )
        .select_from(identities.join(members, members.c.id == identities.c.member_id))
        .where(identities.c.space_id == space)
        .order_by(members.c.id)
    )  # fmt: skip


def _side(row: Row[Any], relay: int) -> Side:
    return Side(relay, row.id, row.external_id, row.name, row.locale, row.time_zone)


def _tell(
    connection: Connection, space: int, side: Side, text: Text, now: datetime,
    purpose: str = PURPOSE,
) -> None:  # fmt: skip
    outgoing = Outgoing(text=text, locale=side.locale, zone=side.zone)
    outbox.add(connection, [_row(space, side, outgoing.payload(), now, purpose)])


def _row(
    space: int, side: Side, payload: dict[str, Any], now: datetime, purpose: str = PURPOSE
) -> dict[str, Any]:
    return {
        "space_id": space, "place": direct(side.person), "member_id": side.member_id,
        "purpose": purpose, "payload": payload, "created_at": now,
    }  # fmt: skip
