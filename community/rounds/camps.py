"""Who of many can all meet each other, blocks aside: a circle is made within one such camp."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from community.rounds.crowd import Crowd, Mask, Numbers


def camps(crowd: Crowd, people: Sequence[int]) -> Iterator[list[int]]:
    """These people by camps, the largest first; each person in one, in the order they are given.

    Where languages and hours leave a choice, somebody is where most others are.
    """
    left = np.array(people, dtype=np.int64)
    while len(left):
        inside = _largest(crowd, left)[crowd.kind[left]]
        yield left[inside].tolist()
        left = left[~inside]


def _largest(crowd: Crowd, people: Numbers) -> Mask:
    """The kinds of people, all open to each other, of which most are left. By kind, whether."""
    many = np.bincount(crowd.kind[people], minlength=len(crowd.open))
    usual = np.lexsort((np.arange(len(many)), -many))[: np.count_nonzero(many)]
    found = [_around(crowd, int(kind), usual) for kind in usual]
    return max(found, key=lambda kinds: int(many[kinds].sum()))


def _around(crowd: Crowd, kind: int, others: Numbers) -> Mask:
    """A kind and all those that go with it and each other, the frequent ones first."""
    chosen = np.zeros(len(crowd.open), dtype=bool)
    chosen[kind] = True
    for other in others:
        if crowd.open[other][chosen & (np.arange(len(chosen)) != other)].all():
            chosen[other] = True
    return chosen
