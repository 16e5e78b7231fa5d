"""Whoever is alone once the groups are made joins one of them, or has the true reason."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np

from community.rounds import memory, seats
from community.rounds.circles import LARGEST
from community.rounds.crowd import Crowd
from community.rounds.fit import Fit
from community.rounds.leftover import Group, repeats
from community.rounds.people import Terms, Why
from community.rounds.why import whys
from community.rounds.worths import REPEAT, Worths
from community.scope import Scope
from storage.tables import Round, Seat

LOOKED_AT = 200
"""Groups that may take somebody in: of a round of thousands not all are read."""

Groups = Mapping[int, Sequence[Seat]]


def take_in(scope: Scope, row: Round, terms: Terms, state: str, keep: Collection[int]) -> None:
    """Seat those with this state who are alone in groups that stand; in none of these to `keep`."""
    assert row.id is not None
    alone = seats.alone(scope, row.id, state)
    groups = seats.waiting(scope, row.id, state, LOOKED_AT)
    if not alone:
        return
    worths = _worths(scope, row, terms, alone, groups)
    place = worths.crowd.place
    made = {number: tuple(place[seat.member_id] for seat in group if seat.member_id in place)
            for number, group in groups.items()}  # fmt: skip
    for seat in alone:
        open_ = {number: group for number, group in made.items() if number not in keep}
        found = _best(worths, open_, place[seat.member_id]) if seat.member_id in place else None
        if found is not None:
            seat.group_id, seat.why = found, ""
            made[found] = (*made[found], place[seat.member_id])
    _say_why(worths.crowd, alone, list(made.values()))
    scope.db.flush()


def _worths(
    scope: Scope, row: Round, terms: Terms, alone: Sequence[Seat], groups: Groups
) -> Worths:
    ids = [seat.member_id for group in (alone, *groups.values()) for seat in group]
    people = memory.participants(scope, row.ritual_id, sorted(ids))
    return Worths(Crowd(people, terms), *Fit(people, terms.seed).directed())


def _best(worths: Worths, groups: Mapping[int, Group], one: int) -> int | None:
    """The group that fits somebody best, of those they may join."""
    able = {
        number: int(worths.with_one(one, np.array(group, dtype=np.int64)).sum())
        - REPEAT * repeats(worths.crowd, (*group, one))
        for number, group in groups.items() if _may_join(worths.crowd, group, one)
    }  # fmt: skip
    return max(able, key=lambda number: (able[number], -number), default=None)


def _may_join(crowd: Crowd, group: Group, one: int) -> bool:
    """Whether there is room: in a pair only if all three have said yes to that."""
    if crowd.terms.size == 2:
        wished = all(crowd.people[each].three for each in (*group, one))
        room = len(group) == 2 and wished
    else:
        room = len(group) < LARGEST
    return room and bool(crowd.may_meet(one)[list(group)].all())


def _say_why(crowd: Crowd, alone: Sequence[Seat], groups: Sequence[Group]) -> None:
    """Where not all groups were read, no more is said than is known."""
    found = whys(crowd, groups, crowd.terms.size)
    for seat in alone:
        one = crowd.place.get(seat.member_id)
        if seat.group_id is None and one in found:
            seat.why = found[one] if len(groups) < LOOKED_AT else _at_least(found[one])


def _at_least(why: Why) -> Why:
    return why if why == "unsaid" else "nobody"
