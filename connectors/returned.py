"""What waits or will not arrive: whoever wrote it, or counts on an answer, is seen to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from community import exchanges, unreached
from community.scope import Scope
from conversations.outgoing import passing
from storage.tables import Dialogue, Member, table

members, dialogues = table(Member), table(Dialogue)
Payload = Mapping[str, Any]
SeenTo = Callable[[Connection, int | None, Payload | None, datetime], bool]
"""Told a message's reader, its payload as the outbox holds it, and the time; whether anybody was
seen to."""


def nobody_waits(
    connection: Connection, reader: int | None, payload: Payload | None, now: datetime
) -> bool:
    """See to those who count on a message that was given up.

    The writer of words that pass is told, and never why; a request goes on to somebody else.
    """
    return _within(connection, reader, payload, now, _given_up)


def words_wait(
    connection: Connection, reader: int | None, payload: Payload | None, now: datetime
) -> bool:
    """Tell the writer of words that pass that they are read later."""
    return _within(connection, reader, payload, now, _held)


def _within(
    connection: Connection,
    reader: int | None,
    payload: Payload | None,
    now: datetime,
    see_to: Callable[[Scope, int, Payload], bool],
) -> bool:
    home = select(members.c.community_id).where(members.c.id == reader)
    community = connection.execute(home).scalar() if reader is not None else None
    if community is None or reader is None or payload is None:
        return False
    scope = Scope(connection, now, community)
    seen_to = see_to(scope, reader, payload)
    scope.close(keep=True)
    return seen_to


def _held(scope: Scope, reader: int, payload: Payload) -> bool:
    through = passing(payload)
    if through is not None:
        exchanges.held(scope, through.introduction, reader, through.event)
    return through is not None


def _given_up(scope: Scope, reader: int, payload: Payload) -> bool:
    through = passing(payload)
    if through is None:
        return _moved_on(scope, reader, payload)
    exchanges.undelivered(scope, through.introduction, reader, through.event)
    return True


def _moved_on(scope: Scope, reader: int, payload: Payload) -> bool:
    """A question about an introduction, by its token: the dialogue behind it waits for nobody."""
    asked = select(dialogues.c.args).where(
        dialogues.c.token == payload.get("token"), dialogues.c.member_id == reader
    )
    args = scope.connection.execute(asked).scalar() or {}
    return "introduction" in args and unreached.move_on(scope, args["introduction"], reader)
