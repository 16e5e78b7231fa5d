"""Who is in a round, and with whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlmodel import col, delete, select, update

from community.rounds.people import Plan
from community.scope import Scope
from community.transitions import Allowed, set_state
from storage.tables import RoundGroup, Seat

AT_ONCE = 500
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
        set_state(scope, seat, state, ALLOWED)


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


def take_all(scope: Scope, round_id: int, member_ids: Collection[int]) -> None:
    """Give many a seat at once in a round that has just been opened."""
    new = [Seat(round_id=round_id, member_id=each, state="in") for each in member_ids]
    scope.db.add_all(new)
    scope.db.flush()
    for seat in new:
        scope.audit("seat", seat.id or 0, "", "in")


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


def sit(scope: Scope, round_id: int, made: Plan, among: Collection[Seat]) -> list[int]:
    """Put those who sit there into the groups of a plan; the ids of the new groups.

    A group of which only one is there is none.
    """
    by_member = {seat.member_id: seat for seat in among}
    here = [[by_member[each] for each in group if each in by_member] for group in made.groups]
    groups_ = [group for group in here if len(group) > 1]
    new = [RoundGroup(round_id=round_id) for _ in groups_]
    scope.db.add_all(new)
    scope.db.flush()
    for row, group in zip(new, groups_, strict=True):
        for seat in group:
            seat.group_id, seat.why = row.id, ""
    for member in made.left.keys() & by_member.keys():
        by_member[member].group_id, by_member[member].why = None, made.left[member]
    scope.db.flush()
    return [each.id or 0 for each in new]


def clear(scope: Scope, round_id: int, state: str, *, keep: Collection[int] = ()) -> None:
    """Take all with this state out of their groups, but for these, which stay as they are."""
    taken = select(Seat.group_id).where(
        col(Seat.round_id) == round_id, col(Seat.state) == state, col(Seat.group_id).is_not(None),
        col(Seat.group_id).not_in(keep),
    )  # fmt: skip
    gone = [each for each in scope.db.exec(taken.distinct()) if each is not None]
    for begin in range(0, len(gone), AT_ONCE):
        some = gone[begin : begin + AT_ONCE]
        scope.db.exec(update(Seat).where(col(Seat.group_id).in_(some)).values(group_id=None))
        scope.db.exec(delete(RoundGroup).where(col(RoundGroup.id).in_(some)))


def any_group(scope: Scope, round_id: int) -> bool:
    """Whether anybody is in a group."""
    query = select(Seat.id).where(col(Seat.round_id) == round_id, col(Seat.group_id).is_not(None))
    return scope.db.exec(query.limit(1)).first() is not None
