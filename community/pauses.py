"""The pause that a member is on: since when, until when, and whose wish it was (P9, P14)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from community import decisions, members
from community.scope import Scope
from storage.tables import Audit, Dialogue


@dataclass(frozen=True, slots=True)
class Pause:
    """`since` is None if nobody knows any more, `until` if no day was named; `reason` is the
    team's, "" for one's own."""

    by_team: bool
    since: datetime | None
    until: datetime | None
    reason: str = ""


def mine(scope: Scope) -> Pause | None:
    """The pause of whoever acts: the team's before their own, which they could end; None if there
    is none."""
    member = members.me(scope)
    if _lasts(scope, member.held_until):
        told = next((each for each in decisions.told(scope) if each.kind == "held"), None)
        reason = told.reason if told else ""
        return Pause(True, _begun(scope, "held"), _day(member.held_until), reason)
    if _lasts(scope, member.paused_until):
        return Pause(False, _begun(scope, "paused"), _day(member.paused_until))
    return None


def planned(scope: Scope) -> datetime | None:
    """When a pause begins that whoever acts asked for, and that is still to come."""
    query = select(Dialogue).where(
        col(Dialogue.member_id) == scope.actor_id, col(Dialogue.name) == DIALOGUE,
        col(Dialogue.status) == "waiting",
    )  # fmt: skip
    begun = (each.due_at for each in scope.db.exec(query) if PAUSED not in each.answers)
    return next(begun, None)


DIALOGUE, PAUSED = "pause", "pause"
"""The dialogue that waits for the day, and its step that is done on it."""


def _lasts(scope: Scope, until: datetime | None) -> bool:
    return until is not None and until > scope.now


def _day(until: datetime | None) -> datetime | None:
    return None if until == members.FOREVER else until


def _begun(scope: Scope, state: str) -> datetime | None:
    query = select(Audit.at).where(
        col(Audit.subject) == "member", col(Audit.subject_id) == scope.actor_id,
        col(Audit.after) == state,
    )  # fmt: skip
    return scope.db.exec(query.order_by(col(Audit.id).desc()).limit(1)).first()
