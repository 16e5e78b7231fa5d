"""The life of a round: people join, organisers approve, groups meet, and tell how it was.

    open → proposed (→ reminded) → approved → begun → settling → going → halfway → ended → closed,
    or cancelled

Each state but the last has a time when it ends by itself. What is told to many is told a piece at a
time (`pieces`): until the last one the round stays in its state, and is due.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection
from sqlmodel import col, select

from community import groups, members, rituals
from community.rituals.kinds import Figures, RunRow, kind
from community.rounds import composing, habits, pieces, seating, seats, tally
from community.rounds.people import Plan
from community.rounds.settings import TIME_TO_JOIN_LATE, RoundSettings
from community.scope import Scope
from community.transitions import Allowed, WrongState, set_state
from storage.tables import Round

TIME_TO_APPROVE = timedelta(days=2)
TIME_AFTER_REMINDER = timedelta(days=3)
TIME_TO_TELL = timedelta(days=7)
PROPOSED = ("proposed", "reminded")
"""States in which the groups wait for an organiser."""
JOINABLE = ("open", *PROPOSED, "approved", "begun")
"""States in which one can join: once the groups are approved, one meets others who came late."""
COMPOSED = {"open": "in", "begun": "late"}
"""States that end with groups being put together, and whose seats it is about."""
ALLOWED: Allowed = {
    "open": frozenset({"proposed", "cancelled"}),
    "proposed": frozenset({"reminded", "approved", "cancelled", "open"}),
    "reminded": frozenset({"approved", "cancelled", "open"}),
    "approved": frozenset({"begun"}),
    "begun": frozenset({"settling"}),
    "settling": frozenset({"going"}),
    "going": frozenset({"halfway"}),
    "halfway": frozenset({"ended"}),
    "ended": frozenset({"closed"}),
}


def end(scope: Scope, ritual_id: int) -> None:
    """The rounds of a ritual that have not begun won't take place; who waits for them is told."""
    query = select(Round.id).where(
        col(Round.ritual_id) == ritual_id, col(Round.state).in_(("open", *PROPOSED))
    )
    for each in scope.db.exec(query).all():
        _cancel(scope, get(scope, each or 0))


def joins(scope: Scope, ritual_id: int) -> datetime | None:
    """Until when one can say that one takes part in the round that was announced last."""
    query = select(Round.due_at).where(
        col(Round.ritual_id) == ritual_id, col(Round.state) == "open", col(Round.due_at) > scope.now
    )
    last = query.order_by(col(Round.due_at).desc()).limit(1)
    return scope.connection.execute(last).scalars().first()


@kind("round", RoundSettings, lasts=True, end=end, joins=joins)
def begin(connection: Connection, run: RunRow, now: datetime) -> Figures:
    """Open a round: who always takes part is in, everybody else of the audience is asked."""
    scope = Scope(connection, now, run.community_id)
    settings = run.settled(RoundSettings)
    row = Round(
        community_id=run.community_id, ritual_id=run.ritual_id, run_id=run.id, opened_at=now,
        due_at=now + settings.signup,
    )  # fmt: skip
    scope.db.add(row)
    scope.db.flush()
    assert row.id is not None
    scope.audit("round", row.id, "", "open")
    asked = rituals.broadcast(scope, "round-invite", run.audience, run_id=run.id, round=row.id)
    regulars = _seat_regulars(scope, row, run)
    scope.close(keep=True)
    return {"asked": asked, "regulars": regulars}


def get(scope: Scope, round_id: int) -> Round:
    """The round's row, which nobody else changes until this transaction ends."""
    row = scope.db.get_one(Round, round_id, with_for_update=True)
    if row.community_id != scope.community_id:
        raise WrongState(f"round {round_id} is another community's")
    return row


def current(scope: Scope, ritual_id: int) -> Round | None:
    """The round of a ritual that one can still join: before it, or in its first days."""
    query = select(Round).where(
        col(Round.ritual_id) == ritual_id,
        col(Round.state).in_(JOINABLE),
    )
    return scope.db.exec(query.order_by(col(Round.id).desc())).first()


def due(scope: Scope, limit: int = 200) -> list[int]:
    """The rounds whose time has come, earliest first."""
    query = select(Round.id).where(
        col(Round.due_at) <= scope.now, col(Round.community_id) == scope.community_id
    )
    found = scope.db.exec(query.order_by(col(Round.due_at)).limit(limit))
    return [each for each in found if each is not None]


