"""Words of a member that will not arrive: whoever wrote them is told so, and never why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from community import exchanges
from community.scope import Scope
from conversations.outgoing import passing
from storage.tables import Member, table

members = table(Member)


def tell_the_writer(
    connection: Connection, reader: int | None, payload: Mapping[str, Any] | None, now: datetime
) -> bool:
    """Whether a message that was given up held words of another member; they hear of it then."""
    through = passing(payload or {})
    if through is None or reader is None:
        return False
    home = select(members.c.community_id).where(members.c.id == reader)
    community = connection.execute(home).scalar()
    if community is None:
        return False
    scope = Scope(connection, now, community)
    exchanges.undelivered(scope, through.introduction, reader, through.event)
    scope.close(keep=True)
    return True
