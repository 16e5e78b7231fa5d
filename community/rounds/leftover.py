"""Whoever has no partner yet: a change of partners, a group of three, and at last a repeat.

Nobody meets somebody again as long as there is another way.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np

from community.rounds.auction import NOBODY
from community.rounds.crowd import Crowd, Mask, Numbers
from community.rounds.worths import REPEAT, Worths

Group = tuple[int, ...]


def change_partners(worths: Worths, mates: Numbers, *, again: bool = False) -> None:
    """Pair those left over: with each other, or each with one of a pair that gives way.

    With `again`, people may meet somebody whom they have met.
    """
    whom = worths.crowd.may_meet if again else worths.crowd.strangers
    for one in _free(mates):
        free = whom(one) & (mates == NOBODY)
        if mates[one] == NOBODY and free.any():
            others = np.flatnonzero(free)
            _marry(mates, one, int(others[np.argmax(worths.with_one(one, others))]))
    for one, other in combinations(_free(mates), 2):
        if mates[one] == mates[other] == NOBODY:
            _part_a_pair(worths, mates, (one, other), (whom(one), whom(other)))
    for one in _free(mates):
        _give_way(worths, mates, one, whom(one))


def _free(mates: Numbers) -> list[int]:
    return [int(one) for one in np.flatnonzero(mates == NOBODY)]


def _marry(mates: Numbers, one: int, other: int) -> None:
    mates[one], mates[other] = other, one


def _part_a_pair(
    worths: Worths, mates: Numbers, two: tuple[int, int], whom: tuple[Mask, Mask]
) -> None:
    """Each of the two gets one of a pair, where least is lost by it."""
    parting = np.flatnonzero((mates != NOBODY) & whom[0])
    parting = parting[whom[1][mates[parting]]]
    if len(parting):
        partners = mates[parting]
        gain = (
            worths.with_one(two[0], parting) + worths.with_one(two[1], partners)
            - worths.of(parting, partners)
        )  # fmt: skip
        chosen = int(parting[np.argmax(gain)])
        former = int(mates[chosen])
        _marry(mates, two[0], chosen)
        _marry(mates, two[1], former)


def _give_way(worths: Worths, mates: Numbers, one: int, whom: Mask) -> None:
    """Who is not to be the one left over changes places with somebody to whom it matters less."""
    chosen = np.flatnonzero((mates != NOBODY) & whom)
    chosen = chosen[worths.priority[mates[chosen]] < worths.priority[one]]
    if len(chosen):
        least = worths.priority[mates[chosen]]
        gain = worths.with_one(one, chosen) - worths.of(chosen, mates[chosen]) - least * REPEAT
        partner = int(chosen[np.argmax(gain)])
        mates[mates[partner]] = NOBODY
        _marry(mates, one, partner)


def grouped(worths: Worths, mates: Numbers) -> list[Group]:
    """The pairs, with whoever is left over as the third of one, if those three wish it.

    Two who would meet again part, and each goes to another pair, where that can be.
    """
    three = np.array([each.three for each in worths.crowd.people], dtype=bool)
    groups = [(one, int(other)) for one, other in enumerate(mates) if one < other]
    made = _Groups(worths, three, groups)
    for one in _free(mates):
        made.join(one, again=False)
    for two in groups:
        if worths.crowd.have_met(*two):
            made.part(two)
    for one in _free(mates):
        if not made.has(one):
            made.join(one, again=True)
    for one in _free(mates):
        if not made.has(one):
            made.stand_in(one)
    return made.all


def repeats(crowd: Crowd, group: Group) -> int:
    """How many of a group's pairs have met before."""
    return sum(crowd.have_met(*two) for two in combinations(group, 2))


class _Groups:
    """Pairs, some of which take in a third."""

    def __init__(self, worths: Worths, three: Mask, pairs: list[tuple[int, int]]) -> None:
        self.worths, self.three = worths, three
        self.thirds: dict[tuple[int, int], int] = {}
        self.pairs = dict.fromkeys(pairs)

    @property
    def all(self) -> list[Group]:
        """Every group, the third behind its pair."""
        return [(*two, self.thirds[two]) if two in self.thirds else two for two in self.pairs]

    def has(self, one: int) -> bool:
        """Whether somebody is the third of a pair."""
        return one in self.thirds.values()

    def join(self, one: int, *, again: bool) -> tuple[int, int] | None:
        """Make somebody the third of the pair that fits them best, if there is one; which."""
        crowd = self.worths.crowd
        ones, others = self._open()
        whom = crowd.may_meet(one) if again else crowd.strangers(one)
        able = np.flatnonzero(whom[ones] & whom[others])
        if not self.three[one] or not len(able):
            return None
        ones, others = ones[able], others[able]
        gain = self.worths.with_one(one, ones) + self.worths.with_one(one, others)
        known = crowd.strangers(one)
        best = int(np.argmax(gain - REPEAT * (2 - known[ones].astype(int) - known[others])))
        two = int(ones[best]), int(others[best])
        self.thirds[two] = one
        return two

    def part(self, two: tuple[int, int]) -> None:
        """Two who would meet again each become the third of another pair, if both can."""
        if two in self.thirds:
            return
        del self.pairs[two]
        first = self.join(two[0], again=False)
        if first is None or self.join(two[1], again=False) is None:
            self.pairs[two] = None
            if first is not None:
                del self.thirds[first]

    def stand_in(self, one: int) -> None:
        """Of a pair with somebody who never said whether three are fine, take their place.

        A yes of theirs then makes three of them, which theirs in a pair could not.
        """
        people, may = self.worths.crowd.people, self.worths.crowd.strangers(one)
        for two in [two for two in self.pairs if two not in self.thirds]:
            for silent, other in (two, two[::-1]):
                if (people[silent].three is None and people[silent].first <= people[one].first
                        and self.three[one] and self.three[other] and may[other]):  # fmt: skip
                    del self.pairs[two]
                    self.pairs[min(one, other), max(one, other)] = None
                    return

    def _open(self) -> tuple[Numbers, Numbers]:
        """The pairs of people who would have a third."""
        free = [two for two in self.pairs if two not in self.thirds]
        ones, others = np.array(free, dtype=np.int64).reshape(-1, 2).T
        wished = self.three[ones] & self.three[others]
        return ones[wished], others[wished]
