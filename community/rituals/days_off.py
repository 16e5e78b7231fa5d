"""The days on which a ritual does not come: the community's own, and those that were skipped."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import and_, bindparam, or_
from sqlalchemy import select as core_select
from sqlmodel import col, select

from community.scope import Scope
from storage.tables import Holiday, Ritual, Run

_HOLIDAYS = core_select(col(Holiday.day)).where(col(Holiday.community_id) == bindparam("community"))
"""Said once: to put it together takes longer than to run it."""


def days_out(scope: Scope, row: Any, since: datetime) -> frozenset[date]:
    """The days from then on, on its own clock, on which it doesn't come: those that were skipped,
    whatever its hour has become since, and those to come whose run is noted already.

    `row` is a ritual's, of a session or of a connection.
    """
    skipped = and_(col(Run.state) == "skipped", col(Run.begun_at).is_(None))
    noted = core_select(col(Run.due_at)).where(
        col(Run.ritual_id) == row.id, col(Run.due_at) > since - timedelta(days=1),
        or_(skipped, col(Run.due_at) > scope.now),
    )  # fmt: skip
    zone = ZoneInfo(row.time_zone)
    return frozenset(at.astimezone(zone).date() for at in scope.connection.scalars(noted))


def left_out(scope: Scope, row: Ritual) -> list[datetime]:
    """The runs to come that were skipped (UTC), the next one first."""
    noted = select(Run.due_at).where(col(Run.ritual_id) == row.id, col(Run.due_at) > scope.now)
    return list(scope.db.exec(noted.order_by(col(Run.due_at))))


def holidays(scope: Scope) -> frozenset[str]:
    """The community's days without rituals, as `recurrence.moments` takes them."""
    found = scope.connection.execute(_HOLIDAYS, {"community": scope.community_id})
    return frozenset(found.scalars())


def is_day(written: str) -> bool:
    """Whether it is a day as the table keeps them: `2027-05-06`, or `05-01`."""
    try:
        date.fromisoformat(written if len(written) == 10 else f"2024-{written}")
    except ValueError:
        return False
    return len(written) in {5, 10}


def carry_over(scope: Scope, row: Ritual, zone: str) -> None:
    """What was skipped stays on its day when the clock of another zone is the ritual's."""
    if zone == row.time_zone:
        return
    noted = select(Run).where(col(Run.ritual_id) == row.id, col(Run.due_at) > scope.now)
    for run in scope.db.exec(noted):
        wall = run.due_at.astimezone(ZoneInfo(row.time_zone))
        run.due_at = wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    scope.db.flush()
