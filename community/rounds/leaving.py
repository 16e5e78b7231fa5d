"""What stays of a member in rounds when they are erased, or become one with another."""

from __future__ import annotations

from sqlmodel import col, delete, select, update

from community.rounds import composing, life, seats
from community.scope import Scope
from storage.tables import Dialogue, Habit, Round, Seat


def forget(scope: Scope, member_id: int) -> None:
    """Take away what a member chose and said, and end what others are being asked about them.

    Whoever is asked about others too, or about the groups of a round, is asked anew.
    """
    mine = scope.db.exec(select(Seat).where(col(Seat.member_id) == member_id)).all()
    waiting = _mended(scope, {seat.round_id for seat in mine})
    groups = {seat.group_id for seat in mine} - {None}
    near = set(scope.db.exec(select(Seat.id).where(col(Seat.group_id).in_(groups))))
    for talk in scope.db.exec(select(Dialogue).where(col(Dialogue.name).startswith("round"))).all():
        if reviewed := _reviewed(talk) & waiting:
            scope.db.delete(talk)
            for each in reviewed:
                scope.notify(talk.member_id, "round-proposal", as_staff=True, round=each)
        elif talk.args.get("seat") in near or talk.args.get("group") in groups:
            scope.db.delete(talk)
            _ask_anew(scope, talk)
    scope.db.exec(update(Seat).where(col(Seat.member_id) == member_id).values(met="", liked=""))
    scope.db.exec(delete(Habit).where(col(Habit.member_id) == member_id))


def _mended(scope: Scope, round_ids: set[int]) -> set[int]:
    """Of these rounds, those that wait for an organiser, now without whoever is gone."""
    query = select(Round).where(col(Round.id).in_(round_ids), col(Round.state).in_(life.PROPOSED))
    found = scope.db.exec(query.with_for_update()).all()
    for row in found:
        composing.fill_gaps(scope, row, seats.groups(scope, row.id or 0))
    return {row.id or 0 for row in found}


def _reviewed(talk: Dialogue) -> set[int]:
    """The round whose groups an organiser has before them, with the names of all."""
    if talk.name == "round-proposal":
        return {talk.args["round"]}
    return set(talk.answers["waiting"][:1]) if "now-1" in talk.answers else set()


def _ask_anew(scope: Scope, talk: Dialogue) -> None:
    """How it is with the others, where there are any."""
    seat = scope.db.get(Seat, talk.args.get("seat", 0))
    if seat is not None and len(seats.others(scope, seat)) > 1:
        scope.notify(talk.member_id, talk.name, **talk.args)


def merge(scope: Scope, goes: int, stays: int) -> None:
    """Somebody who is in a round twice, or has two habits, is and has one."""
    for model, what in ((Seat, col(Seat.round_id)), (Habit, col(Habit.ritual_id))):
        both = select(what).where(col(model.member_id) == stays)
        scope.db.exec(delete(model).where(col(model.member_id) == goes, what.in_(both)))
