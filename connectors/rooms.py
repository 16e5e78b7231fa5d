"""Where a message goes on its platform; a shared room is opened there when it is first needed."""

from __future__ import annotations

import asyncio
from datetime import datetime
from functools import partial
from typing import NamedTuple

from sqlalchemy import Connection, select, update

from community import roomless
from community.scope import Scope
from connectors.base import Address, Connector, Undeliverable
from storage import outbox
from storage.outbox import Parcel
from storage.tables import Identity, Place, PlaceMember, Space, table
from storage.writer import Writer

places, in_place, identities = table(Place), table(PlaceMember), table(Identity)
spaces = table(Space)

DIRECT = "dm:"


class _Wanted(NamedTuple):
    id: int
    title: str
    people: list[str]


class Rooms:
    """Finds the address of a message, and has rooms opened."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    async def address(self, connector: Connector, parcel: Parcel) -> Address:
        """Where it goes; raises what `open_room` does, and Undeliverable without such a place."""
        if parcel.place.startswith(DIRECT):
            return Address(parcel.space, parcel.place.removeprefix(DIRECT), direct=True)
        known = parcel.address or await self._open(connector, parcel)
        return Address(parcel.space, known, direct=False)

    async def _open(self, connector: Connector, parcel: Parcel) -> str:
        """Opened now, unless that happened since the message was looked up."""
        found = await asyncio.wrap_future(self._writer.submit(partial(_find, parcel=parcel)))
        if isinstance(found, str):
            return found
        key = f"{parcel.space_id}:{parcel.place}"
        opened = await connector.open_room(parcel.space, found.people, found.title, key)
        note = partial(_note, place=found.id, opened=opened)
        await asyncio.wrap_future(self._writer.submit(note))
        return opened


def never_opened(connection: Connection, parcel: Parcel, now: datetime, why: str) -> bool:
    """Whether the message was for a room that is not there: those in it then meet without one."""
    unopened = select(spaces.c.community_id).join(places, places.c.space_id == spaces.c.id).where(
        places.c.space_id == parcel.space_id, places.c.key == parcel.place,
        places.c.kind == "room", places.c.platform_id.is_(None),
    )  # fmt: skip
    community = connection.execute(unopened).scalar()
    if community is None:
        return False
    outbox.give_up(connection, (parcel.space_id, parcel.place), why)
    scope = Scope(connection, now, community)
    roomless.meet(scope, parcel.place)
    scope.close(keep=True)
    return True


def _find(connection: Connection, parcel: Parcel) -> str | _Wanted:
    here = select(places).where(places.c.space_id == parcel.space_id, places.c.key == parcel.place)
    place = connection.execute(here).first()
    if place is None:
        raise Undeliverable("no such place")
    if place.platform_id is not None:
        return str(place.platform_id)
    if place.kind != "room":
        return str(place.key)
    people = (
        select(identities.c.external_id)
        .join(in_place, in_place.c.member_id == identities.c.member_id)
        .where(in_place.c.place_id == place.id, identities.c.space_id == parcel.space_id)
        .order_by(identities.c.id)
    )
    return _Wanted(place.id, place.title, list(connection.execute(people).scalars()))


def _note(connection: Connection, place: int, opened: str) -> None:
    connection.execute(update(places).where(places.c.id == place).values(platform_id=opened))
