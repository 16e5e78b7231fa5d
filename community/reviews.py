"""A newcomer's request, read by a moderator before it goes out, if the community wants that.

If nobody reads it in two days, it goes out all the same: nobody waits for the team's time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from community import asks, decisions, introductions, members, reports
from community.limits import WAITING
from community.lives import ASK
from community.scope import STAFF, Scope
from community.transitions import WrongState, move
from storage.tables import Ask, Community


def wanted(scope: Scope) -> bool:
    """Whether what whoever acts asks is read first: for some days after they joined."""
    return concern(scope, members.me(scope).id or 0)


def concern(scope: Scope, member_id: int) -> bool:
    """The same of somebody else. Who was brought in by a table is new only if that says so."""
    member = members.get(scope, member_id)
    joined = min(member.joined_at, member.welcomed_at or member.joined_at)
    days = timedelta(days=scope.db.get_one(Community, scope.community_id).review_days)
    return member.role not in STAFF and scope.now < joined + days


def begin(scope: Scope, ask: Ask) -> None:
    """Have moderators read an ask, in the words it has now, before anybody is asked."""
    if ask.state != "review":
        move(scope, ask, "review", ASK)
    ask.due_at = scope.now + ASK.waits["review"]
    out = introductions.left_out(scope, ask.id or 0)
    for moderator in (each for each in members.staff(scope) if each not in out):
        scope.notify(moderator, "review", as_staff=True, ask=ask.id)


@dataclass(frozen=True, slots=True)
class Submitted:
    """An ask as moderators read it before anybody is asked."""

    need: str
    context: str
    requester: str


def read(scope: Scope, ask_id: int) -> Submitted:
    """The ask; raises NotAllowed without the role."""
    members.require_staff(scope)
    ask = scope.db.get_one(Ask, ask_id)
    return Submitted(ask.need, ask.context, members.get(scope, ask.requester_id).name)


def is_waiting(scope: Scope, ask_id: int) -> bool:
    """Whether nobody has decided about it."""
    return scope.db.get_one(Ask, ask_id).state == "review"


def approve(scope: Scope, ask_id: int, need: str, context: str) -> bool:
    """It goes out now, if these are its words; False when they have changed since they were read.

    Raises NotAllowed without the role, WrongState if that is decided, or while the team looks into
    what it was told about it.
    """
    members.require_staff(scope)
    ask = scope.db.get_one(Ask, ask_id)
    if reports.is_looked_into(scope, ask_id):
        raise WrongState(f"ask {ask_id}: a report about it is not settled")
    if (ask.need, ask.context) != (need, context):
        return False
    release(scope, ask)
    return True


def refuse(scope: Scope, ask_id: int, reason: str) -> None:
    """It does not go out; the requester reads why."""
    if not is_waiting(scope, ask_id):
        raise WrongState(f"ask {ask_id} is not in review")
    close(scope, ask_id, reason)


def close(scope: Scope, ask_id: int, reason: str) -> None:
    """The team closes an ask; the reason is kept, and the requester reads it.

    Raises WrongState when it has an answer, or is over.
    """
    ask = scope.db.get_one(Ask, ask_id)
    if ask.state not in WAITING:
        raise WrongState(f"ask {ask_id}: {ask.state}")
    decisions.keep(scope, decisions.ASK_CLOSED, ask.requester_id, ask_id, reason)
    asks.close(scope, ask, "unanswered", how="ended-by-team")
    scope.notify(ask.requester_id, "ask-closed", ask=ask_id, reason=reason)


def overdue(scope: Scope, ask: Ask) -> None:
    """Nobody has read it in time: it goes out, unless the team was told something about it."""
    assert ask.id is not None
    if reports.is_looked_into(scope, ask.id):
        ask.due_at = scope.now + ASK.waits["review"]
        scope.notify(
            ask.requester_id, "progress", once_for=f"unread:{ask.id}", ask=ask.id, why="unread"
        )  # fmt: skip
    elif reports.is_open_about(scope, ask.id):
        asks.close(scope, ask, "unanswered", how="ended-unread")
        scope.notify(ask.requester_id, "progress", ask=ask.id, why="unread")
    else:
        release(scope, ask)


def looked_into(scope: Scope, ask: Ask) -> None:
    """The team has closed what it was told about an ask, which goes on if it waited for that."""
    if ask.state == "review" and not reports.is_open_about(scope, ask.id or 0):
        release(scope, ask)


def release(scope: Scope, ask: Ask) -> None:
    """It goes out: it was read, or nobody has read it in time."""
    if ask.state != "review":
        raise WrongState(f"ask {ask.id}: {ask.state}")
    asks.settled(scope, ask)
    asks.go_on(scope, ask, why="reviewed")
