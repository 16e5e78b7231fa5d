"""The energy check (P20): groups in which fewer people take part than six weeks before.

Communities lose their energy in six to eight weeks without animation; organisers hear of it in
time, with something to do about it. People are counted, never named, and never fewer than five.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, Connection, select, union_all
from sqlmodel import SQLModel

from community import groups, members
from community.ballots import LEAST
from community.rituals import Figures, RunRow, Settings, kind
from community.scope import Scope
from storage.tables import Ask, Introduction, Member, PromptAnswer, Story, Thanks, table

SPAN = timedelta(weeks=6)
FEW = 60
"""Per cent of those who took part before, at which it is worth a word."""


def _sign(model: type[SQLModel], who: str, at: str) -> tuple[Column[Any], Column[Any]]:
    return table(model).c[who], table(model).c[at]


SIGNS = (
    _sign(Ask, "requester_id", "opened_at"),
    _sign(Introduction, "helper_id", "decided_at"),
    _sign(Thanks, "giver_id", "given_at"),
    _sign(PromptAnswer, "member_id", "at"),
    _sign(Story, "teller_id", "told_at"),
)
"""What shows that somebody took part: who, and when. (Answers to surveys are nobody's.)"""

people = table(Member)


@dataclass(frozen=True, slots=True)
class Dip:
    """A group that is slowing down: how many took part in the six weeks before, and in these.

    `name` is empty for the community as a whole; `now` is None when it is too few to tell.
    """

    name: str
    before: int
    now: int | None


def dips(scope: Scope, group_ids: Collection[int] = ()) -> list[Dip]:
    """The groups that slow down, of these or of all, and the community if it does."""
    before = _active(scope, scope.now - 2 * SPAN, scope.now - SPAN)
    lately = _active(scope, scope.now - SPAN, scope.now)
    return [
        Dip(name, len(before & who), _shown(len(lately & who)))
        for name, who in _circles(scope, group_ids)
        if len(before & who) >= LEAST and 100 * len(lately & who) <= FEW * len(before & who)
    ]


def _circles(scope: Scope, group_ids: Collection[int]) -> Iterable[tuple[str, set[int]]]:
    """Those who are looked at together: everybody first, unless groups are named."""
    named = [each for each in groups.listed(scope) if not group_ids or each.id in group_ids]
    if not group_ids:
        yield "", set(groups.members_of(scope.db.connection(), scope.community_id, ()))
    for each in named:
        inside = groups.members_of(scope.db.connection(), scope.community_id, [each.id or 0])
        yield each.name, set(inside)


def _active(scope: Scope, since: datetime, until: datetime) -> set[int]:
    """Who took part between these two moments."""
    signs = union_all(*(
        select(who.label("who"))
        .join(people, people.c.id == who)
        .where(people.c.community_id == scope.community_id, at > since, at <= until)
        for who, at in SIGNS
    ))  # fmt: skip
    return set(scope.db.connection().execute(signs).scalars())


def _shown(count: int) -> int | None:
    return count if count >= LEAST else None


@kind("energy", Settings)
def begin(connection: Connection, run: RunRow, now: datetime) -> Figures:
    """Look at the groups; organisers are told of those that slow down, and else of nothing."""
    scope = Scope(connection, now, run.community_id)
    found = dips(scope, run.audience)
    told = [[each.name, each.before, each.now or 0] for each in found]
    for organiser in members.organisers(scope) if found else []:
        scope.notify(organiser, "energy", as_staff=True, once_for=f"run-{run.id}", dips=told)
    scope.close(keep=True)
    return {"dips": len(found)}
