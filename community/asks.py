"""Asks: from the first word to an outcome, whoever answers or doesn't."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlmodel import col, select

from community import (
    details,
    introductions,
    limits,
    members,
    patience,
    peace,
    relays,
    reports,
    reviews,
    rewording,
)
from community.directory import Match
from community.lives import ASK, ASKED, LIVE, MET, WITH_TEAM
from community.scope import Scope
from community.transitions import WrongState, move
from storage.tables import Ask, Introduction


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
    """Until when it is kept from a helper, whose quiet hours it may be."""
    way: relays.Way = "open"
    """How far two who were introduced can write to each other."""
    proposed: bool = False
    """Whether it was a moderator's idea that the two meet."""

    @property
    def with_team(self) -> bool:
        """Whether the team looks for somebody."""
        return self.state in WITH_TEAM


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What may be said about an ask beside the need; see the table."""

    context: str = ""
    kind: str = "advice"
    urgency: str = "none"
    named: bool = False
    news: bool = False


def open_ask(scope: Scope, need: str, wish: Wish, matches: Sequence[Match]) -> Standing:
    """Open an ask of whoever acts, and bring it to the first of these helpers.

    Raises NotAllowed for a member whom the team has paused.
    """
    assert scope.actor_id is not None
    if limits.held(scope, scope.actor_id):
        raise members.NotAllowed(f"member {scope.actor_id} is paused by the team")
    ask = Ask(
        community_id=scope.community_id, requester_id=scope.actor_id, need=need,
        context=wish.context, kind=wish.kind, urgency=wish.urgency, named=wish.named,
        news=wish.news, opened_at=scope.now,
    )  # fmt: skip
    scope.db.add(ask)
    scope.db.flush()
    assert ask.id is not None
    scope.audit("ask", ask.id, "", "open")
    introductions.reserve(scope, ask, matches)
    if reviews.wanted(scope):
        reviews.begin(scope, ask)
    else:
        go_on(scope, ask, tell=False)
    return standing(scope, ask.id)


def go_on(scope: Scope, ask: Ask, *, why: str = "", tell: bool = True) -> None:
    """Bring the ask to the next helper, or else to the team; the requester is told.

    That of a member whom the team has paused ends; one that was reported waits for the team.
    """
    assert ask.id is not None
    if limits.held(scope, ask.requester_id):
        close(scope, ask, "unanswered")
        why = "held"
    elif ask.state in {"open", "introduced"} and reports.is_looked_into(scope, ask.id):
        move(scope, ask, "review", ASK)
    else:
        _bring_on(scope, ask)
    if tell:
        scope.notify(ask.requester_id, "progress", ask=ask.id, why=why)


def _bring_on(scope: Scope, ask: Ask) -> None:
    assert ask.id is not None
    row = introductions.request_next(scope, ask.id)
    if row is None:
        move(scope, ask, "stuck", ASK)
        bring_to_the_team(scope, ask)
    elif ask.state != "open":
        move(scope, ask, "open", ASK)


def overdue(scope: Scope, ask: Ask) -> None:
    """The team has not found anybody yet: it is reminded once, then the requester is told."""
    if ask.state == "late":
        close(scope, ask, "unanswered")
    else:
        move(scope, ask, "late", ASK)
        bring_to_the_team(scope, ask)
    scope.notify(ask.requester_id, "progress", ask=ask.id, why="overdue")


def may_still_accept(scope: Scope, introduction_id: int) -> bool:
    """Whether a yes counts that comes too late: the team looks, and may have somebody asked."""
    ask, row = _ask_of(scope, introduction_id), introductions.get(scope, introduction_id)
    looks = ask.state in WITH_TEAM and not reports.is_looked_into(scope, row.ask_id)
    return row.state == "expired" and looks


def accepted(scope: Scope, introduction_id: int) -> introductions.Request:
    """A helper accepted: the two meet. A team that looks for somebody need not any more."""
    ask = _ask_of(scope, introduction_id)
    if ask.state in WITH_TEAM:
        settled(scope, ask)
    return introductions.accept(scope, introduction_id)


def passed_by(scope: Scope, introduction_id: int) -> None:
    """It may not be this helper's, whatever they answer: on to the next, unless it went already."""
    if introductions.in_hand(scope, introduction_id):
        declined(scope, introduction_id)


