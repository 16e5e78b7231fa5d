"""Rounds of one ritual that would come before the last one is over: told before it is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

from community.rituals import overview
from community.rituals.plans import Plan
from community.rounds.settings import RoundSettings
from community.scope import Scope

LOOKED_AT = 60
"""Runs in which the shortest time between two is looked for."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """`every` so many days a round begins at the closest; one can join for `signup` days, and its
    groups have `days` to meet. `joins` says that the next one would begin while one can join.
    """

    every: int
    signup: int
    days: int
    joins: bool


def overlap(scope: Scope, plan: Plan, ritual_id: int | None = None) -> Overlap | None:
    """How the rounds of a plan that holds overlap, if they are rounds and do."""
    if plan.kind != "round":
        return None
    chosen = RoundSettings.model_validate(plan.settings)
    zone = ZoneInfo(plan.rhythm.zone)
    coming = (at.astimezone(zone) for at in overview.coming(scope, plan, ritual_id))
    every = _closest(islice(coming, LOOKED_AT))
    if every is None or every >= chosen.signup + chosen.length:
        return None
    return Overlap(max(every.days, 1), chosen.signup_days, chosen.days, every < chosen.signup)


def _closest(moments: Iterable[datetime]) -> timedelta | None:
    """By the clock of one zone: a day in spring is not an hour short."""
    return min((later - earlier for earlier, later in pairwise(moments)), default=None)
