"""The same round by others: the blossom algorithm of networkx, and chance."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence

import networkx as nx

from community.rounds.leftover import Group
from community.rounds.worths import Worths


def networkx_pairs(worths: Worths) -> tuple[list[Group], float]:
    """The pairs of networkx' own blossom algorithm over every two, and its seconds."""
    edges, graph = worths.everybody, nx.Graph()
    graph.add_weighted_edges_from(
        zip(edges.ones.tolist(), edges.others.tolist(), edges.worth.tolist(), strict=True)
    )
    before = time.perf_counter()
    found = nx.max_weight_matching(graph, maxcardinality=True)
    return [(min(two), max(two)) for two in found], time.perf_counter() - before


def by_chance(worths: Worths, seed: int) -> tuple[list[Group], float]:
    """Pairs of a shuffled list, each with the first in it whom they may meet; and the seconds."""
    before = time.perf_counter()
    order = list(range(len(worths.crowd)))
    random.Random(seed).shuffle(order)
    return _in_turn(worths, order), time.perf_counter() - before


def _in_turn(worths: Worths, order: Sequence[int]) -> list[Group]:
    free, pairs = dict.fromkeys(order), list[Group]()
    for one in order:
        if one in free:
            del free[one]
            other = next((each for each in free if worths.crowd.may(one, each)), None)
            if other is not None:
                del free[other]
                pairs.append((one, other))
    return pairs
