"""Who was found for a request that the team has, and of whom its requester has not decided yet."""

from __future__ import annotations

from sqlmodel import col, select

from community import introductions, members
from community.lives import WITH_TEAM
from community.scope import Scope
from storage.tables import Ask, Dialogue

QUESTION = "second-look"
"""The dialogue in which the requester decides."""


def undecided(scope: Scope, ask: Ask) -> str:
    """Their name, as the requester was told it; "" for nobody, and for anybody but the requester.

    Who can't be asked any more is not waited for.
    """
    if ask.state not in WITH_TEAM or ask.requester_id != scope.actor_id:
        return ""
    query = select(Dialogue).where(
        col(Dialogue.member_id) == ask.requester_id, col(Dialogue.name) == QUESTION,
        col(Dialogue.status) != "over",
    ).order_by(col(Dialogue.id))  # fmt: skip
    told = [each.args["introduction"] for each in scope.db.exec(query).all()]
    rows = [introductions.get(scope, each) for each in told]
    return next(
        (
            members.get(scope, row.helper_id).name
            for row in rows
            if row.ask_id == ask.id and introductions.can_be_asked(scope, row.helper_id)
        ),
        "",
    )
