"""How much one member may ask at once and in a week: enough for anybody, and not too much."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement
from sqlmodel import col, func, select

from community import members
from community.scope import Scope
from storage.tables import Ask, Community

WAITING = ("review", "open", "stuck", "late")
"""States in which an ask has no answer yet."""
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Limit:
    """Why nothing more can be asked now: `held` by the team, too many `open`, or this `week`."""

    why: str
    most: int = 0
    until: datetime | None = None


def held(scope: Scope, member_id: int) -> bool:
    """Whether the team has paused a member, who neither asks nor is asked."""
    until = members.get(scope, member_id).held_until
    return until is not None and until > scope.now


def reached(scope: Scope) -> Limit | None:
    """What keeps whoever acts from asking now; None for nearly everybody."""
    me, community = members.me(scope), scope.db.get_one(Community, scope.community_id)
    if held(scope, me.id or 0):
        return Limit("held", until=None if me.held_until == members.FOREVER else me.held_until)
    if _count(scope, col(Ask.state).in_(WAITING)) >= community.asks_open:
        return Limit("open", community.asks_open)
    if _count(scope, col(Ask.opened_at) > scope.now - WEEK) >= community.asks_week:
        return Limit("week", community.asks_week)
    return None


def _count(scope: Scope, which: ColumnElement[bool]) -> int:
    mine = col(Ask.requester_id) == scope.actor_id, col(Ask.proposed_by).is_(None)
    return scope.db.exec(select(func.count()).select_from(Ask).where(*mine, which)).one()
