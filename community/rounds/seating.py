"""The seats of many at once, in a few statements that go past the session.

A round of thousands is written in the time that the session takes for some hundreds.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import bindparam, delete, func, insert, select, update

from community.rounds.people import Plan
from community.scope import Scope
from storage.prepared import Prepared
from storage.tables import RoundGroup, Seat, table

seats, groups = table(Seat), table(RoundGroup)
_NEW = {"state": "in", "why": "", "met": "", "liked": ""}
_TAKE = Prepared(insert(seats).inline(), ("round_id", "member_id", *_NEW))
_GROUP = Prepared(insert(groups).inline(), ("round_id", "locked"))
_SIT = Prepared(
    update(seats)
    .where(seats.c.id == bindparam("seat"))
    .values(group_id=bindparam("group"), why=bindparam("because"))
)


def take_all(scope: Scope, round_id: int, member_ids: Collection[int]) -> None:
    """Give many a seat at once in a round that has just been opened."""
    rows = [{"round_id": round_id, "member_id": each, **_NEW} for each in member_ids]
    _TAKE.run(scope.connection, rows)
    new = scope.connection.execute(select(seats.c.id).where(seats.c.round_id == round_id))
    scope.audits([("seat", each, "", "in") for each in new.scalars()])


def free(scope: Scope, round_id: int, state: str) -> dict[int, int]:
    """By member, the seats in this state that are in no group."""
    scope.write()
    query = select(seats.c.member_id, seats.c.id).where(
        seats.c.round_id == round_id, seats.c.state == state, seats.c.group_id.is_(None)
    )
    return {row.member_id: row.id for row in scope.connection.execute(query)}


def clear(scope: Scope, round_id: int, state: str, *, keep: Collection[int] = ()) -> None:
    """Take all with this state out of their groups, but for these, which stay as they are."""
    scope.write()
    ours = seats.c.round_id == round_id, seats.c.state == state
    away = update(seats).where(*ours, seats.c.group_id.not_in(keep))
    scope.connection.execute(away.values(group_id=None))
    somebody = select(seats.c.id).where(seats.c.group_id == groups.c.id).exists()
    scope.connection.execute(delete(groups).where(groups.c.round_id == round_id, ~somebody))
    scope.db.expire_all()


def sit(scope: Scope, round_id: int, made: Plan, among: Mapping[int, int]) -> None:
    """Put those who sit there (by member, their seats) into the groups of a plan.

    A group of which only one is there is none.
    """
    here = [[among[each] for each in group if each in among] for group in made.groups]
    met = [group for group in here if len(group) > 1]
    numbers = _new_groups(scope, round_id, len(met))
    placed = [{"seat": seat, "group": number, "because": ""}
              for number, group in zip(numbers, met, strict=True) for seat in group]  # fmt: skip
    alone = [{"seat": among[member], "group": None, "because": why}
             for member, why in made.left.items() if member in among]  # fmt: skip
    _SIT.run(scope.connection, [*placed, *alone])
    scope.db.expire_all()


def _new_groups(scope: Scope, round_id: int, count: int) -> list[int]:
    """The ids of so many new groups. Whoever holds the round's row is alone in making them."""
    ours = groups.c.round_id == round_id
    last = scope.connection.execute(select(func.max(groups.c.id)).where(ours)).scalar_one() or 0
    _GROUP.run(scope.connection, [{"round_id": round_id, "locked": False}] * count)
    new = select(groups.c.id).where(ours, groups.c.id > last).order_by(groups.c.id)
    return list(scope.connection.execute(new).scalars())
