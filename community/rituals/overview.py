"""What organisers see of their rituals: one line each, and what one is in full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from sqlmodel import col, select

from community import groups, recurrence
from community.rituals import days_off, plans
from community.rituals.plans import Moved, Plan, require_organiser
from community.scope import Scope
from storage.tables import Audit, Member

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One ritual. `next_at` is in UTC, None for one that has no run to come."""

    id: int
    name: str
    kind: str
    state: str
    next_at: datetime | None
    zone: str
    revision: int
    audience: list[str]


def lines(scope: Scope) -> list[Line]:
    """All that are not archived, the next one due first; organisers only."""
    require_organiser(scope)
    named = {group.id: group.name for group in groups.listed(scope)}
    return [
        Line(row.id or 0, row.name, row.kind, row.state, row.next_due_at, row.time_zone,
             row.revision, [named[each] for each in row.audience if each in named])
        for row in plans.listed(scope)
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Now:
    """What has become of a ritual; `by` names who did it, if it was somebody else."""

    name: str
    to: str
    by: str | None = None


def now(scope: Scope, moved: Moved) -> Now:
    """What stands in the way of an act, and whose doing it was."""
    done = select(Audit.actor_id).where(
        col(Audit.subject) == "ritual", col(Audit.subject_id) == moved.ritual_id
    )
    if moved.to != "changed":
        done = done.where(col(Audit.after) == moved.to)
    actor = scope.db.exec(done.order_by(col(Audit.id).desc()).limit(1)).first()
    other = None if actor in {None, scope.actor_id} else scope.db.get(Member, actor)
    return Now(moved.name, moved.to, other.name if other else None)


def dates(scope: Scope, plan: Plan, ritual_id: int | None = None) -> list[datetime]:
    """The next times that a plan comes, in UTC: without holidays, and without what was skipped of
    the ritual that it is of, or whose place it takes.
    """
    return list(islice(coming(scope, plan, ritual_id), SHOWN))


def coming(scope: Scope, plan: Plan, ritual_id: int | None = None) -> Iterator[datetime]:
    """All of these times, in their order."""
    out = recurrence.NO_DAYS
    if ritual_id is not None:
        out = days_off.days_out(scope, plans.get(scope, ritual_id), scope.now)
    return recurrence.moments(plan.rhythm, scope.now, days_off.holidays(scope), out)
