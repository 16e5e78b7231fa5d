"""Putting the groups of a round together, and mending them."""

from __future__ import annotations

from collections.abc import Mapping, Set

from sqlmodel import col, select

from community.rounds import memory, seats
from community.rounds.pairing import plan
from community.rounds.settings import RoundSettings
from community.scope import Scope
from storage.tables import Ritual, Round, RoundGroup, Seat


def settings_of(scope: Scope, row: Round) -> RoundSettings:
    """What organisers chose for it."""
    return RoundSettings.model_validate(scope.db.get_one(Ritual, row.ritual_id).settings)


def put_together(scope: Scope, row: Round) -> bool:
    """Propose groups of those who take part; the ones that an organiser has locked stay.

    Whether there are any groups.
    """
    assert row.id is not None
    locked = locked_groups(scope, row.id)
    seats.clear(scope, row.id, keep=locked)
    free = [seat for seat in seats.of_round(scope, row.id, "in") if seat.group_id is None]
    sit(scope, row, free)
    return bool(seats.groups(scope, row.id))


def locked_groups(scope: Scope, round_id: int) -> list[int]:
    """The groups that stay as they are."""
    query = select(RoundGroup.id).where(col(RoundGroup.round_id) == round_id, RoundGroup.locked)
    return [each for each in scope.db.exec(query) if each is not None]


def sit(scope: Scope, row: Round, free: list[Seat]) -> list[int]:
    """Put these into groups, whose ids it gives; who is paused or gone gives up their seat."""
    people = memory.participants(scope, row.ritual_id, [seat.member_id for seat in free])
    present = {each.id for each in people}
    for seat in [each for each in free if each.member_id not in present]:
        seats.give_up(scope, row.id or 0, seat.member_id)
    made = plan(people, memory.terms(scope, row, settings_of(scope, row)))
    return seats.sit(scope, row.id or 0, made, free)


def fill_gaps(scope: Scope, row: Round, made: Mapping[int, list[Seat]], state: str = "in") -> None:
    """Of these groups leave out who is not here any more; whoever is alone then meets others."""
    ids = [seat.member_id for group in made.values() for seat in group]
    here = memory.present(scope, ids)
    if len(here) == len(ids) and all(len(group) > 1 for group in made.values()):
        return
    for group in made.values():
        _leave_out(scope, row, group, here)
    sit(scope, row, seats.alone(scope, row.id or 0, state))


def _leave_out(scope: Scope, row: Round, group: list[Seat], here: Set[int]) -> None:
    """Who is gone gives up their seat; one who is left of a group has none any more."""
    for seat in group:
        if seat.member_id not in here:
            seats.give_up(scope, row.id or 0, seat.member_id)
    staying = [seat for seat in group if seat.member_id in here]
    if len(staying) == 1:
        staying[0].group_id = None
    scope.db.flush()
