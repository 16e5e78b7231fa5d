"""Silence that somebody wants on WhatsApp: since which message, and until when.

STOP holds until they come back, by whatever word: START, `/resume`, a button, or being welcomed.
A block holds until they write again, as only who has lifted it can.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from community import asks, introductions, members
from community.lives import ASKED
from community.scope import Scope
from connectors.ingress import direct
from conversations.language import locales
from conversations.outgoing import Outgoing
from conversations.replay import Said
from conversations.texts import Text
from storage import outbox
from storage.tables import Alias, Identity, Member, table

aliases, identities, people = table(Alias), table(Identity), table(Member)

BLOCKED = "blocked"
"""In place of a message of theirs: the platform takes nothing for them (63014, 21610)."""


def wanted_by(connection: Connection, space: int, person: str, now: datetime) -> str | None:
    """The message by which they want silence now, or `BLOCKED`; None when they have come back."""
    said = select(aliases.c.stopped_by).where(
        *_whose(space, person), aliases.c.stopped_by.is_not(None)
    )
    by: str | None = connection.execute(said).scalars().first()
    if by in {None, BLOCKED}:
        return by
    return None if _is_back(_member(connection, space, person), now) else by


def begin(connection: Connection, space: int, person: str, by: str, now: datetime) -> None:
    """From this message on they want silence. A member is paused with it, in the same moment."""
    _note(connection, space, person, by)
    with _acting(connection, space, person, now) as scope:
        if scope is not None:
            members.pause(scope, None)


def confirm(connection: Connection, space: int, person: str, now: datetime) -> None:
    """Tell somebody who is no member, in every language, as nobody knows theirs yet."""
    told = Outgoing.saying(Said(text=Text("stopped-stranger")), locales()[0], "UTC")
    outbox.add(connection, [{
        "space_id": space, "place": direct(person), "member_id": None, "purpose": "reply",
        "payload": told.payload(), "created_at": now,
    }])  # fmt: skip


def end(connection: Connection, space: int, person: str) -> None:
    """They want it no more."""
    _note(connection, space, person, None)


def met(connection: Connection, space: int, person: str, now: datetime) -> None:
    """Something could not be brought to them, and nothing else will be; others are asked instead.

    Their own word, if they gave one, weighs more than the platform's.
    """
    if wanted_by(connection, space, person, now) is None:
        _note(connection, space, person, BLOCKED)
    with _acting(connection, space, person, now) as scope:
        if scope is not None and scope.actor_id is not None:
            for row in introductions.of_helper(scope, scope.actor_id, *ASKED):
                asks.pass_on(scope, row)


@contextmanager
def _acting(
    connection: Connection, space: int, person: str, now: datetime
) -> Iterator[Scope | None]:
    """A scope in which they act themselves; None for who is no member."""
    found = _member(connection, space, person)
    if found is None:
        yield None
        return
    scope = Scope(
        connection, now, found.community_id, actor_id=found.id, identity_id=found.identity
    )
    yield scope
    scope.close(keep=True)


def _member(connection: Connection, space: int, person: str) -> Row[Any] | None:
    query = (
        select(people, identities.c.id.label("identity"))
        .join(identities, identities.c.member_id == people.c.id)
        .where(identities.c.space_id == space, identities.c.external_id == person)
    )
    return connection.execute(query).first()


def _is_back(member: Row[Any] | None, now: datetime) -> bool:
    """Whether they are among us: welcomed, and not paused."""
    if member is None or member.welcomed_at is None:
        return False
    return member.paused_until is None or member.paused_until <= now


def _note(connection: Connection, space: int, person: str, by: str | None) -> None:
    connection.execute(update(aliases).where(*_whose(space, person)).values(stopped_by=by))


def _whose(space: int, person: str) -> tuple[Any, Any]:
    return aliases.c.space_id == space, aliases.c.person == person
