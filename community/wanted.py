"""Requests in the news (P22): with their author's consent all read the need, and can offer to help.

Whoever offers has agreed by that; the requester decides, and then the two are introduced like
others. Somebody who is not taken up hears nothing of why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from community import (
    asks,
    blocks,
    groups,
    introductions,
    members,
    rewording,
    second_looks,
)
from community.digests import hides, section
from community.directory import Match
from community.lives import ASKED, INTRODUCTION, WITH_TEAM
from community.rituals.plans import ALIVE
from community.scope import Scope
from community.transitions import WrongState, move
from storage.tables import Ask, Introduction, Ritual

MOST = 3
"""Needs in one digest: with two ways out they are buttons on every platform."""
WAITING = ("open", *WITH_TEAM)
"""States of an ask that somebody could still take up."""
VOLUNTEER = "volunteer"
"""The reason of somebody who read of it and offered."""
NOT_ANEW = (VOLUNTEER, introductions.LEFT_OUT)
"""Reasons of those who are shown nothing more of it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A need as a reader may see it; `name` is empty where the requester gives it only later."""

    ask: int
    need: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """Somebody who would help, as the requester sees them."""

    need: str
    name: str
    headline: str


def has_news(scope: Scope) -> bool:
    """Whether there is a digest in which a need of whoever acts could stand without a name."""
    query = select(Ritual.audience).where(
        col(Ritual.community_id) == scope.community_id, col(Ritual.kind) == "digest",
        col(Ritual.state).in_(ALIVE),
    )  # fmt: skip
    mine = set(groups.of_member(scope, scope.actor_id or 0))
    return any(
        not audience or (mine & set(audience) and hides(scope, audience))
        for audience in scope.db.exec(query)
    )


def put(scope: Scope, ask_id: int, *, news: bool) -> None:
    """Whoever asked would have it in the news, or no more; raises WrongState for another's."""
    ask = scope.db.get_one(Ask, ask_id)
    if ask.requester_id != scope.actor_id:
        raise WrongState(f"ask {ask_id} is somebody else's")
    ask.news = news
    scope.audit("ask", ask_id, ask.state, "news" if news else "no news")


def find(scope: Scope, _since: datetime, audience: Sequence[int]) -> list[int]:
    """The needs for the next digest: whoever has waited longest first."""
    query = select(Ask).where(
        col(Ask.community_id) == scope.community_id, col(Ask.news).is_(True),
        col(Ask.state).in_(WAITING), groups.holds(col(Ask.requester_id), audience),
    )  # fmt: skip
    if not hides(scope, audience):
        query = query.where(col(Ask.named).is_(True))
    found = scope.db.exec(query.order_by(col(Ask.id)))
    return [each.id or 0 for each in found if not rewording.is_unread(scope, each)][:MOST]


def lines(scope: Scope, ask_ids: list[int]) -> list[str]:
    """The needs that still wait, each with a name where its author gave it."""
    found = [_seen(scope, each) for each in _waiting(scope, ask_ids)]
    return [f"{each.need} — {each.name}" if each.name else each.need for each in found]


section("wanted", find, lines, apart=True)


def open_to(scope: Scope, ask_ids: list[int]) -> list[Wanted]:
    """Those that whoever acts can offer to help with: not their own, nor what they offered for."""
    mine = _mine(scope, ask_ids)
    return [_seen(scope, each) for each in _waiting(scope, ask_ids) if each.id not in mine]


def offer(scope: Scope, ask_id: int) -> bool:
    """Whoever acts would help; the requester is asked. False when it is no longer needed.

    Of two who are to be kept apart neither hears anything: it is as if nobody answered.
    """
    ask = scope.db.get_one(Ask, ask_id)
    if not _waits(ask):
        return False
    me = members.me(scope)
    apart = blocks.not_to_be_asked(scope, ask.requester_id)
    if me.id not in apart and ask_id not in _mine(scope, [ask_id]):
        row = second_looks.in_line(scope, ask, _volunteer(me.id or 0))
        introductions.skip(scope, row)
        scope.notify(ask.requester_id, "help-offered", introduction=row.id)
    return True


def read(scope: Scope, introduction_id: int) -> Offer:
    """Who offers, for what."""
    row = introductions.get(scope, introduction_id)
    helper = members.get(scope, row.helper_id)
    return Offer(scope.db.get_one(Ask, row.ask_id).need, helper.name, helper.headline)


def is_open(scope: Scope, introduction_id: int) -> bool:
    """Whether the requester can still say yes to it."""
    row = introductions.get(scope, introduction_id)
    ask = scope.db.get_one(Ask, row.ask_id)
    together = row.helper_id not in blocks.not_to_be_asked(scope, ask.requester_id)
    return ask.state in WAITING and together and introductions.is_here(scope, row.helper_id)


def accept(scope: Scope, introduction_id: int) -> None:
    """The requester agrees too: the two are introduced. Raises WrongState when it is too late."""
    if not is_open(scope, introduction_id):
        raise WrongState(f"introduction {introduction_id} is not open any more")
    helper_id = introductions.get(scope, introduction_id).helper_id
    ask = scope.db.get_one(Ask, introductions.get(scope, introduction_id).ask_id)
    if ask.state in WITH_TEAM:
        asks.settled(scope, ask)
    row = second_looks.in_line(scope, ask, _volunteer(helper_id))
    move(scope, row, "requested", INTRODUCTION)
    row.requested_at = scope.now
    scope.notify(helper_id, "offer-taken", introduction=row.id)
    introductions.meet(scope, row, ask)


def _seen(scope: Scope, ask: Ask) -> Wanted:
    name = members.get(scope, ask.requester_id).name if ask.named else ""
    return Wanted(ask.id or 0, ask.need, name)


def _waiting(scope: Scope, ask_ids: Sequence[int]) -> list[Ask]:
    query = select(Ask).where(col(Ask.id).in_(ask_ids)).order_by(col(Ask.id))
    found = [each for each in scope.db.exec(query) if _waits(each)]
    return [each for each in found if not rewording.is_unread(scope, each)]


def _waits(ask: Ask) -> bool:
    return ask.news and ask.state in WAITING


def _mine(scope: Scope, ask_ids: Sequence[int]) -> set[int]:
    """What whoever acts asked for, has in hand, has offered for already, or is kept out of."""
    own = select(Ask.id).where(col(Ask.id).in_(ask_ids), col(Ask.requester_id) == scope.actor_id)
    brought = select(Introduction).where(
        col(Introduction.ask_id).in_(ask_ids), col(Introduction.helper_id) == scope.actor_id
    )
    taken = {
        row.ask_id for row in scope.db.exec(brought)
        if row.state in ASKED or introductions.reason_of(row).get("kind") in NOT_ANEW
    }  # fmt: skip
    return taken | {each or 0 for each in scope.db.exec(own)}


def _volunteer(member_id: int) -> Match:
    return Match(member_id, "", "", external=False, kind=VOLUNTEER, phrases=[], score=0)
