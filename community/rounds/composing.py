"""Putting the groups of a round together, and mending them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from sqlmodel import col, select

from community import peace
from community.rounds import memory, seating, seats
from community.rounds.pairing import plan
from community.rounds.people import Pair, Plan, pair
from community.rounds.settings import RoundSettings
from community.rounds.taking_in import take_in
from community.scope import Scope
from storage.tables import Ritual, Round, RoundGroup, Seat


def settings_of(scope: Scope, row: Round) -> RoundSettings:
    """What organisers chose for it."""
    return RoundSettings.model_validate(scope.db.get_one(Ritual, row.ritual_id).settings)


def composed(scope: Scope, row: Round, state: str) -> Plan:
    """Groups of those whose seats have this state, but for groups that an organiser has locked.

    Of those who came late, and of those who were left over before.
    It only reads, and takes seconds where thousands take part: nobody has to wait for it.
    """
    locked = locked_groups(scope, _id(row))
    states = ("late", "left_over") if state == "late" else (state,)
    free = [seat.member_id for seat in seats.of_round(scope, _id(row), *states)
            if seat.group_id not in locked]  # fmt: skip
    return _plan(scope, row, free)


def put_together(scope: Scope, row: Round, made: Plan, state: str = "in") -> bool:
    """Seat people as they were composed a moment ago; whether there are any groups.

    Whoever came or went in that moment is seen to as well.
    """
    locked = locked_groups(scope, _id(row))
    seating.clear(scope, _id(row), state, keep=locked)
    free = seating.free(scope, _id(row), state)
    seating.sit(scope, _id(row), made, free)
    _catch_up(scope, row, made, free.keys(), state)
    return seats.count(scope, _id(row)) != (0, 0)


def _catch_up(scope: Scope, row: Round, made: Plan, there: Set[int], state: str) -> None:
    """Those who are alone, since they came or another went meanwhile, meet each other."""
    planned = made.people
    come = memory.present(scope, sorted(there - planned))
    for gone in sorted(there - planned - come):
        _let_go(scope, row, gone)
    if come or planned - there:
        sit(scope, row, state)


def locked_groups(scope: Scope, round_id: int) -> list[int]:
    """The groups that stay as they are."""
    query = select(RoundGroup.id).where(col(RoundGroup.round_id) == round_id, RoundGroup.locked)
    return [each for each in scope.db.exec(query) if each is not None]


def sit(scope: Scope, row: Round, state: str) -> None:
    """Put those who are in no group into groups: of their own, or else into those that stand.

    Who is paused or gone gives up their seat.
    """
    free = seating.free(scope, _id(row), state)
    made = _plan(scope, row, list(free))
    seating.sit(scope, _id(row), made, free)
    for gone in sorted(free.keys() - made.people):
        _let_go(scope, row, gone)
    terms = memory.terms(scope, row, settings_of(scope, row))
    take_in(scope, row, terms, state, keep=locked_groups(scope, _id(row)))


def _plan(scope: Scope, row: Round, member_ids: Sequence[int]) -> Plan:
    people = memory.participants(scope, row.ritual_id, member_ids)
    return plan(people, memory.terms(scope, row, settings_of(scope, row)))


def fill_gaps(scope: Scope, row: Round, made: Mapping[int, list[Seat]], state: str = "in") -> None:
    """Of these groups leave out who is not here any more, and part whom a block keeps apart by now.

    Whoever is alone then meets others, or joins them.
    """
    ids = [seat.member_id for group in made.values() for seat in group]
    here, blocked = memory.present(scope, ids), memory.blocked(scope)
    whole = all(len(group) > 1 and not _parted(group, blocked) for group in made.values())
    if len(here) == len(ids) and whole:
        return
    for group in made.values():
        _leave_out(scope, row, group, here, blocked)
    sit(scope, row, state)


def _parted(group: Sequence[Seat], blocked: Set[Pair]) -> list[Seat]:
    """Of every two who are kept apart, the one who sits second."""
    return [
        seat for n, seat in enumerate(group)
        if any(pair(seat.member_id, other.member_id) in blocked for other in group[:n])
    ]  # fmt: skip


def _leave_out(
    scope: Scope, row: Round, group: list[Seat], here: Set[int], blocked: Set[Pair]
) -> None:
    """Who is gone gives up their seat; one who is left of a group has none any more."""
    for seat in group:
        if seat.member_id not in here:
            _let_go(scope, row, seat.member_id)
    here_still = [seat for seat in group if seat.member_id in here]
    for seat in _parted(here_still, blocked):
        seat.group_id = None
    staying = [seat for seat in here_still if seat.group_id is not None]
    if len(staying) == 1:
        staying[0].group_id = None
    scope.db.flush()


def _let_go(scope: Scope, row: Round, member_id: int) -> None:
    """Who joined and is not here now gives up their seat, and is told so; not who wants nothing
    more of us."""
    seats.give_up(scope, _id(row), member_id)
    if peace.standing(scope, member_id).barred != "stopped":
        scope.notify(member_id, "round-off", ritual=row.ritual_id, why="away")


def _id(row: Round) -> int:
    assert row.id is not None
    return row.id
