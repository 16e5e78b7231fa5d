"""When two who were introduced mean to talk (P1): one proposes a time, the other agrees.

Until somebody asks how it went there is at most one proposal under way; none is ever pressed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import ColumnElement
from sqlmodel import col, or_, select

from community import blocks, introductions, members, requests
from community.calendar_file import Entry
from community.lives import INTRODUCTION, MET
from community.scope import Scope
from community.transitions import WrongState
from storage.tables import Ask, Community, Introduction, Member

LASTS = timedelta(minutes=30)
"""What is kept free for it: helpers are told twenty minutes."""
NEAR = timedelta(hours=12)
"""So long before it, being late is about this talk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """The talk to come as one of the two sees it; `at` is None until both have agreed on a time.

    `zones` are those of the requester and of the helper, each once; `uid` is the same for both.
    """

    uid: str
    community: str
    other: str
    need: str
    zones: tuple[str, ...]
    in_a_room: bool
    at: datetime | None = None

    def entry(self, title: str, now: datetime, *, off: bool = False) -> Entry:
        """What stands of it in one's own calendar, or takes it out (`off`).

        Raises WrongState without a time.
        """
        if self.at is None:
            raise WrongState("no time was agreed on")
        return Entry(
            uid=self.uid, title=title, starts_at=self.at, ends_at=self.at + LASTS,
            changed_at=now, by=self.community, revision=int(off), cancelled=off,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody to whom one was introduced; `helps` says that it is oneself who helps."""

    introduction: int
    other: str
    need: str
    helps: bool = field(default=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Talk(Met):
    """A time that the two agreed on; `at` is in UTC."""

    at: datetime


def coming(scope: Scope) -> list[Talk]:
    """The talks that whoever acts has agreed to and that are still to come, the next one first."""
    return _talks(scope, after=scope.now)


def at_hand(scope: Scope) -> list[Talk]:
    """Those of them for which one may run late: today's, also while they last."""
    talks = _talks(scope, after=scope.now - LASTS)
    return [each for each in talks if each.at <= scope.now + NEAR]


def without_time(scope: Scope) -> list[Met]:
    """With whom whoever acts may still agree on a time, the latest first."""
    found = _met(scope, col(Introduction.state) == "accepted", col(Introduction.talk_at).is_(None))
    return [
        Met(row.id or 0, other.name, ask.need, helps=row.helper_id == scope.actor_id)
        for row, ask, other in reversed(found)
    ]


def _talks(scope: Scope, *, after: datetime) -> list[Talk]:
    found = _met(scope, col(Introduction.state).in_(MET), col(Introduction.talk_at) > after)
    return [
        Talk(row.id or 0, other.name, ask.need, row.talk_at, helps=row.helper_id == scope.actor_id)
        for row, ask, other in found if row.talk_at
    ]  # fmt: skip


def _met(scope: Scope, *which: ColumnElement[bool]) -> list[tuple[Introduction, Ask, Member]]:
    """Whom whoever acts was introduced to and is not kept apart from, in the order of the talks."""
    mine = or_(
        col(Ask.requester_id) == scope.actor_id, col(Introduction.helper_id) == scope.actor_id
    )
    query = (
        select(Introduction, Ask)
        .join(Ask, col(Ask.id) == col(Introduction.ask_id))
        .where(mine, *which)
        .order_by(col(Introduction.talk_at), col(Introduction.id))
    )
    found = [
        (row, ask, members.get(scope, _other(scope, row))) for row, ask in scope.db.exec(query)
    ]
    return [
        each for each in found
        if not blocks.keeps_away(scope, scope.actor_id or 0, each[2].id or 0)
    ]  # fmt: skip


def read(scope: Scope, introduction_id: int) -> Appointment:
    """The appointment from the side of whoever acts; raises WrongState before both have agreed."""
    agreed = requests.hand_off(scope, introduction_id)
    row = introductions.get(scope, introduction_id)
    return Appointment(
        uid=str(uuid5(NAMESPACE_OID, f"passerelle:introduction:{row.id}:{row.decided_at}")),
        community=scope.db.get_one(Community, scope.community_id).name,
        other=members.get(scope, _other(scope, row)).name, need=agreed.need, zones=agreed.zones,
        in_a_room=bool(agreed.room), at=row.talk_at,
    )  # fmt: skip


def is_open(scope: Scope, introduction_id: int) -> bool:
    """Whether the two still look for a time: they have none, and nobody has asked how it went."""
    row = introductions.get(scope, introduction_id)
    away = blocks.keeps_away(scope, scope.actor_id or 0, _other(scope, row))
    return row.state == "accepted" and row.talk_at is None and not away


def propose(scope: Scope, introduction_id: int, at: datetime) -> None:
    """Ask the other one whether that time suits them; raises WrongState for one that is past."""
    _tell_other(scope, _open(scope, introduction_id, at), "time-proposed", at=at.isoformat())


def agree(scope: Scope, introduction_id: int, at: datetime) -> Appointment:
    """Both mean to talk then: they are asked how it went two days after that, and not before."""
    row = _open(scope, introduction_id, at)
    row.talk_at, row.due_at = at, at + INTRODUCTION.waits["accepted"]
    _tell_other(scope, row, "time-agreed")
    return read(scope, introduction_id)


def call_off(scope: Scope, row: Introduction) -> None:
    """The two can't talk after all: a time that is still to come leaves both their calendars."""
    if row.talk_at is None or row.talk_at <= scope.now:
        return
    at, row.talk_at = row.talk_at, None
    for member_id in (scope.db.get_one(Ask, row.ask_id).requester_id, row.helper_id):
        _take_out(scope, row, member_id, at)


def cancel(scope: Scope, introduction_id: int) -> None:
    """Whoever acts can't talk then: both hear so. Raises WrongState where nothing is to come."""
    row = introductions.get(scope, introduction_id)
    if row.talk_at is None or row.talk_at <= scope.now or row.state not in MET:
        raise WrongState(f"introduction {introduction_id}: no talk is to come")
    call_off(scope, row)


def move_to(scope: Scope, introduction_id: int, at: datetime) -> None:
    """Another time instead: the first is off, and the other one is asked about the new one."""
    cancel(scope, introduction_id)
    propose(scope, introduction_id, at)


def tell_late(scope: Scope, introduction_id: int, minutes: int) -> None:
    """The other one hears that whoever acts will be late, by so many minutes; 0 for some."""
    row = introductions.get(scope, introduction_id)
    if row.state not in MET:
        raise WrongState(f"introduction {introduction_id}: no talk is to come")
    _tell_other(scope, row, "time-late", minutes=minutes)


def decline(scope: Scope, introduction_id: int, at: datetime) -> None:
    """Whoever acts can't then; the other one, who proposed that time, hears so."""
    row = introductions.get(scope, introduction_id)
    _tell_other(scope, row, "time-not-then", at=at.isoformat())


def leave_open(scope: Scope, introduction_id: int) -> None:
    """Whoever acts would rather see to it directly with the other one, who is told."""
    _tell_other(scope, introductions.get(scope, introduction_id), "time-open")


def stay_away(scope: Scope, row: Introduction) -> None:
    """Whoever acts will not come, and need not be told when it was; the other one hears nothing."""
    if row.talk_at is not None and row.talk_at > scope.now and scope.actor_id is not None:
        _take_out(scope, row, scope.actor_id, row.talk_at)


def _take_out(scope: Scope, row: Introduction, member_id: int, at: datetime) -> None:
    scope.notify(member_id, "time-off", introduction=row.id, at=at.isoformat())


def _tell_other(scope: Scope, row: Introduction, about: str, **data: Any) -> None:
    """Tell the other one, unless they keep away from whoever acts."""
    other = _other(scope, row)
    if not blocks.keeps_away(scope, other, scope.actor_id or 0):
        scope.notify(other, about, introduction=row.id, **data)


def _open(scope: Scope, introduction_id: int, at: datetime) -> Introduction:
    if at <= scope.now or not is_open(scope, introduction_id):
        raise WrongState(f"introduction {introduction_id}: {at} is no time to talk any more")
    return introductions.get(scope, introduction_id)


def _other(scope: Scope, row: Introduction) -> int:
    requester = scope.db.get_one(Ask, row.ask_id).requester_id
    return row.helper_id if scope.actor_id == requester else requester
