"""Circles of three to eight: everybody in one, with as much as possible for each other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from community.rounds.camps import camps
from community.rounds.leftover import Group
from community.rounds.worths import GIFT, Worths

SMALLEST, LARGEST = 3, 8
AGAIN = 20 * GIFT
"""What each two in a circle who have met before cost: more than most can have for each other."""
PASSES = 3
NEAREST = 6
"""People who fit somebody best, whose circles are tried."""


def circles(worths: Worths, size: int) -> list[Group]:
    """Everybody who can be in a circle of about that size, nobody with a person not to be met."""
    made = _filled(worths, size)
    _exchange(worths, made)
    _take_in(worths, made)
    return [tuple(sorted(each)) for each in made if len(each) > 1]


def _filled(worths: Worths, size: int) -> list[list[int]]:
    """Circles within each camp; whoever found all of theirs closed makes others with the like."""
    made: list[list[int]] = []
    left = _in_turn(worths)
    while left:
        for camp in list(camps(worths.crowd, left)):
            made += _filled_by(worths, camp, size)
        seated = {one for circle in made for one in circle}
        left = [one for one in left if one not in seated]
    return made


def _in_turn(worths: Worths) -> list[int]:
    """Who comes first this time, then whoever can meet the fewest."""
    crowd = worths.crowd
    room = np.array([crowd.may_meet(one).sum() for one in range(len(crowd))])
    return [int(one) for one in np.lexsort((room, -worths.priority))]


def _filled_by(worths: Worths, people: Sequence[int], size: int) -> list[list[int]]:
    """Each of these in turn goes where they fit best."""
    count = max(1, round(len(people) / size), -(-len(people) // LARGEST))
    most = max(size, -(-len(people) // count))
    made: list[list[int]] = [[] for _ in range(count)]
    for one in people:
        _seat(worths, made, one, most)
    return made


def _seat(worths: Worths, made: list[list[int]], one: int, most: int) -> bool:
    """Put somebody where they fit best; an empty circle before a full one."""
    may = worths.crowd.may_meet(one)
    fitting = [
        (-len(each), _worth(worths, one, each), -at)
        for at, each in enumerate(made)
        if len(each) < most and may[each].all()
    ]
    if not fitting:
        return False
    fewest = max(fitting)[0]
    at = -max(each for each in fitting if each[0] >= fewest - 1)[2]
    made[at].append(one)
    return True


def _worth(worths: Worths, one: int, others: Sequence[int]) -> int:
    """What somebody and a circle are worth to each other."""
    if not others:
        return 0
    again = sum(worths.crowd.have_met(one, other) for other in others)
    return int(worths.with_one(one, np.array(others)).sum()) - AGAIN * again


def _exchange(worths: Worths, made: list[list[int]]) -> None:
    """Let two change places wherever both circles together gain by it."""
    near = _nearest(worths)
    at = {one: circle for circle in made for one in circle}
    for _ in range(PASSES):
        for one in [each for circle in made for each in circle]:
            for friend in near.get(one, ()):
                if friend in at and at[friend] is not at[one]:
                    _try(worths, at, one, friend)


def _try(worths: Worths, at: dict[int, list[int]], one: int, friend: int) -> None:
    """Take somebody into a friend's circle, for the one there who is worth least in it."""
    here, there = at[one], at[friend]
    stay = [each for each in here if each != one]
    may = worths.crowd.may_meet(one)
    for other in there:
        rest = [each for each in there if each != other]
        if other == friend or not may[rest].all():
            continue
        if not worths.crowd.may_meet(other)[stay].all():
            continue
        before = _worth(worths, one, stay) + _worth(worths, other, rest)
        if _worth(worths, one, rest) + _worth(worths, other, stay) > before:
            here[:], there[:] = [*stay, other], [*rest, one]
            at[one], at[other] = there, here
            return


def _nearest(worths: Worths) -> dict[int, list[int]]:
    """By person, those who have most for them."""
    fitting = worths.fitting
    order = np.argsort(-fitting.worth, kind="stable")
    near: dict[int, list[int]] = {}
    for one, other in zip(fitting.ones[order].tolist(), fitting.others[order].tolist(),
                          strict=True):  # fmt: skip
        for each, friend in ((one, other), (other, one)):
            if len(near.setdefault(each, [])) < NEAREST:
                near[each].append(friend)
    return near


def _take_in(worths: Worths, made: list[list[int]]) -> None:
    """Whoever is alone or only two goes to other circles, or others come; two beat nobody.

    Each change makes room for another, and leaves fewer alone, or fewer in twos.
    """
    sizes = list[int]()
    while sizes != (sizes := [len(each) for each in made]):
        for small in sorted((each for each in made if len(each) < SMALLEST), key=len):
            if 0 < len(small) < SMALLEST:
                _spread(worths, [each for each in made if each and each is not small], small)
                _call(worths, made, small)


def _spread(worths: Worths, others: list[list[int]], small: list[int]) -> None:
    """All of a small circle go elsewhere, or none of them: one would stay alone."""
    going = list(small)
    if all(_seat(worths, others, one, LARGEST) for one in going):
        small.clear()
        return
    for each in others:
        each[:] = [one for one in each if one not in going]


def _call(worths: Worths, made: list[list[int]], small: list[int]) -> None:
    """Somebody comes from a circle that stays large enough; from one of three to who is alone."""
    while 0 < len(small) < SMALLEST:
        spare = SMALLEST if len(small) > 1 else SMALLEST - 1
        able = [
            (len(each), _worth(worths, one, small), -one)
            for each in made if each is not small and len(each) > spare
            for one in each if worths.crowd.may_meet(one)[small].all()
        ]  # fmt: skip
        if not able:
            return
        coming = -max(able)[2]
        next(each for each in made if coming in each).remove(coming)
        small.append(coming)
