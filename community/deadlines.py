"""What falls due: the next step of whatever has waited long enough."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Column, ColumnElement, bindparam, literal, union_all
from sqlalchemy import select as core_select
from sqlmodel import col, select

from community import (
    agreeing,
    asks,
    details,
    followups,
    introductions,
    matchmaking,
    members,
    occasions,
    patience,
    reports,
    reviews,
    roundups,
    surveys,
    welcome_week,
)
from community.lives import OFFERED
from community.rituals import broadcasts, runs
from community.rounds import habits, life
from community.scope import Scope
from storage.tables import (
    Ask,
    Broadcast,
    Gathering,
    Guest,
    Habit,
    Introduction,
    Prompting,
    Relay,
    Report,
    Ritual,
    Round,
    Survey,
    WelcomeWeek,
    table,
)
from storage.tables.columns import Moment

AT_ONCE = 200


class Waiting(NamedTuple):
    """A table whose rows wait for a time: which are due in a scope, and what becomes of one.

    `meet` says whether there is more of it to do at once, in a transaction of its own. What takes
    long and only reads is its `beforehand`, whose result it is then given.
    """

    until: Column[Any]
    due: Callable[[Scope], list[int]]
    meet: Callable[..., bool | None]
    beforehand: Callable[[Scope, int], Any] | None = None


def due(scope: Scope) -> list[tuple[str, int]]:
    """What waits no longer: its kind and id, kind by kind; at most some hundreds of each."""
    some = set(scope.connection.execute(_SOME, {"now": scope.now}).scalars())
    kinds = ((name, WAITING[name]) for name in WAITING if name in some)
    return [(name, id_) for name, kind in kinds for id_ in kind.due(scope)]


def beforehand(scope: Scope, name: str, id_: int) -> list[Any]:
    """What `fall_due` can be given, worked out without writing anything: nothing, for most."""
    work = WAITING[name].beforehand
    return [work(scope, id_)] if work is not None else []


def fall_due(scope: Scope, name: str, id_: int, known: Sequence[Any] = ()) -> bool:
    """Do what this waits for, if its time has come; whether there is more to do at once."""
    return bool(WAITING[name].meet(scope, id_, *known))


def broke(scope: Scope, name: str, id_: int, fault: str) -> None:
    """Tell organisers, once a day, that this could not be done; every sweep tries it again."""
    ritual = scope.db.get(Ritual, id_) if name == "ritual" else None
    occasion = f"{name}:{id_}:{fault}:{scope.now.date()}"
    for organiser in members.organisers(scope):
        scope.notify(organiser, "fault", once_for=occasion, as_staff=True, fault=fault,
                     dialogue=ritual.name if ritual else name)  # fmt: skip


Life = type[Introduction] | type[Ask] | type[Relay] | type[Report]


def _life(
    kind: Life, here: Callable[[Scope], ColumnElement[bool]], then: Callable[[Scope, Any], None]
) -> Waiting:
    """Something with states, whose present one is looked at when its `due_at` has come."""

    def due(scope: Scope) -> list[int]:
        over = col(kind.due_at) <= scope.now
        query = select(kind.id).where(over, here(scope)).order_by(col(kind.due_at)).limit(AT_ONCE)
        return [id_ for id_ in scope.db.exec(query) if id_ is not None]

    def meet(scope: Scope, id_: int) -> None:
        row: Any = scope.db.get_one(kind, id_)
        if row.due_at is not None and row.due_at <= scope.now:
            then(scope, row)

    return Waiting(table(kind).c.due_at, due, meet)


def _ask(scope: Scope, ask: Ask) -> None:
    return reviews.overdue(scope, ask) if ask.state == "review" else asks.overdue(scope, ask)


def _introduction(scope: Scope, row: Introduction) -> None:
    match row.state:
        case "accepted" | "unmet":
            followups.follow(scope, row)
        case "followed":
            followups.recall(scope, row)
        case "recalled":
            _close(scope, row)
        case state if state in OFFERED:
            matchmaking.expire(scope, row, scope.db.get_one(Ask, row.ask_id))
        case _:
            _ask_on(scope, row)


def _ask_on(scope: Scope, row: Introduction) -> None:
    """The helper has not answered: ask again, or somebody else."""
    ask = scope.db.get_one(Ask, row.ask_id)
    if (unseen := introductions.unseen_until(scope, row)) is not None:
        seen = max(unseen, scope.now)
        row.due_at = seen + patience.time_for(scope, ask, row.state, seen)
        return None
    gone = not introductions.is_here(scope, row.helper_id)
    if row.state == "reminded" or gone or introductions.is_apart(scope, row):
        return asks.pass_on(scope, row)
    match row.state:
        case "requested":
            introductions.remind(scope, row)
        case "detailing":
            details.nudge(scope, row)
        case "nudged":
            details.do_without(scope, row)
        case "postponed" if row.not_before and scope.now < row.not_before:
            asks.waited(scope, row)
        case "postponed":
            introductions.request(scope, row)
    return None


def _close(scope: Scope, row: Introduction) -> None:
    """Nobody spoke of it any more."""
    introductions.end(scope, row)
    ask = scope.db.get_one(Ask, row.ask_id)
    if ask.state == "introduced":
        asks.close(scope, ask, "talked" if row.talked else "unknown")


def _of_an_ask(scope: Scope) -> ColumnElement[bool]:
    ours = col(Ask.id) == col(Introduction.ask_id), col(Ask.community_id) == scope.community_id
    return select(Ask.id).where(*ours).exists()


def _of(community_id: Any) -> Callable[[Scope], ColumnElement[bool]]:
    return lambda scope: col(community_id) == scope.community_id


WAITING: Mapping[str, Waiting] = {
    "introduction": _life(Introduction, _of_an_ask, _introduction),
    "ask": _life(Ask, _of(Ask.community_id), _ask),
    "relay": _life(Relay, _of(Relay.community_id), agreeing.overdue),
    "report": _life(Report, _of(Report.community_id), reports.overdue),
    "ritual": Waiting(table(Ritual).c.next_due_at, runs.due, runs.fall_due),
    "prompting": Waiting(table(Prompting).c.due_at, roundups.due, roundups.fall_due),
    "welcome": Waiting(table(WelcomeWeek).c.due_at, welcome_week.due, welcome_week.step),
    "round": Waiting(table(Round).c.due_at, life.due, life.fall_due, life.beforehand),
    "round habit": Waiting(table(Habit).c.due_at, habits.due, habits.fall_due),
    "gathering": Waiting(table(Gathering).c.due_at, occasions.due_gatherings, occasions.end),
    "guest": Waiting(table(Guest).c.due_at, occasions.due_guests, occasions.write_to),
    "survey": Waiting(table(Survey).c.due_at, surveys.due, surveys.fall_due),
    "broadcast": Waiting(table(Broadcast).c.due_at, broadcasts.due, broadcasts.go_on),
}
"""Everything of the community's that falls due, by its kind: the one table of deadlines."""

_SOME = union_all(
    *(
        core_select(literal(name)).where(
            core_select(kind.until).where(kind.until <= bindparam("now", type_=Moment)).exists()
        )
        for name, kind in WAITING.items()
    )
)
"""Which kinds have anything due at all: asked every few seconds, and mostly none has."""
