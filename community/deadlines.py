"""What falls due: the next step of whatever has waited long enough."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement
from sqlmodel import col, select

from community import asks, details, introductions, matchmaking, patience, relays, reports, reviews
from community.lives import OFFERED
from community.scope import Scope
from storage.tables import Ask, Introduction, Relay, Report

AT_ONCE = 200


Waits = type[Introduction] | type[Ask] | type[Relay] | type[Report]


class Kind(NamedTuple):
    """A table whose rows wait until their `due_at`, whose they are, and what happens then."""

    table: Waits
    here: Callable[[int], ColumnElement[bool]]
    then: Callable[[Scope, Any], None]


def due(scope: Scope) -> list[tuple[str, int]]:
    """What waits no longer: its kind and id, kind by kind, each earliest first."""
    return [(name, id_) for name, kind in WAITING.items() for id_ in _due(scope, kind)]


def fall_due(scope: Scope, name: str, id_: int) -> None:
    """Do what this waits for, if its time has come."""
    kind = WAITING[name]
    row: Any = scope.db.get_one(kind.table, id_)
    if row.due_at is not None and row.due_at <= scope.now:
        kind.then(scope, row)


def _due(scope: Scope, kind: Kind) -> list[int]:
    query = (
        select(kind.table.id)
        .where(col(kind.table.due_at) <= scope.now, kind.here(scope.community_id))
        .order_by(col(kind.table.due_at))
        .limit(AT_ONCE)
    )
    return [id_ for id_ in scope.db.exec(query) if id_ is not None]


def _ask(scope: Scope, ask: Ask) -> None:
    return reviews.release(scope, ask) if ask.state == "review" else asks.overdue(scope, ask)


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
    ask = scope.db.get_one(Ask, row.ask_id)
    if (unseen := introductions.unseen_until(scope, row)) is not None:
        row.due_at = max(unseen, scope.now) + patience.time_for(scope, ask, row.state)
        return None
    if row.state == "reminded" or not introductions.is_here(scope, row.helper_id):
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


def _of_an_ask(community_id: int) -> ColumnElement[bool]:
    return (
        select(Ask.id)
        .where(col(Ask.id) == col(Introduction.ask_id), col(Ask.community_id) == community_id)
        .exists()
    )


def _of(community_id: Any) -> Callable[[int], ColumnElement[bool]]:
    return lambda here: col(community_id) == here


WAITING: Mapping[str, Kind] = {
    "introduction": Kind(Introduction, _of_an_ask, _introduction),
    "ask": Kind(Ask, _of(Ask.community_id), _ask),
    "relay": Kind(Relay, _of(Relay.community_id), relays.overdue),
    "report": Kind(Report, _of(Report.community_id), reports.overdue),
}
