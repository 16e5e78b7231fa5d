"""The team proposes somebody for an ask that nobody could take."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from community import asks, blocks, introductions, members, reports
from community.directory import Match
from community.lives import WITH_TEAM
from community.scope import Scope
from community.transitions import WrongState
from storage.tables import Ask, Member


@dataclass(frozen=True, slots=True)
class Candidate:
    """A member found by name. `obstacle` is why they can't be asked; "" when they can."""

    id: int
    name: str
    obstacle: str = ""
    until: datetime | None = None


def find(scope: Scope, ask_id: int, name: str) -> list[Candidate]:
    """The members of that name who can be asked for this; if there are none, those who can't."""
    members.require_staff(scope)
    ask = scope.db.get_one(Ask, ask_id)
    found = [_candidate(scope, ask, each) for each in members.named(scope, name)]
    return [each for each in found if not each.obstacle] or found


def propose(scope: Scope, ask_id: int, helper_id: int) -> bool:
    """Bring the ask to this member; raises WrongState when that can't be (any more).

    False if somebody has it in hand: then this member is asked after those who stand in line.
    """
    members.require_staff(scope)
    ask = scope.db.get_one(Ask, ask_id)
    helper = members.get(scope, helper_id)
    if ask.state not in {"open", *WITH_TEAM} or _obstacle(scope, ask, helper):
        raise WrongState(f"ask {ask_id}: {ask.state}, member {helper_id}")
    match = Match(helper_id, helper.name, helper.headline, helper.external, "team", [], 0)
    introductions.reserve(scope, ask, [match])
    if ask.state == "open":
        return False
    asks.settled(scope, ask)
    asks.go_on(scope, ask, why="proposed")
    return True


def suggest(scope: Scope, introduction_id: int, helper_id: int) -> bool:
    """A helper says who would be better: that person is asked next, or others if they can't be.

    To the helper it looks the same, so that nobody finds out by trying names who it is that asks.
    False for the helper's own name: it is then still theirs.
    """
    if helper_id == scope.actor_id:
        return False
    row = introductions.get(scope, introduction_id)
    ask, better = scope.db.get_one(Ask, row.ask_id), members.get(scope, helper_id)
    hindered = _obstacle(scope, ask, better) or reports.is_looked_into(scope, row.ask_id)
    introductions.decline(scope, introduction_id)
    if hindered:
        asks.go_on(scope, ask, why="declined")
    else:
        introductions.request(scope, introductions.named(scope, ask, better))
        scope.notify(ask.requester_id, "progress", ask=ask.id, why="suggested")
    return True


def tried(scope: Scope, ask_id: int) -> list[str]:
    """The names of those who were asked, each once, in their order."""
    asked = introductions.asked_already(scope, scope.db.get_one(Ask, ask_id))
    return [members.get(scope, each).name for each in dict.fromkeys(asked)]


def _candidate(scope: Scope, ask: Ask, member: Member) -> Candidate:
    obstacle = _obstacle(scope, ask, member)
    until = member.paused_until if obstacle == "paused" else None
    return Candidate(member.id or 0, member.name, obstacle, until)


def _obstacle(scope: Scope, ask: Ask, member: Member) -> str:
    """Why this member can't be asked for this ask now; "" when nothing is in the way.

    Of whom the ask leaves out, and of two who are to be kept apart, the team hears no more than
    that it can't be.
    """
    if member.id == ask.requester_id:
        return "self" if member.id == scope.actor_id else "asker"
    kept = introductions.left_out(scope, ask.id or 0) | blocks.not_to_be_asked(
        scope, ask.requester_id
    )
    if member.id in kept:
        return "asker"
    if member.left_at:
        return "gone"
    if member.welcomed_at is None:
        return "newcomer"
    if member.id in introductions.asked_already(scope, ask):
        return "asked"
    if member.held_until and member.held_until > scope.now:
        return "away"
    if introductions.can_be_asked(scope, member.id or 0):
        return ""
    if introductions.is_here(scope, member.id or 0):
        return "busy"
    return "away" if member.paused_until == members.FOREVER else "paused"
