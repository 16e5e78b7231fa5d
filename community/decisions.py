"""What moderators decided about members, and why: kept for the team."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, or_, select, update

from community import members
from community.scope import Scope
from storage.tables import Decision, Member

REPORT_CLOSED = "report_closed"
ASK_CLOSED = "ask_closed"


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision. `by` is empty once its moderator has been erased."""

    kind: str
    reason: str
    by: str
    at: datetime


def keep(scope: Scope, kind: str, member_id: int, subject_id: int, reason: str) -> None:
    """Keep what whoever acts has decided; raises NotAllowed without the role."""
    members.require_staff(scope)
    assert scope.actor_id is not None
    scope.db.add(
        Decision(
            member_id=member_id, moderator_id=scope.actor_id, kind=kind, subject_id=subject_id,
            reason=reason, at=scope.now,
        )
    )  # fmt: skip


def about(scope: Scope, member_id: int) -> list[Decided]:
    """What was decided about a member, latest first; raises NotAllowed without the role.

    Moderators never see what became of a report about themselves.
    """
    members.require_staff(scope)
    query = (
        select(Decision, Member.name)
        .join(Member, col(Member.id) == col(Decision.moderator_id))
        .where(
            col(Decision.member_id) == member_id,
            or_(col(Decision.kind) != REPORT_CLOSED, col(Decision.member_id) != scope.actor_id),
        )
        .order_by(col(Decision.id).desc())
    )
    return [Decided(row.kind, row.reason, by, row.at) for row, by in scope.db.exec(query)]


def closing(scope: Scope, ask_id: int) -> Decided:
    """By whom of the team an ask was closed, and why; for the team."""
    query = (
        select(Decision, Member.name)
        .join(Member, col(Member.id) == col(Decision.moderator_id))
        .where(col(Decision.kind) == ASK_CLOSED, col(Decision.subject_id) == ask_id)
    )
    row, by = scope.db.exec(query).one()
    return Decided(row.kind, row.reason, by, row.at)


def told(scope: Scope) -> list[Decided]:
    """What was decided about whoever acts, latest first: what they were told, and not by whom.

    What became of a report about somebody is for the team alone.
    """
    query = select(Decision).where(
        col(Decision.member_id) == scope.actor_id, col(Decision.kind) != REPORT_CLOSED
    )
    found = scope.db.exec(query.order_by(col(Decision.id).desc()))
    return [Decided(row.kind, row.reason, "", row.at) for row in found]


def forget(scope: Scope, member_id: int) -> None:
    """The words go with whoever they are about, and with whoever wrote them."""
    whose = or_(col(Decision.member_id) == member_id, col(Decision.moderator_id) == member_id)
    scope.db.exec(update(Decision).where(whose).values(reason=""))
