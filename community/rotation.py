"""Which prompt comes next: none before all were used, no format twice in a row (P16)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol


class Rotated(Protocol):
    """Something that is used in turn."""

    @property
    def id(self) -> str: ...
    @property
    def format(self) -> str: ...


def next_of(pool: Sequence[Rotated], used: Sequence[str], last_format: str = "") -> int:
    """The place in the pool of what comes after those used so far, by their ids, oldest first.

    Of what is left in this turn, the format of which most is left comes first: so two of one format
    never meet, unless more than half of the pool is of it; then the turn matters more.
    """
    all_, turn = list(range(len(pool))), _this_turn(used)
    left = [n for n in all_ if pool[n].id not in turn] or all_
    if all(pool[n].format == last_format for n in left) and _can_alternate(pool, last_format):
        left = all_
    formats = Counter(pool[n].format for n in left)
    fresh = [n for n in left if pool[n].format != last_format] or left
    fresh = [n for n in fresh if [pool[n].id] != list(used[-1:])] or fresh
    return max(fresh, key=lambda n: (formats[pool[n].format], -n))


def _this_turn(used: Sequence[str]) -> set[str]:
    """What was used since one came again. Whatever is new to the pool just joins the turn."""
    turn = set[str]()
    for each in used:
        if each in turn:
            turn.clear()
        turn.add(each)
    return turn


def _can_alternate(pool: Sequence[Rotated], format_: str) -> bool:
    """Whether no more than half of the pool is of this format."""
    return 2 * sum(each.format == format_ for each in pool) <= len(pool)
