"""Runs: what a ritual does when it is due, exactly once, and what became of it.

A run is one transaction under its ritual's lock: the row that says that it happened and everything
it did become true together, so that neither a kill nor a second scheduler can make two of it, or
half of one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain, takewhile
from typing import Any

import structlog
from sqlalchemy import Connection, bindparam, func, insert, select, update

from community import groups, members, recurrence
from community.rituals import days_off, plans
from community.rituals.kinds import KINDS, Figures, Nothing, RunRow
from community.scope import Scope
from community.transitions import Allowed, WrongState, set_state, trace
from storage.database import apart
from storage.tables import Ritual, Run, table

log = structlog.get_logger()

rituals, runs = table(Ritual), table(Run)
Planned = Any
"""A ritual's row, of a session or of a connection."""

_DUE = (
    select(rituals)
    .where(rituals.c.id == bindparam("which"), rituals.c.next_due_at <= bindparam("now"))
    .with_for_update()
)
_FOLLOW = (
    update(rituals).where(rituals.c.id == bindparam("which")).values(next_due_at=bindparam("at"))
)
_NOTE = insert(runs).returning(runs.c.id).values(
    ritual_id=bindparam("ritual"), due_at=bindparam("at"), state=bindparam("becomes"),
    begun_at=bindparam("begun"), figures={},
)  # fmt: skip
_FIGURES = update(runs).where(runs.c.id == bindparam("which")).values(figures=bindparam("what"))
_END = update(runs).where(runs.c.id == bindparam("which")).values(
    state=bindparam("becomes"), figures=bindparam("what"), ended_at=bindparam("at"),
)  # fmt: skip
"""The statements of every run, said once; they go past the session, which costs several times as
much as all that a run writes."""

ALLOWED: Allowed = {
    "due": frozenset({"running", "skipped", "missed"}),
    "running": frozenset({"done", "skipped", "failed"}),
}
ON_TIME = timedelta(minutes=10)
"""A run that comes no later than this is not late: the clock looks every few seconds."""
JUST_NOW = timedelta(minutes=10)
CALENDAR = 90


def due(scope: Scope, limit: int = 200) -> list[int]:
    """The rituals whose time has come, earliest first."""
    query = select(rituals.c.id).where(
        rituals.c.next_due_at <= scope.now, rituals.c.community_id == scope.community_id
    )
    found = scope.connection.execute(query.order_by(rituals.c.next_due_at).limit(limit))
    return list(found.scalars())


def fall_due(scope: Scope, ritual_id: int) -> None:
    """Do what is due of a ritual: its latest run if it is not too late for it, none twice."""
    row = scope.connection.execute(_DUE, {"which": ritual_id, "now": scope.now}).first()
    if row is None:
        return
    passed, following = _passed(scope, row, row.next_due_at)
    *missed, latest = passed
    if scope.now - latest > _grace(row):
        missed.append(latest)
    for each in missed:
        _note(scope, row, each, "missed")
    if missed:
        follows = "" if latest in missed else latest.isoformat()
        _tell(scope, row, "ritual-missed", count=len(missed), last=missed[-1].isoformat(),
              follows=follows)  # fmt: skip
    if latest not in missed:
        _run(scope, row, latest)
    scope.connection.execute(_FOLLOW, {"which": ritual_id, "at": following})


class Nobody(Exception):
    """Nobody in the audience of a run is reached: its groups are empty, or everybody pauses."""


class UnderWay(WrongState):
    """A run has been begun already, and whoever asks for one more had not seen it."""


class StillOpen(WrongState):
    """People can join its last run `until` then (UTC): another one would ask them twice."""

    def __init__(self, row: Planned, until: datetime) -> None:
        super().__init__(f"ritual {row.id} is open until {until}")
        self.name, self.zone, self.until = row.name, row.time_zone, until


def run_now(scope: Scope, ritual_id: int, seen: datetime | None = None) -> int:
    """One run more, now; the calendar stays as it is. The run's id.

    Raises UnderWay where one is under way that is not the one `seen`, as `under_way` gave it, and
    StillOpen where people can still join the last one.
    """
    plans.require_organiser(scope)
    row = plans.get(scope, ritual_id)
    if row.state not in plans.ALIVE:
        raise plans.Moved(row)
    if _is_known(scope, ritual_id) or under_way(scope, ritual_id) not in {None, seen}:
        raise UnderWay(f"ritual {ritual_id}")
    require_closed(scope, row)
    return _run(scope, row, scope.now)


