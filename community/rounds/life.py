"""The life of a round: people join, organisers approve, groups meet, and tell how it was.

    open → proposed (→ reminded) → begun → going → halfway → ended → closed, or cancelled

Each state but the last two has a time when it ends by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection
from sqlmodel import col, select

from community import groups, members, rituals, rooms
from community.rituals.kinds import Figures, RunRow, kind
from community.rounds import composing, habits, seats
from community.rounds.settings import RoundSettings
from community.scope import Scope
from community.transitions import Allowed, WrongState, move
from storage.tables import Ritual, Round, RoundGroup, Seat

TIME_TO_APPROVE = timedelta(days=2)
TIME_AFTER_REMINDER = timedelta(days=3)
TIME_TO_JOIN_LATE = timedelta(days=2)
TIME_TO_TELL = timedelta(days=7)
FEW = 5
"""Answers under which no figure about them is shown (promise 11)."""

PROPOSED = ("proposed", "reminded")
"""States in which the groups wait for an organiser."""
JOINABLE = ("open", *PROPOSED, "begun")
"""States in which one can join: from the second on, one meets others who came late."""
ALLOWED: Allowed = {
    "open": frozenset({"proposed", "cancelled"}),
    "proposed": frozenset({"reminded", "begun", "cancelled"}),
    "reminded": frozenset({"begun", "cancelled"}),
    "begun": frozenset({"going"}),
    "going": frozenset({"halfway"}),
    "halfway": frozenset({"ended"}),
    "ended": frozenset({"closed"}),
}


@kind("round", RoundSettings, lasts=True)
def begin(connection: Connection, run: RunRow, now: datetime) -> Figures:
    """Open a round: who always takes part is in, everybody else of the audience is asked."""
    scope = Scope(connection, now, run.community_id)
    settings = run.settled(RoundSettings)
    row = Round(
        community_id=run.community_id, ritual_id=run.ritual_id, run_id=run.id, opened_at=now,
        due_at=now + settings.signup,
    )  # fmt: skip
    scope.db.add(row)
    scope.db.flush()
    assert row.id is not None
    scope.audit("round", row.id, "", "open")
    asked = rituals.broadcast(scope, "round-invite", run.audience, run_id=run.id, round=row.id)
    regulars = _seat_regulars(scope, row, run)
    scope.close(keep=True)
    return {"asked": asked, "regulars": regulars}


def get(scope: Scope, round_id: int) -> Round:
    """The round's row, which nobody else changes until this transaction ends."""
    row = scope.db.get_one(Round, round_id, with_for_update=True)
    if row.community_id != scope.community_id:
        raise WrongState(f"round {round_id} is another community's")
    return row


def current(scope: Scope, ritual_id: int) -> Round | None:
    """The round of a ritual that one can still join: before it, or in its first days."""
    query = select(Round).where(
        col(Round.ritual_id) == ritual_id,
        col(Round.state).in_(JOINABLE),
    )
    return scope.db.exec(query.order_by(col(Round.id).desc())).first()


def due(scope: Scope, limit: int = 200) -> list[int]:
    """The rounds whose time has come, earliest first."""
    query = select(Round.id).where(
        col(Round.due_at) <= scope.now, col(Round.community_id) == scope.community_id
    )
    found = scope.db.exec(query.order_by(col(Round.due_at)).limit(limit))
    return [each for each in found if each is not None]


def fall_due(scope: Scope, round_id: int) -> None:
    """Do what a round waits for, if its time has come."""
    row = get(scope, round_id)
    if row.due_at is not None and row.due_at <= scope.now:
        STEPS[row.state](scope, row)


def approve(scope: Scope, round_id: int) -> int:
    """The groups are as an organiser wants them, and meet; how many. Raises WrongState, NotAllowed.

    Whoever is gone or paused by now is left out; whoever they leave alone meets others.
    """
    members.require_organiser(scope)
    row = get(scope, round_id)
    if row.state not in PROPOSED:
        raise WrongState(f"round {round_id}: {row.state}")
    composing.fill_gaps(scope, row)
    move(scope, row, "begun", ALLOWED)
    row.begun_at, row.due_at = scope.now, scope.now + TIME_TO_JOIN_LATE
    made = seats.groups(scope, round_id)
    _bring_together(scope, row, made)
    _tell_left_over(scope, row, "in")
    return len(made)


def call_off(scope: Scope, round_id: int) -> None:
    """No round this time; everybody who waits for it is told. Raises WrongState, NotAllowed."""
    members.require_organiser(scope)
    row = get(scope, round_id)
    if row.state not in PROPOSED:
        raise WrongState(f"round {round_id}: {row.state}")
    _cancel(scope, row)


def _seat_regulars(scope: Scope, row: Round, run: RunRow) -> int:
    """Whoever said “each time”, or “next time”, is in; they can still say no."""
    active = set(groups.members_of(scope.connection, scope.community_id, run.audience,
                                   now=scope.now))  # fmt: skip
    regulars = [
        habit for habit in habits.all_of(scope, run.ritual_id).values()
        if habit.state in habits.IN and habit.member_id in active
    ]  # fmt: skip
    for habit in regulars:
        seats.take(scope, row.id or 0, habit.member_id)
        if habit.state == "next":
            move(scope, habit, "once", habits.ALLOWED)
    return len(regulars)