def declined(scope: Scope, introduction_id: int) -> None:
    """A helper declined: on to the next."""
    introductions.decline(scope, introduction_id)
    go_on(scope, _ask_of(scope, introduction_id), why="declined")


def pass_on(scope: Scope, row: Introduction) -> None:
    """A helper is not there to answer: on to the next."""
    assert row.id is not None
    introductions.expire(scope, row)
    go_on(scope, _ask_of(scope, row.id), why="silent")


def take_from(scope: Scope, row: Introduction) -> None:
    """The requester would rather not have this helper, who reads that it is not needed any more."""
    if row.state == "postponed":
        introductions.skip(scope, row)
    else:
        introductions.withdraw(scope, row)
    go_on(scope, scope.db.get_one(Ask, row.ask_id), why="silent")


def in_hand(scope: Scope) -> list[str]:
    """What the requests are about that whoever acts has in hand."""
    assert scope.actor_id is not None
    rows = introductions.of_helper(scope, scope.actor_id, *ASKED)
    seen = [row for row in rows if introductions.unseen_until(scope, row) is None]
    return [scope.db.get_one(Ask, row.ask_id).need for row in seen]


def let_go(scope: Scope) -> list[str]:
    """Whoever acts leaves all of them to others; what those were about that they have seen."""
    needs = in_hand(scope)
    assert scope.actor_id is not None
    for row in introductions.of_helper(scope, scope.actor_id, *ASKED):
        declined(scope, row.id or 0)
    return needs


def postponed(scope: Scope, introduction_id: int, until: datetime) -> None:
    """A helper can't before that time: the requester says whether to wait."""
    introductions.postpone(scope, introduction_id, until)
    ask = _ask_of(scope, introduction_id)
    scope.notify(
        ask.requester_id, "postponed",
        introduction=introduction_id,
    )  # fmt: skip


def wait(scope: Scope, introduction_id: int) -> None:
    """The requester waits until the helper can."""
    row = introductions.get(scope, introduction_id)
    if row.state == "postponed" and row.not_before:
        row.due_at = row.not_before


def waited(scope: Scope, row: Introduction) -> None:
    """The requester has not said whether to wait so long: on to the next."""
    introductions.skip(scope, row)
    go_on(scope, scope.db.get_one(Ask, row.ask_id), why="postponed")


def not_waiting(scope: Scope, introduction_id: int) -> Standing:
    """The requester would rather not wait: on to the next."""
    row = introductions.get(scope, introduction_id)
    if row.state != "postponed":
        return standing(scope, row.ask_id)
    introductions.skip(scope, row)
    ask = scope.db.get_one(Ask, row.ask_id)
    go_on(scope, ask, tell=False)
    return standing(scope, row.ask_id)


def withdraw(scope: Scope, ask_id: int) -> Standing:
    """The requester takes the ask back, unless the two were introduced in the meantime."""
    ask = own(scope, ask_id)
    if ask.state != "introduced":
        close(scope, ask, "withdrawn")
    return standing(scope, ask_id)


def close(scope: Scope, ask: Ask, outcome: str) -> None:
    """End an ask with its outcome; whoever still has it in hand is told."""
    assert ask.id is not None
    if ask.state in {"review", *WITH_TEAM}:
        settled(scope, ask)
    move(scope, ask, "closed", ASK)
    ask.outcome, ask.closed_at = outcome, scope.now
    for row in introductions.of_ask(scope, ask.id, "reserved", "postponed", *ASKED):
        introductions.withdraw(scope, row)
    for row in introductions.of_ask(scope, ask.id, *MET):
        introductions.end(scope, row)


