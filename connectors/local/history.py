"""What was said in the places of the local page, and who may be where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, literal, select

from community.words import MOST_NAME
from conversations.language import render
from conversations.texts import Text
from storage.inbox import PENDING
from storage.inbox import inbox as inboxes
from storage.outbox import QUEUED
from storage.outbox import outbox as outboxes
from storage.prepared import Prepared
from storage.tables import (
    Dialogue,
    Identity,
    LocalMessage,
    Member,
    Place,
    PlaceMember,
    Space,
    table,
)  # fmt: skip

CONNECTOR = "local"
BOT = "bot"
MOST = 200
LINE = "line:"
"""How the token of a message begins that may be replaced; a question's has no colon."""

messages, places, in_place = table(LocalMessage), table(Place), table(PlaceMember)
identities, members, dialogues = table(Identity), table(Member), table(Dialogue)
spaces = table(Space)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody as the local page knows them; without `member_id`, their join still waits.

    Until they are `welcomed` they have agreed to nothing, and speak with nobody but the bot.
    """

    external_id: str
    member_id: int | None
    name: str
    welcomed: bool = False
    removed: bool = False
    """By the team: they speak with the bot about their data, and with nobody else."""


_here = select(spaces.c.id).where(spaces.c.connector == CONNECTOR).order_by(spaces.c.id)
_residents = (
    select(
        identities.c.external_id, members.c.id, members.c.name,
        members.c.welcomed_at.is_not(None), members.c.left_at.is_not(None),
    )
    .join(members, members.c.id == identities.c.member_id)
    .where(
        identities.c.space_id == bindparam("space"),
        identities.c.external_id.in_(bindparam("ids", expanding=True)),
        members.c.left_at.is_(None) | members.c.removed_at.is_not(None),
    )
)  # fmt: skip
_kinds = select(places.c.key, places.c.kind).where(
    places.c.space_id == bindparam("space"), places.c.key.in_(bindparam("keys", expanding=True))
)


def space_id(connection: Connection) -> int:
    """The local page's space."""
    found: int = connection.execute(_here).scalars().first() or 0
    return found


def community_id(connection: Connection, space: int) -> int:
    """Whose space it is."""
    owner = select(spaces.c.community_id).where(spaces.c.id == space)
    found: int = connection.execute(owner).scalar_one()
    return found


def speakers(connection: Connection, space: int, ids: Iterable[str]) -> dict[str, Speaker]:
    """Who may speak, of these ids: members, and newcomers whose accepted join waits its turn."""
    wanted = set(ids)
    known = residents(connection, space, wanted)
    unknown = wanted - set(known)
    return known | newcomers(connection, space, unknown) if unknown else known


def residents(connection: Connection, space: int, ids: Iterable[str]) -> dict[str, Speaker]:
    """The members with these ids here, but for those who have left of their own accord."""
    found = connection.execute(_residents, {"space": space, "ids": list(ids)}).all()
    return {row[0]: Speaker(*row) for row in found}


def newcomers(connection: Connection, space: int, ids: Iterable[str]) -> dict[str, Speaker]:
    """Those of these ids who are about to be members: what they say comes after their join."""
    query = select(inboxes.c.sender, inboxes.c.payload).where(
        PENDING, inboxes.c.space_id == space, inboxes.c.sender.in_(list(ids))
    )
    return {
        sender: Speaker(sender, None, payload.get("values", {}).get("name", "")[:MOST_NAME])
        for sender, payload in connection.execute(query)
        if payload["kind"] == "join"
    }


def place_kinds(connection: Connection, space: int, keys: Iterable[str]) -> dict[str, str]:
    """The kind of each of these channels and rooms, of those that exist."""
    wanted = list(keys)
    if not wanted:
        return {}
    found = connection.execute(_kinds, {"space": space, "keys": wanted})
    return {row.key: row.kind for row in found}


def is_in_room(connection: Connection, space: int, key: str, member_id: int | None) -> bool:
    """Whether a member was let into a room."""
    query = (
        select(in_place.c.member_id)
        .join(places, places.c.id == in_place.c.place_id)
        .where(places.c.space_id == space, places.c.key == key, in_place.c.member_id == member_id)
    )
    return connection.execute(query).first() is not None


_write = Prepared(
    insert(messages).inline(), ("space_id", "place", "author", "author_name", "at", "payload")
)


