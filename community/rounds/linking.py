"""A way to each other for a group of a round that shares no room: the relay, two and two.

As in any introduction nothing passes before both have agreed, and no contact is given without that.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from community import blocks, members, relays
from community.lives import ROUND
from community.scope import Scope
from storage.tables import Ask, Introduction, Ritual

MOST = 3
"""People of a group who are asked, each of them about every other one."""


def offer(scope: Scope, ritual_id: int, member_ids: Sequence[int]) -> None:
    """Ask each two of a group whether they would write to each other through the bot."""
    if len(member_ids) > MOST:
        return
    ritual = scope.db.get_one(Ritual, ritual_id)
    for one, other in combinations(member_ids, 2):
        if other not in blocks.apart(scope, one) and not relays.are_asked(scope, one, other):
            _introduce(scope, ritual, one, other)


def _introduce(scope: Scope, ritual: Ritual, one: int, other: int) -> None:
    """They know each other by the round, which asks how it was: nothing else waits for them."""
    by = next(iter(members.in_charge(scope, ritual.made_by)), None)
    ask = Ask(
        community_id=scope.community_id, requester_id=one, need=ritual.name, kind=ROUND,
        proposed_by=by, state="closed", outcome="unknown", opened_at=scope.now, closed_at=scope.now,
    )  # fmt: skip
    scope.db.add(ask)
    scope.db.flush()
    row = Introduction(ask_id=ask.id or 0, helper_id=other, state="ended", decided_at=scope.now)
    scope.db.add(row)
    scope.db.flush()
    scope.audit("introduction", row.id or 0, "", row.state)
    relays.propose(scope, row, ask)
