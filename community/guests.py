"""Who comes to a gathering: answers, places and the waiting list (P19).

First come, first served: each yes gets the next number of its gathering while holding the
gathering's row. A place freed is given at once to whoever waits with the lowest number.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from sqlmodel import col, delete, select

from community import gatherings, members, peace
from community.reminders import next_reminder
from community.scope import Scope
from community.transitions import Allowed, WrongState, set_state
from storage.tables import Gathering, Guest

COMING = ("yes", "maybe")
"""Guests who are reminded."""

ALLOWED: Allowed = {
    "": frozenset({"yes", "waiting", "maybe", "no"}),
    "yes": frozenset({"maybe", "no"}),
    "waiting": frozenset({"yes", "maybe", "no"}),
    "maybe": frozenset({"yes", "waiting", "no"}),
    "no": frozenset({"yes", "waiting", "maybe"}),
}


@dataclass(frozen=True, slots=True)
class Reply:
    """What an answer came to: `yes`, `waiting`, `maybe` or `no`; `ahead` is who waits before."""

    state: str
    ahead: int = 0


def answer(scope: Scope, gathering_id: int, wish: str) -> Reply:
    """Whoever acts says `yes`, `maybe` or `no`; raises WrongState once it is too late for that."""
    assert scope.actor_id is not None
    row = gatherings.lock(scope, gathering_id)
    if not gatherings.is_open(scope, gathering_id):
        raise WrongState(f"gathering {gathering_id}: {row.state}")
    guest = _guest(scope, gathering_id, scope.actor_id)
    _say(scope, row, guest, wish)
    fill(scope, row)
    ahead = gatherings.count(scope, gathering_id, "waiting", before=guest.turn)
    return Reply(guest.state, ahead if guest.state == "waiting" else 0)


def fill(scope: Scope, row: Gathering) -> None:
    """Give the free places to those who wait, in their order, and tell them. Hold the row.

    Whoever wants to hear nothing now keeps their turn: nobody has a place without knowing it.
    """
    assert row.id is not None
    room = gatherings.free(scope, row)
    line = gatherings.guests(scope, row.id, "waiting") if room != 0 else []
    told = (each for each in line if not peace.standing(scope, each.member_id).barred)
    for waiting in islice(told, room):
        _become(scope, row, waiting, "yes")
        scope.notify(waiting.member_id, "place-freed", gathering=row.id)


def wants_replay(scope: Scope, gathering_id: int) -> None:
    """Whoever acts can't come, and would like to read afterwards what it was about."""
    guest = _guest(scope, gathering_id, scope.actor_id or 0)
    guest.wants_replay = True


def comes(scope: Scope, gathering_id: int) -> bool:
    """Whether whoever acts means to come to what is still planned."""
    guest = gatherings.guest(scope, gathering_id, scope.actor_id)
    return guest is not None and guest.state in COMING and gatherings.is_open(scope, gathering_id)


def has_place(scope: Scope, gathering_id: int) -> bool:
    """Whether whoever acts has a place in what is still planned."""
    guest = gatherings.guest(scope, gathering_id, scope.actor_id)
    return guest is not None and guest.state == "yes" and gatherings.is_open(scope, gathering_id)


def answered(scope: Scope, member_id: int) -> list[int]:
    """The gatherings that a member is a guest of, by id: rows are always locked in that order."""
    query = select(Guest.gathering_id).where(col(Guest.member_id) == member_id)
    return list(scope.db.exec(query.order_by(col(Guest.gathering_id))))


def leave(scope: Scope, member_id: int) -> None:
    """A member is gone: their places are given to those who wait."""
    for gathering_id in answered(scope, member_id):
        row = gatherings.lock(scope, gathering_id)
        guest = _guest(scope, gathering_id, member_id)
        guest.due_at = None
        if row.state == "planned" and guest.state not in {"", "no"}:
            _become(scope, row, guest, "no")
            fill(scope, row)


def merge(scope: Scope, goes: int, stays: int) -> None:
    """Two members become one: where both have answered, the answer of the one who stays stands."""
    both = set(answered(scope, stays)) & set(answered(scope, goes))
    for gathering_id in sorted(both):
        row = gatherings.lock(scope, gathering_id)
        twice = col(Guest.gathering_id) == gathering_id, col(Guest.member_id) == goes
        scope.db.exec(delete(Guest).where(*twice))
        if row.state == "planned":
            fill(scope, row)


def _guest(scope: Scope, gathering_id: int, member_id: int) -> Guest:
    """The member's row, made with their first answer."""
    found = gatherings.guest(scope, gathering_id, member_id)
    if found is None:
        found = Guest(gathering_id=gathering_id, member_id=member_id)
        scope.db.add(found)
        scope.db.flush()
    return found


def _say(scope: Scope, row: Gathering, guest: Guest, wish: str) -> None:
    """Take the answer; a yes without a free place waits for one."""
    if wish == guest.state or (wish == "yes" and guest.state == "waiting"):
        return
    if wish == "yes":
        row.turns += 1
        guest.turn = row.turns
        wish = "waiting" if gatherings.free(scope, row) == 0 else "yes"
    _become(scope, row, guest, wish)


def _become(scope: Scope, row: Gathering, guest: Guest, state: str) -> None:
    set_state(scope, guest, state, ALLOWED)
    guest.due_at = None
    if state in COMING:
        zone = members.get(scope, guest.member_id).time_zone
        guest.due_at = next_reminder(row.starts_at, zone, scope.now)
    scope.db.flush()
