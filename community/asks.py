"""Asks: from the first word to an outcome, whoever answers or doesn't."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from community import (
    introductions,
    limits,
    members,
    reports,
    requests,
    reviews,
    standings,
)
from community.directory import Match
from community.lives import ASK, ASKED, MET, WITH_TEAM
from community.scope import Scope
from community.transitions import WrongState, move
from storage.tables import Ask, Introduction


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What may be said about an ask beside the need; see the table."""

    context: str = ""
    kind: str = "advice"
    urgency: str = "none"
    named: bool = False
    news: bool = False
    without: Sequence[int] = ()
    """The ids of the members who are to have nothing to do with it."""


def open_ask(scope: Scope, need: str, wish: Wish, matches: Sequence[Match]) -> standings.Standing:
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
    introductions.leave_out(scope, ask, wish.without)
    introductions.reserve(scope, ask, matches)
    if reviews.wanted(scope):
        reviews.begin(scope, ask)
    else:
        go_on(scope, ask, tell=False)
    return standings.of(scope, ask.id)


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
        bring_to_the_team(scope, ask, since=ask.opened_at.isoformat())
    scope.notify(ask.requester_id, "progress", ask=ask.id, why="overdue")


def may_still_accept(scope: Scope, introduction_id: int) -> bool:
    """Whether a yes counts that comes too late: the team looks, and may have somebody asked."""
    ask, row = _ask_of(scope, introduction_id), introductions.get(scope, introduction_id)
    looks = ask.state in WITH_TEAM and not reports.is_looked_into(scope, row.ask_id)
    return row.state == "expired" and looks and not limits.held(scope, row.helper_id)


def accepted(scope: Scope, introduction_id: int) -> requests.Request:
    """A helper accepted: the two meet. A team that looks for somebody need not any more."""
    ask = _ask_of(scope, introduction_id)
    if ask.state in WITH_TEAM:
        settled(scope, ask)
    introductions.accept(scope, introduction_id)
    return requests.read(scope, introduction_id)


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


def at_peace(scope: Scope) -> bool:
    """Whether whoever acts is paused and has no request in hand."""
    return members.is_paused(scope) and not in_hand(scope)


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


def not_waiting(scope: Scope, introduction_id: int) -> standings.Standing:
    """The requester would rather not wait: on to the next."""
    row = introductions.get(scope, introduction_id)
    if row.state != "postponed":
        return standings.of(scope, row.ask_id)
    introductions.skip(scope, row)
    ask = scope.db.get_one(Ask, row.ask_id)
    go_on(scope, ask, tell=False)
    return standings.of(scope, row.ask_id)


def withdraw(scope: Scope, ask_id: int) -> standings.Standing:
    """The requester takes the ask back, unless the two were introduced in the meantime."""
    ask = own(scope, ask_id)
    if ask.state != "introduced":
        close(scope, ask, "withdrawn")
    return standings.of(scope, ask_id)


def close(scope: Scope, ask: Ask, outcome: str, *, how: str = "") -> None:
    """End an ask with its outcome; whoever still has it in hand is told.

    `how` is what the team is told, where the outcome does not say it: see `settled`.
    """
    assert ask.id is not None
    if ask.state in {"review", *WITH_TEAM}:
        usual = "ended-unanswered" if outcome == "unanswered" else "settled"
        settled(scope, ask, how or usual)
    move(scope, ask, "closed", ASK)
    ask.outcome, ask.closed_at = outcome, scope.now
    for row in introductions.of_ask(scope, ask.id, "reserved", "postponed", *ASKED):
        introductions.withdraw(scope, row)
    for row in introductions.of_ask(scope, ask.id, *MET):
        introductions.end(scope, row)


def settled(scope: Scope, ask: Ask, how: str = "settled") -> None:
    """The team need not look for anybody any more: those who were asked to are told how it ended.

    `how` is "settled"; "ended-unanswered" where nobody was found; "ended-unread" where nobody
    looked into what was reported; "ended-by-team" where one of them closed it.
    """
    for moderator in _team_for(scope, ask):
        if moderator != scope.actor_id:
            scope.notify(moderator, how, ask=ask.id)


def with_the_team(scope: Scope, introduction_id: int) -> bool:
    """Whether there was nobody left to ask."""
    return _ask_of(scope, introduction_id).state in WITH_TEAM


def bring_to_the_team(scope: Scope, ask: Ask, **again: str) -> None:
    """The team looks for somebody; a reminder says `since` when it was asked."""
    for moderator in _team_for(scope, ask):
        scope.notify(moderator, "unanswered", as_staff=True, ask=ask.id, **again)


def _team_for(scope: Scope, ask: Ask) -> list[int]:
    """Who looks after an ask: the staff but whoever it leaves out, and but the requester, unless
    there is nobody else."""
    out = introductions.left_out(scope, ask.id or 0)
    staff = [each for each in members.staff(scope) if each not in out]
    return [each for each in staff if each != ask.requester_id] or staff


def own(scope: Scope, ask_id: int) -> Ask:
    """An ask of whoever acts; raises WrongState if it is somebody else's."""
    ask = scope.db.get_one(Ask, ask_id)
    if ask.requester_id != scope.actor_id:
        raise WrongState(f"ask {ask_id} is somebody else's")
    return ask


def _ask_of(scope: Scope, introduction_id: int) -> Ask:
    return scope.db.get_one(Ask, introductions.get(scope, introduction_id).ask_id)
