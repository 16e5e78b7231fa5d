"""Who speaks of a need and isn't proposed, and why: for organisers on the command line alone.

No member may ever learn it: it tells of pauses, of limits, and of who would rather not meet whom.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from community import blocks, budget, members, peace
from community.directory import CONSIDERED, ENOUGH, reads
from community.scope import Scope
from community.search import freshness
from storage.tables import Member


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Somebody who matches, with how well, and the code of what stands in the way.

    That is: consent (not given, or the welcome isn't finished), asker (they ask themselves), apart
    (not available to the asker), never (they asked not to be found for it), paused, capped.
    """

    member_id: int
    name: str
    score: float
    why: str


def passed_over(scope: Scope, need: str) -> list[PassedOver]:
    """Those who match a need and can't be proposed for it now, best first."""
    with freshness.fresh(scope) as kept:
        turn, spoken = scope.now.toordinal(), reads(scope)
        hits = kept.index.search(need, CONSIDERED, ENOUGH, turn, spoken)
        never = kept.unwilling(need)
    barred = {hit.owner: _why(scope, members.get(scope, hit.owner), never) for hit in hits}
    return [
        PassedOver(hit.owner, members.get(scope, hit.owner).name, hit.score, why)
        for hit in hits if (why := barred[hit.owner])
    ]  # fmt: skip


def _why(scope: Scope, member: Member, never: set[int]) -> str:
    """What stands in the way first; "" for nothing, and for who has left."""
    return "" if member.left_at is not None else next(_obstacles(scope, member, never), "")


def _obstacles(scope: Scope, member: Member, never: set[int]) -> Iterator[str]:
    id_ = member.id or 0
    standing = peace.standing(scope, id_)
    if member.consented_at is None or standing.barred == "newcomer":
        yield "consent"
    if id_ == scope.actor_id:
        yield "asker"
    if scope.actor_id and id_ in blocks.not_to_be_asked(scope, scope.actor_id):
        yield "apart"
    if id_ in never:
        yield "never"
    if standing.barred:
        yield "paused"
    if budget.spent(scope, [id_])[id_] >= standing.reached.weekly:
        yield "capped"
