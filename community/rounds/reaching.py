"""How those whom a round brings together can reach each other, once its groups were approved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from community import relays
from community.rounds import joining, seats
from community.scope import Scope
from storage.tables import RoundGroup

Way = Literal["room", "open", "agreeing", "none"]


@dataclass(frozen=True, slots=True)
class Reached:
    """A way to somebody: in the group's room, or through the bot, in that introduction."""

    way: Way
    introduction: int = 0


def ways(scope: Scope, ritual_id: int) -> list[Reached]:
    """The ways from whoever acts to each of those they meet; one, for a room; none for nobody."""
    seat = joining.placed(scope, ritual_id)
    if seat is None:
        return []
    group = scope.db.get(RoundGroup, seat.group_id or 0)
    if group is not None and group.room:
        return [Reached("room")]
    return list(dict.fromkeys(_through_us(scope, each) for each in seats.others(scope, seat)))


def _through_us(scope: Scope, other: int) -> Reached:
    """Whether the two can write to each other through the bot, or are asked about it."""
    found = relays.between(scope, other)
    if not found:
        return Reached("none")
    return Reached("open" if relays.way(scope, found[-1]) == "open" else "agreeing", found[-1])
