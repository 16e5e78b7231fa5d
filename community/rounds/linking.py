"""A way to each other for a group of a round that shares no room: the relay, two and two.

As in any introduction nothing passes before both have agreed, and no contact is given without that.
In a circle each two would be too many: each of it says whom they would like to write to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from sqlmodel import col, select

from community import blocks, members, relays
from community.lives import ROUND
from community.scope import Scope
from storage.tables import Ask, Introduction, Ritual, Round, RoundGroup, Seat

MOST = 3
"""People of a group who are asked at once, each of them about every other one."""


def offer(scope: Scope, ritual_id: int, member_ids: Sequence[int]) -> None:
    """Ask each two of a group whether they would write to each other through the bot."""
    if len(member_ids) > MOST:
        return
    ritual = scope.db.get_one(Ritual, ritual_id)
    for one, other in combinations(member_ids, 2):
        if other not in blocks.not_to_meet(scope, one) and not relays.are_asked(scope, one, other):
            _introduce(scope, ritual, one, other)


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody of the same group."""

    id: int
    name: str


def reachable(scope: Scope, group_id: int) -> list[Partner]:
    """Those of the circle of whoever acts to whom they can ask to write: none in one that shares a
    room, nobody who is asked about it already, or who is not to meet them."""
    one = scope.actor_id or 0
    group, seated = scope.db.get_one(RoundGroup, group_id), _seated(scope, group_id)
    if group.room or one not in seated or len(seated) <= MOST:
        return []
    apart = blocks.not_to_meet(scope, one)
    found = [members.get(scope, other) for other in seated
             if other not in {one, *apart} and not relays.are_asked(scope, one, other)]  # fmt: skip
    return [Partner(each.id or 0, each.name) for each in found if each.name]


def write_to(scope: Scope, group_id: int, other: int) -> bool:
    """Whoever acts would like to write to that one of their circle: both are asked; False for
    somebody who can't be asked about it any more."""
    if other not in {each.id for each in reachable(scope, group_id)}:
        return False
    row = scope.db.get_one(Round, scope.db.get_one(RoundGroup, group_id).round_id)
    _introduce(scope, scope.db.get_one(Ritual, row.ritual_id), scope.actor_id or 0, other)
    return True


def _seated(scope: Scope, group_id: int) -> list[int]:
    """The ids of who is in a group that was approved."""
    placed = select(Seat.member_id).where(
        col(Seat.group_id) == group_id, col(Seat.state) == "placed"
    )
    return list(scope.db.exec(placed.order_by(col(Seat.id))))


def _introduce(scope: Scope, ritual: Ritual, one: int, other: int) -> None:
    """They know each other by the round, which asks how it was: nothing else waits for them."""
    by = next(iter(members.in_charge(scope, ritual.made_by)), None)
    ask = Ask(
        community_id=scope.community_id, requester_id=one, need=ritual.name, kind=ROUND,
        proposed_by=by, state="closed", outcome="unknown", opened_at=scope.now, closed_at=scope.now,
    )  # fmt: skip
    scope.db.add(ask)
    scope.db.flush()
    row = Introduction(ask_id=ask.id or 0, helper_id=other, state="ended", decided_at=scope.now)
    scope.db.add(row)
    scope.db.flush()
    scope.audit("introduction", row.id or 0, "", row.state)
    relays.propose(scope, row, ask)
