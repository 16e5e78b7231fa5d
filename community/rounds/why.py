"""Why somebody is left over, which they are told. A block looks like any other reason."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from community.rounds.crowd import LEAST, Crowd, Mask
from community.rounds.leftover import Group
from community.rounds.people import Why


def whys(crowd: Crowd, groups: Sequence[Group], size: int) -> dict[int, Why]:
    """By place, why those who are in none of these groups of a round are left over."""
    placed = {one for group in groups for one in group}
    left = [one for one in range(len(crowd)) if one not in placed]
    return {one: _nobody_at_all(crowd, one) or _nobody_free(crowd, groups, left, one, size)
            for one in left}  # fmt: skip


def _nobody_at_all(crowd: Crowd, one: int) -> Why | None:
    """Why somebody can meet nobody, if so."""
    if len(crowd) == 1:
        return "alone"
    others = np.delete(crowd.kind, one)
    speaking = others[crowd.shared_languages[crowd.kind[one], others]]
    if not len(speaking):
        return "language"
    if not (crowd.shared_hours[crowd.kind[one], speaking] >= LEAST).any():
        return "hours"
    return None if crowd.may_meet(one).any() else "nobody"


def _nobody_free(
    crowd: Crowd, groups: Sequence[Group], left: Sequence[int], one: int, size: int
) -> Why:
    """Why somebody meets none of those whom they could."""
    if size > 2:
        return "taken"
    if crowd.people[one].three is None and any(_would_take_in(crowd, each, one) for each in groups):
        return "unsaid"
    near = crowd.reach[crowd.kind[one], crowd.kind]
    return "odd" if near.sum() % 2 and near[left].sum() == 1 else "taken"


def _would_take_in(crowd: Crowd, group: Group, one: int) -> bool:
    """Whether nothing but somebody's own word is missing for a group of three."""
    may: Mask = crowd.may_meet(one)
    return len(group) == 2 and all(may[each] and crowd.people[each].three for each in group)
