"""Groups: sets of members that rituals, surveys and digests are for (P23)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    SQLColumnExpression,
    func,
    or_,
    select,
    true,
)
from sqlmodel import col, delete
from sqlmodel import select as rows

from community import members
from community.scope import Scope
from community.words import MOST_NAME, clean, fold
from storage.tables import Group, GroupMember, Member, table

people, in_group = table(Member), table(GroupMember)


class WrongGroupName(ValueError):
    """A group needs a name of one line, and not a very long one."""


def members_of(
    connection: Connection,
    community_id: int,
    group_ids: Collection[int],
    *,
    now: datetime | None = None,
    after: int = 0,
    limit: int | None = None,
) -> list[int]:
    """The members of any of these groups (of none: everyone) who are welcomed and here, by id.

    With `now`, without those who are paused then; `after` and `limit` give them piece by piece.
    """
    query = _active(select(people.c.id), community_id, group_ids, now).where(people.c.id > after)
    found = connection.execute(query.order_by(people.c.id).limit(limit))
    return list(found.scalars())


def count(
    connection: Connection, community_id: int, group_ids: Collection[int], now: datetime | None
) -> int:
    """How many `members_of` would give."""
    query = _active(select(func.count()).select_from(people), community_id, group_ids, now)
    found: int = connection.execute(query).scalar_one()
    return found


def holds(who: SQLColumnExpression[int], group_ids: Collection[int]) -> ColumnElement[bool]:
    """Whether a column names somebody in any of these groups; of none, everybody is."""
    if not group_ids:
        return true()
    inside = select(in_group.c.member_id).where(in_group.c.group_id.in_(group_ids))
    return who.in_(inside)


def listed(scope: Scope) -> list[Group]:
    """The community's groups, by name."""
    query = rows(Group).where(col(Group.community_id) == scope.community_id)
    return sorted(scope.db.exec(query), key=lambda each: fold(each.name))


def named(scope: Scope, name: str) -> Group | None:
    """The group of that name, whatever its case and accents."""
    wanted = fold(clean(name))
    return next((each for each in listed(scope) if fold(each.name) == wanted), None)


def make(scope: Scope, name: str) -> Group:
    """The group of that name, made if need be; organisers only. Raises WrongGroupName."""
    _check(scope)
    known = named(scope, name)
    if known is not None:
        return known
    wanted = clean(name)
    if not wanted or len(wanted) > MOST_NAME or "\n" in wanted:
        raise WrongGroupName(WrongGroupName.__doc__)
    group = Group(community_id=scope.community_id, name=wanted)
    scope.db.add(group)
    scope.db.flush()
    return group


def add(scope: Scope, group_id: int, member_ids: Collection[int]) -> None:
    """Let members into a group; who is in it already stays. Organisers only."""
    _check(scope)
    present = set(_in(scope, group_id))
    for each in dict.fromkeys(member_ids):
        if each not in present:
            scope.db.add(GroupMember(group_id=group_id, member_id=each))
            scope.audit("group", group_id, "", f"+{each}")
    scope.db.flush()


def remove(scope: Scope, group_id: int, member_ids: Collection[int]) -> None:
    """Take members out of a group. Organisers only."""
    _check(scope)
    scope.db.exec(
        delete(GroupMember).where(
            col(GroupMember.group_id) == group_id, col(GroupMember.member_id).in_(member_ids)
        )
    )
    for each in member_ids:
        scope.audit("group", group_id, f"+{each}", "")


def names(scope: Scope, group_id: int) -> list[str]:
    """Who is in a group and still here, by name."""
    query = (
        rows(Member.name)
        .join(GroupMember, col(GroupMember.member_id) == col(Member.id))
        .where(col(GroupMember.group_id) == group_id, col(Member.left_at).is_(None))
    )
    return sorted(scope.db.exec(query), key=fold)


def of_member(scope: Scope, member_id: int) -> list[int]:
    """The ids of the groups that somebody is in."""
    query = rows(GroupMember.group_id).where(col(GroupMember.member_id) == member_id)
    return list(scope.db.exec(query.order_by(col(GroupMember.group_id))))


def forget(scope: Scope, member_id: int) -> None:
    """The member is in no group any more."""
    scope.db.exec(delete(GroupMember).where(col(GroupMember.member_id) == member_id))


def merge(scope: Scope, goes: int, stays: int) -> None:
    """Somebody who is in a group twice is in it once."""
    both = of_member(scope, stays)
    scope.db.exec(
        delete(GroupMember).where(
            col(GroupMember.member_id) == goes, col(GroupMember.group_id).in_(both)
        )
    )


def _in(scope: Scope, group_id: int) -> Sequence[int]:
    query = rows(GroupMember.member_id).where(col(GroupMember.group_id) == group_id)
    return scope.db.exec(query).all()


def _check(scope: Scope) -> None:
    """The command line is the organisers'; in chat the role is asked for."""
    if scope.actor_id is not None:
        members.require_organiser(scope)


def _active(
    query: Select[Any],
    community_id: int,
    group_ids: Collection[int],
    now: datetime | None,
) -> Select[Any]:
    query = query.where(
        people.c.community_id == community_id, people.c.left_at.is_(None),
        people.c.welcomed_at.is_not(None), holds(people.c.id, group_ids),
    )  # fmt: skip
    if now is not None:
        query = query.where(or_(people.c.paused_until.is_(None), people.c.paused_until <= now))
    return query
