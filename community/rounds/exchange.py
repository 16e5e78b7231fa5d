"""Two who have nothing for each other each take one of another pair, where the four gain by it."""

from __future__ import annotations

import numpy as np

from community.rounds.auction import NOBODY, Auction
from community.rounds.crowd import Numbers
from community.rounds.worths import Worths

PASSES = 3


def exchange(worths: Worths, mates: Numbers, auction: Auction) -> None:
    """Better the pairs that the auction did not make: it has left their people over."""
    for _ in range(PASSES):
        changed = [_better(worths, mates, auction, one) for one in _poorly_paired(worths, mates)]
        if not any(changed):
            return


def _poorly_paired(worths: Worths, mates: Numbers) -> list[int]:
    """Those who are worth no more to their partner than just anybody is."""
    paired = np.flatnonzero(mates != NOBODY)
    worth = worths.of(paired, mates[paired])
    usual = worths.usual[paired] + worths.usual[mates[paired]]
    return [int(one) for one in paired[worth <= usual]]


def _better(worths: Worths, mates: Numbers, auction: Auction, one: int) -> bool:
    """Give somebody a person who fits, and both former partners each other."""
    other, near = int(mates[one]), auction.near(one)
    able = near[(mates[near] != NOBODY) & (near != other)]
    able = able[worths.crowd.strangers(other)[mates[able]]]
    if not len(able):
        return False
    left = mates[able]
    gain = worths.with_one(one, able) + worths.with_one(other, left) - worths.of(able, left)
    best = int(np.argmax(gain))
    if gain[best] <= worths.with_one(one, mates[[one]])[0]:
        return False
    friend, former = int(able[best]), int(left[best])
    mates[one], mates[friend], mates[other], mates[former] = friend, one, former, other
    return True
