"""Introductions: one requester, one helper, and a hand-off only when both have agreed.

The requester agreed by choosing; the helper agrees by accepting. Until then neither sees how to
reach the other. Every waiting state has a `due_at`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from community import blocks, budget, limits, patience, relays, rooms
from community.directory import Match, askable, present
from community.lives import AGREED, ASK, ASKED, INTRODUCTION, WITH_TEAM
from community.scope import Scope
from community.transitions import WrongState, move
from storage.tables import Ask, Introduction, Member

MOST_ASKED = 3
"""People whom the bot asks for one need; after them, the team looks."""
BY_A_PERSON = ("team", "suggested")
"""Reasons of those whom somebody has named."""
LEFT_OUT = "left-out"
"""The reason of who is never asked: the requester would rather not."""


def get(scope: Scope, introduction_id: int) -> Introduction:
    """The introduction's row."""
    return scope.db.get_one(Introduction, introduction_id)


def reserve(scope: Scope, ask: Ask, matches: Sequence[Match]) -> None:
    """Put helpers in line for an ask, in this order."""
    assert ask.id is not None
    for match in matches:
        reason = {"kind": match.kind, "phrases": match.phrases}
        scope.db.add(
            Introduction(
                ask_id=ask.id, helper_id=match.member_id,
                reason=json.dumps(reason, ensure_ascii=False),
            )
        )  # fmt: skip
        scope.db.flush()


def leave_out(scope: Scope, ask: Ask, member_ids: Sequence[int]) -> None:
    """Keep these members out of an ask for as long as it lives, whoever thinks of them.

    It is taken from who has it in hand.
    """
    rows = of_ask(scope, ask.id or 0, "reserved", "postponed", *ASKED)
    for row in (row for row in rows if row.helper_id in member_ids):
        _let_go(scope, row)
    for each in set(member_ids) - left_out(scope, ask.id or 0):
        match = Match(each, "", "", external=False, kind=LEFT_OUT, phrases=[], score=0)
        reserve(scope, ask, [match])
        skip(scope, of_ask(scope, ask.id or 0, "reserved")[-1])


def left_out(scope: Scope, ask_id: int) -> set[int]:
    """The ids of those who are to have nothing to do with an ask, as its requester wishes."""
    rows = of_ask(scope, ask_id, "skipped")
    return {row.helper_id for row in rows if reason_of(row).get("kind") == LEFT_OUT}


def named(scope: Scope, ask: Ask, helper: Member) -> Introduction:
    """Somebody whom another helper named, in line for an ask, wherever they stood before."""
    assert ask.id is not None
    for row in of_ask(scope, ask.id, "reserved"):
        if row.helper_id == helper.id:
            skip(scope, row)
    row = Introduction(
        ask_id=ask.id, helper_id=helper.id or 0, reason=json.dumps({"kind": "suggested"})
    )
    scope.db.add(row)
    scope.db.flush()
    return row


def was_named(row: Introduction) -> bool:
    """Whether somebody of the community thought of this helper."""
    return reason_of(row).get("kind") in BY_A_PERSON


def of_ask(scope: Scope, ask_id: int, *states: str) -> list[Introduction]:
    """An ask's introductions in these states (all of them by default), in their order."""
    query = select(Introduction).where(col(Introduction.ask_id) == ask_id)
    if states:
        query = query.where(col(Introduction.state).in_(states))
    return list(scope.db.exec(query.order_by(col(Introduction.id))))


def asked_already(scope: Scope, ask: Ask) -> list[int]:
    """The ids of those who have had this ask brought to them."""
    assert ask.id is not None
    return [row.helper_id for row in of_ask(scope, ask.id) if row.requested_at]


def in_hand(scope: Scope, introduction_id: int) -> bool:
    """Whether the helper still has the request in hand."""
    return get(scope, introduction_id).state in ASKED


def went_on(scope: Scope, introduction_id: int) -> str:
    """How a request goes on without a helper: "helped", "team", "elsewhere" or "over".

    "" while it may come back to them, once the two know each other, and when its words are gone.
    """
    row = get(scope, introduction_id)
    ask = scope.db.get_one(Ask, row.ask_id)
    if row.state in ("reserved", "postponed", *ASKED, *AGREED) or not ask.need:
        return ""
    if of_ask(scope, row.ask_id, *AGREED):
        return "helped"
    if row.state == "withdrawn":
        return "over"
    if ask.state in WITH_TEAM:
        return "team"
    return "over" if ask.state == "closed" else "elsewhere"


