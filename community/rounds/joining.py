"""A member and the rounds of the community: which there are, and taking part or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import col, select

from community import groups, rituals
from community.rounds import composing, habits, life, linking, seats, telling
from community.rounds.settings import RoundSettings
from community.scope import Scope
from community.transitions import set_state
from storage.tables import Habit, Ritual, Round, Seat

ALIVE = ("pilot", "on", "paused")
PAIR = 2
SEATED = ("in", "late", "placed")
GOING_ON = (*life.JOINABLE, "settling", "going", "halfway")
"""States of a round in which those who are in it can still say how they like to meet."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How whoever acts stands to the rounds of a ritual.

    `habit` is "" for who has never taken part, `seat` the state of their seat in the round that
    one can join now, "" without one; `round` is its state, "" when none is open. `until` is when
    that state ends, or from the approval on, until when one can join.
    """

    ritual: int
    name: str
    habit: str
    round: str = ""
    seat: str = ""
    until: datetime | None = None
    pairs: bool = True
    """Whether people meet in twos."""
    size: int = 2
    days: int = 21
    """About how many meet, and how many days they have for it."""
    others: list[str] = field(default_factory=list)
    """The names of whom they meet, while that goes on."""
    writes: int | None = None
    """The circle to whose members they can ask to write, which has no room; None without one."""


def mine(scope: Scope) -> list[Standing]:
    """The rounds that whoever acts can take part in, the community's earliest ritual first."""
    assert scope.actor_id is not None
    return [
        standing(scope, row.id or 0)
        for row in sorted(rituals.listed(scope), key=lambda each: each.id or 0)
        if row.kind == "round" and row.state in ALIVE and _is_for(scope, row)
    ]


def standing(scope: Scope, ritual_id: int) -> Standing:
    """How whoever acts stands to one of them."""
    assert scope.actor_id is not None
    row = scope.db.get_one(Ritual, ritual_id)
    habit = habits.find(scope, ritual_id, scope.actor_id)
    now, chosen = life.current(scope, ritual_id), RoundSettings.model_validate(row.settings)
    seat = seats.find(scope, now.id or 0, scope.actor_id) if now else None
    place = placed(scope, ritual_id)
    circle = place.group_id if place else None
    return Standing(
        ritual_id, row.name, _habit(scope, habit), now.state if now else "",
        seat.state if seat else "", life.joinable_until(now) if now else None,
        chosen.size == PAIR, chosen.size, chosen.days,
        telling.others(scope, place.id or 0) if place else [],
        circle if circle and linking.reachable(scope, circle) else None,
    )  # fmt: skip


def _habit(scope: Scope, habit: Habit | None) -> str:
    """Their way of taking part; whoever was only invited so far has none."""
    if habit is None or habit.state != "once":
        return habit.state if habit else ""
    query = select(Seat.id).join(Round, col(Round.id) == col(Seat.round_id)).where(
        col(Round.ritual_id) == habit.ritual_id, col(Seat.member_id) == habit.member_id
    )  # fmt: skip
    return "once" if scope.db.exec(query).first() else ""


def placed(scope: Scope, ritual_id: int) -> Seat | None:
    """The seat of whoever acts in the last round of a ritual in which they meet others, while that
    goes on."""
    query = (
        select(Seat)
        .join(Round, col(Round.id) == col(Seat.round_id))
        .where(
            col(Round.ritual_id) == ritual_id, col(Seat.member_id) == scope.actor_id,
            col(Seat.state) == "placed", col(Round.state).in_(telling.OPEN),
        )
        .order_by(col(Seat.id).desc())
    )  # fmt: skip
    return scope.db.exec(query).first()


def invited(scope: Scope, round_id: int) -> str:
    """How to invite whoever acts: `ask`, `regular` for who is in already, or "" for not at all."""
    assert scope.actor_id is not None
    row = scope.db.get_one(Round, round_id)
    if row.state not in life.JOINABLE:
        return ""
    seat = seats.find(scope, round_id, scope.actor_id)
    if seat is not None:
        return "regular" if seat.state == "in" and row.state == "open" else ""
    habit = habits.find(scope, row.ritual_id, scope.actor_id)
    return "ask" if habit is None or habit.state in habits.INVITED else ""


def ask(scope: Scope, round_id: int) -> bool:
    """Whether to invite whoever acts; not whoever has said nothing to three invitations."""
    assert scope.actor_id is not None
    ritual_id = scope.db.get_one(Round, round_id).ritual_id
    return habits.invite(scope, ritual_id, scope.actor_id)


def go_on(scope: Scope, ritual_id: int) -> None:
    """Whoever acts says that they read the invitations, and takes part when they say so."""
    assert scope.actor_id is not None
    habits.take(scope, habits.of(scope, ritual_id, scope.actor_id), "once")


