"""What has come of a round so far, as figures: who met, who did not and why, how it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sqlmodel import col, select

from community.rituals.kinds import Figures
from community.rounds import seats
from community.scope import Scope
from storage.tables import Round

FEW = 5
"""Answers under which no figure about them is kept (promise 11)."""


def of(scope: Scope, round_id: int) -> Figures:
    """How many joined, in how many groups, who is left over by why; who met and how it was.

    What was told is in it only once at least five have told something.
    """
    placed = seats.of_round(scope, round_id, "placed")
    left = seats.of_round(scope, round_id, "left_over")
    found: Figures = {
        "joined": len(placed) + len(left), "groups": len({seat.group_id for seat in placed}),
    }  # fmt: skip
    found |= {f"left-{why or 'nobody'}": n for why, n in Counter(s.why for s in left).items()}
    heard = [seat for seat in placed if seat.met or seat.liked]
    if len(heard) < FEW:
        return found
    liked = Counter(seat.liked for seat in heard if seat.liked not in {"", "unmet"})
    met = sum(seat.met == "yes" for seat in heard)
    return found | {"heard": len(heard), "met": met} | {f"liked-{how}": n
                                                        for how, n in liked.items()}  # fmt: skip


def of_runs(scope: Scope, run_ids: Sequence[int]) -> dict[int, Figures]:
    """By run, the figures of its round as they are now, once its groups have been told."""
    query = select(Round).where(col(Round.run_id).in_(run_ids), col(Round.begun_at).is_not(None))
    return {row.run_id: of(scope, row.id or 0) for row in scope.db.exec(query)}
