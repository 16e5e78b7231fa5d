"""An ask said in other words, while nobody has accepted it.

Nobody is to let pass what they have not read: whoever has seen it reads it anew, by the rules of
what leaves; a newcomer's goes back to the team first; what the team looks into stays as it is.
"""

from __future__ import annotations

from sqlmodel import col, func, select

from community import asks, introductions, limits, reports, reviews
from community.lives import ASKED, WITH_TEAM
from community.scope import Scope
from storage.tables import Ask, Audit

MOST = 3
"""Times that one ask is said in other words: each of them is read by somebody."""
REWORDED = "reworded"


def possible(scope: Scope, ask: Ask) -> bool:
    """Whether its words may change now."""
    waits = ask.state in limits.WAITING and not limits.held(scope, ask.requester_id)
    return waits and _times(scope, ask) < MOST and not reports.is_open_about(scope, ask.id or 0)


def reword(scope: Scope, ask_id: int, need: str, context: str) -> asks.Standing:
    """The requester says it anew; where it stands, in its old words if these may not change."""
    ask = asks.own(scope, ask_id)
    if possible(scope, ask):
        ask.need, ask.context = need, context
        scope.audit("ask", ask_id, ask.state, REWORDED)
        _tell(scope, ask)
    return asks.standing(scope, ask_id)


def _tell(scope: Scope, ask: Ask) -> None:
    """Everybody who has read the old words; who has not seen them yet reads none but the new."""
    if ask.state in WITH_TEAM:
        return asks.bring_to_the_team(scope, ask)
    in_hand = introductions.of_ask(scope, ask.id or 0, *ASKED)
    if ask.state == "review" or reviews.wanted(scope):
        for row in in_hand:
            introductions.call_back(scope, row)
        return reviews.begin(scope, ask)
    for row in in_hand:
        if introductions.unseen_until(scope, row) is None:
            scope.notify(row.helper_id, "reworded", introduction=row.id)
    return None


def _times(scope: Scope, ask: Ask) -> int:
    query = select(func.count()).select_from(Audit).where(
        col(Audit.subject) == "ask", col(Audit.subject_id) == ask.id, col(Audit.after) == REWORDED
    )  # fmt: skip
    return scope.db.exec(query).one()