def joined_until(scope: Scope, row: Planned) -> datetime | None:
    """Until when people can join its last run (UTC); None where no more can."""
    joins = KINDS[row.kind].joins
    return joins(scope, row.id) if joins else None


def require_closed(scope: Scope, row: Planned) -> None:
    """Raise StillOpen where people can still join its last run."""
    if (until := joined_until(scope, row)) is not None:
        raise StillOpen(row, until)


def under_way(scope: Scope, ritual_id: int) -> datetime | None:
    """When its latest run began (UTC), if that is open still or was begun a few minutes ago."""
    begun = select(runs.c.begun_at).where(
        runs.c.ritual_id == ritual_id, runs.c.state != "failed",
        (runs.c.state == "running") | (runs.c.begun_at > scope.now - JUST_NOW),
    )  # fmt: skip
    found = scope.connection.execute(begun.order_by(runs.c.begun_at.desc()).limit(1))
    return found.scalars().first()


def skip_next(scope: Scope, ritual_id: int, seen: datetime | None = None) -> datetime | None:
    """Leave one run out; the one after it is the next. When the one left out was due (UTC).

    With `seen`, only if that is still the next one: raises Moved otherwise.
    """
    plans.require_organiser(scope)
    row = plans.get(scope, ritual_id)
    skipped = row.next_due_at
    if skipped is None or seen not in {None, skipped}:
        raise plans.Moved(row, "" if row.state not in plans.ALIVE else "elsewhen")
    _note(scope, row, skipped, "skipped")
    plans.schedule(scope, row)
    return skipped


def finish(scope: Scope, run_id: int, figures: Figures) -> None:
    """End a run of a kind that lasts, with what organisers read of it."""
    row = scope.db.get_one(Run, run_id)
    set_state(scope, row, "done", ALLOWED)
    row.ended_at, row.figures = scope.now, row.figures | figures
    scope.db.flush()


@dataclass(frozen=True, slots=True)
class Coming:
    """One run that the calendar holds. `at` is in UTC, `zone` the ritual's own time zone."""

    at: datetime
    ritual_id: int
    kind: str
    name: str
    zone: str


@dataclass(frozen=True, slots=True)
class Past:
    """One run that was, with its figures. `due_at` is in UTC."""

    id: int
    due_at: datetime
    name: str
    kind: str
    state: str
    figures: Figures
    zone: str


def calendar(
    connection: Connection, community_id: int, now: datetime, days: int = CALENDAR
) -> list[Coming]:
    """The runs of the next days, in their order, of the rituals that are alive."""
    scope = Scope(connection, now, community_id)
    end, holidays = now + timedelta(days=days), days_off.holidays(scope)
    found = [
        Coming(at, row.id or 0, row.kind, row.name, row.time_zone)
        for row in plans.listed(scope)
        for at in _until(scope, row, end, holidays)
    ]
    scope.close(keep=True)
    return sorted(found, key=lambda each: (each.at, each.ritual_id))


def last_runs(
    connection: Connection,
    community_id: int,
    limit: int = 10,
    *,
    ritual_id: int | None = None,
    of_each: int | None = None,
) -> list[Past]:
    """The latest runs, newest first: of one ritual or of all, of each at most so many."""
    newest = (runs.c.due_at.desc(), runs.c.id.desc())
    turn = func.row_number().over(partition_by=runs.c.ritual_id, order_by=newest)
    query = (
        select(runs.c.id, runs.c.due_at, rituals.c.name, rituals.c.kind, runs.c.state,
               runs.c.figures, rituals.c.time_zone, turn.label("turn"))
        .join(rituals, rituals.c.id == runs.c.ritual_id)
        .where(rituals.c.community_id == community_id)
    )  # fmt: skip
    if ritual_id is not None:
        query = query.where(rituals.c.id == ritual_id)
    every = query.subquery()
    latest = select(*list(every.c)[:-1]).order_by(every.c.due_at.desc(), every.c.id.desc())
    if of_each is not None:
        latest = latest.where(every.c.turn <= of_each)
    return [Past(*row) for row in connection.execute(latest.limit(limit)).all()]


def _until(
    scope: Scope, row: Ritual, end: datetime, holidays: frozenset[str]
) -> Iterator[datetime]:
    """The runs from the next one on; one that was left out stays out."""
    first = row.next_due_at
    if first is None:
        return iter(())
    out = days_off.days_out(scope, row, first)
    later = recurrence.moments(plans.rhythm(row), first, holidays, out)
    return takewhile(lambda at: at <= end, chain([first], later))