def _propose(scope: Scope, row: Round) -> None:
    if not composing.put_together(scope, row):
        return _cancel(scope, row)
    move(scope, row, "proposed", ALLOWED)
    row.due_at = scope.now + TIME_TO_APPROVE
    return _show_organisers(scope, row)


def _remind(scope: Scope, row: Round) -> None:
    move(scope, row, "reminded", ALLOWED)
    row.due_at = scope.now + TIME_AFTER_REMINDER
    _show_organisers(scope, row)


def _cancel(scope: Scope, row: Round) -> None:
    assert row.id is not None
    taken = seats.of_round(scope, row.id, "in", "late")
    for seat in taken:
        seats.give_up(scope, row.id, seat.member_id)
        scope.notify(seat.member_id, "round-off", ritual=row.ritual_id)
    move(scope, row, "cancelled", ALLOWED)
    row.due_at = None
    rituals.finish(scope, row.run_id, {"joined": len(taken), "groups": 0})


def _settle_late(scope: Scope, row: Round) -> None:
    """Whoever came in the first days meets others who did."""
    assert row.id is not None
    move(scope, row, "going", ALLOWED)
    assert row.begun_at is not None
    row.due_at = row.begun_at + composing.settings_of(scope, row).length / 2
    late = seats.of_round(scope, row.id, "late")
    new = composing.sit(scope, row, late)
    made = seats.groups(scope, row.id)
    _bring_together(scope, row, {group: made[group] for group in new})
    _tell_left_over(scope, row, "late")


def _ask_halfway(scope: Scope, row: Round) -> None:
    _ask(scope, row, "halfway", "round-midway")
    assert row.begun_at is not None
    row.due_at = row.begun_at + composing.settings_of(scope, row).length


def _ask_at_the_end(scope: Scope, row: Round) -> None:
    _ask(scope, row, "ended", "round-end")
    row.due_at = scope.now + TIME_TO_TELL


def _ask(scope: Scope, row: Round, state: str, about: str) -> None:
    move(scope, row, state, ALLOWED)
    for seat in seats.of_round(scope, row.id or 0, "placed"):
        scope.notify(seat.member_id, about, seat=seat.id)


def _close(scope: Scope, row: Round) -> None:
    """What was said is counted, and whoever said nothing is noted."""
    move(scope, row, "closed", ALLOWED)
    row.due_at = None
    placed = seats.of_round(scope, row.id or 0, "placed")
    for seat in placed:
        habits.heard(scope, row.ritual_id, seat.member_id, silent=not (seat.met or seat.liked))
    rituals.finish(scope, row.run_id, _figures(scope, row, placed))


def _figures(scope: Scope, row: Round, placed: list[Seat]) -> Figures:
    """What organisers read of the round; nothing about fewer than five answers."""
    told = [seat for seat in placed if seat.met or seat.liked]
    found: Figures = {
        "joined": len(placed) + len(seats.of_round(scope, row.id or 0, "left_over")),
        "groups": len({seat.group_id for seat in placed}),
    }
    if len(told) >= FEW:
        found |= {"told": len(told), "met": sum(seat.met == "yes" for seat in told)}
    return found


STEPS: Mapping[str, Callable[[Scope, Round], None]] = {
    "open": _propose, "proposed": _remind, "reminded": _cancel, "begun": _settle_late,
    "going": _ask_halfway, "halfway": _ask_at_the_end, "ended": _close,
}  # fmt: skip


def _bring_together(scope: Scope, row: Round, made: Mapping[int, list[Seat]]) -> None:
    """Open a room for each group, or tell each who the others are where they share no space."""
    for group_id, group in made.items():
        for seat in group:
            move(scope, seat, "placed", seats.ALLOWED)
        ids = [seat.member_id for seat in group]
        found = scope.db.get_one(RoundGroup, group_id)
        found.room = rooms.open_for(scope, f"room:round-{group_id}", ids)
        if found.room:
            rooms.open_with(scope, found.room, ids[0], "round-hello", group=group_id)
        else:
            for seat in group:
                scope.notify(seat.member_id, "round-partners", group=group_id)


def _tell_left_over(scope: Scope, row: Round, state: str) -> None:
    for seat in seats.of_round(scope, row.id or 0, state):
        if seat.group_id is None:
            move(scope, seat, "left_over", seats.ALLOWED)
            scope.notify(seat.member_id, "round-left-over", ritual=row.ritual_id, why=seat.why)


def _show_organisers(scope: Scope, row: Round) -> None:
    """To the organiser who planned it, or to all of them when that one is not there any more."""
    everyone = members.organisers(scope)
    made_by = scope.db.get_one(Ritual, row.ritual_id).made_by
    for each in [made_by] if made_by in everyone else everyone:
        scope.notify(each or 0, "round-proposal", as_staff=True, round=row.id)
