"""An ask said in other words, while nobody has accepted it.

Nobody is to let pass what they have not read: whoever has seen it reads it anew, by the rules of
what leaves; a newcomer's goes back to the team first; what the team looks into stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlmodel import col, func, or_, select

from community import (
    asks,
    by_when,
    introductions,
    leaving_out,
    limits,
    line,
    members,
    patience,
    reports,
    reviews,
    standings,
)
from community.directory import find_helpers
from community.lives import ASK, ASKED, WITH_TEAM
from community.scope import Scope
from storage.tables import Ask, Audit

MOST = 3
"""Times that one ask is said in other words: each of them is read by somebody."""
MOST_FITTING = 50
"""Members found for a new need among whom is looked for those who have it already."""
REWORDED = "reworded"
BEFORE = "before"
"""The reason of who has it because they had it in other words."""


def possible(scope: Scope, ask: Ask) -> bool:
    """Whether its words may change now."""
    waits = ask.state in limits.WAITING and not limits.held(scope, ask.requester_id)
    return waits and _times(scope, ask) < MOST and not reports.is_open_about(scope, ask.id or 0)


def reword(
    scope: Scope, ask_id: int, need: str, context: str, without: Sequence[int] = (),
    *, urgency: str = "none",
) -> standings.Standing:  # fmt: skip
    """The requester says it anew; where it stands, in its old words if these may not change.

    Whom it is to be `without` is left out in any case. Where it is more urgent than it was, whoever
    has it answers sooner.
    """
    ask = asks.own(scope, ask_id)
    if without and ask.state in limits.WAITING:
        introductions.leave_out(scope, ask, without)
    if possible(scope, ask):
        anew, ask.need, ask.context = need != ask.need, need, context
        scope.audit("ask", ask_id, ask.state, REWORDED)
        _hurry(scope, ask, urgency)
        if anew:
            _line_up(scope, ask)
            _say_why(scope, ask)
        _tell(scope, ask)
    if without and ask.state in limits.WAITING:
        leaving_out.carry_on(scope, ask)
    return standings.of(scope, ask_id)


def is_unread(scope: Scope, ask: Ask) -> bool:
    """Whether a newcomer's new words are not to be read by everybody yet: nobody let them out.

    The team does by letting it go or by proposing somebody; so does its time to read, if it passes.
    """
    if not reviews.concern(scope, ask.requester_id):
        return False
    query = select(Audit).where(
        col(Audit.subject) == "ask", col(Audit.subject_id) == ask.id,
        or_(col(Audit.after).in_((REWORDED, "open")), col(Audit.before) == "review"),
    )  # fmt: skip
    last = scope.db.exec(query.order_by(col(Audit.id).desc()).limit(1)).first()
    if last is None or last.after != REWORDED:
        return False
    return last.at > scope.now - ASK.waits["review"]


def _hurry(scope: Scope, ask: Ask, urgency: str) -> None:
    """From now whoever has it has no longer than an ask gives that is so urgent."""
    ask.urgency = by_when.sooner(
        ask, urgency, members.get(scope, ask.requester_id).time_zone, scope.now
    )
    for row in introductions.of_ask(scope, ask.id or 0, *ASKED):
        if row.due_at is not None:
            row.due_at = min(row.due_at, patience.until(scope, row, row.state))


def _line_up(scope: Scope, ask: Ask) -> None:
    """Others may be better for it now; whoever was named by somebody stays in line."""
    for row in introductions.of_ask(scope, ask.id or 0, "reserved"):
        if not introductions.was_named(row) and row.requested_at is None:
            introductions.skip(scope, row)
    line.anew(scope, ask)


def _say_why(scope: Scope, ask: Ask) -> None:
    """Whoever has it is told what fits the new need; where nothing does, that they had it."""
    as_requester = replace(scope, actor_id=ask.requester_id)
    found = {each.member_id: each for each in find_helpers(as_requester, ask.need, MOST_FITTING)}
    for row in introductions.of_ask(scope, ask.id or 0, "postponed", *ASKED):
        if not introductions.was_named(row):
            match = found.get(row.helper_id)
            introductions.give_reason(
                row, match.kind if match else BEFORE, match.phrases if match else []
            )


def _tell(scope: Scope, ask: Ask) -> None:
    """Everybody who has read the old words; who has not seen them yet reads none but the new."""
    if ask.state in WITH_TEAM:
        return asks.bring_to_the_team(scope, ask)
    if ask.state == "review" or reviews.wanted(scope):
        for row in introductions.of_ask(scope, ask.id or 0, "postponed", *ASKED):
            introductions.call_back(scope, row)
        return reviews.begin(scope, ask)
    for row in introductions.of_ask(scope, ask.id or 0, *ASKED):
        if introductions.unseen_until(scope, row) is None:
            scope.notify(row.helper_id, "reworded", introduction=row.id)
    return None


def _times(scope: Scope, ask: Ask) -> int:
    query = select(func.count()).select_from(Audit).where(
        col(Audit.subject) == "ask", col(Audit.subject_id) == ask.id, col(Audit.after) == REWORDED
    )  # fmt: skip
    return scope.db.exec(query).one()