def beforehand(scope: Scope, round_id: int) -> Plan | None:
    """Who meets whom, if that is what a round waits for now. It only reads, and may take long."""
    row = scope.db.get_one(Round, round_id)
    if row.state not in COMPOSED or row.due_at is None or row.due_at > scope.now:
        return None
    return composing.composed(scope, row, COMPOSED[row.state])


def fall_due(scope: Scope, round_id: int, made: Plan | None = None) -> bool:
    """Do what a round waits for, if its time has come; whether more of it can be done at once.

    `made` is what `beforehand` gave; where nobody asked it, it is asked now.
    """
    row = get(scope, round_id)
    if row.due_at is None or row.due_at > scope.now:
        return False
    if row.state in COMPOSED:
        made = made or composing.composed(scope, row, COMPOSED[row.state])
        return PLACING[row.state](scope, row, made)
    return bool(STEPS[row.state](scope, row))


def put_anew(scope: Scope, row: Round) -> None:
    """All but the locked groups are put together once more, and shown to the organisers."""
    set_state(scope, row, "open", ALLOWED)
    row.due_at = scope.now


def approve(scope: Scope, round_id: int) -> int:
    """The groups are as an organiser wants them, and meet; how many. Raises WrongState, NotAllowed.

    Whoever is gone or paused by now is left out; whoever they leave alone meets others.
    """
    members.require_organiser(scope)
    row = get(scope, round_id)
    if row.state not in PROPOSED:
        raise WrongState(f"round {round_id}: {row.state}")
    composing.fill_gaps(scope, row, seats.groups(scope, round_id))
    _, made = seats.count(scope, round_id)
    set_state(scope, row, "approved", ALLOWED)
    row.begun_at = row.due_at = scope.now
    _introduce(scope, row)
    _tell_the_others(scope, row, "approved")
    return made


def call_off(scope: Scope, round_id: int) -> None:
    """No round this time; everybody who waits for it is told. Raises WrongState, NotAllowed."""
    members.require_organiser(scope)
    row = get(scope, round_id)
    if row.state not in PROPOSED:
        raise WrongState(f"round {round_id}: {row.state}")
    _cancel(scope, row)
    _tell_the_others(scope, row, "off")


def _seat_regulars(scope: Scope, row: Round, run: RunRow) -> int:
    """Whoever said “each time”, or “next time”, is in; they can still say no."""
    active = set(groups.members_of(scope.connection, scope.community_id, run.audience,
                                   now=scope.now))  # fmt: skip
    regulars = [each for each in habits.who(scope, run.ritual_id, *habits.IN) if each in active]
    seating.take_all(scope, row.id or 0, regulars)
    for each in habits.who(scope, run.ritual_id, "next"):
        if each in active:
            set_state(scope, habits.of(scope, run.ritual_id, each), "once", habits.ALLOWED)
    return len(regulars)


def _propose(scope: Scope, row: Round, made: Plan) -> bool:
    before = seats.gathered(scope, row.id or 0)
    if composing.put_together(scope, row, made):
        _move(scope, row, "proposed", scope.now + TIME_TO_APPROVE)
        if seats.gathered(scope, row.id or 0) == before:
            _tell_organisers(scope, row, "round-anew-same")
        _tell_organisers(scope, row, "round-proposal")
        _ask_for_a_third(scope, row)
    else:
        _fall_through(scope, row, "nobody" if seats.of_round(scope, row.id or 0, "in") else "empty")
    return False


def _ask_for_a_third(scope: Scope, row: Round) -> None:
    """Whoever is left over only because they never said whether three are fine is asked again."""
    for seat in seats.alone(scope, row.id or 0, "in"):
        if seat.why == "unsaid":
            scope.notify(seat.member_id, "round-third", once_for=str(row.id), round=row.id)


def _remind(scope: Scope, row: Round) -> None:
    set_state(scope, row, "reminded", ALLOWED)
    row.due_at = scope.now + TIME_AFTER_REMINDER
    _tell_organisers(scope, row, "round-proposal")


def _let_go(scope: Scope, row: Round) -> None:
    """No organiser said anything, though they were reminded."""
    _fall_through(scope, row, "silence")


