"""What becomes of those for whom no room could be opened after all: they meet without one."""

from __future__ import annotations

from sqlmodel import col, select

from community import matchmaking, relays
from community.lives import MET
from community.rounds import linking
from community.scope import Scope
from storage.tables import Ask, Introduction, Round, RoundGroup, Seat


def meet(scope: Scope, key: str) -> None:
    """The room of that key will never be: two get the relay, a group hears who is in it,
    and a small one gets it as well.

    Whoever proposed that the two meet was told of the room, and hears that there is none.
    A second time it changes nothing.
    """
    for row in scope.db.exec(select(Introduction).where(col(Introduction.room) == key)):
        row.room = None
        if row.state in MET:
            ask = scope.db.get_one(Ask, row.ask_id)
            for member_id in (ask.requester_id, row.helper_id):
                scope.notify(member_id, "room-missing", introduction=row.id)
            matchmaking.tell_proposer(scope, row, ask, "proposal-roomless")
            relays.propose(scope, row, ask)
    for group in scope.db.exec(select(RoundGroup).where(col(RoundGroup.room) == key)).all():
        group.room = None
        ids = scope.db.exec(select(Seat.member_id).where(Seat.group_id == group.id)).all()
        for member_id in ids:
            scope.notify(member_id, "round-partners", group=group.id)
        linking.offer(scope, scope.db.get_one(Round, group.round_id).ritual_id, ids)
