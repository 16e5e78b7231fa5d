"""What stays of a member in rounds when they are erased, or become one with another."""

from __future__ import annotations

from sqlmodel import col, delete, select, update

from community.scope import Scope
from storage.tables import Dialogue, Habit, Seat


def forget(scope: Scope, member_id: int) -> None:
    """Take away what a member chose and said, and end what others are being asked about them."""
    mine = scope.db.exec(select(Seat).where(col(Seat.member_id) == member_id)).all()
    rounds, groups = {seat.round_id for seat in mine}, {seat.group_id for seat in mine} - {None}
    near = set(scope.db.exec(select(Seat.id).where(col(Seat.group_id).in_(groups))))
    for talk in scope.db.exec(select(Dialogue).where(col(Dialogue.name).startswith("round"))):
        named = talk.args.get("seat") in near or talk.args.get("round") in rounds
        if named or talk.args.get("group") in groups or "now-1" in talk.answers:
            scope.db.delete(talk)
    scope.db.exec(update(Seat).where(col(Seat.member_id) == member_id).values(met="", liked=""))
    scope.db.exec(delete(Habit).where(col(Habit.member_id) == member_id))


def merge(scope: Scope, goes: int, stays: int) -> None:
    """Somebody who is in a round twice, or has two habits, is and has one."""
    for model, what in ((Seat, col(Seat.round_id)), (Habit, col(Habit.ritual_id))):
        both = select(what).where(col(model.member_id) == stays)
        scope.db.exec(delete(model).where(col(model.member_id) == goes, what.in_(both)))
