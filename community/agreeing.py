"""Two who agreed to meet are asked how they would write to each other: one reminder, then others.

Whoever asked for help is never left with somebody who says nothing; what the team, or a newcomer's
welcome, brought about is of these two alone, and ends with a word to both.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from community import asks, blocks, introductions, line, patience, relays
from community.lives import BUDDY, ROUND, UNSETTLED
from community.scope import Scope
from storage.tables import Ask, Introduction, Relay

Next = Literal["ask", "elsewhere", "over"]


def settle(scope: Scope, introduction_id: int) -> bool:
    """Whoever acts has said all; whether the two can still meet.

    If not, the other one is told, and who asked for help is asked whether others shall be; with a
    helper who would not, they are.
    """
    if relays.settle(scope, introduction_id):
        return True
    row, ask = _both(scope, introduction_id)
    would_not = row.helper_id in relays.silent(scope, scope.db.get_one(Relay, introduction_id))
    if scope.actor_id == row.helper_id and would_not and _goes_on(ask):
        _to_others(scope, row, ask)
        return False
    relays.tell_apart(scope, introduction_id)
    if next_step(scope, introduction_id) == "ask":
        scope.notify(ask.requester_id, "relay-apart", introduction=introduction_id)
    return False


def next_step(scope: Scope, introduction_id: int) -> Next:
    """What follows for whoever acts: "ask" whether others shall be asked, "elsewhere" if they are.

    "over" for two of whom nobody asked anything.
    """
    _, ask = _both(scope, introduction_id)
    if scope.actor_id == ask.requester_id:
        return "ask" if _goes_on(ask) else "over"
    return "elsewhere" if ask.state != "introduced" and ask.proposed_by is None else "over"


def others_from(scope: Scope, introduction_id: int) -> datetime | None:
    """When others are asked if no word comes, in UTC; None for whoever asked nothing."""
    _, ask = _both(scope, introduction_id)
    mine = scope.actor_id == ask.requester_id and _goes_on(ask)
    return scope.db.get_one(Relay, introduction_id).due_at if mine else None


def overdue(scope: Scope, row: Relay) -> None:
    """Remind whoever has said nothing; after that it ends, and so does a relay without words."""
    silent = relays.silent(scope, row)
    if row.state in {"proposed", "answered"} and silent:
        _, ask = _both(scope, row.id or 0)
        relays.remind(scope, row, silent, scope.now + patience.time_for(scope, ask, "reminded"))
    elif row.state in UNSETTLED:
        _lapse(scope, row, silent)
    else:
        relays.overdue(scope, row)


def _lapse(scope: Scope, relay: Relay, silent: list[int]) -> None:
    """A requester who has said how goes on to others; one who has not is asked about that."""
    row, ask = _both(scope, relay.id or 0)
    if not _goes_on(ask) or ask.requester_id in silent:
        return relays.overdue(scope, relay)
    relays.drop(scope, relay.id or 0)
    _to_others(scope, row, ask)
    if not blocks.keeps_away(scope, row.helper_id, ask.requester_id):
        scope.notify(row.helper_id, "moved-on", introduction=row.id)
    return None


def _to_others(scope: Scope, row: Introduction, ask: Ask) -> None:
    introductions.end(scope, row)
    line.anew(scope, ask)
    asks.go_on(scope, ask, why="parted")


def _goes_on(ask: Ask) -> bool:
    return ask.state == "introduced" and ask.proposed_by is None and ask.kind not in {BUDDY, ROUND}


def _both(scope: Scope, introduction_id: int) -> tuple[Introduction, Ask]:
    row = introductions.get(scope, introduction_id)
    return row, scope.db.get_one(Ask, row.ask_id)
