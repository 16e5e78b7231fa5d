"""Shared rooms: where two people who agreed to meet can talk without the bot."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col, select

from community.scope import Scope
from storage import inbox
from storage.tables import Identity, Member, Place, PlaceMember


def open_for(scope: Scope, key: str, member_ids: Sequence[int]) -> str | None:
    """A room in a space that all of them are in; its key, or None when they share no space."""
    space_id = _common_space(scope, member_ids)
    if space_id is None:
        return None
    people = [scope.db.get_one(Member, member_id) for member_id in member_ids]
    title = " & ".join(person.name for person in people)
    room = Place(space_id=space_id, key=key, kind="room", title=title)
    scope.db.add(room)
    scope.db.flush()
    assert room.id is not None
    scope.db.add_all(PlaceMember(place_id=room.id, member_id=person) for person in member_ids)
    return key


def greet(scope: Scope, key: str, host_id: int, *, introduction: int | None) -> None:
    """Have the bot say the first words in the room of two who were introduced."""
    open_with(scope, key, host_id, "introduction", introduction=introduction)


def open_with(scope: Scope, key: str, host_id: int, dialogue: str, **args: int | None) -> None:
    """Have the bot say the first words in the room: a dialogue, once for these arguments."""
    room = scope.db.exec(select(Place).where(col(Place.key) == key)).one()
    host = scope.db.exec(
        select(Identity).where(
            col(Identity.member_id) == host_id, col(Identity.space_id) == room.space_id
        )
    ).first()
    assert host is not None
    occasion = ":".join(str(each) for each in args.values())
    inbox.put(
        scope.db.connection(), space_id=room.space_id,
        event_id=f"{inbox.OURS}{dialogue}:{occasion}",
        place=key, sender=host.external_id, now=scope.now,
        payload={"kind": "start", "in": "room", "data": {"dialogue": dialogue, "args": args}},
    )  # fmt: skip


def locales(scope: Scope, key: str) -> list[str]:
    """The languages of those in the room, without repeats."""
    query = (
        select(Member.locale)
        .join(PlaceMember, col(PlaceMember.member_id) == col(Member.id))
        .join(Place, col(Place.id) == col(PlaceMember.place_id))
        .where(col(Place.key) == key)
        .order_by(col(Member.id))
    )
    return list(dict.fromkeys(scope.db.exec(query)))


def _common_space(scope: Scope, member_ids: Sequence[int]) -> int | None:
    spaces = [
        set(scope.db.exec(select(Identity.space_id).where(col(Identity.member_id) == member_id)))
        for member_id in member_ids
    ]
    common = set.intersection(*spaces)
    return min(common) if common else None
