"""Days on which some people would get too much: told before a ritual is kept, not forbidden."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from itertools import takewhile
from zoneinfo import ZoneInfo

from community import groups
from community.rituals import overview, plans, runs
from community.rituals.kinds import KINDS
from community.rituals.plans import Plan
from community.scope import Scope
from storage.tables import Ritual

TOO_MANY = 3
"""Rituals that reach somebody on one day."""


@dataclass(frozen=True, slots=True)
class Crowded:
    """A day: when the plan would come on it (UTC), and what else reaches some of its people."""

    at: datetime
    names: list[str]


def crowded(scope: Scope, plan: Plan, ritual_id: int | None = None) -> Crowded | None:
    """The first day of the calendar on which the plan would be the third to reach somebody, or
    more; `ritual_id` is the ritual whose place it takes.
    """
    if not _reaches(plan.kind, plan.place_id):
        return None
    others, zone = _others(scope, plan, ritual_id), ZoneInfo(plan.rhythm.zone)

    @cache
    def people(audience: tuple[int, ...]) -> frozenset[int]:
        return frozenset(groups.members_of(scope.connection, scope.community_id, audience,
                                           now=scope.now))  # fmt: skip

    for at in _coming(scope, plan, ritual_id):
        there = others.get(at.astimezone(zone).date(), [])
        if len(there) + 1 < TOO_MANY:
            continue
        mine, times = people(tuple(plan.audience)), Counter[int]()
        for row in there:
            times.update(mine & people(tuple(row.audience)))
        if times and max(times.values()) + 1 >= TOO_MANY:
            return Crowded(at, [row.name for row in there if mine & people(tuple(row.audience))])
    return None


def _reaches(kind: str, place_id: int | None) -> bool:
    """Whether it writes to each one: what stands in a channel is read when one likes."""
    return KINDS[kind].to_all and place_id is None


def _others(scope: Scope, plan: Plan, ritual_id: int | None) -> dict[date, Sequence[Ritual]]:
    """By day, on the plan's clock, the other rituals that come then; each counts once a day."""
    rows = {row.id: row for row in plans.listed(scope)
            if row.id != ritual_id and _reaches(row.kind, row.place_id)}  # fmt: skip
    found: dict[date, dict[int, Ritual]] = defaultdict(dict)
    for each in runs.calendar(scope.connection, scope.community_id, scope.now):
        if each.ritual_id in rows:
            day = each.at.astimezone(ZoneInfo(plan.rhythm.zone)).date()
            found[day][each.ritual_id] = rows[each.ritual_id]
    return {day: list(each.values()) for day, each in found.items()}


def _coming(scope: Scope, plan: Plan, ritual_id: int | None) -> Iterator[datetime]:
    """The plan's runs in the days of the calendar."""
    end = scope.now + timedelta(days=runs.CALENDAR)
    return takewhile(lambda at: at <= end, overview.coming(scope, plan, ritual_id))
