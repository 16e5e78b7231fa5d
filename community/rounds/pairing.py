"""Who meets whom in a round (P18, P26; promise 7).

Nobody is dropped without a reason, nobody is in two groups, and two meet again only when nothing
else is possible: a group of three goes before a repeat.
"""

from __future__ import annotations

from collections.abc import Sequence

from community.rounds.circles import circles
from community.rounds.crowd import Crowd
from community.rounds.fit import Fit
from community.rounds.leftover import Group, change_partners, grouped, repeats
from community.rounds.matching import WHOLE, best_pairs
from community.rounds.people import Participant, Plan, Terms
from community.rounds.why import whys
from community.rounds.worths import Worths


def plan(people: Sequence[Participant], terms: Terms, fit: Fit | None = None) -> Plan:
    """Bring everybody together who can be. The same people and terms give the same plan.

    `fit` is what they have for each other, where that is known already.
    """
    ordered = sorted(people, key=lambda each: each.id)
    crowd = Crowd(ordered, terms)
    if not ordered:
        return Plan([], {})
    worths = Worths(crowd, *(fit or Fit(ordered, terms.seed)).directed())
    groups = _pairs(worths) if terms.size == 2 else circles(worths, terms.size)
    return _by_id(crowd, groups, terms.size)


def _pairs(worths: Worths) -> list[Group]:
    groups = _of_strangers(worths)
    if len(worths.crowd) == _placed(groups) and not _repeats(worths, groups):
        return groups
    return max(groups, _with_repeats(worths), key=lambda each: _rank(worths, each))


def _of_strangers(worths: Worths) -> list[Group]:
    """The pairs of those who have not met, and the others where there is room for them.

    Where not every two can be looked at, those still left over then meet again.
    """
    mates = best_pairs(worths)
    change_partners(worths, mates)
    groups = grouped(worths, mates)
    if _placed(groups) < len(worths.crowd) and len(worths.crowd) > WHOLE:
        change_partners(worths, mates, again=True)
        groups = grouped(worths, mates)
    return groups


def _with_repeats(worths: Worths) -> list[Group]:
    """The same with all who may meet, where every two can be looked at."""
    if len(worths.crowd) > WHOLE:
        return []
    return grouped(worths, best_pairs(worths, again=True))


def _rank(worths: Worths, groups: Sequence[Group]) -> tuple[int, int]:
    return _placed(groups), -_repeats(worths, groups)


def _placed(groups: Sequence[Group]) -> int:
    return sum(map(len, groups))


def _repeats(worths: Worths, groups: Sequence[Group]) -> int:
    return sum(repeats(worths.crowd, group) for group in groups)


def _by_id(crowd: Crowd, groups: Sequence[Group], size: int) -> Plan:
    ids = [each.id for each in crowd.people]
    return Plan(
        sorted(tuple(sorted(ids[one] for one in group)) for group in groups),
        {ids[one]: why for one, why in whys(crowd, groups, size).items()},
    )
