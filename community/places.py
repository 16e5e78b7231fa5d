"""Channels: where organisers let the bot offer help of its own accord."""

from __future__ import annotations

import secrets
from typing import Any

from sqlalchemy import Connection, and_, insert, or_, update
from sqlmodel import col, select

from community import members
from community.scope import Scope
from storage import inbox
from storage.tables import Community, Identity, Member, Place, Space, table

places = table(Place)

DEAF = frozenset({"discord", "whatsapp"})
"""Where the bot is told nothing of what is said in channels, or there are none."""


def can_listen(scope: Scope) -> bool:
    """Whether there are channels to listen to where whoever acts is right now."""
    return scope.db.get_one(Space, _space(scope)).connector not in DEAF


def listen(scope: Scope, key: str, *, on: bool) -> None:
    """Offer help in this channel from now on, or no more; organisers only, else NotAllowed."""
    place = _channel(scope, key)
    place.offers_help = on
    scope.db.flush()
    assert place.id is not None
    scope.audit("place", place.id, "silent" if on else "listening", "listening" if on else "silent")


def know(scope: Scope, key: str, title: str) -> None:
    """Know a channel by the platform's id, as one in which rituals can be; under its latest title.

    Organisers only, else NotAllowed.
    """
    _channel(scope, key).title = title
    scope.db.flush()


def listens(scope: Scope, space_id: int, key: str) -> bool:
    """Whether the bot may offer help in a channel."""
    place = _find(scope, space_id, key)
    return place is not None and place.offers_help


def may_read(
    connection: Connection, connector: str, space: str, channel: str, person: str, replied_to: str
) -> bool:
    """Whether words of that person in that channel are anything of the bot's: it listens there, or
    they stand under a question that it put; and the person is a member. By the platform's ids;
    nothing is written.
    """
    here = and_(col(Place.key) == channel, col(Place.offers_help))
    below = and_(col(Place.kind) == "thread", col(Place.platform_id) == replied_to)
    query = (
        select(col(Place.id))
        .join(Space, col(Space.id) == col(Place.space_id))
        .join(Identity, col(Identity.space_id) == col(Space.id))
        .join(Member, col(Member.id) == col(Identity.member_id))
        .where(
            col(Space.connector) == connector, col(Space.external_id) == space,
            or_(here, below),
            col(Identity.external_id) == person,
            col(Member.welcomed_at).is_not(None), col(Member.left_at).is_(None),
        )
    )  # fmt: skip
    return connection.execute(query).first() is not None


def open_thread(connection: Connection, space_id: int, key: str, platform_id: str) -> None:
    """Have what is answered below a message of ours as a place; `platform_id` is the message's.

    A message that was posted once more takes the place of the first.
    """
    known = places.c.space_id == space_id, places.c.key == key
    found = connection.execute(update(places).where(*known).values(platform_id=platform_id))
    if not found.rowcount:
        new = {"space_id": space_id, "key": key, "kind": "thread", "title": "",
               "platform_id": platform_id, "offers_help": False}  # fmt: skip
        connection.execute(insert(places).values(new))


def post(scope: Scope, place_id: int, host_id: int | None, about: str, **data: Any) -> None:
    """Begin a dialogue in a channel, in the name of an organiser who is there: it only speaks."""
    place = scope.db.get_one(Place, place_id)
    hosts = [host_id] if host_id is not None else []
    query = select(Identity).where(
        col(Identity.space_id) == place.space_id,
        col(Identity.member_id).in_([*hosts, *members.organisers(scope)]),
    )
    here = sorted(scope.db.exec(query), key=lambda each: each.member_id != host_id)
    if not here:
        raise LookupError("no organiser is in the space of this channel")
    inbox.put(
        scope.db.connection(), space_id=place.space_id, place=place.key, now=scope.now,
        event_id=f"{inbox.OURS}post:{about}:{secrets.token_hex(8)}", sender=here[0].external_id,
        payload={"kind": "start", "in": "channel", "data": {"dialogue": about, "args": data}},
    )  # fmt: skip


def language(scope: Scope) -> str:
    """What is spoken in channels, where everybody reads the same: the community's language."""
    return scope.db.get_one(Community, scope.community_id).locale


def channels(scope: Scope) -> list[Place]:
    """The channels that the bot knows, by their titles."""
    query = (
        select(Place)
        .join(Space, col(Space.id) == col(Place.space_id))
        .where(col(Space.community_id) == scope.community_id, col(Place.kind) == "channel")
    )
    return list(scope.db.exec(query.order_by(col(Place.title))))


def _channel(scope: Scope, key: str) -> Place:
    """The channel where whoever acts is, known from now on; organisers only, else NotAllowed."""
    members.require_organiser(scope)
    space = _space(scope)
    place = _find(scope, space, key)
    if place is None:
        place = Place(space_id=space, key=key, kind="channel", title=key, platform_id=key)
        scope.db.add(place)
    return place


def _find(scope: Scope, space_id: int, key: str) -> Place | None:
    query = select(Place).where(col(Place.space_id) == space_id, col(Place.key) == key)
    return scope.db.exec(query).first()


def _space(scope: Scope) -> int:
    """Where the actor acts right now."""
    assert scope.identity_id is not None
    return scope.db.get_one(Identity, scope.identity_id).space_id
