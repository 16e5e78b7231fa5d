"""The most that all pairs together can be worth: the bound of linear programming, by an auction.

Prices of people such that two of them cost at least what they are worth to each other bound every
pairing by their sum (weak duality), whatever the prices are. The product's own auction is run on,
in finer steps than it needs, to bring that sum near its least.
"""

from __future__ import annotations

from community.rounds.auction import Auction
from community.rounds.worths import Worths

STEPS = (32.0, 8.0, 2.0, 0.5, 0.1)


def bound(worths: Worths) -> float:
    """An upper bound of the worth of all pairs of people who have not met."""
    auction, found = Auction(worths.fitting, worths.usual), list[float]()
    for step in STEPS:
        auction.run(step)
        found.append(auction.bound())
    return min(found)
