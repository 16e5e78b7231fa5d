"""How long somebody's data stays who left, or who has not been heard of for long (P42).

Whoever left the platform is erased after the delay that the community chose; coming back before
that keeps everything. After months of silence (if the community wants it) a member is told, with a
button to stay, and erased a month later.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection
from sqlmodel import col, func, select

from community import members, privacy
from community.scope import Scope
from storage.tables import Community, Conversation, Identity, Member

NOTICE = timedelta(days=30)
MONTH = timedelta(days=30)


def sweep(connection: Connection, now: datetime) -> int:
    """Erase and warn whoever it is time for, community by community; how many."""
    scope = Scope(connection, now, 0)
    houses = list(scope.db.exec(select(Community)))
    done = sum(_leavers(scope, house) + _silent(scope, house) for house in houses)
    scope.close(keep=True)
    return done


def stay(scope: Scope) -> None:
    """Whoever acts would like to stay: nothing is deleted."""
    member = members.me(scope)
    member.warned_at = None
    scope.audit("member", member.id or 0, "warned", "stays")


def _leavers(scope: Scope, house: Community) -> int:
    until = scope.now - timedelta(days=house.days_after_leaving)
    left = select(Member).where(
        col(Member.community_id) == house.id, col(Member.left_at) <= until,
        col(Member.id).in_(select(Identity.member_id)),
    )  # fmt: skip
    gone = list(scope.db.exec(left))
    for each in gone:
        acting = Scope(scope.connection, scope.now, house.id or 0, actor_id=each.id)
        left_at = each.left_at
        privacy.erase(acting)
        members.me(acting).left_at = left_at
        acting.close(keep=True)
    return len(gone)


def _silent(scope: Scope, house: Community) -> int:
    """Warn first; erase who was warned a month ago and has not been heard of since."""
    if not house.months_kept:
        return 0
    done = 0
    for member, heard in _last_heard(scope, house):
        if member.warned_at is not None and heard > member.warned_at:
            member.warned_at = None
        if member.warned_at is None and heard <= scope.now - house.months_kept * MONTH + NOTICE:
            done += _warn(scope, house, member)
        elif member.warned_at is not None and member.warned_at <= scope.now - NOTICE:
            acting = Scope(scope.connection, scope.now, house.id or 0, actor_id=member.id)
            privacy.ask_to_erase(acting)
            acting.close(keep=True)
            done += 1
    return done


def _warn(scope: Scope, house: Community, member: Member) -> bool:
    scope.community_id = house.id or 0
    member.warned_at = scope.now
    scope.audit("member", member.id or 0, "", "warned")
    scope.notify(member.id or 0, "silence")
    return True


def _last_heard(scope: Scope, house: Community) -> list[tuple[Member, datetime]]:
    """Each member who is here, with when they were last heard of on any platform.

    Without organisers: a community that nobody can look after any more keeps nobody's data safe.
    """
    heard = (col(Conversation.space_id) == col(Identity.space_id)) & (
        col(Conversation.place) == col(Identity.direct_place)
    )
    query = (
        select(Member, func.max(Conversation.heard_at))
        .join(Identity, col(Identity.member_id) == col(Member.id))
        .outerjoin(Conversation, heard)
        .where(
            col(Member.community_id) == house.id,
            col(Member.left_at).is_(None),
            col(Member.role) != "organiser",
        )
        .group_by(col(Member.id))
    )
    return [(member, at or member.joined_at) for member, at in scope.db.exec(query).all()]
