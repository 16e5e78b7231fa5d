"""Reports that whoever made them takes back: a wrong name, or nothing after all (P14)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import col, select

from community import members, reports, reviews
from community.lives import REPORT
from community.scope import Scope
from community.transitions import WrongState, move
from community.words import shortened
from storage.tables import Ask, Report

WITHDRAWN = "withdrawn"
JUST_NOW = timedelta(days=1)
"""For so long "I got the wrong person" is about a report that was just made."""


@dataclass(frozen=True, slots=True)
class Mine:
    """A report of whoever acts, by their words: they may not know the name of whom it is about."""

    id: int
    words: str


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What the team reads of it. Names are empty once their owners have been erased."""

    reporter: str
    about: str


def mine(scope: Scope) -> list[Mine]:
    """The reports of whoever acts that the team has not closed, the latest first."""
    query = select(Report).where(
        col(Report.reporter_id) == scope.actor_id, col(Report.state).in_(reports.OPEN),
        col(Report.words) != "",
    ).order_by(col(Report.id).desc()).limit(reports.SHOWN)  # fmt: skip
    return [Mine(row.id or 0, shortened(row.words)) for row in scope.db.exec(query)]


def has_just_made_one(scope: Scope) -> bool:
    """Whether whoever acts has told the team something that may have been a slip."""
    query = select(Report.id).where(
        col(Report.reporter_id) == scope.actor_id, col(Report.state).in_(reports.OPEN),
        col(Report.opened_at) > scope.now - JUST_NOW,
    )  # fmt: skip
    return scope.db.exec(query).first() is not None


def withdraw(scope: Scope, report_id: int) -> bool:
    """Take it back: the team is told so, and its words are kept no longer.

    False when the team has closed it in the meantime; what it ended stays ended.
    """
    row = scope.db.get_one(Report, report_id)
    if row.reporter_id != scope.actor_id:
        raise WrongState(f"report {report_id} is somebody else's")
    if row.state not in reports.OPEN:
        return False
    move(scope, row, WITHDRAWN, REPORT)
    team = reports.team_for(scope, row)
    row.words = ""
    for moderator in team:
        scope.notify(moderator, "report-withdrawn", as_staff=True, report=report_id)
    if row.ask_id is not None:
        reviews.looked_into(scope, scope.db.get_one(Ask, row.ask_id))
    return True


def told(scope: Scope, report_id: int) -> Withdrawn:
    """Whose report about whom it was; raises NotAllowed without the role."""
    members.require_staff(scope)
    row = scope.db.get_one(Report, report_id)
    reporter, about = (members.get(scope, each) for each in (row.reporter_id, row.about_id))
    return Withdrawn(reporter.name, about.name)
