"""Two people turn out to be one: what becomes of the members behind them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select, update

from community import partings
from community.merging import leave_space
from community.scope import Scope
from connectors.ingress import direct
from storage.tables import (
    Alias,
    Conversation,
    Dialogue,
    Identity,
    Inbox,
    Member,
    Outbox,
    table,
)

aliases, identities, members = table(Alias), table(Identity), table(Member)
inboxes, outboxes = table(Inbox), table(Outbox)
conversations, dialogues = table(Conversation), table(Dialogue)


def merge(connection: Connection, space: int, one: str, other: str, now: datetime) -> str:
    """Two people turn out to be one: the member who was welcomed stays, else the first."""
    found: dict[str, Any] = {each: _member(connection, space, each) for each in (one, other)}
    welcomed = {each for each, row in found.items() if row is not None and row.welcomed_at}
    kept, gone = (other, one) if welcomed == {other} else (one, other)
    if found[gone] is not None:
        _merge_members(connection, space, (gone, found[gone]), (kept, found[kept]), now)
    moved = (
        update(aliases)
        .where(aliases.c.space_id == space, aliases.c.person == gone)
        .values(person=kept)
    )
    connection.execute(moved)
    return kept


def _member(connection: Connection, space: int, person: str) -> Any:
    query = (
        select(
            members.c.id,
            members.c.welcomed_at,
            members.c.community_id,
            identities.c.id.label("identity"),
        )
        .join(identities, identities.c.member_id == members.c.id)
        .where(identities.c.space_id == space, identities.c.external_id == person)
    )
    return connection.execute(query).first()


def _merge_members(
    connection: Connection,
    space: int,
    going: tuple[str, Any],
    staying: tuple[str, Any],
    now: datetime,
) -> None:
    """What waits for the one that goes is the other's; their talk ends, nobody waits for them."""
    (gone, member), (kept, stays) = going, staying
    for box in (inboxes, outboxes):
        moved = update(box).where(box.c.space_id == space, box.c.place == direct(gone))
        values = {"place": direct(kept)} | ({"sender": kept} if box is inboxes else {})
        connection.execute(moved.values(**values))
    here = identities.c.space_id == space, identities.c.external_id == gone
    if stays is None:
        renamed = {"external_id": kept, "direct_place": direct(kept)}
        connection.execute(update(identities).where(*here).values(**renamed))
        return
    _end_talk(connection, space, direct(gone))
    scope = Scope(
        connection, now, member.community_id, actor_id=member.id, identity_id=member.identity
    )
    if not leave_space(scope):
        partings.leave(scope, member.id)
    scope.close(keep=True)


def _end_talk(connection: Connection, space: int, place: str) -> None:
    talk = select(conversations.c.id).where(
        conversations.c.space_id == space, conversations.c.place == place
    )
    connection.execute(delete(dialogues).where(dialogues.c.conversation_id.in_(talk)))
    connection.execute(
        delete(conversations).where(
            conversations.c.space_id == space, conversations.c.place == place
        )
    )