def of_helper(scope: Scope, member_id: int, *states: str) -> list[Introduction]:
    """A helper's introductions in these states, in their order."""
    query = select(Introduction).where(
        col(Introduction.helper_id) == member_id, col(Introduction.state).in_(states)
    )
    return list(scope.db.exec(query.order_by(col(Introduction.id))))


def request_next(scope: Scope, ask_id: int) -> Introduction | None:
    """Ask the next helper in line who can be asked now; None when the line is empty.

    The line was made days ago: whoever has had enough requests since then is left alone.
    """
    able = next_in_line(scope, ask_id)
    for row in of_ask(scope, ask_id, "reserved"):
        if row is able:
            _take_up(scope, row)
            return row
        move(scope, row, "skipped", INTRODUCTION)
    return None


def next_in_line(scope: Scope, ask_id: int) -> Introduction | None:
    """The first in line who could be asked now: not too many are, unless somebody named them."""
    rows = of_ask(scope, ask_id)
    asked = sum(row.requested_at is not None for row in rows)
    apart = blocks.not_to_be_asked(scope, scope.db.get_one(Ask, ask_id).requester_id)
    able = (
        row for row in rows
        if row.state == "reserved" and row.helper_id not in apart
        and (row.requested_at or asked < MOST_ASKED or was_named(row))
        and can_be_asked(scope, row.helper_id)
    )  # fmt: skip
    return next(able, None)


def _take_up(scope: Scope, row: Introduction) -> None:
    """It is this helper's turn: now, or when they can if they have said so."""
    if row.not_before is None or row.not_before <= scope.now:
        request(scope, row)
    else:
        _put_off(scope, row, row.not_before)


def request(scope: Scope, row: Introduction) -> None:
    """Bring the request to the helper."""
    until = patience.until(scope, row, "requested")
    move(scope, row, "requested", INTRODUCTION, until=until)
    row.requested_at = row.requested_at or scope.now
    bring(scope, row.id or 0)


def bring(scope: Scope, introduction_id: int) -> None:
    """Put the request to the helper, in place of what they were asked of it before."""
    row = get(scope, introduction_id)
    scope.notify(row.helper_id, "request", introduction=row.id)


def can_be_asked(scope: Scope, member_id: int) -> bool:
    """Whether a member is here, and can be asked for something more this week."""
    query = select(Member.id).where(col(Member.id) == member_id, *askable(scope))
    return scope.db.exec(query).first() is not None


def is_apart(scope: Scope, row: Introduction) -> bool:
    """Whether the two have been kept from each other since it began."""
    requester = scope.db.get_one(Ask, row.ask_id).requester_id
    return row.helper_id in blocks.not_to_be_asked(scope, requester)


def are_apart(scope: Scope, introduction_id: int) -> bool:
    """The same, of an introduction by its id."""
    return is_apart(scope, get(scope, introduction_id))


def is_here(scope: Scope, member_id: int) -> bool:
    """Whether a member is here, welcomed and not paused: what they have in hand is still theirs."""
    query = select(Member.id).where(col(Member.id) == member_id, *present(scope.now))
    return scope.db.exec(query).first() is not None


def brought(scope: Scope, introduction_id: int) -> None:
    """The request is really before the helper now: their time begins."""
    row = get(scope, introduction_id)
    if row.state in {"requested", "reminded"}:
        row.due_at = patience.until(scope, row, row.state)


def unseen_until(scope: Scope, row: Introduction) -> datetime | None:
    """Until when a request is kept from a helper who has not seen it; None when they have."""
    if row.state not in {"requested", "reminded"}:
        return None
    return budget.held_until(scope, row.helper_id, "request", row.id or 0)


def remind(scope: Scope, row: Introduction) -> None:
    """The one reminder a helper gets."""
    until = patience.until(scope, row, "reminded")
    move(scope, row, "reminded", INTRODUCTION, until=until)
    bring(scope, row.id or 0)
    ask = scope.db.get_one(Ask, row.ask_id)
    scope.notify(ask.requester_id, "progress", ask=ask.id, why="reminded")


