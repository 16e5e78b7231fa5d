"""Somebody is to have nothing more to do with an ask that is under way."""

from __future__ import annotations

from collections.abc import Sequence

from community import asks, introductions, line, standings
from community.limits import WAITING
from community.lives import ASKED
from community.scope import Scope
from storage.tables import Ask


def leave_out(scope: Scope, ask_id: int, member_ids: Sequence[int]) -> standings.Standing:
    """The requester would rather not have these members: it goes on without them.

    Nothing changes once somebody has accepted. Raises WrongState if it is somebody else's.
    """
    ask = asks.own(scope, ask_id)
    if ask.state in WAITING:
        introductions.leave_out(scope, ask, member_ids)
        carry_on(scope, ask)
    return standings.of(scope, ask_id)


def carry_on(scope: Scope, ask: Ask) -> None:
    """On to the next, where whoever had it in hand was the one left out; others are found."""
    if not introductions.of_ask(scope, ask.id or 0, "reserved"):
        line.anew(scope, ask)
    if ask.state == "open" and not introductions.of_ask(scope, ask.id or 0, "postponed", *ASKED):
        asks.go_on(scope, ask, tell=False)
