"""What any two people of a round are worth to each other, in whole points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from community.rounds.crowd import Crowd, Mask, Numbers
from community.rounds.fit import both_ways

GIFT = 100
"""What a want that somebody else can meet is worth."""
FIRST, SHY = 2000, 1000
"""Who comes first this time, and who would not be one of three, is not to be the one left over."""
REPEAT, RECENT = 10_000_000, 1_000_000
"""What meeting again costs: in any case, and how much of it is for having met in the last round.
More than all else that two can be worth, so that no gain is worth a repeat."""


@dataclass(frozen=True, slots=True)
class Edges:
    """Twos who may meet, each once, and what their meeting is worth."""

    ones: Numbers
    others: Numbers
    worth: Numbers

    def __len__(self) -> int:
        return len(self.ones)

    def where(self, chosen: Mask | Numbers) -> Edges:
        """Some of them."""
        return Edges(self.ones[chosen], self.others[chosen], self.worth[chosen])


class Worths:
    """What any two are worth to each other: their wants, their hours, the groups to mix."""

    def __init__(
        self, crowd: Crowd, wanting: Numbers, giving: Numbers, worth: NDArray[np.float64]
    ) -> None:
        self.crowd = crowd
        ones, others, total = both_ways(len(crowd), wanting, giving, worth)
        may = crowd.unmet(ones, others)
        self._key = (ones * len(crowd) + others)[may]
        self._gain = np.rint(GIFT * total[may]).astype(np.int64)
        self.priority: Numbers = np.array(
            [FIRST * each.first + SHY * (not each.three) for each in crowd.people], dtype=np.int64
        )

    @cached_property
    def fitting(self) -> Edges:
        """Those who have something for each other and have not met."""
        ones, others = self._key // len(self.crowd), self._key % len(self.crowd)
        base = self.crowd.worth[self.crowd.kind[ones], self.crowd.kind[others]]
        return Edges(ones, others, base + self._gain)

    @cached_property
    def usual(self) -> NDArray[np.float64]:
        """Half of what somebody's meeting with anybody can be worth, wants aside."""
        half = np.where(self.crowd.open, self.crowd.worth, 0).max(axis=1) / 2
        found: NDArray[np.float64] = half[self.crowd.kind]
        return found

    @cached_property
    def everybody(self) -> Edges:
        """Every two who may meet and have not met."""
        ones, others = np.triu_indices(len(self.crowd), 1)
        may = self.crowd.unmet(ones, others)
        return Edges(ones[may], others[may], self.of(ones[may], others[may]))

    @property
    def everybody_again(self) -> Edges:
        """Every two who may meet; those who have met at what that costs, less for long ago."""
        crowd, strangers = self.crowd, self.everybody
        known = [two for two in crowd.known if crowd.may(*two)]
        ones = np.array([one for one, _ in known], dtype=np.int64)
        others = np.array([other for _, other in known], dtype=np.int64)
        cost = np.array([REPEAT + RECENT // crowd.ago(*two) for two in known], dtype=np.int64)
        return Edges(
            np.concatenate([strangers.ones, ones]), np.concatenate([strangers.others, others]),
            np.concatenate([strangers.worth, self.of(ones, others) - cost]),
        )  # fmt: skip

    def of(self, ones: Numbers, others: Numbers) -> Numbers:
        """What each of these twos is worth, repeats aside."""
        crowd = self.crowd
        worth = crowd.worth[crowd.kind[ones], crowd.kind[others]].copy()
        if len(self._key):
            key = np.minimum(ones, others) * len(crowd) + np.maximum(ones, others)
            at = np.minimum(np.searchsorted(self._key, key), len(self._key) - 1)
            worth += np.where(self._key[at] == key, self._gain[at], 0)
        return worth

    def with_one(self, one: int, others: Numbers) -> Numbers:
        """What somebody and each of these are worth to each other, repeats aside."""
        return self.of(np.full(len(others), one, dtype=np.int64), others)