def settled(scope: Scope, ask: Ask) -> None:
    """The team need not look for anybody any more: those who were asked to are told."""
    for moderator in _team_for(scope, ask):
        if moderator != scope.actor_id:
            scope.notify(moderator, "settled", ask=ask.id)


def mine(scope: Scope) -> list[Standing]:
    """Where the open asks of whoever acts stand, oldest first."""
    query = select(Ask.id).where(
        col(Ask.requester_id) == scope.actor_id, col(Ask.state).in_(LIVE)
    ).order_by(col(Ask.id))  # fmt: skip
    return [standing(scope, ask_id) for ask_id in scope.db.exec(query) if ask_id is not None]


def has_any(scope: Scope) -> bool:
    """Whether whoever acts waits for something."""
    mine_ = col(Ask.requester_id) == scope.actor_id, col(Ask.state).in_(LIVE)
    return scope.db.exec(select(Ask.id).where(*mine_).limit(1)).first() is not None


def standing(scope: Scope, ask_id: int) -> Standing:
    """Where one ask stands."""
    ask = scope.db.get_one(Ask, ask_id)
    rows = introductions.of_ask(scope, ask_id, "postponed", *MET, *ASKED)
    following = introductions.next_in_line(scope, ask_id)
    row = rows[-1] if rows else None
    return Standing(
        id=ask_id, need=ask.need, context=ask.context, state=ask.state,
        step=row.state if row else "",
        helper=members.get(scope, row.helper_id).name if row else "",
        due_at=moves_on_at(scope, row) if row else ask.due_at,
        following=members.get(scope, following.helper_id).name if following else "",
        introduction=row.id or 0 if row else 0,
        question=details.open_question(row) if row else "", team=bool(members.staff(scope)),
        not_before=row.not_before if row and introductions.is_undecided(row) else None,
        looked_into=ask.state == "review" and reports.is_looked_into(scope, ask_id),
        rewordable=rewording.possible(scope, ask), named=ask.named, news=ask.news,
        unseen_until=_unseen_until(scope, row) if row else None,
        way=relays.way(scope, row.id or 0) if ask.state == "introduced" and row else "open",
        proposed=ask.proposed_by is not None,
    )  # fmt: skip


def just_brought(scope: Scope, ask_id: int) -> Standing:
    """The same while the helper is being asked or reminded: that may have to wait for the morning.

    Whether it does is decided in the helper's own turn, which may come after this one.
    """
    now = standing(scope, ask_id)
    if now.step not in ASKED:
        return now
    return replace(now, unseen_until=_morning(scope, introductions.get(scope, now.introduction)))


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
    return row.due_at + (patience.time_for(scope, ask, reminder) if reminder else timedelta())


def of_introduction(scope: Scope, introduction_id: int) -> Standing:
    """Where the ask of an introduction stands."""
    return standing(scope, introductions.get(scope, introduction_id).ask_id)


def with_the_team(scope: Scope, introduction_id: int) -> bool:
    """Whether there was nobody left to ask."""
    return _ask_of(scope, introduction_id).state in WITH_TEAM


def bring_to_the_team(scope: Scope, ask: Ask) -> None:
    """The team looks for somebody."""
    for moderator in _team_for(scope, ask):
        scope.notify(moderator, "unanswered", as_staff=True, ask=ask.id)


def _team_for(scope: Scope, ask: Ask) -> list[int]:
    """Who looks after an ask: the staff but the requester, unless there is nobody else."""
    staff = members.staff(scope)
    return [each for each in staff if each != ask.requester_id] or staff


def own(scope: Scope, ask_id: int) -> Ask:
    """An ask of whoever acts; raises WrongState if it is somebody else's."""
    ask = scope.db.get_one(Ask, ask_id)
    if ask.requester_id != scope.actor_id:
        raise WrongState(f"ask {ask_id} is somebody else's")
    return ask


def _ask_of(scope: Scope, introduction_id: int) -> Ask:
    return scope.db.get_one(Ask, introductions.get(scope, introduction_id).ask_id)
