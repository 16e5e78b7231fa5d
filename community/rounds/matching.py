"""The best pairs: of a few hundred people exactly; of more by an auction, and of its rest."""

from __future__ import annotations

import numpy as np
import rustworkx as rx

from community.rounds.auction import NOBODY, Auction
from community.rounds.crowd import Numbers
from community.rounds.exchange import exchange
from community.rounds.leftover import change_partners
from community.rounds.worths import Edges, Worths

WHOLE = 300
"""People up to whom every two are looked at."""
STEPS = (16.0, 4.0)
"""How much a bid goes up at least, in points: first coarsely."""
CLOSEST = 10
"""Candidates of each of those whom the auction leaves over."""


def best_pairs(worths: Worths, *, again: bool = False) -> Numbers:
    """By person, whom they are paired with, or NOBODY: as many as can be, as well as can be.

    With `again`, which a few hundred people allow, those who have met are paired if need be.
    """
    if len(worths.crowd) > WHOLE:
        return _of_many(worths)
    edges = worths.everybody_again if again else worths.everybody
    priority = worths.priority[edges.ones] + worths.priority[edges.others]
    return exactly(Edges(edges.ones, edges.others, edges.worth + priority), len(worths.crowd))


def exactly(edges: Edges, size: int) -> Numbers:
    """The matching of the most people and, among those, of the most worth (Edmonds' blossoms)."""
    mates = np.full(size, NOBODY, dtype=np.int64)
    graph: rx.PyGraph[int, int] = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(size))
    graph.add_edges_from(
        list(zip(edges.ones.tolist(), edges.others.tolist(), edges.worth.tolist(), strict=True))
    )
    for one, other in rx.max_weight_matching(graph, max_cardinality=True, weight_fn=int):
        mates[one], mates[other] = other, one
    return mates


def _of_many(worths: Worths) -> Numbers:
    """Pairs by an auction; those it leaves over are paired with whom they can, and exchanged."""
    mates = np.full(len(worths.crowd), NOBODY, dtype=np.int64)
    auction = Auction(worths.fitting, worths.usual)
    for step in STEPS:
        auction.run(step)
    for one, other in auction.pairs():
        mates[one], mates[other] = other, one
    _pair_the_rest(worths, mates)
    change_partners(worths, mates)
    exchange(worths, mates, auction)
    return mates


def _pair_the_rest(worths: Worths, mates: Numbers) -> None:
    """Match those without a partner among themselves, each with those who fit best."""
    rest = np.flatnonzero(mates == NOBODY)
    place = np.full(len(mates), NOBODY, dtype=np.int64)
    place[rest] = np.arange(len(rest))
    fitting = worths.fitting
    among = fitting.where((place[fitting.ones] != NOBODY) & (place[fitting.others] != NOBODY))
    local = Edges(place[among.ones], place[among.others], among.worth)
    found = exactly(_closest(local, len(rest)), len(rest))
    mates[rest] = np.where(found == NOBODY, NOBODY, rest[found])


def _closest(edges: Edges, size: int) -> Edges:
    """Of each person, the edges that are worth most."""
    both = np.concatenate([edges.ones, edges.others])
    number = np.tile(np.arange(len(edges)), 2)
    order = np.lexsort((-edges.worth[number], both))
    begins = np.searchsorted(both[order], np.arange(size))
    rank = np.arange(len(order)) - begins[both[order]]
    return edges.where(np.unique(number[order][rank < CLOSEST]))
