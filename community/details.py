"""What a helper wants to know before deciding: brought to the requester, and the answer back.

Deciding never depends on it: the helper may accept or decline at any time, and the requester may
answer as long as the introduction is open.
"""

from __future__ import annotations

from community import asks, introductions, members, patience, requests
from community.lives import ASKED, INTRODUCTION, MET
from community.scope import Scope
from community.transitions import WrongState, move
from storage.tables import Ask, Introduction


def ask(scope: Scope, introduction_id: int, question: str) -> None:
    """The helper wants to know something first; the requester is asked."""
    row = introductions.get(scope, introduction_id)
    until = patience.until(scope, row, "detailing")
    move(scope, row, "detailing", INTRODUCTION, until=until)
    row.question, row.details = question, ""
    _ask_requester(scope, row)


def is_open(scope: Scope, introduction_id: int) -> bool:
    """Whether an answer would still be of use: also to a helper who has accepted without it."""
    row = introductions.get(scope, introduction_id)
    return _is_open(row) or requests.awaited(row) != ""


def awaits(scope: Scope, introduction_id: int) -> bool:
    """Whether whoever acts has not answered a helper who has accepted meanwhile."""
    row = introductions.get(scope, introduction_id)
    mine = scope.db.get_one(Ask, row.ask_id).requester_id == scope.actor_id
    return mine and requests.awaited(row) != ""


def met(scope: Scope, introduction_id: int) -> str:
    """The name of a helper who has accepted meanwhile; "" before."""
    row = introductions.get(scope, introduction_id)
    return members.get(scope, row.helper_id).name if row.state in MET else ""


def open_question(row: Introduction) -> str:
    """What the helper would still like to know; "" for nothing."""
    return row.question if _is_open(row) else ""


def give(scope: Scope, introduction_id: int, answer: str) -> bool:
    """The answer goes to the helper, who decides; False when they are paused: on to the next."""
    row = introductions.get(scope, introduction_id)
    if not is_open(scope, introduction_id):
        raise WrongState(f"introduction {introduction_id}: {row.state}")
    row.details = answer
    if row.state in MET:
        scope.notify(row.helper_id, "details-given", introduction=introduction_id)
        return True
    if row.state == "postponed":
        return True
    if not introductions.is_here(scope, row.helper_id):
        asks.pass_on(scope, row)
        return False
    _decide(scope, row)
    return True


def keep_silent(scope: Scope, introduction_id: int) -> None:
    """The requester would rather not say; the helper is told, and decides."""
    row = introductions.get(scope, introduction_id)
    if row.state in {"detailing", "nudged"}:
        _decide(scope, row)


def nudge(scope: Scope, row: Introduction) -> None:
    """The one reminder a requester gets."""
    until = patience.until(scope, row, "nudged")
    move(scope, row, "nudged", INTRODUCTION, until=until)
    _ask_requester(scope, row)


def do_without(scope: Scope, row: Introduction) -> None:
    """No answer came: both are told, and the helper decides."""
    _decide(scope, row)
    ask = scope.db.get_one(Ask, row.ask_id)
    scope.notify(ask.requester_id, "progress", ask=ask.id, why="undetailed")


def _is_open(row: Introduction) -> bool:
    return bool(row.question) and not row.details and row.state in {*ASKED, "postponed"}


def _ask_requester(scope: Scope, row: Introduction) -> None:
    ask = scope.db.get_one(Ask, row.ask_id)
    scope.notify(ask.requester_id, "details", introduction=row.id)


def _decide(scope: Scope, row: Introduction) -> None:
    """It is the helper's turn again, with the time that a request has."""
    if row.state != "requested":
        move(scope, row, "requested", INTRODUCTION)
    row.again, row.due_at = False, patience.until(scope, row, "requested")
    scope.notify(row.helper_id, "request", introduction=row.id)
