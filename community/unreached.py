"""What was brought to a member and never arrives: nobody waits for an answer to it."""

from __future__ import annotations

from community import asks, introductions, matchmaking
from community.lives import ASKED, OFFERED
from community.scope import Scope
from storage.tables import Ask


def move_on(scope: Scope, introduction_id: int, member_id: int) -> bool:
    """Ask the next, or tell the other of two; whether this member was waited for."""
    row = introductions.get(scope, introduction_id)
    if row.state in ASKED and row.helper_id == member_id:
        asks.pass_on(scope, row)
    elif row.state in OFFERED:
        matchmaking.expire(scope, row, scope.db.get_one(Ask, row.ask_id))
    else:
        return False
    return True
