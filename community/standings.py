"""Where asks stand: what their requesters, and the team, are told of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlmodel import col, func, select

from community import (
    by_when,
    details,
    found_since,
    introductions,
    members,
    patience,
    peace,
    relays,
    reports,
    rewording,
)
from community.limits import WAITING
from community.lives import ASKED, BUDDY, LIVE, MET, ROUND, WITH_TEAM
from community.scope import Scope
from storage.tables import Ask, Introduction

SOON = timedelta(days=1)
JUST_NOW = timedelta(minutes=30)
"""As long what was sent is corrected rather than something else begun."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an ask stands: its state, whom it waits for, and on which day it moves on.

    `question` is what the helper of `introduction` would like to know first.
    """

    id: int
    need: str
    state: str
    step: str
    helper: str
    due_at: datetime | None
    following: str
    introduction: int = 0
    question: str = ""
    context: str = ""
    not_before: datetime | None = None
    """From when the helper can, as long as the requester has not said whether to wait."""
    looked_into: bool = False
    """Whether the team was told something about it: it goes on once that is settled."""
    rewordable: bool = False
    """Whether its words may still change."""
    team: bool = True
    """Whether there is anybody in the team."""
    named: bool = False
    """Whether the name is given at once, and …"""
    news: bool = False
    """… whether the need may stand in the news."""
    unseen_until: datetime | None = None
    """Until when it is kept from a helper, whose quiet hours it may be, and …"""
    too_late: bool = False
    """… whether the day by which help is wanted is over then."""
    way: relays.Way = "open"
    """How far two who were introduced can write to each other."""
    proposed: bool = False
    """Whether it was a moderator's idea that the two meet."""
    soon: bool = False
    """Whether it moves on within a day: then the hour matters."""

    found: str = ""
    """Who was found while the team has it, and waits for the yes of the requester who reads it."""

    @property
    def with_team(self) -> bool:
        """Whether the team looks for somebody."""
        return self.state in WITH_TEAM


def mine(scope: Scope) -> list[Standing]:
    """Where the open asks of whoever acts stand, oldest first."""
    query = select(Ask.id).where(
        col(Ask.requester_id) == scope.actor_id, col(Ask.state).in_(LIVE)
    ).order_by(col(Ask.id))  # fmt: skip
    return [of(scope, ask_id) for ask_id in scope.db.exec(query) if ask_id is not None]


def withdrawable(scope: Scope) -> list[Standing]:
    """Those of them that still wait for somebody, oldest first."""
    return [each for each in mine(scope) if each.state != "introduced"]


def introduced(scope: Scope) -> list[Standing]:
    """Those of them for which somebody has agreed to help, oldest first: no round, no buddy."""
    query = select(Ask.id).where(
        col(Ask.requester_id) == scope.actor_id, col(Ask.state) == "introduced",
        col(Ask.proposed_by).is_(None), col(Ask.kind).not_in((BUDDY, ROUND)),
    ).order_by(col(Ask.id))  # fmt: skip
    return [of(scope, ask_id) for ask_id in scope.db.exec(query) if ask_id is not None]


def has_any(scope: Scope) -> bool:
    """Whether whoever acts waits for something."""
    mine_ = col(Ask.requester_id) == scope.actor_id, col(Ask.state).in_(LIVE)
    return scope.db.exec(select(Ask.id).where(*mine_).limit(1)).first() is not None


def just_sent(scope: Scope) -> Standing | None:
    """The ask that whoever acts has just sent and can still put in other words, if any."""
    query = select(Ask.id).where(
        col(Ask.requester_id) == scope.actor_id, col(Ask.state).in_(WAITING),
        col(Ask.opened_at) > scope.now - JUST_NOW,
    ).order_by(col(Ask.id).desc())  # fmt: skip
    ask_id = scope.db.exec(query.limit(1)).first()
    standing = of(scope, ask_id) if ask_id is not None else None
    return standing if standing and standing.rewordable else None


def waiting(scope: Scope) -> int:
    """How many asks of whoever acts have no answer yet."""
    query = select(func.count()).select_from(Ask).where(
        col(Ask.requester_id) == scope.actor_id, col(Ask.state).in_(WAITING)
    )  # fmt: skip
    return scope.db.exec(query).one()


def of(scope: Scope, ask_id: int) -> Standing:
    """Where one ask stands."""
    ask = scope.db.get_one(Ask, ask_id)
    rows = introductions.of_ask(scope, ask_id, "postponed", *MET, *ASKED)
    following = introductions.next_in_line(scope, ask_id)
    row = rows[-1] if rows else None
    due_at = moves_on_at(scope, row) if row else ask.due_at
    unseen_until = _unseen_until(scope, row) if row else None
    return Standing(
        id=ask_id, need=ask.need, context=ask.context, state=ask.state,
        step=row.state if row else "",
        helper=members.get(scope, row.helper_id).name if row else "",
        due_at=due_at, soon=due_at is not None and due_at - scope.now <= SOON,
        following=members.get(scope, following.helper_id).name if following else "",
        introduction=row.id or 0 if row else 0,
        question=details.open_question(row) if row else "", team=bool(members.staff(scope)),
        not_before=row.not_before if row and introductions.is_undecided(row) else None,
        looked_into=ask.state == "review" and reports.is_looked_into(scope, ask_id),
        rewordable=rewording.possible(scope, ask), named=ask.named, news=ask.news,
        unseen_until=unseen_until, too_late=_too_late(scope, ask, unseen_until),
        way=relays.way(scope, row.id or 0) if ask.state == "introduced" and row else "open",
        proposed=ask.proposed_by is not None, found=found_since.undecided(scope, ask),
    )  # fmt: skip


def just_brought(scope: Scope, ask_id: int) -> Standing:
    """The same while the helper is being asked or reminded: that may have to wait for the morning.

    Whether it does is decided in the helper's own turn, which may come after this one.
    """
    now = of(scope, ask_id)
    if now.step not in ASKED:
        return now
    morning = _morning(scope, introductions.get(scope, now.introduction))
    too_late = _too_late(scope, scope.db.get_one(Ask, ask_id), morning)
    return replace(now, unseen_until=morning, too_late=too_late)


def _too_late(scope: Scope, ask: Ask, seen_at: datetime | None) -> bool:
    zone = members.get(scope, ask.requester_id).time_zone
    return seen_at is not None and by_when.is_too_late(ask, zone, seen_at)


def _unseen_until(scope: Scope, row: Introduction) -> datetime | None:
    if row.requested_at == scope.now:
        return _morning(scope, row)
    return introductions.unseen_until(scope, row)


def _morning(scope: Scope, row: Introduction) -> datetime | None:
    """The end of the helper's quiet hours, if these are."""
    morning = peace.reachable_at(scope, row.helper_id)
    return morning if morning > scope.now else None


def moves_on_at(scope: Scope, row: Introduction) -> datetime | None:
    """When a waiting introduction moves on if nobody says a word, reminders included."""
    if row.due_at is None or not introductions.is_here(scope, row.helper_id):
        return row.due_at
    reminder = {"requested": "reminded", "detailing": "nudged"}.get(row.state)
    ask = scope.db.get_one(Ask, row.ask_id)
    return row.due_at + (
        patience.time_for(scope, ask, reminder, row.due_at) if reminder else timedelta()
    )


def of_introduction(scope: Scope, introduction_id: int) -> Standing:
    """Where the ask of an introduction stands."""
    return of(scope, introductions.get(scope, introduction_id).ask_id)