def ritual_of(scope: Scope, round_id: int) -> Standing:
    """How whoever acts stands to the ritual of a round."""
    return standing(scope, scope.db.get_one(Round, round_id).ritual_id)


def join(scope: Scope, ritual_id: int, how: str) -> Standing:
    """Whoever acts takes part, `once` or each time (`standing`): now if possible, or next time."""
    assert scope.actor_id is not None
    habit, now = habits.of(scope, ritual_id, scope.actor_id), life.current(scope, ritual_id)
    once = "once" if now else "next"
    habits.take(scope, habit, "standing" if how == "standing" else once)
    if now:
        _take_seat(scope, now)
    return standing(scope, ritual_id)


def _take_seat(scope: Scope, now: Round) -> None:
    """Until the groups are approved one is in, and among them at once; then one comes late."""
    assert scope.actor_id is not None
    early = now.state in {"open", *life.PROPOSED}
    seats.take(scope, now.id or 0, scope.actor_id, "in" if early else "late")
    _find_company(scope, now)


def _find_company(scope: Scope, now: Round) -> None:
    """Whoever acts joins the groups that wait for an organiser, if they are in none of these."""
    seat = seats.find(scope, now.id or 0, scope.actor_id or 0)
    if now.state in life.PROPOSED and seat and seat.state == "in" and seat.group_id is None:
        composing.sit(scope, life.get(scope, now.id or 0), "in")


def skip(scope: Scope, ritual_id: int) -> bool:
    """Not this time: False when the group has been told already."""
    assert scope.actor_id is not None
    now = life.current(scope, ritual_id)
    return now is None or seats.give_up(scope, now.id or 0, scope.actor_id)


def leave(scope: Scope, ritual_id: int) -> bool:
    """No rounds any more, and no invitations; False when this round's group has been told."""
    assert scope.actor_id is not None
    habit = habits.of(scope, ritual_id, scope.actor_id)
    if habit.state != "out":
        set_state(scope, habit, "out", habits.ALLOWED)
    habit.due_at = None
    return skip(scope, ritual_id)


def wishes_known(scope: Scope, ritual_id: int) -> bool:
    """Whether whoever acts has said how they like to meet."""
    assert scope.actor_id is not None
    habit = habits.find(scope, ritual_id, scope.actor_id)
    if habit is None or not habit.languages:
        return False
    return habit.three is not None or not standing(scope, ritual_id).pairs


def says_how(scope: Scope, round_id: int) -> bool:
    """Whether whoever acts is in a round that goes on, and has yet to say how they like to meet."""
    assert scope.actor_id is not None
    row, seat = scope.db.get_one(Round, round_id), seats.find(scope, round_id, scope.actor_id)
    if seat is None or seat.state not in SEATED or row.state not in GOING_ON:
        return False
    return not wishes_known(scope, row.ritual_id)


def is_missed(scope: Scope, round_id: int) -> bool:
    """Whether nothing but a yes to three keeps whoever acts from being in a proposed round."""
    assert scope.actor_id is not None
    row, seat = scope.db.get_one(Round, round_id), seats.find(scope, round_id, scope.actor_id)
    left = seat is not None and seat.state == "in" and seat.group_id is None
    return left and seat is not None and seat.why == "unsaid" and row.state in life.PROPOSED


def wish(scope: Scope, ritual_id: int, languages: Sequence[str], three: bool | None) -> None:
    """In which languages whoever acts likes to talk, and whether three are fine, if that was asked.

    Who is in no group yet, where the groups wait for an organiser, may join one by these words.
    """
    assert scope.actor_id is not None
    habits.wish(scope, ritual_id, languages, three=three)
    now = life.current(scope, ritual_id)
    if now:
        _find_company(scope, now)


def is_doubted(scope: Scope, ritual_id: int) -> bool:
    """Whether a question about three silent rounds still waits for whoever acts."""
    assert scope.actor_id is not None
    return habits.is_doubted(scope, ritual_id, scope.actor_id)


def rest(scope: Scope, ritual_id: int) -> None:
    """Whoever acts takes a pause from the rounds, until they come back of their own accord."""
    assert scope.actor_id is not None
    habit = habits.of(scope, ritual_id, scope.actor_id)
    set_state(scope, habit, "paused", habits.ALLOWED)
    habit.due_at = None


def proposals(scope: Scope) -> list[int]:
    """The rounds of the community that wait for an organiser."""
    query = select(Round.id).where(
        col(Round.community_id) == scope.community_id, col(Round.state).in_(life.PROPOSED)
    )
    return [each for each in scope.db.exec(query.order_by(col(Round.id))) if each is not None]


def _is_for(scope: Scope, row: Ritual) -> bool:
    if not row.audience:
        return True
    return bool(set(groups.of_member(scope, scope.actor_id or 0)) & set(row.audience))
