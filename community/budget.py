"""How often the bot asks a member for something in seven days, on all platforms together (P4, P9).

What is asked is counted once: a reminder belongs to it. It counts from when it was decided, also
while it waits for the end of quiet hours.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import BindParameter, ColumnElement, bindparam, case
from sqlmodel import col, func, select

from community import peace
from community.scope import Scope
from storage.tables import Community, Dialogue, Member, Solicitation, table
from storage.tables.columns import Moment

WEEK = timedelta(days=7)

_member, _house = table(Member).c, table(Community).c
_SPENT = (
    select(col(Solicitation.member_id), func.count())
    .where(
        col(Solicitation.member_id).in_(bindparam("members", expanding=True)),
        col(Solicitation.at) > bindparam("since", type_=Moment),
    )
    .group_by(col(Solicitation.member_id))
)
"""Said once: to put it together takes longer than to run it."""


def spent(scope: Scope, member_ids: Collection[int]) -> dict[int, int]:
    """How many times each was asked for something in the last seven days."""
    given = {"members": list(member_ids), "since": scope.now - WEEK}
    rows = scope.db.connection().execute(_SPENT, given)
    return dict.fromkeys(member_ids, 0) | {row[0]: row[1] for row in rows}


def spend(scope: Scope, member_id: int, about: str) -> bool:
    """Count this one, unless it is a reminder; False when there is nothing left this week."""
    known = select(Solicitation.id).where(
        col(Solicitation.member_id) == member_id, col(Solicitation.about) == about
    )
    if scope.db.exec(known).first() is not None:
        return True
    reached = peace.of(scope, member_id)
    if spent(scope, [member_id])[member_id] >= reached.weekly:
        return False
    scope.db.add(Solicitation(member_id=member_id, about=about, at=scope.now))
    scope.db.flush()
    return True


def within(since: datetime | BindParameter[datetime]) -> ColumnElement[bool]:
    """Of members: those who can be asked for something more, counted since a week ago."""
    chosen = func.coalesce(_member.weekly, _house.weekly)
    weekly = select(case((chosen > _house.weekly_most, _house.weekly_most), else_=chosen)).where(
        _house.id == _member.community_id
    )
    used = select(func.count()).where(
        col(Solicitation.member_id) == _member.id, col(Solicitation.at) > since
    )
    return used.correlate(Member).scalar_subquery() < weekly.correlate(Member).scalar_subquery()


def held_until(
    scope: Scope, member_id: int, dialogue: str, introduction_id: int
) -> datetime | None:
    """Until when something is kept from a member that they have not seen yet."""
    query = select(Dialogue).where(
        col(Dialogue.member_id) == member_id, col(Dialogue.name) == dialogue,
        col(Dialogue.held).is_not(None),
    )  # fmt: skip
    waiting = (each for each in scope.db.exec(query)
               if each.args.get("introduction") == introduction_id)  # fmt: skip
    return next((each.due_at for each in waiting), None)
