"""The pause that a member is on or has planned: from when until when, and whose wish it was (P9,
P14)."""

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


@dataclass(frozen=True, slots=True)
class Planned:
    """A pause that is still to begin; `until` is None if an earlier release planned it."""

    since: datetime
    until: datetime | None


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


def plan(scope: Scope, since: datetime, until: datetime | None) -> Planned:
    """A pause to come: until its day it is nowhere but among the answers of its dialogue."""
    return Planned(since, until)


def planned(scope: Scope) -> Planned | None:
    """The pause that whoever acts asked for, and that is still to come."""
    query = select(Dialogue).where(
        col(Dialogue.member_id) == scope.actor_id, col(Dialogue.name) == DIALOGUE,
        col(Dialogue.status) == "waiting",
    )  # fmt: skip
    waits = (each for each in scope.db.exec(query) if PAUSED not in each.answers and each.due_at)
    row = next(waits, None)
    if row is None or row.due_at is None:
        return None
    over = row.answers.get(PLANNED, {}).get("until")
    return Planned(row.due_at, datetime.fromisoformat(over) if over else None)


DIALOGUE, PLANNED, PAUSED = "pause", "planned", "pause"
"""The dialogue that waits for the day, its step that plans it, and the one that is done on it."""


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
