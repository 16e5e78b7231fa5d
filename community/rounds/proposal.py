"""A round as an organiser sees it before it begins: who meets whom and why, and what to change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from itertools import combinations

from community import members
from community.rounds import composing, life, memory, reasons, seats
from community.rounds.crowd import Crowd
from community.rounds.people import Pair, pair
from community.rounds.reasons import Reason
from community.scope import Scope
from community.transitions import WrongState
from storage.tables import Ritual, Round, RoundGroup, Seat

SHOWN = 12
"""Groups that are listed at once: more can't be read in a chat."""


@dataclass(frozen=True, slots=True)
class Group:
    """One of the groups: who is in it, and the best reason for it. `again`: two of it have met."""

    names: list[str]
    reason: Reason
    giver: str = ""
    taker: str = ""
    locked: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """All of it, with the first groups. `left` are those who are left over, each with why."""

    people: int
    groups: int
    shown: list[Group] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)
    until: datetime | None = None
    """When it is too late to approve it; None in what an earlier release had shown."""
    mark: str = ""
    """What tells all of its groups, those that are not shown among them, from any others."""
    name: str = ""
    """What the rounds are called; "" where an earlier release had shown it."""


def waits(scope: Scope, round_id: int) -> bool:
    """Whether it still waits for an organiser."""
    return life.get(scope, round_id).state in life.PROPOSED


def read(scope: Scope, round_id: int) -> Proposal:
    """The proposal as it is now, nobody being alone whom another has left meanwhile.

    Raises WrongState once it is over, NotAllowed without the role.
    """
    row = _open(scope, round_id)
    composing.fill_gaps(scope, row, seats.groups(scope, round_id))
    people, groups = seats.count(scope, round_id)
    made, left = seats.waiting(scope, round_id, "in", SHOWN), seats.alone(scope, round_id, "in")
    locked = set(composing.locked_groups(scope, round_id))
    known = memory.met(scope, [seat.member_id for group in made.values() for seat in group])
    return Proposal(
        people=people + len(left), groups=groups,
        shown=[
            _group(scope, row, group, locked=number in locked, known=known)
            for number, group in made.items()
        ],
        left=[(members.get(scope, seat.member_id).name, seat.why) for seat in left],
        until=life.decided_by(row), mark=_mark(scope, round_id),
        name=scope.db.get_one(Ritual, row.ritual_id).name,
    )  # fmt: skip


def is_as_shown(scope: Scope, round_id: int, shown: Proposal) -> bool:
    """Whether the groups are still those that an organiser saw, who approves what they saw."""
    return _gist(read(scope, round_id)) == _gist(shown)


def _mark(scope: Scope, round_id: int) -> str:
    groups = sorted(map(sorted, seats.gathered(scope, round_id)))
    return sha256(repr(groups).encode()).hexdigest()


def _gist(seen: Proposal) -> tuple[str, int, int, list[list[str]], list[list[str]]]:
    """Who meets whom, and who is left over, in whatever order."""
    groups = sorted(sorted(each.names) for each in seen.shown)
    return seen.mark, seen.people, seen.groups, groups, sorted([*each] for each in seen.left)


def swap(scope: Scope, round_id: int, one: int, other: int) -> str:
    """Let two change places: `done`, or why not: `absent`, `together` or `apart`."""
    row = _open(scope, round_id)
    mine, theirs = (seats.find(scope, round_id, each) for each in (one, other))
    if mine is None or theirs is None or {mine.state, theirs.state} != {"in"}:
        return "absent"
    if mine.group_id == theirs.group_id:
        return "together"
    if not (_fits(scope, row, mine, theirs) and _fits(scope, row, theirs, mine)):
        return "apart"
    mine.group_id, theirs.group_id = theirs.group_id, mine.group_id
    mine.why, theirs.why = theirs.why, mine.why
    scope.db.flush()
    return "done"


def lock(scope: Scope, round_id: int, member_id: int) -> bool | None:
    """Keep the group of a member as it is, or no more: which; None when they are in none."""
    _open(scope, round_id)
    seat = seats.find(scope, round_id, member_id)
    if seat is None or seat.group_id is None:
        return None
    group = scope.db.get_one(RoundGroup, seat.group_id)
    group.locked = not group.locked
    scope.db.flush()
    return group.locked


def anew(scope: Scope, round_id: int) -> None:
    """Have all but the locked groups put together once more; it is shown again in a moment."""
    life.put_anew(scope, _open(scope, round_id))


def _open(scope: Scope, round_id: int) -> Round:
    members.require_organiser(scope)
    row = life.get(scope, round_id)
    if row.state not in life.PROPOSED:
        raise WrongState(f"round {round_id}: {row.state}")
    return row


def _fits(scope: Scope, row: Round, seat: Seat, place: Seat) -> bool:
    """Whether somebody may meet everybody in another's group but that one."""
    if place.group_id is None:
        return True
    ids = [each for each in seats.others(scope, place) if each != seat.member_id]
    people = memory.participants(scope, row.ritual_id, [seat.member_id, *ids])
    crowd = Crowd(people, memory.terms(scope, row, composing.settings_of(scope, row)))
    if len(people) <= len(ids):
        return False
    return all(crowd.may(crowd.place[seat.member_id], crowd.place[each]) for each in ids)


def _group(
    scope: Scope, row: Round, group: Sequence[Seat], *, locked: bool, known: Mapping[Pair, int]
) -> Group:
    ids = [seat.member_id for seat in group]
    why = reasons.of(memory.participants(scope, row.ritual_id, ids))[0]
    names = {each: members.get(scope, each).name for each in ids}
    return Group(
        names=[names[each] for each in ids], reason=why, locked=locked,
        giver=names.get(why.first, ""), taker=names.get(why.second, ""),
        again=any(pair(*two) in known for two in combinations(ids, 2)),
    )  # fmt: skip
