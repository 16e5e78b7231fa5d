"""Something told to many: a dialogue begun with one member after the other, nobody twice.

Each piece is a transaction: who is told and how far it has come become true together, so that a
kill in the middle leaves a broadcast that goes on where it was. What is said leaves through the
outbox, at each platform's rate and by the rules of delivery; `progress` reads how far it is.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlmodel import col, select

from community import groups, many
from community.scope import Scope
from storage.tables import Broadcast, OptOut, Run

AT_ONCE = 500
"""Members in one transaction: others wait for it."""


def broadcast(
    scope: Scope,
    dialogue: str,
    audience: Collection[int],
    *,
    run_id: int | None = None,
    **args: Any,
) -> int:
    """Have a dialogue begin with every active member of these groups; how many they are now.

    Whoever is paused is left out. It goes on by itself, a piece at a time.
    """
    total = groups.count(scope.connection, scope.community_id, audience, scope.now)
    row = Broadcast(
        community_id=scope.community_id, run_id=run_id, dialogue=dialogue, args=args,
        audience=list(audience), total=total, begun_at=scope.now, due_at=scope.now,
    )  # fmt: skip
    scope.db.add(row)
    scope.db.flush()
    return total


def due(scope: Scope, limit: int = 200) -> list[int]:
    """The broadcasts that are not done, the oldest first."""
    query = select(Broadcast.id).where(
        col(Broadcast.due_at) <= scope.now, col(Broadcast.community_id) == scope.community_id
    )
    found = scope.db.exec(query.order_by(col(Broadcast.due_at), col(Broadcast.id)).limit(limit))
    return [each for each in found if each is not None]


def go_on(scope: Scope, broadcast_id: int, at_once: int = AT_ONCE) -> bool:
    """Tell the next piece of them; whether there are more."""
    row = scope.db.get_one(Broadcast, broadcast_id, with_for_update=True)
    if row.due_at is None:
        return False
    told = groups.members_of(
        scope.connection, scope.community_id, row.audience,
        now=scope.now, after=row.upto, limit=at_once,
    )  # fmt: skip
    willing = dict.fromkeys(_willing(scope, row, told), row.args)
    many.notify(scope, row.dialogue, willing, occasion=f"broadcast:{row.id}", broadcast=row.id)
    row.told, row.upto = row.told + len(told), max(told, default=row.upto)
    if len(told) < at_once:
        row.due_at = None
    scope.db.flush()
    return row.due_at is not None


def _willing(scope: Scope, row: Broadcast, member_ids: Sequence[int]) -> list[int]:
    """Those of them who have not said that they want no more of this ritual."""
    left = select(OptOut.member_id).join(Run, col(Run.ritual_id) == col(OptOut.ritual_id))
    gone = set(scope.db.exec(left.where(col(Run.id) == row.run_id)))
    return [each for each in member_ids if each not in gone]
