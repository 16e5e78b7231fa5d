"""Signs of life (P20): what shows that somebody took part, and when.

They are what people did, never what they said. Answers to surveys are nobody's, and are no sign.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Column, ColumnElement, and_, select, union_all

from community.scope import Scope
from community.thread_answers import NOT_GIVEN
from storage.tables import (
    Ask,
    Audit,
    Gathering,
    Guest,
    Introduction,
    Member,
    PromptAnswer,
    Story,
    Thanks,
    table,
)

people, asks, introductions = table(Member), table(Ask), table(Introduction)
audit, guests, gatherings = table(Audit), table(Guest), table(Gathering)
thanks, answers, stories = table(Thanks), table(PromptAnswer), table(Story)

TOLD = "told"
"""What the audit calls it when somebody says how a round was: not what they say."""


class Sign(NamedTuple):
    """Who took part and when, where that holds."""

    who: Column[Any]
    at: Column[Any]
    where: ColumnElement[bool] | None = None


SIGNS = (
    Sign(asks.c.requester_id, asks.c.opened_at, asks.c.proposed_by.is_(None)),
    Sign(introductions.c.helper_id, introductions.c.decided_at,
         introductions.c.state.not_in(("expired", "withdrawn"))),
    Sign(thanks.c.giver_id, thanks.c.given_at),
    Sign(answers.c.member_id, answers.c.at, answers.c.shared.not_in(NOT_GIVEN)),
    Sign(stories.c.teller_id, stories.c.told_at),
    # Rounds: whoever joined of their own accord, or told how it was.
    Sign(audit.c.actor_id, audit.c.at,
         and_(audit.c.subject == "seat", audit.c.after.in_(("in", "late", TOLD)))),
    # Gatherings: whoever had said yes and was there, or of whom nobody said otherwise.
    Sign(guests.c.member_id, gatherings.c.starts_at,
         and_(guests.c.gathering_id == gatherings.c.id, guests.c.state == "yes",
              guests.c.attended.is_not(False), gatherings.c.state != "cancelled")),
)  # fmt: skip


def took_part(scope: Scope, since: datetime, until: datetime) -> set[int]:
    """Who took part between these two moments."""
    found = union_all(*(
        select(sign.who.label("who")).where(
            people.c.id == sign.who, people.c.community_id == scope.community_id,
            sign.at > since, sign.at <= until, *([] if sign.where is None else [sign.where]),
        )
        for sign in SIGNS
    ))  # fmt: skip
    return set(scope.db.connection().execute(found).scalars())