def write(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Add messages; each row has space_id, place, author, author_name, at and payload."""
    _write.run(connection, rows)


def read(
    connection: Connection, space: int, keys: Sequence[str], after: int, locale: str
) -> list[dict[str, Any]]:
    """The messages of these places after a number, as the API shows them, oldest first.

    Whoever has no name yet is called a newcomer, in the reader's language.
    """
    query = (
        select(messages, dialogues.c.id.label("open"))
        .outerjoin(
            dialogues, (dialogues.c.token == messages.c.token) & (dialogues.c.status != "over")
        )
        .where(messages.c.space_id == space, messages.c.place.in_(keys), messages.c.n > after)
        .order_by(messages.c.n)
        .limit(MOST)
    )
    rows = connection.execute(query).all()
    later = _asked_again(connection, space, keys, [row for row in rows if row.open is not None])
    return [shown(row, locale, again=row.n < later.get(row.token, 0)) for row in rows]


def lines(
    connection: Connection, space: int, keys: Sequence[str], upto: int, locale: str
) -> list[dict[str, Any]]:
    """The messages up to a number in these places that may be replaced, as they stand now."""
    query = (
        select(messages, literal(None).label("open"))
        .where(messages.c.space_id == space, messages.c.place.in_(keys), messages.c.n <= upto)
        .where(messages.c.token.startswith(LINE))
        .order_by(messages.c.n.desc())
        .limit(MOST)
    )
    return [shown(row, locale, again=False) for row in reversed(connection.execute(query).all())]


def _asked_again(
    connection: Connection, space: int, keys: Sequence[str], asked: Sequence[Row[Any]]
) -> dict[str, int]:
    """The last message of each question that stands: it is answered there, not further up."""
    if not asked:
        return {}
    query = (
        select(messages.c.token, func.max(messages.c.n).label("last"))
        .where(messages.c.space_id == space, messages.c.place.in_(keys))
        .where(messages.c.n >= asked[0].n, messages.c.token.in_({row.token for row in asked}))
        .group_by(messages.c.token)
    )
    return {row.token: row.last for row in connection.execute(query)}


def is_answering(connection: Connection, space: int, key: str, now: datetime) -> bool:
    """Whether something said in that place is not handled yet, or an answer is on its way there.

    Ask before reading the messages: once this is False they are all there.
    """
    heard = select(inboxes.c.id).where(
        PENDING, inboxes.c.space_id == space, inboxes.c.place == key
    )  # fmt: skip
    said = select(outboxes.c.id).where(
        QUEUED, outboxes.c.space_id == space, outboxes.c.place == key, outboxes.c.next_at <= now
    )
    return bool(connection.execute(select(heard.exists() | said.exists())).scalar())


def named(name: str, locale: str) -> str:
    """A name, or what somebody is called before they gave one."""
    return name or render(Text("newcomer"), locale)


def shown(row: Row[Any], locale: str, *, again: bool) -> dict[str, Any]:
    """One message in the neutral form of docs/local-api.md."""
    at: datetime = row.at
    message: dict[str, Any] = {
        "n": row.n, "place": row.place, "author": row.author, "at": at.isoformat(),
        "author_name": named(row.author_name, locale), "text": "",
        "token": None if (row.token or "").startswith(LINE) else row.token,
        "open": row.open is not None and not again,
        "choices": None, "many": False, "form": None, "card": None, "image": None, "link": None,
        "file": None,
    }  # fmt: skip
    message.update({key: each for key, each in row.payload.items() if key != "about"})
    return message


def places_of(connection: Connection, space: int, speaker: Speaker) -> list[dict[str, str]]:
    """The channels and rooms where a member can be."""
    query = (
        select(places.c.key.label("place"), places.c.title, places.c.kind)
        .outerjoin(
            in_place,
            (in_place.c.place_id == places.c.id) & (in_place.c.member_id == speaker.member_id),
        )
        .where(
            places.c.space_id == space,
            (places.c.kind == "channel") | in_place.c.member_id.is_not(None),
        )
        .order_by(places.c.id)
    )
    return [dict(row) for row in connection.execute(query).mappings()]


def companions(connection: Connection, space: int, speaker: Speaker) -> dict[str, list[str]]:
    """Who else is in each of a member's rooms: names, by the room's key."""
    mine = select(in_place.c.place_id).where(in_place.c.member_id == speaker.member_id)
    query = (
        select(places.c.key, members.c.name)
        .join(in_place, in_place.c.place_id == places.c.id)
        .join(members, members.c.id == in_place.c.member_id)
        .where(places.c.space_id == space, places.c.kind == "room", places.c.id.in_(mine))
        .where(members.c.id != speaker.member_id)
        .order_by(members.c.id)
    )
    found: dict[str, list[str]] = defaultdict(list)
    for room, name in connection.execute(query):
        found[room].append(name)
    return found


def everyone(
    connection: Connection, space: int, now: datetime, locale: str
) -> list[dict[str, Any]]:
    """Every member of the local page, for knowing who reads it; those who were removed, too."""
    query = (
        select(
            identities.c.external_id, members.c.name, members.c.role, members.c.locale,
            members.c.headline, members.c.paused_until, members.c.external, members.c.time_zone,
            members.c.left_at,
        )
        .join(members, members.c.id == identities.c.member_id)
        .where(identities.c.space_id == space)
        .where(members.c.left_at.is_(None) | members.c.removed_at.is_not(None))
        .order_by(members.c.name)
    )  # fmt: skip
    return [
        {
            "id": row.external_id, "name": named(row.name, locale), "role": row.role,
            "locale": row.locale, "time_zone": row.time_zone,
            "headline": row.headline, "external": row.external,
            "removed": row.left_at is not None,
            "paused": row.paused_until is not None and row.paused_until > now,
        }
        for row in connection.execute(query)
    ]  # fmt: skip
