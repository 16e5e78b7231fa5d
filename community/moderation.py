"""What the team does about members and requests: seeing, pausing, removing, taking back.

The role is looked at when a thing is done, every deed is audited, and its reason is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, func, or_, select

from community import (
    asks,
    budget,
    decisions,
    introductions,
    members,
    names,
    partings,
    profiles,
    standings,
)
from community.decisions import Decided
from community.limits import WAITING
from community.lives import ASKED
from community.profiles import Profile
from community.scope import Scope
from community.standings import Standing
from storage.tables import Ask, Audit, Introduction, Member, Report

LATE = timedelta(days=7)
"""An ask that waits longer is a late one."""
ANSWERED = "removed-answered"
"""Under this the audit has who was removed, wrote, and was answered."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """A member as the team may see them: nothing of what they answered in private.

    Of the profile that is what everybody sees: neither what is sought nor what is not to be asked.
    """

    id: int
    profile: Profile
    role: str
    joined_at: datetime
    paused_until: datetime | None
    held_until: datetime | None
    removed: bool
    asked: int
    """Requests that they have waiting for an answer."""
    requests: int
    """Requests that were brought to them in seven days, and …"""
    in_hand: int
    """… those that they have not answered."""
    decisions: list[Decided]


@dataclass(frozen=True, slots=True)
class Open:
    """An ask that has no answer yet."""

    standing: Standing
    requester: str
    late: bool


def dossier(scope: Scope, member_id: int) -> Dossier:
    """One member; raises NotAllowed without the role."""
    told = decisions.about(scope, member_id)
    member = members.get(scope, member_id)
    return Dossier(
        id=member_id, profile=profiles.public(scope, member_id), role=member.role,
        joined_at=member.joined_at, paused_until=_still(scope, member.paused_until),
        held_until=_still(scope, member.held_until), removed=member.removed_at is not None,
        asked=len(_open_asks(scope, member_id)),
        requests=budget.spent(scope, [member_id])[member_id],
        in_hand=_in_hand(scope, member_id), decisions=told,
    )  # fmt: skip


def open_asks(scope: Scope) -> list[Open]:
    """The asks without an answer, oldest first, but those that leave out whoever acts, or that
    they have in hand themselves without knowing whose it is.

    Raises NotAllowed without the role.
    """
    members.require_staff(scope)
    return [
        Open(
            standings.of(scope, ask.id or 0), members.get(scope, ask.requester_id).name,
            ask.opened_at <= scope.now - LATE,
        )
        for ask in _open_asks(scope)
        if scope.actor_id not in introductions.left_out(scope, ask.id or 0)
        and not _is_asked(scope, ask)
    ]  # fmt: skip


def _is_asked(scope: Scope, ask: Ask) -> bool:
    """Whether whoever acts is asked to help with it, and not told by whom."""
    asked = introductions.of_ask(scope, ask.id or 0, *ASKED)
    return not ask.named and any(row.helper_id == scope.actor_id for row in asked)


def requester(scope: Scope, ask_id: int) -> int:
    """Whose ask it is; raises NotAllowed without the role."""
    members.require_staff(scope)
    return scope.db.get_one(Ask, ask_id).requester_id


def is_on_the_team(scope: Scope, member_id: int) -> bool:
    """Whether it takes an organiser and `passerelle role` before anything can be done to them."""
    return member_id in members.staff(scope)


def hold(scope: Scope, member_id: int, until: datetime | None, reason: str) -> None:
    """Pause a member, who neither asks nor is asked until then, or until the team says so.

    What they have asked, and nobody has accepted, ends; what they were asked goes to others.
    """
    member = _subject(scope, member_id)
    decisions.keep(scope, "held", member_id, member_id, reason)
    member.held_until = until or members.FOREVER
    scope.audit("member", member_id, "", "held")
    waiting = _open_asks(scope, member_id)
    for ask in waiting:
        asks.close(scope, ask, "unanswered")
    scope.notify(
        member_id, "held",
        until=until.isoformat() if until else "", reason=reason, asks=len(waiting),
    )  # fmt: skip
    scope.db.flush()
    partings.step_aside(scope, member_id)


def release(scope: Scope, member_id: int) -> None:
    """The pause by the team is over."""
    member = _subject(scope, member_id)
    member.held_until = None
    scope.audit("member", member_id, "held", "")
    scope.notify(member_id, "released")


def remove(scope: Scope, member_id: int, reason: str) -> None:
    """Remove a member: nobody can be brought to them from now on; they are told, then leave."""
    member = _subject(scope, member_id)
    decisions.keep(scope, "removed", member_id, member_id, reason)
    member.removed_at, member.held_until = scope.now, members.FOREVER
    scope.audit("member", member_id, "", "removed")
    if members.direct_line(scope, member_id) is None:
        return partings.leave(scope, member_id)
    return scope.notify(member_id, "removed", reason=reason)


def removed(scope: Scope) -> list[Member]:
    """Who was removed, latest first; raises NotAllowed without the role."""
    members.require_staff(scope)
    query = select(Member).where(
        col(Member.community_id) == scope.community_id, col(Member.removed_at).is_not(None)
    )
    return list(scope.db.exec(query.order_by(col(Member.removed_at).desc(), col(Member.id))))


def readmit(scope: Scope, member_id: int) -> None:
    """Whoever was removed may come back: by joining again, as anybody who had left."""
    member = _subject(scope, member_id)
    member.removed_at = member.held_until = None
    scope.audit("member", member_id, "removed", "readmitted")


def go(scope: Scope) -> None:
    """Whoever acts has read that they were removed, and leaves."""
    assert scope.actor_id is not None
    partings.leave(scope, scope.actor_id)


def _subject(scope: Scope, member_id: int) -> Member:
    """Somebody to whom a moderator may do something: nobody of the team."""
    members.require_staff(scope)
    if is_on_the_team(scope, member_id):
        raise members.NotAllowed(f"member {member_id} is on the team")
    return members.get(scope, member_id)


def _still(scope: Scope, until: datetime | None) -> datetime | None:
    return until if until and until > scope.now else None


def _open_asks(scope: Scope, member_id: int | None = None) -> list[Ask]:
    query = select(Ask).where(
        col(Ask.community_id) == scope.community_id, col(Ask.state).in_(WAITING),
        or_(member_id is None, col(Ask.requester_id) == member_id),
    )  # fmt: skip
    return list(scope.db.exec(query.order_by(col(Ask.id))))


def _in_hand(scope: Scope, member_id: int) -> int:
    query = select(func.count()).select_from(Introduction).where(
        col(Introduction.helper_id) == member_id, col(Introduction.state).in_(ASKED)
    )  # fmt: skip
    return scope.db.exec(query).one()


def named_in(scope: Scope, words: str, member_id: int) -> list[str]:
    """The names of others in a reason that a member will read: of whoever reported them however it
    is written, of anybody else where it is written like a name."""
    reporters = select(Report.reporter_id).where(col(Report.about_id) == member_id)
    others = select(Member.id, Member.name).where(
        col(Member.community_id) == scope.community_id, col(Member.left_at).is_(None),
        col(Member.id).not_in([member_id, scope.actor_id]),
    )  # fmt: skip
    told, people = set(scope.db.exec(reporters)), scope.db.exec(others).all()
    by_them = names.names_in(words, [name for each, name in people if each in told])
    by_anybody = names.names_in(words, [name for _, name in people])
    return [each for each in by_anybody if each in by_them or each[0].isupper()]


def answer_once(scope: Scope) -> bool:
    """Whether whoever acts, whom the team has removed, has had no answer to their words so far."""
    member = members.me(scope)
    had = select(Audit.id).where(
        col(Audit.subject) == ANSWERED, col(Audit.subject_id) == member.id,
        col(Audit.at) >= member.removed_at,
    )  # fmt: skip
    if scope.db.exec(had).first() is not None:
        return False
    scope.audit(ANSWERED, member.id or 0, "", "answered")
    return True
