"""People who take no direct messages: that they don't, and the private thread that stands in.

It is a place of its own kind beside the shared rooms, with one member; an erasure empties it with
them.
"""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, Select, delete, func, insert, select, update

from storage.tables import Conversation, Dialogue, Identity, Place, PlaceMember, Space, table

places, inside = table(Place), table(PlaceMember)
identities, spaces = table(Identity), table(Space)
conversations, dialogues = table(Conversation), table(Dialogue)
KIND = "line"


class Line(NamedTuple):
    """Somebody's line beside the direct one; `thread` is Discord's id of it, once there is one."""

    id: int
    thread: str | None


def closed(connection: Connection, space: str, person: str) -> Line | None:
    """The line of somebody who takes no direct messages; None for everybody else."""
    query = (
        select(places.c.id, places.c.platform_id)
        .join(inside, inside.c.place_id == places.c.id)
        .join(identities, identities.c.member_id == inside.c.member_id)
        .join(spaces, spaces.c.id == places.c.space_id)
        .where(
            places.c.kind == KIND, identities.c.space_id == places.c.space_id,
            identities.c.external_id == person, spaces.c.external_id == space,
            spaces.c.connector == "discord",
        )
    )  # fmt: skip
    row = connection.execute(query).first()
    return Line(row.id, row.platform_id) if row else None


def talked(connection: Connection, person: str) -> list[str]:
    """The servers in which the bot and this person talk, the latest first.

    The direct line is one for all of them: words there belong to what was asked or said last.
    """
    query = (
        select(spaces.c.external_id, conversations.c.heard_at, func.max(dialogues.c.asked_at))
        .join(identities, identities.c.space_id == spaces.c.id)
        .join(
            conversations,
            (conversations.c.space_id == spaces.c.id)
            & (conversations.c.place == identities.c.direct_place),
        )
        .outerjoin(dialogues, dialogues.c.conversation_id == conversations.c.id)
        .where(identities.c.external_id == person, spaces.c.connector == "discord")
        .group_by(spaces.c.external_id, conversations.c.heard_at)
    )
    latest = {
        space: max(when for when in (heard_at, asked_at) if when)
        for space, heard_at, asked_at in connection.execute(query)
        if heard_at or asked_at
    }
    return sorted(latest, key=latest.__getitem__, reverse=True)


def everybody(connection: Connection) -> set[str]:
    """The people who take no direct messages: few, so that most need not be looked up."""
    query = (
        select(identities.c.external_id)
        .join(inside, inside.c.member_id == identities.c.member_id)
        .join(places, places.c.id == inside.c.place_id)
        .where(places.c.kind == KIND)
    )
    return set(connection.execute(query).scalars())


def close(connection: Connection, space: str, person: str) -> None:
    """Remember that direct messages don't reach this person."""
    who = connection.execute(_identity(space, person)).first()
    if who is None or closed(connection, space, person):
        return
    row = {"space_id": who.space_id, "key": f"line:{who.member_id}", "kind": KIND, "title": ""}
    added = connection.execute(insert(places).values(row).returning(places.c.id)).scalar_one()
    connection.execute(insert(inside), {"place_id": added, "member_id": who.member_id})


def opened(connection: Connection, person: str) -> None:
    """They wrote in the direct line: it can be used again, in every server."""
    whose = select(identities.c.member_id).where(identities.c.external_id == person)
    lines = (
        select(places.c.id)
        .join(inside, inside.c.place_id == places.c.id)
        .where(places.c.kind == KIND, inside.c.member_id.in_(whose))
    )
    for line in connection.execute(lines).scalars().all():
        connection.execute(delete(inside).where(inside.c.place_id == line))
        connection.execute(delete(places).where(places.c.id == line))


def note_thread(connection: Connection, line: int, thread: str | None) -> None:
    """Remember which thread stands in, or that it is gone."""
    connection.execute(update(places).where(places.c.id == line).values(platform_id=thread))


def is_known(connection: Connection, thread: str) -> bool:
    """Whether a place of ours is in this thread: a room, or a line beside the direct one."""
    there = select(places.c.id).where(places.c.platform_id == thread)
    return connection.execute(there).first() is not None


def _identity(space: str, person: str) -> Select[tuple[int, int]]:
    return (
        select(identities.c.space_id, identities.c.member_id)
        .join(spaces, spaces.c.id == identities.c.space_id)
        .where(
            identities.c.external_id == person, spaces.c.external_id == space,
            spaces.c.connector == "discord",
        )
    )  # fmt: skip
