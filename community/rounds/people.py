"""Who takes part in a round, on what terms, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Pair = tuple[int, int]
"""Two members' ids, or two groups', the lower first."""
Why = Literal["alone", "language", "hours", "nobody", "odd", "taken", "unsaid"]
"""Why somebody found nobody: no other person; none with a language, or hours of the day, in common;
none whom they may meet; one person was over, and there was no group of three who wish it; all whom
they may meet are in other groups; they never said whether a group of three is fine, which others
wished."""


def pair(one: int, other: int) -> Pair:
    """The two, in the order in which they are compared."""
    return (one, other) if one < other else (other, one)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody who takes part. `gives` is what others can get: offers and experiences.

    `three` says whether a group of three is fine, None that they did not say; `first` that they
    were left over the last time.
    """

    id: int
    wants: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    languages: frozenset[str] = frozenset({"fr"})
    zone: str = "Europe/Paris"
    groups: frozenset[int] = frozenset()
    three: bool | None = True
    first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a round keeps to. `size` is 2 for pairs, 3 for trios, 4 to 8 for circles.

    `mix` names groups whose members are to meet each other if they can, `apart` groups whose
    members are not: (4, 4) keeps two of group 4 apart. `blocked` are members who never meet.
    `met` says how many rounds ago two last met: 1 is the last round.
    """

    on: date
    size: int = 2
    mix: Set[Pair] = field(default_factory=frozenset)
    apart: Set[Pair] = field(default_factory=frozenset)
    blocked: Set[Pair] = field(default_factory=frozenset)
    met: Mapping[Pair, int] = field(default_factory=dict)
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """Who meets whom, and who is left over and why: everybody is in one of the two, once."""

    groups: list[tuple[int, ...]]
    left: dict[int, Why]

    @property
    def people(self) -> set[int]:
        """Everybody in it."""
        return {one for group in self.groups for one in group} | self.left.keys()
