"""Many people at once: each bids for a partner, until nobody would rather have another.

Bertsekas' auction (1988) on the doubled graph, in which everybody is a bidder and a partner, gives
half of the linear program of matching: chains and rings of people, each of whom holds the next.
Rings of two are pairs; of the others, the best pairs along them are taken. The prices bound every
matching there is from above, which is how the benchmark knows how good ours is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from community.rounds.crowd import Numbers
from community.rounds.worths import Edges

Floats = NDArray[np.float64]
NOBODY = -1


class Auction:
    """The bids of everybody for everybody along these edges.

    `usual` is what each can have without a bid: half of what meeting just anybody is worth.
    """

    def __init__(self, edges: Edges, usual: Floats) -> None:
        who = np.concatenate([edges.ones, edges.others])
        order = np.argsort(who, kind="stable")
        self.whom = np.concatenate([edges.others, edges.ones])[order]
        self.worth = np.tile(edges.worth, 2)[order].astype(np.float64)
        self.begin = np.searchsorted(who[order], np.arange(len(usual) + 1))
        self.usual, self.prices = usual, usual.copy()
        self.holds: Numbers = np.full(len(usual), NOBODY, dtype=np.int64)

    def run(self, step: float) -> None:
        """Bid anew until everybody has a partner or the usual, a bid being higher by that step."""
        self.holds = np.full(len(self.usual), NOBODY, dtype=np.int64)
        waiting = np.flatnonzero(np.diff(self.begin))
        while len(waiting):
            bidders, wanted, bids = self._bids(waiting, step)
            order = np.lexsort((bids, wanted))
            is_last = np.ones(len(order), dtype=bool)
            is_last[:-1] = wanted[order][1:] != wanted[order][:-1]
            highest = order[is_last]
            outbid = self.holds[wanted[highest]]
            self.prices[wanted[highest]] = bids[highest]
            self.holds[wanted[highest]] = bidders[highest]
            lost = np.delete(bidders, highest)
            waiting = np.concatenate([lost, outbid[outbid != NOBODY]])

    def near(self, one: int) -> Numbers:
        """Those who have something for somebody, or want something of theirs."""
        return self.whom[self.begin[one] : self.begin[one + 1]]

    def bound(self) -> float:
        """What all pairs together can be worth at most, by these prices (weak duality)."""
        gain = self.usual.copy()
        some = np.flatnonzero(np.diff(self.begin))
        if len(some):
            best = np.maximum.reduceat(self.worth - self.prices[self.whom], self.begin[some])
            gain[some] = np.maximum(gain[some], best)
        return float((gain + self.prices).sum() / 2)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The best pairs along the chains and rings in which people hold each other."""
        for chain, is_ring in _chains(self.holds.tolist()):
            yield from _best_along(chain, self._between(chain, is_ring=is_ring), is_ring=is_ring)

    def _bids(self, bidders: Numbers, step: float) -> tuple[Numbers, Numbers, Floats]:
        """Whoever bids, for whom, and how much: up to where the second best is as good."""
        counts = np.diff(self.begin)[bidders]
        starts = np.cumsum(counts) - counts
        edges = np.repeat(self.begin[bidders] - starts, counts) + np.arange(counts.sum())
        gains = self.worth[edges] - self.prices[self.whom[edges]]
        best = np.maximum.reduceat(gains, starts)
        row = np.repeat(np.arange(len(bidders)), counts)
        hits = np.flatnonzero(gains == best[row])
        at = hits[np.unique(row[hits], return_index=True)[1]]
        gains[at] = -np.inf
        second = np.maximum(np.maximum.reduceat(gains, starts), self.usual[bidders])
        wanted = self.whom[edges[at]]
        bids = self.prices[wanted] + best - second + step
        able = best > self.usual[bidders]
        return bidders[able], wanted[able], bids[able]

    def _between(self, chain: Sequence[int], *, is_ring: bool) -> list[float]:
        """What each in a chain and the next are worth to each other."""
        following = [*chain[1:], chain[0]] if is_ring else chain[1:]
        return [self._worth(one, other) for one, other in zip(chain, following, strict=False)]

    def _worth(self, one: int, other: int) -> float:
        edges = slice(self.begin[one], self.begin[one + 1])
        return float(self.worth[edges][self.whom[edges] == other][0])


def _chains(holds: Sequence[int]) -> Iterator[tuple[list[int], bool]]:
    """Everybody who holds somebody, each followed by whom they hold; and whether it is a ring."""
    held, seen = set(holds), [False] * len(holds)
    starts = [one for one in range(len(holds)) if one not in held]
    for start in (*starts, *range(len(holds))):
        chain, one = list[int](), start
        while one != NOBODY and not seen[one]:
            seen[one] = True
            chain.append(one)
            one = holds[one]
        if len(chain) > 1:
            yield chain, one == start


def _best_along(
    chain: Sequence[int], worth: Sequence[float], *, is_ring: bool
) -> Iterator[tuple[int, int]]:
    """The pairs of neighbours that are worth most, nobody in two; a ring opens where it is weak."""
    if is_ring:
        cut = 1 + min(range(len(worth)), key=worth.__getitem__)
        chain, worth = [*chain[cut:], *chain[:cut]], [*worth[cut:], *worth[: cut - 1]]
    best = [0.0, 0.0]
    for each in worth:
        best.append(max(best[-1], best[-2] + each))
    at, links = len(worth), list(pairwise(chain))
    while at > 0:
        taken = best[at + 1] > best[at]
        if taken:
            yield links[at - 1]
        at -= 2 if taken else 1
