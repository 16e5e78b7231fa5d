"""How members take part in a ritual's rounds: once, always, or not any more.

Three rounds without a word are one question, and then a pause: nobody is paired with silence, nor
invited for ever.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlmodel import col, select

from community.scope import Scope
from community.transitions import Allowed, set_state
from storage.tables import Habit, Ritual

SILENT = 3
"""Rounds in a row without a word, after which somebody is asked."""
TIME_TO_ANSWER = timedelta(days=7)

IN = ("next", "standing")
"""States in which somebody takes part in the round that opens."""
INVITED = ("once",)
"""States in which somebody is invited, as those are who have no habit yet."""

ALLOWED: Allowed = {
    "once": frozenset({"next", "standing", "doubted", "out"}),
    "next": frozenset({"once", "standing", "doubted", "out"}),
    "standing": frozenset({"once", "next", "doubted", "out"}),
    "doubted": frozenset({"standing", "next", "once", "paused", "out"}),
    "paused": frozenset({"next", "once", "standing", "out"}),
    "out": frozenset({"next", "once", "standing"}),
}


def find(scope: Scope, ritual_id: int, member_id: int) -> Habit | None:
    """The member's habit, if they ever chose one."""
    query = select(Habit).where(
        col(Habit.ritual_id) == ritual_id, col(Habit.member_id) == member_id
    )
    return scope.db.exec(query).first()


def of(scope: Scope, ritual_id: int, member_id: int) -> Habit:
    """The member's habit; a new one takes part when asked."""
    found = find(scope, ritual_id, member_id)
    if found is None:
        found = Habit(ritual_id=ritual_id, member_id=member_id)
        scope.db.add(found)
        scope.db.flush()
    return found


def of_many(scope: Scope, ritual_id: int, among: Sequence[int]) -> dict[int, Habit]:
    """By member, the habits that these have."""
    query = select(Habit).where(col(Habit.ritual_id) == ritual_id, col(Habit.member_id).in_(among))
    return {row.member_id: row for row in scope.db.exec(query)}


def who(scope: Scope, ritual_id: int, *states: str) -> list[int]:
    """The members whose habit is in one of these states, in the order in which they took it up."""
    query = select(Habit.member_id).where(
        col(Habit.ritual_id) == ritual_id, col(Habit.state).in_(states)
    )
    return list(scope.db.exec(query.order_by(col(Habit.id))))


def take(scope: Scope, habit: Habit, state: str) -> None:
    """Take part that way from now on; the same again changes nothing but ends the doubt."""
    habit.due_at, habit.silent = None, 0
    if habit.state != state:
        set_state(scope, habit, state, ALLOWED)


def wish(scope: Scope, ritual_id: int, languages: Sequence[str], *, three: bool | None) -> None:
    """In which languages whoever acts likes to talk, and whether three are fine, if asked."""
    assert scope.actor_id is not None
    habit = of(scope, ritual_id, scope.actor_id)
    habit.languages = list(languages) or habit.languages
    habit.three = habit.three if three is None else three


def heard(scope: Scope, ritual_id: int, member_id: int, *, silent: bool) -> None:
    """A round is over: whoever said nothing three times in a row is asked, once and kindly."""
    habit = of(scope, ritual_id, member_id)
    habit.silent = habit.silent + 1 if silent else 0
    if habit.silent >= SILENT and habit.state in {"once", *IN}:
        _doubt(scope, habit)


def invite(scope: Scope, ritual_id: int, member_id: int) -> bool:
    """Another invitation, which is a silent round until they say anything; False after three such.

    Then they are asked once, and kindly, in its stead.
    """
    habit = of(scope, ritual_id, member_id)
    if habit.silent >= SILENT and habit.state in INVITED:
        _doubt(scope, habit)
        return False
    habit.silent += 1
    return True


def _doubt(scope: Scope, habit: Habit) -> None:
    set_state(scope, habit, "doubted", ALLOWED)
    habit.due_at = scope.now + TIME_TO_ANSWER
    scope.notify(habit.member_id, "round-doubt", ritual=habit.ritual_id)


def is_doubted(scope: Scope, ritual_id: int, member_id: int) -> bool:
    """Whether the question still waits for an answer."""
    habit = find(scope, ritual_id, member_id)
    return habit is not None and habit.state == "doubted"


def due(scope: Scope, limit: int = 200) -> list[int]:
    """The habits whose question has waited long enough."""
    query = (
        select(Habit.id)
        .join(Ritual, col(Ritual.id) == col(Habit.ritual_id))
        .where(col(Habit.due_at) <= scope.now, col(Ritual.community_id) == scope.community_id)
    )
    found = scope.db.exec(query.order_by(col(Habit.due_at)).limit(limit))
    return [each for each in found if each is not None]


def fall_due(scope: Scope, habit_id: int) -> None:
    """No answer: the member is left in peace until they come back of their own accord."""
    habit = scope.db.get_one(Habit, habit_id)
    if habit.state == "doubted" and habit.due_at is not None and habit.due_at <= scope.now:
        set_state(scope, habit, "paused", ALLOWED)
        habit.due_at = None
        scope.notify(habit.member_id, "round-paused", ritual=habit.ritual_id)
