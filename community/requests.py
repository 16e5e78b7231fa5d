"""What each of two people may see of a request, before and after both have agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from community import introductions, members
from community.by_when import day_of, is_too_late
from community.lives import AGREED, MET
from community.scope import Scope
from community.transitions import WrongState
from storage.tables import Ask, Introduction


@dataclass(frozen=True, slots=True)
class Request:
    """What a helper sees of a request: all but who asks, until they accept or the asker says it."""

    state: str
    need: str
    context: str
    kind: str
    phrases: list[str]
    question: str
    details: str
    requester: str
    room: str | None
    again: bool = False
    wish: str = "advice"
    """What the ask is for, and …"""
    urgency: str = "none"
    """… how soon: see the table."""
    by: date | None = None
    """The day that "today" or "tomorrow" was, where the requester is, and …"""
    past: bool = False
    """… whether it is over by now."""


def read(scope: Scope, introduction_id: int) -> Request:
    """The request as the helper may see it; the requester's name once accepted, or if they wish."""
    row = introductions.get(scope, introduction_id)
    ask = scope.db.get_one(Ask, row.ask_id)
    reason = introductions.reason_of(row)
    agreed, asker = row.state in AGREED, members.get(scope, ask.requester_id)
    return Request(
        state=row.state, need=ask.need, context=ask.context, kind=reason.get("kind", "offer"),
        phrases=reason.get("phrases", []), question=row.question, details=row.details,
        room=row.room,
        again=row.again, wish=ask.kind, urgency=ask.urgency,
        by=day_of(ask, asker.time_zone), past=is_too_late(ask, asker.time_zone, scope.now),
        requester=asker.name if agreed or ask.named else "",
    )  # fmt: skip


def awaited(row: Introduction) -> str:
    """What a helper asked and has accepted without knowing; "" for nothing."""
    return row.question if row.state in MET and not row.details else ""


@dataclass(frozen=True, slots=True)
class HandOff:
    """What both may see once both have agreed. `room` is where they can talk.

    `by` is the moderator whose idea it was, if it was one's.
    """

    requester: str
    helper: str
    need: str
    context: str
    room: str
    by: str = ""
    zones: tuple[str, ...] = ()
    """The time zones of the two, each once."""
    kind: str = "advice"
    """What for: see the table."""
    question: str = ""
    """What the helper asked before, and has no answer to."""


def hand_off(scope: Scope, introduction_id: int) -> HandOff:
    """The two people of an introduction that both agreed to; raises WrongState before that."""
    row = introductions.get(scope, introduction_id)
    if row.state not in AGREED:
        raise WrongState(f"introduction {introduction_id}: {row.state}")
    ask = scope.db.get_one(Ask, row.ask_id)
    requester, helper = members.get(scope, ask.requester_id), members.get(scope, row.helper_id)
    return HandOff(
        requester=requester.name, helper=helper.name,
        zones=tuple(dict.fromkeys((requester.time_zone, helper.time_zone))),
        need=ask.need, context=ask.context, room=row.room or "", kind=ask.kind,
        question=awaited(row),
        by=members.get(scope, ask.proposed_by).name if ask.proposed_by else "",
    )  # fmt: skip
