"""Two people turn out to be one: what becomes of the members behind them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select, update

from community import members as people
from community import merging
from community.scope import Scope
from connectors.ingress import direct
from conversations.dialogue import REGISTRY
from storage.tables import (
    Alias,
    Conversation,
    Dialogue,
    Download,
    Identity,
    Inbox,
    Member,
    Outbox,
    Sending,
    table,
)

aliases, identities, members = table(Alias), table(Identity), table(Member)
inboxes, outboxes = table(Inbox), table(Outbox)
conversations, dialogues = table(Conversation), table(Dialogue)
BOXES = (inboxes, outboxes, table(Sending), table(Download))


def merge(connection: Connection, space: int, one: str, other: str, now: datetime) -> str:
    """Two people turn out to be one: who was welcomed stays, then who has a role, else the first.

    A role that was granted stays with the member, so that member stays.
    """
    found: dict[str, Any] = {each: _member(connection, space, each) for each in (one, other)}
    kept = max((one, other), key=lambda each: _weight(found[each]))
    gone = other if kept == one else one
    if found[gone] is not None:
        _merge_members(connection, space, (gone, found[gone]), (kept, found[kept]), now)
    moved = (
        update(aliases)
        .where(aliases.c.space_id == space, aliases.c.person == gone)
        .values(person=kept)
    )
    connection.execute(moved)
    return kept


def _weight(row: Any) -> tuple[bool, int]:
    if row is None:
        return False, 0
    return row.welcomed_at is not None, people.ROLES.index(row.role) if row.vouched else 0


def _member(connection: Connection, space: int, person: str) -> Any:
    query = (
        select(
            members.c.id,
            members.c.welcomed_at,
            members.c.community_id,
            members.c.role,
            identities.c.vouched,
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
    """What waits for the one that goes, and what they are being asked, is the other's."""
    (gone, member), (kept, stays) = going, staying
    _move_mail(connection, space, gone, kept)
    if stays is None:
        here = identities.c.space_id == space, identities.c.external_id == gone
        renamed = {"external_id": kept, "direct_place": direct(kept)}
        connection.execute(update(identities).where(*here).values(**renamed))
        return _move_talk(connection, space, gone, kept)
    scope = Scope(
        connection, now, member.community_id, actor_id=member.id, identity_id=member.identity
    )
    if member.id == stays.id or len(people.lines(scope, member.id)) > 1:
        _leave_line(scope, space, gone)
    else:
        merging.turn_out_to_be(scope, stays.id)
    scope.close(keep=True)
    return _move_talk(connection, space, gone, kept)


def _move_mail(connection: Connection, space: int, gone: str, kept: str) -> None:
    for box in BOXES:
        moved = update(box).where(box.c.space_id == space, box.c.place == direct(gone))
        values = {"place": direct(kept)} | ({"sender": kept} if box is inboxes else {})
        connection.execute(moved.values(**values))


def _leave_line(scope: Scope, space: int, gone: str) -> None:
    """They are met elsewhere as somebody linked to this line: there they are asked again."""
    talk = _talk(scope.connection, space, gone)
    query = select(dialogues).where(dialogues.c.conversation_id == talk)
    asked = scope.connection.execute(query).all()
    scope.connection.execute(delete(dialogues).where(dialogues.c.conversation_id == talk))
    merging.leave_space(scope)
    for each in asked:
        if REGISTRY[each.name].purpose != "reply" and each.name not in merging.ONE_SIDED:
            scope.notify(each.member_id, each.name, **each.args)


def _move_talk(connection: Connection, space: int, gone: str, kept: str) -> None:
    """Questions keep their buttons; the floor is with the one that stands where they go on."""
    former, talk = _talk(connection, space, gone), _talk(connection, space, kept)
    if former is None:
        return
    if talk is None:
        there = conversations.c.id == former
        connection.execute(update(conversations).where(there).values(place=direct(kept)))
        return
    standing = select(dialogues.c.id).where(dialogues.c.conversation_id == talk, dialogues.c.floor)
    floor = {} if connection.execute(standing).first() is None else {"floor": False}
    moved = update(dialogues).where(dialogues.c.conversation_id == former)
    connection.execute(moved.values(conversation_id=talk, **floor))
    connection.execute(delete(conversations).where(conversations.c.id == former))


def _talk(connection: Connection, space: int, person: str) -> int | None:
    here = conversations.c.space_id == space, conversations.c.place == direct(person)
    found: int | None = connection.execute(select(conversations.c.id).where(*here)).scalar()
    return found
