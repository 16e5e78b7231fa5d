"""Buddies (P13): a member who said yes to being one meets a newcomer in their first week.

The volunteer is asked first, and the newcomer once there is somebody: nobody is promised what may
not come. From then on it is an introduction like others, and both must agree.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlmodel import col, select

from community import blocks, introductions, matchmaking, members
from community.directory import askable
from community.lives import AGREED, BUDDY, INTRODUCTION
from community.rituals import RunRow
from community.scope import Scope
from storage.tables import Ask, Introduction, Member

TIME_TO_ANSWER = timedelta(days=2)
"""A first week is short: then another volunteer is asked."""
MOST_ASKED = 3
"""Volunteers who are asked for one newcomer."""
REST = timedelta(days=14)
"""For so long nobody is asked to be a buddy again."""
SEASON = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of a newcomer's buddy: they `met`, it is `open`, or there was `none`."""

    state: Literal["met", "open", "none"]
    name: str = ""


def seek(scope: Scope, run: RunRow, newcomer_id: int) -> bool:
    """Ask the next volunteer, if this newcomer may still get a buddy; whether one was asked."""
    newcomer, by = members.get(scope, newcomer_id), _organiser(scope, run)
    tried = _tried(scope, newcomer_id)
    over = len(tried) >= MOST_ASKED or any(ask.outcome != "nobody" for _, ask in tried)
    if by is None or over or not matchmaking.can_be_asked(scope, newcomer_id):
        return False
    buddy = _free(scope, newcomer)
    if buddy is None:
        return False
    ask = Ask(
        community_id=scope.community_id, requester_id=newcomer_id, need=run.name, kind=BUDDY,
        opened_at=scope.now, proposed_by=by, state="proposed",
    )  # fmt: skip
    row = matchmaking.offer(scope, ask, buddy)
    row.due_at = scope.now + TIME_TO_ANSWER
    scope.notify(buddy, "buddy-request", introduction=row.id)
    return True


def waits_for(scope: Scope, introduction_id: int, state: str) -> bool:
    """Whether it waits for the volunteer (`offered`), or for the newcomer (`helper_agreed`)."""
    return introductions.get(scope, introduction_id).state == state


def accept(scope: Scope, introduction_id: int) -> None:
    """The volunteer who acts would be glad to: now the newcomer is asked."""
    matchmaking.agree(scope, introduction_id)
    row = introductions.get(scope, introduction_id)
    row.due_at = scope.now + INTRODUCTION.waits["helper_agreed"]
    newcomer = scope.db.get_one(Ask, row.ask_id).requester_id
    scope.notify(newcomer, "buddy-offer", introduction=row.id)


def unheard(scope: Scope, introduction_id: int) -> None:
    """Whoever it waits for may not be asked now: it ends, and they hear nothing of it."""
    row = introductions.get(scope, introduction_id)
    ask = scope.db.get_one(Ask, row.ask_id)
    who = row.helper_id if row.state == "offered" else ask.requester_id
    matchmaking.end(scope, row, ask, "expired", without=who)


def standing(scope: Scope, newcomer_id: int) -> Standing:
    """How it stands, for organisers. Of the two, nobody hears who would rather not."""
    tried = _tried(scope, newcomer_id)
    met = [row.helper_id for row, _ in tried if row.state in AGREED]
    if met:
        return Standing("met", members.get(scope, met[0]).name)
    return Standing("open" if any(ask.outcome != "nobody" for _, ask in tried) else "none")


def lot(one: int, other: int) -> bytes:
    """The same order whenever it is asked for, another one for each newcomer."""
    return hashlib.sha256(f"{one}:{other}".encode()).digest()


def _tried(scope: Scope, newcomer_id: int) -> list[tuple[Introduction, Ask]]:
    query = (
        select(Introduction, Ask)
        .join(Ask, col(Ask.id) == col(Introduction.ask_id))
        .where(col(Ask.requester_id) == newcomer_id, col(Ask.kind) == BUDDY)
    )
    return list(scope.db.exec(query.order_by(col(Introduction.id))))


def _free(scope: Scope, newcomer: Member) -> int | None:
    """A volunteer who can be asked: of the same language first, then who was asked the least."""
    lately = _asked_lately(scope)
    resting = {each for each, at in lately if at > scope.now - REST}
    load = Counter(each for each, _ in lately)
    without = {newcomer.id, *resting, *blocks.not_to_meet(scope, newcomer.id or 0)}
    query = select(Member).where(
        col(Member.community_id) == scope.community_id, col(Member.buddy).is_(True),
        col(Member.id).not_in(without), *askable(scope),
    )  # fmt: skip
    found = min(
        scope.db.exec(query),
        key=lambda each: (
            each.locale != newcomer.locale, load[each.id or 0], lot(newcomer.id or 0, each.id or 0)
        ),
        default=None,
    )  # fmt: skip
    return found.id if found else None


def _asked_lately(scope: Scope) -> list[tuple[int, datetime]]:
    query = (
        select(Introduction.helper_id, Introduction.requested_at)
        .join(Ask, col(Ask.id) == col(Introduction.ask_id))
        .where(
            col(Ask.community_id) == scope.community_id, col(Ask.kind) == BUDDY,
            col(Introduction.requested_at) > scope.now - SEASON,
        )
    )  # fmt: skip
    return [(each, at) for each, at in scope.db.exec(query) if at is not None]


def _organiser(scope: Scope, run: RunRow) -> int | None:
    """Whose idea it is: whoever planned the ritual, or another organiser once they are none."""
    return next(iter(members.in_charge(scope, run.made_by)), None)
