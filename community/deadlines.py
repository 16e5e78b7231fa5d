"""What falls due: the next step of whatever has waited long enough."""

from __future__ import annotations

from typing import Literal

from sqlmodel import col, select

from community import asks, details, introductions, matchmaking
from community.lives import OFFERED
from community.scope import Scope
from community.transitions import HasState
from storage.tables import Ask, Introduction

Subject = Literal["ask", "introduction"]


def due(scope: Scope, limit: int = 200) -> list[tuple[Subject, int]]:
    """The introductions, then the asks, whose time has come, each earliest first."""
    here = col(Ask.community_id) == scope.community_id
    met = (
        select(Introduction.id)
        .join(Ask, col(Ask.id) == col(Introduction.ask_id))
        .where(col(Introduction.due_at) <= scope.now, here)
        .order_by(col(Introduction.due_at))
    )
    alone = select(Ask.id).where(col(Ask.due_at) <= scope.now, here).order_by(col(Ask.due_at))
    return [
        *[("introduction", each) for each in scope.db.exec(met.limit(limit)) if each is not None],
        *[("ask", each) for each in scope.db.exec(alone.limit(limit)) if each is not None],
    ]


def fall_due(scope: Scope, subject: Subject, id_: int) -> None:
    """Do what this waits for, if its time has come."""
    if subject == "ask":
        ask = scope.db.get_one(Ask, id_)
        return asks.overdue(scope, ask) if _is_due(scope, ask) else None
    row = introductions.get(scope, id_)
    return _introduction(scope, row) if _is_due(scope, row) else None


def _is_due(scope: Scope, row: HasState) -> bool:
    return row.due_at is not None and row.due_at <= scope.now


def _introduction(scope: Scope, row: Introduction) -> None:
    match row.state:
        case "accepted" | "unmet":
            introductions.follow(scope, row)
        case "followed":
            introductions.recall(scope, row)
        case "recalled":
            _close(scope, row)
        case state if state in OFFERED:
            matchmaking.expire(scope, row, scope.db.get_one(Ask, row.ask_id))
        case _:
            _ask_on(scope, row)


def _ask_on(scope: Scope, row: Introduction) -> None:
    """The helper has not answered: ask again, or somebody else."""
    if row.state == "reminded" or not introductions.can_be_asked(scope, row.helper_id):
        return asks.pass_on(scope, row)
    match row.state:
        case "requested":
            introductions.remind(scope, row)
        case "detailing":
            details.nudge(scope, row)
        case "nudged":
            details.do_without(scope, row)
        case "postponed":
            introductions.request(scope, row)
    return None


def _close(scope: Scope, row: Introduction) -> None:
    """Nobody spoke of it any more."""
    introductions.end(scope, row)
    ask = scope.db.get_one(Ask, row.ask_id)
    if ask.state == "introduced":
        asks.close(scope, ask, "talked" if row.talked else "unknown")
