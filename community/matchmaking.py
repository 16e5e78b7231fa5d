"""An introduction that a moderator proposes: both are asked at once, and both must agree.

Neither hears who the other is before that, nor ever who it was that declined.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlmodel import and_, col, or_, select

from community import blocks, budget, introductions, members
from community.lives import AGREED, ASK, ASKED, BUDDY, INTRODUCTION, MET, OFFERED
from community.scope import Scope
from community.transitions import WrongState, move
from storage.tables import Ask, Audit, Introduction, Member

QUESTIONS = ("proposal", "buddy-request", "buddy-offer")
"""The dialogues that bring such an idea to one of the two."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What each of the two sees before they agree."""

    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the moderator hears of it in the end: `how` says nothing of who declined."""

    first: str
    second: str
    how: Literal["met", "met-apart", "not-met"]


def propose(scope: Scope, first: int, second: int, reason: str) -> list[str]:
    """Ask two members whether they would like to meet; the names of those who can't be asked now.

    Unless that list is empty, nobody was asked. Raises NotAllowed without the role.
    """
    members.require_staff(scope)
    away = [each for each in (first, second) if not can_be_asked(scope, each)]
    if second in blocks.not_to_meet(scope, first):
        away = [first, second]
    if away:
        return [members.get(scope, each).name for each in away]
    ask = Ask(
        community_id=scope.community_id, requester_id=first, need=reason, opened_at=scope.now,
        proposed_by=scope.actor_id, state="proposed",
    )  # fmt: skip
    row = offer(scope, ask, second)
    for each in (first, second):
        scope.notify(each, "proposal", introduction=row.id)
    return []


def under_way(scope: Scope, first: int, second: int) -> str:
    """What there is between two already: "met", "asked" (whoever asked whom), or "" for nothing.

    Of two who are to be kept apart the team hears no more than that it can't be.
    """
    if second in blocks.apart(scope, first):
        return ""
    asks_, helps = col(Ask.requester_id), col(Introduction.helper_id)
    query = (
        select(Introduction.state)
        .join(Ask, col(Ask.id) == col(Introduction.ask_id))
        .where(
            or_(and_(asks_ == first, helps == second), and_(asks_ == second, helps == first)),
            col(Introduction.state).in_((*OFFERED, *ASKED, *MET, "postponed")),
        )
    )
    states = set(scope.db.exec(query))
    return "met" if states & set(MET) else "asked" if states else ""


def offer(scope: Scope, ask: Ask, helper_id: int) -> Introduction:
    """Write down an idea that neither of the two has heard of yet."""
    scope.db.add(ask)
    scope.db.flush()
    assert ask.id is not None
    row = Introduction(
        ask_id=ask.id, helper_id=helper_id, state="offered", requested_at=scope.now,
        due_at=scope.now + INTRODUCTION.waits["offered"],
    )  # fmt: skip
    scope.db.add(row)
    scope.db.flush()
    assert row.id is not None
    scope.audit("ask", ask.id, "", ask.state)
    scope.audit("introduction", row.id, "", row.state)
    return row


def show(scope: Scope, introduction_id: int) -> Proposal:
    """Bring it to whoever acts, without the names of the two; raises WrongState once it is over."""
    row, ask = _rows(scope, introduction_id)
    if row.state not in OFFERED or ask.proposed_by is None:
        raise WrongState(f"introduction {introduction_id}: {row.state}")
    scope.audit("proposal", introduction_id, "", "shown")
    return Proposal(members.get(scope, ask.proposed_by).name, ask.need)


def is_offered(scope: Scope, introduction_id: int) -> bool:
    """Whether at least one of the two has not answered."""
    return introductions.get(scope, introduction_id).state in OFFERED


def waiting(scope: Scope) -> list[Proposal]:
    """The proposals that whoever acts has not answered yet, oldest first."""
    me = scope.actor_id
    unanswered = or_(
        and_(col(Ask.requester_id) == me, col(Introduction.state) != "requester_agreed"),
        and_(col(Introduction.helper_id) == me, col(Introduction.state) != "helper_agreed"),
    )
    query = (
        select(Member.name, Ask.need)
        .join(Ask, col(Ask.proposed_by) == col(Member.id))
        .join(Introduction, col(Introduction.ask_id) == col(Ask.id))
        .where(col(Introduction.state).in_(OFFERED), unanswered, col(Ask.kind) != BUDDY)
        .order_by(col(Introduction.id))
    )
    return [Proposal(by, reason) for by, reason in scope.db.exec(query)]


def agree(scope: Scope, introduction_id: int) -> str | None:
    """Whoever acts would like to meet; the other's name once both would.

    Of two of whom one has reported the other since, it is as if one had not answered in time.
    """
    row, ask = _rows(scope, introduction_id)
    mine, theirs, other = "helper_agreed", "requester_agreed", ask.requester_id
    if scope.actor_id == ask.requester_id:
        mine, theirs, other = theirs, mine, row.helper_id
    if row.state != theirs:
        move(scope, row, mine, INTRODUCTION, until=row.due_at)
        return None
    if other in blocks.not_to_meet(scope, scope.actor_id or 0):
        end(scope, row, ask, "expired")
        return None
    scope.notify(other, "proposal-met", introduction=row.id)
    introductions.meet(scope, row, ask)
    tell_proposer(scope, row, ask)
    return members.get(scope, other).name


def decline(scope: Scope, introduction_id: int) -> None:
    """Whoever acts would rather not, and owes no reason; the other hears "not this time"."""
    row, ask = _rows(scope, introduction_id)
    end(scope, row, ask, "declined", without=scope.actor_id)


def expire(scope: Scope, row: Introduction, ask: Ask) -> None:
    """Somebody did not answer in time."""
    end(scope, row, ask, "expired")


def unheard(scope: Scope, introduction_id: int) -> None:
    """It may not be brought to whoever acts, who never hears of it: the other waits no longer."""
    row, ask = _rows(scope, introduction_id)
    end(scope, row, ask, "expired", without=scope.actor_id)


def leave(scope: Scope, member_id: int, *, told: bool = False) -> None:
    """A member can meet nobody: whoever was to meet them hears "not this time".

    With `told` the member, who is still here, hears it as well.
    """
    query = (
        select(Introduction, Ask)
        .join(Ask, col(Ask.id) == col(Introduction.ask_id))
        .where(
            col(Introduction.state).in_(OFFERED),
            or_(col(Ask.requester_id) == member_id, col(Introduction.helper_id) == member_id),
        )
    )
    for row, ask in scope.db.exec(query).all():
        end(scope, row, ask, "withdrawn", without=None if told else member_id)


def outcome(scope: Scope, introduction_id: int) -> Outcome:
    """How it ended, for the moderator."""
    row, ask = _rows(scope, introduction_id)
    first, second = (members.get(scope, each).name for each in (ask.requester_id, row.helper_id))
    if row.state not in AGREED:
        return Outcome(first, second, "not-met")
    return Outcome(first, second, "met" if row.room else "met-apart")


def can_be_asked(scope: Scope, member_id: int) -> bool:
    """Whether a member can be asked whether they would like to meet somebody."""
    wants_it = members.get(scope, member_id).suggestions
    return wants_it and introductions.can_be_asked(scope, member_id)


def end(scope: Scope, row: Introduction, ask: Ask, how: str, *, without: int | None = None) -> None:
    """They will not meet; those who have seen it hear so, but for whoever it comes from."""
    asked = _asked(row, ask)
    move(scope, row, how, INTRODUCTION)
    row.decided_at = scope.now
    move(scope, ask, "closed", ASK)
    ask.outcome, ask.closed_at = "not_now" if ask.requester_id in asked else "nobody", scope.now
    for each in asked:
        if each != without and not _is_kept_from(scope, each, row.id or 0):
            scope.notify(each, "proposal-closed", introduction=row.id)
    tell_proposer(scope, row, ask)


def tell_proposer(
    scope: Scope, row: Introduction, ask: Ask, about: str = "proposal-outcome"
) -> None:
    """The moderator whose idea it was, if it was one's, hears what became of it."""
    if ask.proposed_by is not None and ask.kind != BUDDY:
        scope.notify(ask.proposed_by, about, introduction=row.id)


def _asked(row: Introduction, ask: Ask) -> tuple[int, ...]:
    """Who is asked: a newcomer only once somebody would be their buddy."""
    if ask.kind == BUDDY and row.state == "offered":
        return (row.helper_id,)
    return ask.requester_id, row.helper_id


def _is_kept_from(scope: Scope, member_id: int, introduction_id: int) -> bool:
    """Whether it still waits for the end of their quiet hours: they know nothing of it.

    Several may wait for the same morning: who was shown it in this very moment knows of it.
    """
    shown = select(Audit.id).where(
        col(Audit.subject) == "proposal", col(Audit.subject_id) == introduction_id,
        col(Audit.actor_id) == member_id,
    )  # fmt: skip
    held = (budget.held_until(scope, member_id, each, introduction_id) for each in QUESTIONS)
    return any(held) and scope.db.exec(shown).first() is None


def _rows(scope: Scope, introduction_id: int) -> tuple[Introduction, Ask]:
    row = introductions.get(scope, introduction_id)
    return row, scope.db.get_one(Ask, row.ask_id)
