"""Why people were brought together, and what they could begin with (P7, P18)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations, permutations

from community.rounds.fit import Fit
from community.rounds.people import Participant


@dataclass(frozen=True, slots=True)
class Reason:
    """`gives`: the first gives what the second wants; `seek`, `lived`: both do; `new`: neither.

    `want` are the second's words, `gift` the first's.
    """

    kind: str
    first: int = 0
    second: int = 0
    want: str = ""
    gift: str = ""


NEW = Reason("new")


def of(people: Sequence[Participant]) -> list[Reason]:
    """What each has for another, then what two have in common; `new` when there is nothing."""
    found = [
        Reason("gives", giver.id, taker.id, *words)
        for giver, taker in permutations(people, 2)
        if (words := Fit([giver, taker]).between(taker, giver))
    ]
    return [*found, *_common(people)] or [NEW]


def _common(people: Sequence[Participant]) -> list[Reason]:
    """Two who seek the same, or know the same."""
    found = list[Reason]()
    for one, other in combinations(people, 2):
        for kind, first, second in (
            ("seek", replace(one, gives=one.wants), other),
            ("lived", one, replace(other, wants=other.gives)),
        ):
            if words := Fit([first, second]).between(second, first):
                found.append(Reason(kind, one.id, other.id, *words))
    return found
