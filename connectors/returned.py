"""What will not arrive: whoever wrote it, or waits for an answer to it, does not wait in vain."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from community import exchanges, unreached
from community.scope import Scope
from conversations.outgoing import passing
from storage.tables import Dialogue, Member, table

members, dialogues = table(Member), table(Dialogue)


def nobody_waits(
    connection: Connection, reader: int | None, payload: Mapping[str, Any] | None, now: datetime
) -> bool:
    """See to those who count on a message that was given up; whether there are any.

    The writer of words that pass is told, and never why; a request goes on to somebody else.
    """
    home = select(members.c.community_id).where(members.c.id == reader)
    community = connection.execute(home).scalar() if reader is not None else None
    if community is None or reader is None or payload is None:
        return False
    scope = Scope(connection, now, community)
    seen_to = _told(scope, reader, payload) or _moved_on(scope, reader, payload)
    scope.close(keep=True)
    return seen_to


def _told(scope: Scope, reader: int, payload: Mapping[str, Any]) -> bool:
    through = passing(payload)
    if through is not None:
        exchanges.undelivered(scope, through.introduction, reader, through.event)
    return through is not None


def _moved_on(scope: Scope, reader: int, payload: Mapping[str, Any]) -> bool:
    """A question about an introduction, by its token: the dialogue behind it waits for nobody."""
    asked = select(dialogues.c.args).where(
        dialogues.c.token == payload.get("token"), dialogues.c.member_id == reader
    )
    args = scope.connection.execute(asked).scalar() or {}
    return "introduction" in args and unreached.move_on(scope, args["introduction"], reader)
