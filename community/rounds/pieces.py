"""What a round does for many, a piece at a time, each in a transaction of its own.

What was done and how far it has come become true together: a kill in the middle leaves a round that
goes on where it was, and nobody is told twice. Each function says whether there is more to do.
"""

from __future__ import annotations

from collections.abc import Collection

from community import many, rooms
from community.rounds import composing, habits, linking, seats
from community.rounds.settings import TIME_TO_JOIN_LATE
from community.scope import Scope
from community.transitions import set_state
from storage.tables import Round, RoundGroup, Seat

GROUPS, PEOPLE = 50, 200
"""How many in one transaction: others wait for it."""


def introduce(scope: Scope, row: Round, state: str) -> bool:
    """Bring the next groups of those together whose seats have this state, then tell the rest."""
    composing.fill_gaps(scope, row, seats.waiting(scope, _id(row), state, GROUPS), state)
    made = seats.waiting(scope, _id(row), state, GROUPS)
    for group_id, group in made.items():
        _bring_together(scope, row.ritual_id, group_id, group)
    return len(made) == GROUPS or _tell_left_over(scope, row, state)


def ask(scope: Scope, row: Round, about: str) -> bool:
    """Ask the next of those who are in a group."""
    next_ones = _behind(scope, row)
    told = {seat.member_id: {"seat": seat.id} for seat in next_ones}
    many.notify(scope, about, told, occasion=f"{about}:{row.id}")
    return _is_behind(row, next_ones)


def count(scope: Scope, row: Round) -> bool:
    """Note of the next of them whether they said anything."""
    next_ones = _behind(scope, row)
    for seat in next_ones:
        habits.heard(scope, row.ritual_id, seat.member_id, silent=not (seat.met or seat.liked))
    return _is_behind(row, next_ones)


def tell_off(scope: Scope, row: Round, why: str) -> bool:
    """Tell the next of those who waited for a round that it won't take place."""
    next_ones = seats.of_round(scope, _id(row), "in", "late", limit=PEOPLE)
    for seat in next_ones:
        set_state(scope, seat, "out", seats.ALLOWED)
        seat.group_id = None
    told = {seat.member_id: {"ritual": row.ritual_id, "why": why} for seat in next_ones}
    many.notify(scope, "round-off", told, occasion=f"round-off:{row.id}")
    return len(next_ones) == PEOPLE


def _bring_together(scope: Scope, ritual_id: int, group_id: int, group: Collection[Seat]) -> None:
    """Open a room for them; where they share no space, tell each of the others, and of a way."""
    for seat in group:
        set_state(scope, seat, "placed", seats.ALLOWED)
    ids = [seat.member_id for seat in group]
    found = scope.db.get_one(RoundGroup, group_id)
    found.room = rooms.open_for(scope, f"room:round-{group_id}", ids)
    if found.room:
        return rooms.open_with(scope, found.room, ids[0], "round-hello", group=group_id)
    told = {each: {"group": group_id} for each in ids}
    many.notify(scope, "round-partners", told, occasion=f"round-partners:{group_id}")
    return linking.offer(scope, ritual_id, ids)


def _tell_left_over(scope: Scope, row: Round, state: str) -> bool:
    """Tell the next of those who are in no group why; at first, until when others may come."""
    next_ones = seats.alone(scope, _id(row), state, PEOPLE)
    for seat in next_ones:
        set_state(scope, seat, "left_over", seats.ALLOWED)
    assert row.begun_at is not None
    until = (row.begun_at + TIME_TO_JOIN_LATE).isoformat() if state == "in" else ""
    told = {seat.member_id: {"ritual": row.ritual_id, "why": seat.why, "until": until}
            for seat in next_ones}  # fmt: skip
    many.notify(scope, "round-left-over", told, occasion=f"round-left-over:{row.id}")
    return len(next_ones) == PEOPLE


def _behind(scope: Scope, row: Round) -> list[Seat]:
    return seats.of_round(scope, _id(row), "placed", after=row.upto, limit=PEOPLE)


def _is_behind(row: Round, next_ones: list[Seat]) -> bool:
    """Keep how far it has come; whether somebody is behind. At the end it begins anew."""
    more = len(next_ones) == PEOPLE
    row.upto = (next_ones[-1].id or 0) if more else 0
    return more


def _id(row: Round) -> int:
    assert row.id is not None
    return row.id
