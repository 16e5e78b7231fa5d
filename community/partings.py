"""Somebody steps back: from everything here, or from one person they were introduced to (P7, P14).

Whoever counted on them hears of it in words that tell no reason.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import and_, col, or_, select

from community import (
    appointments,
    asks,
    blocks,
    guests,
    introductions,
    line,
    linking,
    matchmaking,
    members,
    relays,
    reports,
)
from community.lives import ASKED, LIVE
from community.scope import Scope
from storage.tables import Ask, Introduction

HOPED = ("accepted", "followed", "unmet")
"""States of two who know each other in which their talk may still lie ahead."""


def leave(scope: Scope, member_id: int) -> None:
    """A member is gone: their asks end, what they had in hand goes to others.

    Who they are here stays, so that they find their profile when they come back.
    """
    member = members.get(scope, member_id)
    member.left_at = scope.now
    relays.leave_all(scope, member_id)
    matchmaking.leave(scope, member_id)
    guests.leave(scope, member_id)
    for row, ask in _met(scope, member_id):
        part(scope, row, ask, member_id)
    for ask in _live(scope, member_id):
        asks.close(scope, ask, "withdrawn")
    hand_on(scope, member_id)
    reports.leave(scope, member_id)
    linking.forget(scope, member_id)
    scope.db.flush()


def step_aside(scope: Scope, member_id: int) -> None:
    """A member may not be introduced for now: nothing waits for their yes, which would not count.

    Whom they know already they go on knowing.
    """
    matchmaking.leave(scope, member_id, told=True)
    hand_on(scope, member_id)


def hand_on(scope: Scope, member_id: int) -> None:
    """What a helper has in hand, or has put off, goes to others."""
    for row in introductions.of_helper(scope, member_id, "postponed", *ASKED):
        asks.pass_on(scope, row)


def leave_exchanges_with(scope: Scope, other: int) -> None:
    """Whoever acts has nothing more to do with another one: as if they left it, or never agreed."""
    for introduction_id in relays.between(scope, other):
        if relays.way(scope, introduction_id) == "open":
            leave_exchange(scope, introduction_id)
        else:
            relays.withhold(scope, introduction_id)


def leave_exchange(scope: Scope, introduction_id: int) -> None:
    """Whoever acts ends the relay of an introduction; a time to talk through it is off."""
    relays.leave(scope, introduction_id)
    appointments.call_off(scope, introductions.get(scope, introduction_id))


@dataclass(frozen=True, slots=True)
class Given:
    """A yes to somebody's request that can still be taken back."""

    introduction: int
    name: str
    need: str


def given(scope: Scope) -> list[Given]:
    """Whom whoever acts has agreed to help, and has not talked with yet, as far as they said."""
    return [_given(scope, row, ask) for row, ask in _agreed(scope)]


def ahead(scope: Scope) -> list[Given]:
    """Those of them whose talk lies ahead: no time for it is over, and nobody is blocked."""
    assert scope.actor_id is not None
    return [
        _given(scope, row, ask)
        for row, ask in _agreed(scope)
        if (row.talk_at is None or row.talk_at > scope.now)
        and not blocks.keeps_away(scope, scope.actor_id, ask.requester_id)
    ]


def _agreed(scope: Scope) -> list[tuple[Introduction, Ask]]:
    assert scope.actor_id is not None
    met = _met(scope, scope.actor_id)
    return [(row, ask) for row, ask in met if row.helper_id == scope.actor_id]


def _given(scope: Scope, row: Introduction, ask: Ask) -> Given:
    return Given(row.id or 0, members.get(scope, ask.requester_id).name, ask.need)


def take_back(scope: Scope, introduction_id: int) -> bool:
    """Whoever acts can't help after all; False if that has no point any more."""
    assert scope.actor_id is not None
    for row, ask in _agreed(scope):
        if row.id == introduction_id:
            part(scope, row, ask, scope.actor_id)
            relays.drop(scope, introduction_id)
            return True
    return False


def part(scope: Scope, row: Introduction, ask: Ask, gone: int) -> None:
    """One of two who were introduced is there no more for the other, who hears that much.

    What was asked for goes on without the helper, unless the two have talked; it ends with the
    requester, or when it was a moderator's idea. A time that they had agreed on is off.
    """
    _end(scope, row, ask, gone)
    appointments.call_off(scope, row)


def _end(scope: Scope, row: Introduction, ask: Ask, gone: int) -> None:
    hoped = row.state in HOPED and not row.talked
    if hoped and gone == row.helper_id and ask.proposed_by is None:
        introductions.end(scope, row)
        line.anew(scope, ask)
        return asks.go_on(scope, ask, why="parted")
    other = ask.requester_id if gone == row.helper_id else row.helper_id
    if hoped:
        scope.notify(other, "parted", introduction=row.id)
    return asks.close(scope, ask, _outcome(row, ask, gone))


def _outcome(row: Introduction, ask: Ask, gone: int) -> str:
    if row.talked:
        return "talked"
    return "withdrawn" if gone == ask.requester_id and row.state in HOPED else "unknown"


def _met(scope: Scope, member_id: int) -> list[tuple[Introduction, Ask]]:
    """Whom a member was introduced to and has not talked with, as far as anybody said."""
    query = (
        select(Introduction, Ask)
        .join(Ask, col(Ask.id) == col(Introduction.ask_id))
        .where(
            and_(col(Introduction.state).in_(HOPED), ~col(Introduction.talked)),
            col(Ask.state) == "introduced",
            or_(col(Ask.requester_id) == member_id, col(Introduction.helper_id) == member_id),
        )
        .order_by(col(Introduction.id))
    )
    return list(scope.db.exec(query).all())


def _live(scope: Scope, member_id: int) -> list[Ask]:
    query = select(Ask).where(col(Ask.requester_id) == member_id, col(Ask.state).in_(LIVE))
    return list(scope.db.exec(query))