def accept(scope: Scope, introduction_id: int) -> None:
    """Both agree now: they meet, and the requester is told."""
    row = get(scope, introduction_id)
    ask = scope.db.get_one(Ask, row.ask_id)
    if ask.state not in {"open", *WITH_TEAM}:
        raise WrongState(f"ask {ask.id}: {ask.state}")
    scope.notify(ask.requester_id, "accepted", introduction=row.id)
    meet(scope, row, ask)
    scope.db.flush()


def meet(scope: Scope, row: Introduction, ask: Ask) -> None:
    """Open a room for two who have both agreed, or a relay; nobody else is waited for."""
    move(scope, row, "accepted", INTRODUCTION)
    row.decided_at = scope.now
    row.room = rooms.open_for(scope, f"room:{row.id}", (ask.requester_id, row.helper_id))
    for other in of_ask(scope, row.ask_id, "reserved", "postponed", *ASKED):
        _let_go(scope, other)
    move(scope, ask, "introduced", ASK)
    if row.room:
        rooms.greet(scope, row.room, ask.requester_id, introduction=row.id)
    else:
        relays.propose(scope, row, ask)


def decline(scope: Scope, introduction_id: int) -> None:
    """The helper can't, and owes no reason."""
    row = get(scope, introduction_id)
    move(scope, row, "declined", INTRODUCTION)
    row.decided_at = scope.now


def postpone(scope: Scope, introduction_id: int, until: datetime) -> None:
    """The helper can't before that time; the requester has some days to say whether to wait."""
    row = get(scope, introduction_id)
    _put_off(scope, row, until)
    row.again, row.not_before = True, until


def _put_off(scope: Scope, row: Introduction, until: datetime) -> None:
    undecided = scope.now + INTRODUCTION.waits["postponed"]
    move(scope, row, "postponed", INTRODUCTION, until=min(until, undecided))


def is_undecided(row: Introduction) -> bool:
    """Whether its time is only that which the requester has to say whether to wait."""
    return bool(row.not_before and row.due_at and row.due_at < row.not_before)


def expire(scope: Scope, row: Introduction) -> None:
    """The helper is let off, who did not answer in time or may not any more.

    Who has paused or is gone is told nothing; whom the team has paused hears it once, then.
    """
    seen = unseen_until(scope, row) is None
    move(scope, row, "expired", INTRODUCTION)
    if seen and (is_here(scope, row.helper_id) or limits.held(scope, row.helper_id)):
        scope.notify(row.helper_id, "expired", introduction=row.id)


def call_back(scope: Scope, row: Introduction) -> None:
    """The team reads it first: it comes back to this helper before the others in line."""
    move(scope, row, "reserved", INTRODUCTION)


def skip(scope: Scope, row: Introduction) -> None:
    """This helper is not needed any more; who had put it off is told, unless they are away."""
    waited = row.state == "postponed" and is_here(scope, row.helper_id)
    move(scope, row, "skipped", INTRODUCTION)
    if waited:
        scope.notify(row.helper_id, "withdrawn", introduction=row.id)


def withdraw(scope: Scope, row: Introduction) -> None:
    """The request is taken back; a helper who has it in hand, and has seen it, is told."""
    in_hand = row.state in ASKED and unseen_until(scope, row) is None
    move(scope, row, "withdrawn", INTRODUCTION)
    if in_hand:
        scope.notify(row.helper_id, "withdrawn", introduction=row.id)


def end(scope: Scope, row: Introduction) -> None:
    """Nothing more is expected of these two."""
    move(scope, row, "ended", INTRODUCTION)


def reason_of(row: Introduction) -> dict[str, Any]:
    """What matched; nothing any more once the helper is erased."""
    reason: dict[str, Any] = json.loads(row.reason) if row.reason else {}
    return reason


def give_reason(row: Introduction, kind: str, phrases: Sequence[str]) -> None:
    """What matches from now on."""
    row.reason = json.dumps({"kind": kind, "phrases": list(phrases)}, ensure_ascii=False)


def _let_go(scope: Scope, row: Introduction) -> None:
    if row.state in {"reserved", "postponed"}:
        return skip(scope, row)
    return withdraw(scope, row)