def _fall_through(scope: Scope, row: Round, why: str) -> None:
    """It won't take place, and no organiser has said so: they hear of it, too."""
    _tell_organisers(scope, row, "round-fell-through", why=why)
    _cancel(scope, row, why)


def _cancel(scope: Scope, row: Round, why: str = "team") -> None:
    signed = len(seats.of_round(scope, row.id or 0, "in", "late"))
    set_state(scope, row, "cancelled", ALLOWED)
    rituals.finish(scope, row.run_id, {"signed": signed})
    row.due_at = scope.now
    _tell_off(scope, row, why)


def _tell_off(scope: Scope, row: Round, why: str = "team") -> bool:
    """Tell the next of them, with the reason if it is known still."""
    more = pieces.tell_off(scope, row, why)
    row.due_at = scope.now if more else None
    return more


def _introduce(scope: Scope, row: Round) -> bool:
    """The groups get to know each other; then one can still join for some days."""
    if pieces.introduce(scope, row, "in"):
        return True
    assert row.begun_at is not None
    return _move(scope, row, "begun", row.begun_at + TIME_TO_JOIN_LATE)


def _settle_late(scope: Scope, row: Round, made: Plan) -> bool:
    """Whoever came in the first days meets others who did, or who were left over."""
    if seats.of_round(scope, row.id or 0, "late", limit=1):
        seats.call_back(scope, row.id or 0)
    composing.put_together(scope, row, made, "late")
    set_state(scope, row, "settling", ALLOWED)
    return _introduce_late(scope, row)


def _introduce_late(scope: Scope, row: Round) -> bool:
    if pieces.introduce(scope, row, "late"):
        return True
    return _move(scope, row, "going", _after(scope, row, 1 / 2))


def _ask_halfway(scope: Scope, row: Round) -> bool:
    if pieces.ask(scope, row, "round-midway"):
        return True
    return _move(scope, row, "halfway", _after(scope, row, 1))


def _ask_at_the_end(scope: Scope, row: Round) -> bool:
    if pieces.ask(scope, row, "round-end"):
        return True
    return _move(scope, row, "ended", scope.now + TIME_TO_TELL)


def _close(scope: Scope, row: Round) -> bool:
    """What was said is counted, and whoever said nothing is noted."""
    if pieces.count(scope, row):
        return True
    rituals.finish(scope, row.run_id, tally.of(scope, row.id or 0))
    return _move(scope, row, "closed", None)


def _move(scope: Scope, row: Round, state: str, until: datetime | None) -> bool:
    """The last piece is done: the next state begins. False, as there is no more to do at once."""
    set_state(scope, row, state, ALLOWED)
    row.due_at = until
    return False


def _after(scope: Scope, row: Round, share: float) -> datetime:
    """When this share of the time that the groups have is over."""
    assert row.begun_at is not None
    return row.begun_at + composing.settings_of(scope, row).length * share


STEPS: Mapping[str, Callable[[Scope, Round], bool | None]] = {
    "proposed": _remind, "reminded": _let_go, "cancelled": _tell_off,
    "approved": _introduce, "settling": _introduce_late,
    "going": _ask_halfway, "halfway": _ask_at_the_end, "ended": _close,
}  # fmt: skip


PLACING: Mapping[str, Callable[[Scope, Round, Plan], bool]] = {
    "open": _propose, "begun": _settle_late,
}  # fmt: skip


def joinable_until(row: Round) -> datetime | None:
    """When the state of a round that one can join ends; once it is approved, when joining does."""
    return row.begun_at + TIME_TO_JOIN_LATE if row.begun_at else row.due_at


def decided_by(row: Round) -> datetime:
    """Until when an organiser can approve a proposed round, in UTC."""
    assert row.due_at is not None
    return row.due_at + (TIME_AFTER_REMINDER if row.state == "proposed" else timedelta(0))


def _tell_the_others(scope: Scope, row: Round, how: str) -> None:
    """Organisers who were asked as well know who has decided."""
    assert scope.actor_id is not None
    by = members.get(scope, scope.actor_id).name
    _tell_organisers(scope, row, "round-decided", how=how, by=by)


def _tell_organisers(scope: Scope, row: Round, about: str, **more: str) -> None:
    """Tell all of them: it takes one, and whoever planned it may be away."""
    everyone = [each for each in members.organisers(scope) if each != scope.actor_id]
    for each in everyone:
        scope.notify(each, about, as_staff=True, round=row.id, **more)
