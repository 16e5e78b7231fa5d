"""The spaces a community lives in: the bot meets one by being installed there."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Connection, insert, select, update

from storage.tables import Community, Identity, Member, Space, table

spaces, communities = table(Space), table(Community)
identities, members = table(Identity), table(Member)


def settle(connection: Connection, connector: str, external_id: str, *, rooms: bool = True) -> int:
    """The space's id; a new one belongs to the first community of this installation.

    `rooms` says whether the bot can open a room there for two people.
    """
    known = select(spaces.c.id).where(
        spaces.c.connector == connector, spaces.c.external_id == external_id
    )
    found: int | None = connection.execute(known).scalar()
    if found is not None:
        connection.execute(update(spaces).where(spaces.c.id == found).values(rooms=rooms))
        return found
    home = connection.execute(select(communities.c.id).order_by(communities.c.id)).scalars().first()
    row = {"community_id": home, "connector": connector, "external_id": external_id}
    connection.execute(insert(spaces), row | {"rooms": rooms})
    return settle(connection, connector, external_id, rooms=rooms)


def language(connection: Connection) -> str:
    """What is spoken here with whom the bot knows no language of: the first community's."""
    first = select(communities.c.locale).order_by(communities.c.id).limit(1)
    spoken: str = connection.execute(first).scalar_one()
    return spoken


def people(connection: Connection, connector: str, external_id: str) -> list[str]:
    """Everybody the bot has met in a space, by the platform's ids."""
    query = (
        select(identities.c.external_id)
        .join(spaces, spaces.c.id == identities.c.space_id)
        .where(spaces.c.connector == connector, spaces.c.external_id == external_id)
    )
    return list(connection.execute(query).scalars())


def present(connection: Connection, connector: str) -> dict[str, list[str]]:
    """Everybody there who has not left, by the platform's ids of space and person."""
    query = (
        select(spaces.c.external_id, identities.c.external_id)
        .join(identities, identities.c.space_id == spaces.c.id)
        .join(members, members.c.id == identities.c.member_id)
        .where(spaces.c.connector == connector, members.c.left_at.is_(None))
    )
    found: dict[str, list[str]] = defaultdict(list)
    for space, person in connection.execute(query):
        found[space].append(person)
    return dict(found)
