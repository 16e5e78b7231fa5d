"""How long whoever is asked has to answer: less, the more urgent an ask is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from community import by_when, members, peace
from community.lives import INTRODUCTION
from community.scope import Scope
from storage.tables import Ask, Community, Introduction

HURRY: Mapping[str, Mapping[str, timedelta]] = {
    "week": {
        "requested": timedelta(days=1), "reminded": timedelta(days=1),
        "detailing": timedelta(hours=12), "nudged": timedelta(hours=12),
    },
    "tomorrow": {
        "requested": timedelta(hours=6), "reminded": timedelta(hours=4),
        "detailing": timedelta(hours=4), "nudged": timedelta(hours=2),
    },
    "today": {
        "requested": timedelta(hours=3), "reminded": timedelta(hours=2),
        "detailing": timedelta(hours=2), "nudged": timedelta(hours=1),
    },
}  # fmt: skip
"""The time of each state, where it is not the usual one."""


def time_for(scope: Scope, ask: Ask, state: str, begins: datetime | None = None) -> timedelta:
    """How long an introduction of this ask stays in a state that begins then, or now.

    On the very day by which help is wanted it is less; days are the community's choice.
    """
    zone = members.get(scope, ask.requester_id).time_zone
    haste = by_when.haste(ask, zone, begins or scope.now)
    if haste in HURRY:
        return HURRY[haste][state]
    if state == "requested":
        return timedelta(days=scope.db.get_one(Community, ask.community_id).days_to_answer)
    return INTRODUCTION.waits[state]


def until(scope: Scope, row: Introduction, state: str) -> datetime:
    """When that time is over, counted from when a helper can be reached, a requester from now."""
    helps = state in {"requested", "reminded"}
    begins = peace.reachable_at(scope, row.helper_id) if helps else scope.now
    return begins + time_for(scope, scope.db.get_one(Ask, row.ask_id), state, begins)
