"""Keeping away from somebody: two who are blocked never meet, and what was under way ends (P14).

What ends, ends in the words and at a time at which it might have ended anyway: the other one can't
tell it from somebody who has no time. Whoever blocked is told no more of what was between the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import and_, col, delete, or_, select

from community import (
    appointments,
    asks,
    blocks,
    introductions,
    matchmaking,
    members,
    partings,
    requests,
)
from community.lives import ASKED, MET, OFFERED
from community.names import folded
from community.scope import Scope
from community.transitions import WrongState
from storage.tables import Ask, Introduction, Member, Place, PlaceMember


@dataclass(frozen=True, slots=True)
class Blocked:
    """Somebody whom whoever acts has blocked; the name is empty once they have been erased.

    Of who asked without a name, `since` is when it was (UTC), and the id is the block's own.
    """

    id: int
    name: str
    since: datetime | None = None


def blocked(scope: Scope) -> list[Blocked]:
    """Whom whoever acts has blocked."""
    assert scope.actor_id is not None
    found = blocks.blocked_by(scope, scope.actor_id)
    named = [Blocked(each, members.get(scope, each).name) for each in found]
    return named + [Blocked(id_, "", at) for id_, at in blocks.unnamed(scope)]


def blocked_called(scope: Scope, name: str) -> list[Blocked]:
    """Those of them whose name, or a part of it, this is."""
    said = set(folded(name.lstrip("@")).split())
    return [each for each in blocked(scope) if said and said <= set(folded(each.name).split())]


def block(scope: Scope, other: int) -> None:
    """From now on these two never meet, and what was open between them ends."""
    assert scope.actor_id is not None
    if other == scope.actor_id or not blocks.put(scope, other):
        return
    scope.audit("block", other, "", "blocked")
    for row, ask in _between(scope, scope.actor_id, other):
        _end(scope, row, ask)
    partings.leave_exchanges_with(scope, other)
    _leave_rooms(scope, other)


def known_requester(scope: Scope, introduction_id: int) -> Blocked | None:
    """Whose request whoever acts was brought, if they were told."""
    asked = requests.read(scope, introduction_id)
    ask = scope.db.get_one(Ask, introductions.get(scope, introduction_id).ask_id)
    return Blocked(ask.requester_id, asked.requester) if asked.requester else None


def block_requester(scope: Scope, introduction_id: int) -> None:
    """Whoever acts is brought no more requests of whoever asked this, and never learns who it is.

    Nothing else changes between the two: what ended now would tell.
    """
    row = introductions.get(scope, introduction_id)
    if row.helper_id != scope.actor_id:
        raise WrongState(f"introduction {introduction_id} is somebody else's")
    blocks.put_unnamed(scope, scope.db.get_one(Ask, row.ask_id).requester_id)
    scope.audit("introduction", introduction_id, "", "blocked")
    if introductions.in_hand(scope, introduction_id):
        asks.declined(scope, introduction_id)


def asked_of(scope: Scope, other: int) -> list[str]:
    """What whoever acts has asked, and has been promised help with by that member."""
    assert scope.actor_id is not None
    return [
        ask.need for row, ask in _between(scope, scope.actor_id, other)
        if row.helper_id == other and row.state in MET and ask.proposed_by is None
    ]  # fmt: skip


def unblock(scope: Scope, other: int) -> None:
    """Whoever acts may meet that member again."""
    blocks.lift(scope, other)
    scope.audit("block", other, "blocked", "")


def unblock_requester(scope: Scope, block_id: int) -> None:
    """The requests of that unknown member may come again."""
    blocks.lift_unnamed(scope, block_id)
    scope.audit("block", block_id, "blocked", "")


def _end(scope: Scope, row: Introduction, ask: Ask) -> None:
    """As it would have ended by itself; of two who have met, the other one hears as before."""
    if row.state == "reserved":
        introductions.skip(scope, row)
    elif row.state in OFFERED:
        matchmaking.expire(scope, row, ask)
    elif row.state in (*ASKED, "postponed") and ask.requester_id == scope.actor_id:
        asks.take_from(scope, row)
    elif row.state in (*ASKED, "postponed") and not _would_tell(scope, row, ask):
        asks.pass_on(scope, row)
    elif row.state in MET:
        appointments.stay_away(scope, row)


def _would_tell(scope: Scope, row: Introduction, ask: Ask) -> bool:
    """Whether ending it now would tell a helper whose it was; it ends at its own time instead."""
    seen = introductions.unseen_until(scope, row) is None
    return seen and row.helper_id == scope.actor_id and not ask.named


def _between(scope: Scope, one: int, other: int) -> list[tuple[Introduction, Ask]]:
    query = (
        select(Introduction, Ask)
        .join(Ask, col(Ask.id) == col(Introduction.ask_id))
        .where(
            or_(
                and_(col(Ask.requester_id) == one, col(Introduction.helper_id) == other),
                and_(col(Ask.requester_id) == other, col(Introduction.helper_id) == one),
            )
        )
        .order_by(col(Introduction.id))
    )
    return list(scope.db.exec(query).all())


def _leave_rooms(scope: Scope, other: int) -> None:
    """Whoever acts is in no room with that member any more, where the bot brings words to it."""
    theirs = (
        select(PlaceMember.place_id)
        .join(Place, col(Place.id) == col(PlaceMember.place_id))
        .where(col(PlaceMember.member_id) == other, col(Place.kind) == "room")
    )
    mine = col(PlaceMember.member_id) == scope.actor_id, col(PlaceMember.place_id).in_(theirs)
    scope.db.exec(delete(PlaceMember).where(*mine))


def inherit(goes: Member, stays: Member) -> None:
    """Two members become one: a pause by the team goes with the person."""
    held = [each.held_until for each in (goes, stays) if each.held_until]
    stays.held_until = max(held, default=None)
