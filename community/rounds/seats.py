"""Who is in a round, and with whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlmodel import col, func, select

from community.scope import Scope
from community.transitions import Allowed, set_state
from storage.tables import Seat

ALLOWED: Allowed = {
    "in": frozenset({"placed", "left_over", "out"}),
    "late": frozenset({"placed", "left_over", "out"}),
    "left_over": frozenset({"late", "out"}),
    "out": frozenset({"in", "late"}),
}


def find(scope: Scope, round_id: int, member_id: int) -> Seat | None:
    """The member's seat in a round, if they ever had one."""
    query = select(Seat).where(col(Seat.round_id) == round_id, col(Seat.member_id) == member_id)
    return scope.db.exec(query).first()


def take(scope: Scope, round_id: int, member_id: int, state: str = "in") -> None:
    """Give a member a seat; one that they have already, and that is one still, stays as it is."""
    seat = find(scope, round_id, member_id)
    if seat is None:
        seat = Seat(round_id=round_id, member_id=member_id, state=state)
        scope.db.add(seat)
        scope.db.flush()
        scope.audit("seat", seat.id or 0, "", state)
    elif state in ALLOWED.get(seat.state, ()):
        set_state(scope, seat, state, ALLOWED)


def call_back(scope: Scope, round_id: int) -> None:
    """Whoever was left over takes part with those who came late."""
    for seat in of_round(scope, round_id, "left_over"):
        set_state(scope, seat, "late", ALLOWED)


def give_up(scope: Scope, round_id: int, member_id: int) -> bool:
    """A member takes no part after all; False when their group has been told already."""
    seat = find(scope, round_id, member_id)
    if seat is None or seat.state not in ALLOWED or seat.state == "out":
        return seat is None or seat.state == "out"
    set_state(scope, seat, "out", ALLOWED)
    seat.group_id = None
    return True


def of_round(
    scope: Scope, round_id: int, *states: str, after: int = 0, limit: int | None = None
) -> list[Seat]:
    """The seats in these states, in the order in which they were taken.

    `after` (a seat's id) and `limit` give them piece by piece.
    """
    query = select(Seat).where(
        col(Seat.round_id) == round_id, col(Seat.state).in_(states), col(Seat.id) > after
    )
    return list(scope.db.exec(query.order_by(col(Seat.id)).limit(limit)))


def groups(
    scope: Scope, round_id: int, *, only: Collection[int] | None = None
) -> dict[int, list[Seat]]:
    """By group, its seats; `only` of these groups."""
    query = select(Seat).where(col(Seat.round_id) == round_id, col(Seat.group_id).is_not(None))
    if only is not None:
        query = query.where(col(Seat.group_id).in_(only))
    found: dict[int, list[Seat]] = defaultdict(list)
    for seat in scope.db.exec(query.order_by(col(Seat.group_id), col(Seat.id))):
        found[seat.group_id or 0].append(seat)
    return found


def gathered(scope: Scope, round_id: int) -> set[frozenset[int]]:
    """Who is with whom, by members' ids."""
    query = select(Seat.group_id, Seat.member_id).where(
        col(Seat.round_id) == round_id, col(Seat.group_id).is_not(None)
    )
    found: dict[int | None, list[int]] = defaultdict(list)
    for group_id, member_id in scope.db.exec(query):
        found[group_id].append(member_id)
    return {frozenset(group) for group in found.values()}


def waiting(scope: Scope, round_id: int, state: str, limit: int) -> dict[int, list[Seat]]:
    """The first so many groups in which somebody still has this state, and so is not introduced."""
    query = select(Seat.group_id).where(
        col(Seat.round_id) == round_id, col(Seat.state) == state, col(Seat.group_id).is_not(None)
    )
    first = scope.db.exec(query.distinct().order_by(col(Seat.group_id)).limit(limit))
    return groups(scope, round_id, only=[each for each in first if each is not None])


def alone(scope: Scope, round_id: int, state: str, limit: int | None = None) -> list[Seat]:
    """The first so many seats in this state that are in no group."""
    query = select(Seat).where(
        col(Seat.round_id) == round_id, col(Seat.state) == state, col(Seat.group_id).is_(None)
    )
    return list(scope.db.exec(query.order_by(col(Seat.id)).limit(limit)))


def others(scope: Scope, seat: Seat) -> list[int]:
    """The ids of those who are in a group with somebody."""
    query = select(Seat.member_id).where(
        col(Seat.group_id) == seat.group_id, col(Seat.id) != seat.id
    )
    return list(scope.db.exec(query.order_by(col(Seat.id))))


def count(scope: Scope, round_id: int) -> tuple[int, int]:
    """How many people are in groups, and in how many."""
    query = select(func.count(col(Seat.id)), func.count(func.distinct(col(Seat.group_id))))
    people, made = scope.db.exec(
        query.where(col(Seat.round_id) == round_id, col(Seat.group_id).is_not(None))
    ).one()
    return people, made
