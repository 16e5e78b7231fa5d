"""Relays: two who share no platform write to each other through the bot, or exchange a contact.

Both are asked for both, each for themselves, and nothing passes before both have agreed; until then
each can take back what they said. The bot keeps what they have agreed to and never what they write.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import permutations
from typing import Literal

from sqlmodel import col, delete, select

from community import blocks, members, patience
from community.exchanges import Side
from community.lives import RELAY, UNSETTLED
from community.scope import Scope
from community.transitions import WrongState, move
from storage.tables import Ask, Introduction, Relay, RelaySide

REMINDED = {"proposed": "reminded", "answered": "awaited"}
HEARD = {"proposed": "answered", "reminded": "awaited"}
"""What follows each state once somebody is reminded, and once the first of the two has said all."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """The two of a proposed relay: the real name of whoever acts, and of the other one."""

    mine: str
    other: str
    again: bool = False
    """Whether whoever acts is reminded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What whoever acts has agreed to with somebody, whom they know as `called`.

    `open` is whether words pass, `waits` whether a contact of theirs waits for the other one's.
    """

    introduction: int
    called: str
    open: bool
    waits: bool


def propose(scope: Scope, row: Introduction, ask: Ask) -> None:
    """Ask the two of an introduction, who share no place, how they would like to meet."""
    assert row.id is not None
    due_at = scope.now + patience.time_for(scope, ask, "requested")
    scope.db.add(Relay(id=row.id, community_id=scope.community_id, due_at=due_at))
    scope.db.flush()
    scope.audit("relay", row.id, "", "proposed")
    for member_id in (ask.requester_id, row.helper_id):
        scope.db.add(RelaySide(relay_id=row.id, member_id=member_id))
        scope.notify(member_id, "relay", introduction=row.id)


def are_asked(scope: Scope, one: int, other: int) -> bool:
    """Whether the two can write to each other, or are being asked about it."""
    return bool(_between(scope, one, other))


def meeting(scope: Scope, introduction_id: int) -> Meeting:
    """Who the two are."""
    _, other = _sides(scope, introduction_id)
    again = _get(scope, introduction_id).state in REMINDED.values()
    return Meeting(members.me(scope).name, members.get(scope, other.member_id).name, again)


Way = Literal["open", "agreeing", "ended", "none"]


def way(scope: Scope, introduction_id: int) -> Way:
    """Whether the two can write to each other, or could; without a relay they share a room."""
    row, sides = scope.db.get(Relay, introduction_id), _both(scope, introduction_id)
    if row is None or row.state == "open" or all(each.gave for each in sides):
        return "open"
    if row.state != "closed":
        return "agreeing"
    return "ended" if all(each.called for each in sides) else "none"


def is_open(scope: Scope, introduction_id: int) -> bool:
    """Whether it has not ended."""
    row = scope.db.get(Relay, introduction_id)
    return row is not None and row.state != "closed"


def agree(scope: Scope, introduction_id: int, called: str) -> bool:
    """Whoever acts would write through the bot, under that name; whether it is open now.

    Whoever agrees last may pick a time to talk.
    """
    row, (mine, other) = _get(scope, introduction_id), _sides(scope, introduction_id)
    if row.state not in UNSETTLED:
        raise WrongState(f"relay {introduction_id}: {row.state}")
    mine.called = called
    if not other.called:
        return False
    move(scope, row, "open", RELAY)
    scope.notify(other.member_id, "relay-open", introduction=introduction_id)
    scope.notify(mine.member_id, "time", introduction=introduction_id)
    return True


def other_side(scope: Scope, introduction_id: int) -> Side:
    """The one whom whoever acts meets there."""
    _, other = _sides(scope, introduction_id)
    return Side(introduction_id, other.member_id, other.called)


def give(scope: Scope, introduction_id: int, contact: str) -> bool:
    """Whoever acts gives a contact; once both have, each is told the other's.

    Where no words pass, they need no relay then.
    """
    row, (mine, other) = _get(scope, introduction_id), _sides(scope, introduction_id)
    if row.state == "closed" or mine.gave:
        raise WrongState(f"relay {introduction_id}: {row.state}")
    mine.contact, mine.gave = contact, True
    if other.gave:
        for side in (mine, other):
            scope.notify(side.member_id, "contact", introduction=introduction_id)
        if row.state != "open":
            _close(scope, row)
    return other.gave


def settle(scope: Scope, introduction_id: int) -> bool:
    """Whoever acts has said all; whether the two can still meet. If not, it ends."""
    row, (mine, _) = _get(scope, introduction_id), _sides(scope, introduction_id)
    if row.state in HEARD and (mine.called or mine.gave):
        move(scope, row, HEARD[row.state], RELAY, until=row.due_at)
    elif row.state in UNSETTLED:
        _close(scope, row)
    return row.state != "closed"


def tell_apart(scope: Scope, introduction_id: int) -> None:
    """The other one hears that no way suits both."""
    mine, other = _sides(scope, introduction_id)
    _tell(scope, other, mine, "relay-apart")


def silent(scope: Scope, row: Relay) -> list[int]:
    """The ids of those of the two who have not said how they would like to meet."""
    sides = _both(scope, row.id or 0)
    return [each.member_id for each in sides if not (each.called or each.gave)]


def remind(scope: Scope, row: Relay, silent: Sequence[int], until: datetime) -> None:
    """The one reminder to whoever is silent; the other one hears of it, and of nothing else."""
    move(scope, row, REMINDED[row.state], RELAY, until=until)
    for mine, other in permutations(_both(scope, row.id or 0)):
        about = "relay" if mine.member_id in silent else "relay-reminded"
        _tell(scope, mine, other, about)


def take_back(scope: Scope, introduction_id: int) -> None:
    """Whoever acts gave a contact and would rather not have; raises WrongState once it was seen."""
    mine, other = _sides(scope, introduction_id)
    if not mine.gave or other.gave:
        raise WrongState(f"relay {introduction_id}: no contact waits")
    mine.contact, mine.gave = "", False


def take_contact(scope: Scope, introduction_id: int) -> str:
    """The contact that the other one gave, for whoever acts: read once, and kept no longer.

    Raises WrongState before both have given theirs.
    """
    mine, other = _sides(scope, introduction_id)
    if not (mine.gave and other.gave):
        raise WrongState(f"relay {introduction_id}: nobody sees a contact before both gave theirs")
    contact, other.contact = other.contact, ""
    return contact


def standings(scope: Scope) -> list[Standing]:
    """What whoever acts has agreed to and can still take back, the newest first."""
    found = []
    for mine in _of(scope, scope.actor_id or 0):
        row, other = _get(scope, mine.relay_id), _other(scope, mine)
        if row.state != "closed" and (mine.called or mine.gave):
            name, passes = members.get(scope, other.member_id).name, row.state == "open"
            found.append(Standing(
                introduction=mine.relay_id, called=other.called if passes else name, open=passes,
                waits=mine.gave and not other.gave,
            ))  # fmt: skip
    return found[::-1]


def leave(scope: Scope, introduction_id: int) -> None:
    """Whoever acts ends it, or would rather not have it; the other one is told."""
    row, (mine, other) = _get(scope, introduction_id), _sides(scope, introduction_id)
    if row.state == "open":
        scope.notify(
            other.member_id, "relay-over", called=mine.called, introduction=introduction_id
        )
    else:
        tell_apart(scope, introduction_id)
    _close(scope, row)


def drop(scope: Scope, introduction_id: int) -> None:
    """What the two have not agreed on yet has no point any more."""
    row = scope.db.get(Relay, introduction_id)
    if row is not None and row.state in UNSETTLED:
        _close(scope, row)


def leave_all(scope: Scope, member_id: int) -> None:
    """A member is gone: every relay of theirs ends, and no name or contact of theirs stays."""
    for mine in _of(scope, member_id):
        row, other = _get(scope, mine.relay_id), _other(scope, mine)
        if row.state != "closed":
            if other.called or other.gave:
                scope.notify(other.member_id, "relay-over", called="", introduction=row.id)
            _close(scope, row)
        mine.called = mine.contact = ""


def between(scope: Scope, other: int) -> list[int]:
    """The introductions of the relays that whoever acts has with that member and that last."""
    return _between(scope, scope.actor_id or 0, other)


def withhold(scope: Scope, introduction_id: int) -> None:
    """Whoever acts is not asked any more, nor ever agrees; the other one waits as for anybody."""
    mine, _ = _sides(scope, introduction_id)
    mine.called, mine.contact, mine.gave = "", "", False
    scope.notify(mine.member_id, "relay-closed", introduction=introduction_id)


def forget_between(scope: Scope, one: int, other: int) -> None:
    """Two who turn out to be the same person have nothing between them."""
    for mine in _of(scope, one):
        if _other(scope, mine).member_id == other:
            scope.db.exec(delete(RelaySide).where(col(RelaySide.relay_id) == mine.relay_id))
            scope.db.exec(delete(Relay).where(col(Relay.id) == mine.relay_id))


def overdue(scope: Scope, row: Relay) -> None:
    """Close it: both are told, of the silence or of what they have not agreed on in time."""
    about = "relay-quiet" if row.state == "open" else "relay-lapsed"
    one, other = _both(scope, row.id or 0)
    for mine, theirs in permutations((one, other)):
        _tell(scope, mine, theirs, about)
    _close(scope, row)


def _tell(scope: Scope, to: RelaySide, of: RelaySide, about: str) -> None:
    """Nobody hears any more of whom they have blocked."""
    if not blocks.keeps_away(scope, to.member_id, of.member_id):
        scope.notify(to.member_id, about, introduction=to.relay_id)


def _close(scope: Scope, row: Relay) -> None:
    """It ends, and what is still asked of it; a contact that only one gave is never seen."""
    move(scope, row, "closed", RELAY)
    sides = _both(scope, row.id or 0)
    for side in sides:
        scope.notify(side.member_id, "relay-closed", introduction=row.id)
    if not all(side.gave for side in sides):
        for side in sides:
            side.contact = ""


def _get(scope: Scope, introduction_id: int) -> Relay:
    return scope.db.get_one(Relay, introduction_id)


def _both(scope: Scope, introduction_id: int) -> list[RelaySide]:
    query = select(RelaySide).where(col(RelaySide.relay_id) == introduction_id)
    return list(scope.db.exec(query.order_by(col(RelaySide.member_id))))


def _sides(scope: Scope, introduction_id: int) -> tuple[RelaySide, RelaySide]:
    """Whoever acts, and the other one."""
    first, second = _both(scope, introduction_id)
    if scope.actor_id not in {first.member_id, second.member_id}:
        raise WrongState(f"relay {introduction_id} is of two others")
    return (first, second) if first.member_id == scope.actor_id else (second, first)


def _of(scope: Scope, member_id: int) -> list[RelaySide]:
    query = select(RelaySide).where(col(RelaySide.member_id) == member_id)
    return list(scope.db.exec(query.order_by(col(RelaySide.relay_id))))


def _between(scope: Scope, one: int, other: int) -> list[int]:
    ids = [each.relay_id for each in _of(scope, one) if _other(scope, each).member_id == other]
    return [id_ for id_ in ids if is_open(scope, id_)]


def _other(scope: Scope, mine: RelaySide) -> RelaySide:
    both = _both(scope, mine.relay_id)
    return next(each for each in both if each.member_id != mine.member_id)
