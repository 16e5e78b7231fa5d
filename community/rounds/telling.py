"""What a group of a round is told, and what its members tell."""

from __future__ import annotations

from dataclasses import dataclass

from community import members
from community.rounds import memory, reasons, seats
from community.rounds.reasons import Reason
from community.scope import Scope
from community.signs import TOLD
from community.transitions import WrongState
from storage.tables import Ritual, Round, RoundGroup, Seat

STARTS = 2
"""Ways to begin that a group is offered."""
OPEN = ("approved", "begun", "settling", "going", "halfway", "ended")
"""States of a round in which its groups may tell how it was."""


@dataclass(frozen=True, slots=True)
class Start:
    """A way to begin a conversation: a reason, with the names in it."""

    reason: Reason
    first: str = ""
    second: str = ""


@dataclass(frozen=True, slots=True)
class Together:
    """A group that meets: who, where, and with what to begin. `number` differs between groups."""

    number: int
    names: list[str]
    starts: list[Start]
    room: str = ""


def group(scope: Scope, group_id: int) -> Together:
    """A group, to all of it; raises WrongState before it was approved."""
    row = scope.db.get_one(RoundGroup, group_id)
    seated = seats.groups(scope, row.round_id).get(group_id, [])
    if not seated or any(seat.state != "placed" for seat in seated):
        raise WrongState(f"group {group_id} is not approved")
    ids = [seat.member_id for seat in seated]
    names = {each: members.get(scope, each).name for each in ids}
    ritual = scope.db.get_one(Round, row.round_id).ritual_id
    found = reasons.of(memory.participants(scope, ritual, ids))[:STARTS]
    return Together(
        group_id, [names[each] for each in ids], room=row.room or "",
        starts=[Start(each, names.get(each.first, ""), names.get(each.second, ""))
                for each in found],
    )  # fmt: skip


def others(scope: Scope, seat_id: int) -> list[str]:
    """The names of those whom this seat's member meets; without who is erased, if others stay."""
    seat = scope.db.get_one(Seat, seat_id)
    names = [members.get(scope, each).name for each in seats.others(scope, seat)]
    return [each for each in names if each] or names


def is_open(scope: Scope, seat_id: int) -> bool:
    """Whether there is still something to tell of it."""
    seat = scope.db.get_one(Seat, seat_id)
    return seat.state == "placed" and scope.db.get_one(Round, seat.round_id).state in OPEN


def is_open_to(scope: Scope, group_id: int) -> bool:
    """Whether the round of a group goes on."""
    row = scope.db.get(RoundGroup, group_id)
    return row is not None and scope.db.get_one(Round, row.round_id).state in OPEN


def met(scope: Scope, seat_id: int, how: str) -> None:
    """Whoever has this seat says whether they met: `yes`, `planned` or `no`."""
    _own(scope, seat_id).met = how
    scope.audit("seat", seat_id, "placed", TOLD)


def liked(scope: Scope, seat_id: int, how: str) -> None:
    """Whoever has this seat says how it was: `well`, `fine`, `no`, or `unmet`."""
    seat = _own(scope, seat_id)
    seat.liked = how
    seat.met = "no" if how == "unmet" else "yes"
    scope.audit("seat", seat_id, "placed", TOLD)


def ritual_name(scope: Scope, ritual_id: int) -> str:
    """What the rounds are called."""
    return scope.db.get_one(Ritual, ritual_id).name


def round_name(scope: Scope, round_id: int) -> str:
    """What the rounds are called of which this is one."""
    return ritual_name(scope, scope.db.get_one(Round, round_id).ritual_id)


def _own(scope: Scope, seat_id: int) -> Seat:
    seat = scope.db.get_one(Seat, seat_id)
    if seat.member_id != scope.actor_id:
        raise WrongState(f"seat {seat_id} is somebody else's")
    return seat
