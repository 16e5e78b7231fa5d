"""After the hand-off: did they talk, did it help, and what the ask ends as."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import permutations

from community import (
    appointments,
    asks,
    blocks,
    introductions,
    line,
    members,
    relays,
    reports,
    standings,
)
from community.lives import INTRODUCTION, MET
from community.scope import Scope
from community.transitions import move
from storage.tables import Ask, Introduction

OUTCOMES = {
    "yes": "helped", "partly": "helped", "no": "talked", "team": "talked", "not_met": "not_met",
}  # fmt: skip
"""What an ask ends as, by what the requester says of it."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two people who were introduced, as one of them sees it."""

    other: str
    need: str
    is_requester: bool
    proposed: bool = False
    """It was a moderator's idea: neither asked, neither was asked."""
    since: datetime | None = None
    """When both had agreed, in UTC."""
    at: datetime | None = None
    """When they meant to talk, in UTC, if they agreed on a time."""
    apart: bool = False
    """Whether they have found no way to write to each other."""
    ended: bool = False
    """Whether they could once, and one of them has ended it."""

    @property
    def can_write(self) -> bool:
        """Whether a word from one would reach the other."""
        return not (self.apart or self.ended)


def follow(scope: Scope, row: Introduction) -> None:
    """Two days on: both are asked whether they talked; later, whoever wanted to be asked again.

    As long as they are still asked how to write to each other, that can wait.
    """
    ask = scope.db.get_one(Ask, row.ask_id)
    if row.state == "accepted" and relays.way(scope, row.id or 0) == "agreeing":
        row.due_at = scope.now + INTRODUCTION.waits["accepted"]
        return
    if row.state == "unmet":
        if _can_be_asked(scope, ask.requester_id, row.helper_id, row):
            scope.notify(ask.requester_id, "follow-up", introduction=row.id, again=True)
    else:
        for one, other in permutations((ask.requester_id, row.helper_id)):
            if _can_be_asked(scope, one, other, row):
                scope.notify(one, "follow-up", introduction=row.id)
    move(scope, row, "followed", INTRODUCTION)


def recall(scope: Scope, row: Introduction) -> None:
    """Two weeks on: the requester is asked once more, whether it helped; then no more."""
    move(scope, row, "recalled", INTRODUCTION)
    ask = scope.db.get_one(Ask, row.ask_id)
    if ask.proposed_by is None and _can_be_asked(scope, ask.requester_id, row.helper_id, row):
        scope.notify(ask.requester_id, "did-it-help", introduction=row.id)


def _can_be_asked(scope: Scope, one: int, other: int, row: Introduction) -> bool:
    """Whether to ask the one about the other: not whoever reported or blocked them since."""
    reported = reports.told_of(scope, one, other, row.decided_at)
    return not reported and not blocks.keeps_away(scope, one, other)


def is_asked(scope: Scope, introduction_id: int) -> bool:
    """Whether whoever acts is still to be asked: not once they blocked or reported the other."""
    row = introductions.get(scope, introduction_id)
    me, requester = scope.actor_id or 0, scope.db.get_one(Ask, row.ask_id).requester_id
    other = row.helper_id if requester == me else requester
    blocked = other in blocks.blocked_by(scope, me)
    return not (blocked or reports.told_of(scope, me, other, row.decided_at))


def follow_again(scope: Scope, introduction_id: int) -> None:
    """They have not talked yet: the requester is asked again in a week."""
    move(scope, introductions.get(scope, introduction_id), "unmet", INTRODUCTION)


def is_followed(scope: Scope, introduction_id: int) -> bool:
    """Whether the two are still asked about it: after some weeks of silence it is closed."""
    return introductions.get(scope, introduction_id).state in MET


def meeting(scope: Scope, introduction_id: int) -> Meeting:
    """The introduction from the side of whoever acts."""
    row = introductions.get(scope, introduction_id)
    ask = scope.db.get_one(Ask, row.ask_id)
    is_requester = ask.requester_id == scope.actor_id
    other = row.helper_id if is_requester else ask.requester_id
    proposed = ask.proposed_by is not None
    name, way = members.get(scope, other).name, relays.way(scope, introduction_id)
    return Meeting(
        name, ask.need, is_requester and not proposed, proposed, row.decided_at, row.talk_at,
        apart=way in {"agreeing", "none"}, ended=way == "ended",
    )  # fmt: skip


def helped(scope: Scope, introduction_id: int, how: str) -> None:
    """The requester says whether it helped (a key of OUTCOMES); the ask ends."""
    ask = scope.db.get_one(Ask, introductions.get(scope, introduction_id).ask_id)
    if ask.state == "introduced":
        asks.close(scope, ask, OUTCOMES[how])


def talked(scope: Scope, introduction_id: int) -> None:
    """One of the two says that they talked: it ends as that, should nobody say more."""
    introductions.get(scope, introduction_id).talked = True


def need_no_more(scope: Scope, introduction_id: int) -> bool:
    """The requester needs no help any more: who had accepted hears it, and the ask ends.

    False once it has ended.
    """
    row = introductions.get(scope, introduction_id)
    ask = asks.own(scope, row.ask_id)
    if row.state not in MET:
        return False
    asks.close(scope, ask, "withdrawn")
    appointments.call_off(scope, row)
    relays.drop(scope, introduction_id)
    _tell_helper(scope, row, ask, "needed-no-more")
    return True


def ask_somebody_else(scope: Scope, introduction_id: int) -> standings.Standing:
    """They did not meet, and the requester still needs help: look again, for others."""
    row = introductions.get(scope, introduction_id)
    ask = scope.db.get_one(Ask, row.ask_id)
    introductions.end(scope, row)
    appointments.call_off(scope, row)
    relays.drop(scope, introduction_id)
    _tell_helper(scope, row, ask, "moved-on")
    line.anew(scope, ask)
    asks.go_on(scope, ask, tell=False)
    return standings.of(scope, row.ask_id)


def _tell_helper(scope: Scope, row: Introduction, ask: Ask, what: str) -> None:
    """Who had accepted hears how it goes on, unless they would rather hear no more."""
    if not blocks.keeps_away(scope, row.helper_id, ask.requester_id):
        scope.notify(row.helper_id, what, introduction=row.id)
