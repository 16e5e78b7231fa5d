"""Between members and the team (P30): their words to it, and its words to them.

What was said is kept nowhere; that somebody wrote, and whether the team has, is in the audit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, or_, select

from community import members
from community.scope import Scope
from storage.tables import Audit, Member

TO_TEAM, FROM_TEAM = "wrote-to-team", "written"
"""What the audit says of a member: they wrote to the team, the team wrote to them."""
PATIENCE = timedelta(days=2)
"""So long the team has to answer before it is reminded."""
FRESH = timedelta(days=7)
"""For so long what one types is likely to be the answer."""


def to_the_team(scope: Scope, message: str, without: Sequence[int] = ()) -> bool:
    """Bring a message to every moderator and organiser, privately; False if there is none.

    Those `without` whom it goes hear nothing of it later either; the audit has their numbers.
    """
    sender = members.me(scope)
    team = _others(scope, *without) or ([] if without else members.staff(scope))
    if not team:
        return False
    answers = has_word_from_the_team(scope)
    scope.audit("member", sender.id or 0, " ".join(map(str, without)), TO_TEAM)
    for each in team:
        scope.notify(
            each, "team-message", as_staff=True,
            member=sender.id, name=sender.name, message=message,
        )  # fmt: skip
    if not answers:  # "thank you" waits for nothing
        scope.notify(sender.id or 0, "team-awaited")
    return True


def remind_the_team(scope: Scope, since: datetime) -> bool:
    """Whoever acts has had no answer since then: the team is told, once; whether that was so."""
    sender = members.me(scope)
    if _last(scope, sender.id or 0, FROM_TEAM, since=since) is not None:
        return False
    kept_from = _kept_from(scope, sender.id or 0)
    for each in _others(scope, *kept_from) or ([] if kept_from else members.staff(scope)):
        scope.notify(
            each, "team-message", as_staff=True, member=sender.id, name=sender.name, again=True
        )
    return True


def to_member(scope: Scope, member_id: int, words: str) -> bool:
    """A private word from the team, which they can answer; False for somebody who is gone.

    When it answers theirs, the others of the team see it. Raises NotAllowed without the role.
    """
    members.require_staff(scope)
    if members.direct_line(scope, member_id) is None:
        return False
    name, awaited = members.me(scope).name, waits_for_the_team(scope, member_id)
    scope.audit("member", member_id, "", FROM_TEAM)
    scope.notify(member_id, "from-team", name=name, words=words)
    if awaited:
        to = members.get(scope, member_id).name
        for each in _others(scope, member_id, *_kept_from(scope, member_id)):
            scope.notify(each, "team-answered", as_staff=True, name=name, to=to, words=words)
    return True


def waits_for_the_team(scope: Scope, member_id: int) -> bool:
    """Whether somebody wrote to the team lately, and nobody of it has answered."""
    last = _last(scope, member_id)
    return last is not None and last.after == TO_TEAM


@dataclass(frozen=True, slots=True)
class Awaiting:
    """Somebody whose words to the team, a report without a name among them, nobody answered."""

    member: int
    name: str
    since: datetime


def awaiting(scope: Scope) -> list[Awaiting]:
    """Who but whoever acts waits for a word from the team, the longest first.

    Raises NotAllowed without the role.
    """
    members.require_staff(scope)
    query = select(Audit.subject_id, Audit.after, Audit.at).where(
        col(Audit.community_id) == scope.community_id, col(Audit.subject) == "member",
        col(Audit.after).in_((TO_TEAM, FROM_TEAM)), col(Audit.at) >= scope.now - FRESH,
    )  # fmt: skip
    last = {who: (after, at) for who, after, at in scope.db.exec(query.order_by(col(Audit.id)))}
    waits = {who: at for who, (after, at) in last.items() if after == TO_TEAM}
    found = [Awaiting(who, members.get(scope, who).name, at) for who, at in waits.items()]
    here = [
        each for each in found
        if each.name and each.member != scope.actor_id
        and scope.actor_id not in _kept_from(scope, each.member)
    ]  # fmt: skip
    return sorted(here, key=lambda each: each.since)


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody of the team whom words to it name: they may be about them."""

    id: int
    name: str


def named(scope: Scope, message: str) -> list[Named]:
    """Whom of the team, but whoever writes it, a message names."""
    found = members.staff_named(scope, message)
    return [Named(each.id or 0, each.name) for each in found if each.id != scope.actor_id]


def has_word_from_the_team(scope: Scope) -> bool:
    """Whether the team wrote to whoever acts lately, who has not written to it since."""
    last = _last(scope, members.me(scope).id or 0)
    return last is not None and last.after == FROM_TEAM


def answered_by(scope: Scope, member_id: int) -> str:
    """Who of the team wrote to a member last; "" if nobody has, or they were erased."""
    last = _last(scope, member_id)
    by = last.actor_id if last is not None and last.after == FROM_TEAM else None
    writer = scope.db.get(Member, by) if by else None
    return writer.name if writer else ""


def name_of(scope: Scope, member_id: int) -> str:
    """What a member is called; raises NotAllowed without the role."""
    members.require_staff(scope)
    return members.get(scope, member_id).name


def _others(scope: Scope, *without: int) -> list[int]:
    """The team but whoever acts."""
    return [each for each in members.staff(scope) if each not in (scope.actor_id, *without)]


def _kept_from(scope: Scope, member_id: int) -> set[int]:
    """Those of the team from whom a member's words of late were kept."""
    query = select(Audit.before).where(
        col(Audit.subject) == "member", col(Audit.subject_id) == member_id,
        col(Audit.after) == TO_TEAM, col(Audit.at) >= scope.now - FRESH,
    )  # fmt: skip
    return {int(each) for row in scope.db.exec(query) for each in row.split()}


def _last(scope: Scope, member_id: int, *ways: str, since: datetime | None = None) -> Audit | None:
    """The last word between a member and the team; read from the end, where it stands.

    A word from somebody from whom theirs were kept answers nothing.
    """
    query = select(Audit).where(
        col(Audit.subject) == "member", col(Audit.subject_id) == member_id,
        col(Audit.after).in_(ways or (TO_TEAM, FROM_TEAM)),
        or_(col(Audit.after) == TO_TEAM, col(Audit.actor_id).is_(None),
            col(Audit.actor_id).not_in(_kept_from(scope, member_id))),
    )  # fmt: skip
    last = scope.db.exec(query.order_by(col(Audit.id).desc()).limit(1)).first()
    return last if last is not None and last.at >= (since or scope.now - FRESH) else None
