"""Who is in a round, and with whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlmodel import col, delete, select

from community.rounds.people import Plan
from community.scope import Scope
from community.transitions import Allowed, move
from storage.tables import RoundGroup, Seat

ALLOWED: Allowed = {
    "in": frozenset({"placed", "left_over", "out"}),
    "late": frozenset({"placed", "left_over", "out"}),
    "out": frozenset({"in", "late"}),
}


def find(scope: Scope, round_id: int, member_id: int) -> Seat | None:
    """The member's seat in a round, if they ever had one."""
    query = select(Seat).where(col(Seat.round_id) == round_id, col(Seat.member_id) == member_id)
    return scope.db.exec(query).first()


def take(scope: Scope, round_id: int, member_id: int, state: str = "in") -> None:
    """Give a member a seat; one that they have already stays as it is."""
    seat = find(scope, round_id, member_id)
    if seat is None:
        seat = Seat(round_id=round_id, member_id=member_id, state=state)
        scope.db.add(seat)
        scope.db.flush()
        scope.audit("seat", seat.id or 0, "", state)
    elif seat.state == "out":
        move(scope, seat, state, ALLOWED)


def give_up(scope: Scope, round_id: int, member_id: int) -> bool:
    """A member takes no part after all; False when their group has been told already."""
    seat = find(scope, round_id, member_id)
    if seat is None or seat.state not in ALLOWED or seat.state == "out":
        return seat is None or seat.state == "out"
    move(scope, seat, "out", ALLOWED)
    seat.group_id = None
    return True


def of_round(scope: Scope, round_id: int, *states: str) -> list[Seat]:
    """The seats in these states, in the order in which they were taken."""
    query = select(Seat).where(col(Seat.round_id) == round_id, col(Seat.state).in_(states))
    return list(scope.db.exec(query.order_by(col(Seat.id))))


def groups(scope: Scope, round_id: int) -> dict[int, list[Seat]]:
    """By group, its seats."""
    query = select(Seat).where(col(Seat.round_id) == round_id, col(Seat.group_id).is_not(None))
    found: dict[int, list[Seat]] = defaultdict(list)
    for seat in scope.db.exec(query.order_by(col(Seat.group_id), col(Seat.id))):
        found[seat.group_id or 0].append(seat)
    return found


def others(scope: Scope, seat: Seat) -> list[int]:
    """The ids of those who are in a group with somebody."""
    query = select(Seat.member_id).where(
        col(Seat.group_id) == seat.group_id, col(Seat.id) != seat.id
    )
    return list(scope.db.exec(query.order_by(col(Seat.id))))


def sit(scope: Scope, round_id: int, made: Plan, among: Collection[Seat]) -> list[int]:
    """Put those who sit there into the groups of a plan; the ids of the new groups."""
    by_member, new = {seat.member_id: seat for seat in among}, list[int]()
    for members in made.groups:
        group = RoundGroup(round_id=round_id)
        scope.db.add(group)
        scope.db.flush()
        assert group.id is not None
        new.append(group.id)
        for member in members:
            by_member[member].group_id, by_member[member].why = group.id, ""
    for member, why in made.left.items():
        by_member[member].group_id, by_member[member].why = None, why
    scope.db.flush()
    return new


def clear(scope: Scope, round_id: int, *, keep: Collection[int] = ()) -> None:
    """Take everybody out of their groups, but for these groups, which stay as they are."""
    for seat in of_round(scope, round_id, "in", "late"):
        if seat.group_id not in keep:
            seat.group_id = None
    scope.db.flush()
    scope.db.exec(
        delete(RoundGroup).where(
            col(RoundGroup.round_id) == round_id, col(RoundGroup.id).not_in(keep)
        )
    )