def _passed(scope: Scope, row: Planned, first: datetime) -> tuple[list[datetime], datetime | None]:
    """The times at which it was due and nobody was there to see, and the first that is to come."""
    passed, out = [first], days_off.days_out(scope, row, first)
    for at in recurrence.moments(plans.rhythm(row), first, days_off.holidays(scope), out):
        if at > scope.now:
            return passed, at
        passed.append(at)
    return passed, None


def _grace(row: Planned) -> timedelta:
    late = timedelta(minutes=row.grace_minutes) if row.misfire == "late" else ON_TIME
    return max(late, ON_TIME)


def _is_known(scope: Scope, ritual_id: int) -> bool:
    """Whether there is a run of this very moment: somebody else was as fast."""
    same = select(runs.c.id).where(runs.c.ritual_id == ritual_id, runs.c.due_at == scope.now)
    return scope.connection.execute(same).first() is not None


def _note(scope: Scope, row: Planned, at: datetime, state: str) -> int:
    """A run that is over before it began, or begins now; its id."""
    begun = scope.now if state == "running" else None
    new = {"ritual": row.id, "at": at, "becomes": state, "begun": begun}
    run_id: int = scope.connection.execute(_NOTE, new).scalar_one()
    trace(scope, "run", run_id, ("due", state), ALLOWED)
    return run_id


def _run(scope: Scope, row: Planned, at: datetime) -> int:
    """Begin a run. A fault of its kind undoes what it did, and is told; the next one comes.

    So is an audience in which nobody is reached now: nothing of the run is done then.
    """
    run_id, figures = _note(scope, row, at, "running"), Figures()
    state = "running" if KINDS[row.kind].lasts else "done"
    (reached, resting), open_ = _audience(scope, row), joined_until(scope, row) is not None
    try:
        with apart(scope.connection):
            if not reached:
                raise Nobody
            if open_:
                raise Nothing
            seen = _seen(row, run_id, at)
            figures = KINDS[row.kind].begin(scope.connection, seen, scope.now)
            figures |= {"resting": resting} if resting else {}
    except Nobody:
        state = "skipped"
        _tell(scope, row, "ritual-nobody")
    except Nothing:
        state = "skipped"
    except plans.WrongRitual as wrong:
        state = "failed"
        _tell(scope, row, "ritual-wrong", why=wrong.why, of=wrong.about)
    except Exception as fault:  # noqa: BLE001 - a bug of one kind must not hold up the others
        log.error("ritual-failed", ritual=row.id, run=run_id, fault=type(fault).__name__)
        state = "failed"
        _tell(scope, row, "ritual-failed", fault=type(fault).__name__)
    _become(scope, run_id, state, figures)
    return run_id


def _audience(scope: Scope, row: Planned) -> tuple[bool, int]:
    """Whether anybody is reached, and how many of the audience hear nothing, as they are on a
    pause; what stands in a channel, or is not for everybody in the audience, reaches somebody.
    """
    if not KINDS[row.kind].to_all or row.place_id is not None:
        return True, 0
    here, active = (
        groups.count(scope.connection, scope.community_id, row.audience, now)
        for now in (None, scope.now)
    )
    return active > 0, here - active


def _become(scope: Scope, run_id: int, state: str, figures: Figures) -> None:
    """What has become of a run that was begun; one that lasts stays as it is."""
    if state == "running":
        scope.connection.execute(_FIGURES, {"which": run_id, "what": figures})
        return
    trace(scope, "run", run_id, ("running", state), ALLOWED)
    end = {"which": run_id, "becomes": state, "what": figures, "at": scope.now}
    scope.connection.execute(_END, end)


def _seen(row: Planned, run_id: int, at: datetime) -> RunRow:
    return RunRow(
        id=run_id, ritual_id=row.id, community_id=row.community_id, kind=row.kind, name=row.name,
        settings=KINDS[row.kind].settings.model_validate(row.settings),
        audience=tuple(row.audience), place_id=row.place_id, time_zone=row.time_zone,
        due_at=at, made_by=row.made_by,
    )  # fmt: skip


def _tell(scope: Scope, row: Planned, about: str, **data: Any) -> None:
    """Tell organisers in their morning; whoever had it run, at once."""
    for organiser in members.organisers(scope):
        scope.notify(organiser, about, as_staff=True, ritual=row.name, zone=row.time_zone,
                     asked=organiser == scope.actor_id, **data)  # fmt: skip
