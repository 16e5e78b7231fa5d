"""Planning rituals: what organisers may do with one, and in which state it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import chain, count
from typing import Any

from pydantic import ValidationError
from sqlmodel import col, delete, select

from community import groups, members, recurrence
from community.recurrence import Rhythm, WrongRhythm
from community.rituals import days_off
from community.rituals.kinds import KINDS, Settings
from community.scope import Scope
from community.transitions import Allowed, WrongState, set_state
from community.words import MOST_NAME, clean, fold
from storage.tables import Audit, Holiday, Ritual

ALIVE = ("pilot", "on")
"""States in which runs come."""
ALLOWED: Allowed = {
    "draft": frozenset({"pilot", "on", "archived"}),
    "pilot": frozenset({"on", "paused", "archived"}),
    "on": frozenset({"pilot", "paused", "archived"}),
    "paused": frozenset({"pilot", "on", "archived"}),
}


GRACE_MINUTES = 12 * 60
"""How late a run is made up for, unless an organiser says otherwise."""


class WrongRitual(ValueError):
    """A ritual that can't be kept as it is. `why` is a code, `about` what its words need."""

    def __init__(self, why: str, **about: Any) -> None:
        super().__init__(f"{WrongRitual.__doc__} ({why})")
        self.why, self.about = why, about


class Moved(WrongState):
    """What was to become of a ritual can't be any more: somebody has acted on it meanwhile.

    `to` is the state in which it is now, "changed" for one whose plan is another one, or "elsewhen"
    for one whose next time is.
    """

    def __init__(self, row: Ritual, to: str = "") -> None:
        super().__init__(f"ritual {row.id} is {to or row.state}")
        self.ritual_id, self.name, self.to = row.id or 0, row.name, to or row.state


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A ritual as an organiser plans it; `misfire` and `grace_minutes` as in the table."""

    kind: str
    name: str
    rhythm: Rhythm
    settings: dict[str, Any] = field(default_factory=dict)
    audience: Sequence[int] = ()
    place_id: int | None = None
    misfire: str = "late"
    grace_minutes: int = GRACE_MINUTES


def check(scope: Scope, plan: Plan) -> Settings:
    """The settings, if all of the plan holds; raises WrongRitual with what to change."""
    if plan.kind not in KINDS:
        raise WrongRitual("kind", kind=plan.kind)
    if not clean(plan.name) or len(plan.name) > MOST_NAME:
        raise WrongRitual("name", most=MOST_NAME)
    try:
        recurrence.check(plan.rhythm)
    except WrongRhythm as wrong:
        raise WrongRitual(f"rhythm-{wrong.why}", zone=plan.rhythm.zone) from None
    if recurrence.next_after(plan.rhythm, scope.now, days_off.holidays(scope)) is None:
        raise WrongRitual("rhythm-past")
    size = groups.count(scope.connection, scope.community_id, plan.audience, scope.now)
    if not size:
        raise WrongRitual("audience")
    if size < KINDS[plan.kind].least:
        raise WrongRitual("few", least=KINDS[plan.kind].least)
    try:
        return KINDS[plan.kind].settings.model_validate(plan.settings)
    except ValidationError as wrong:
        first = wrong.errors(include_url=False)[0]
        cause = first.get("ctx", {}).get("error")
        if isinstance(cause, WrongRitual):
            raise cause from None
        name = str(next(iter(first["loc"]), ""))
        raise _wrong_setting(plan.kind, name, first.get("ctx", {})) from None


def _wrong_setting(kind: str, name: str, limits: dict[str, Any]) -> WrongRitual:
    """With the limits that it broke: of a number both, of words how long they may be."""
    if "max_length" in limits:
        return WrongRitual("setting-long", name=name, most=limits["max_length"])
    if "min_length" in limits:
        return WrongRitual("setting-empty", name=name)
    field = KINDS[kind].settings.model_fields.get(name)
    least, most = (
        next((getattr(each, end) for each in (field.metadata if field else ())
              if hasattr(each, end)), None)
        for end in ("ge", "le")
    )  # fmt: skip
    if least is None or most is None:
        return WrongRitual("setting", name=name)
    return WrongRitual("setting-number", name=name, least=least, most=most)


def require_new_name(scope: Scope, name: str) -> None:
    """Raise WrongRitual where another ritual is called so already."""
    if fold(name) in {fold(each.name) for each in listed(scope)}:
        raise WrongRitual("name-taken", name=name)


def new_name(scope: Scope, name: str, audience: Sequence[int] = ()) -> str:
    """The name, told apart by its groups or by a number where another ritual has it."""
    taken = {fold(each.name) for each in listed(scope)}
    named = [each.name for each in groups.listed(scope) if each.id in audience]
    by_groups = f"{name} ({', '.join(named)})"
    wanted = chain([name], [by_groups] if named else [], (f"{name} {n}" for n in count(2)))
    return next(each for each in wanted if fold(each) not in taken and len(each) <= MOST_NAME)


def plan(scope: Scope, planned: Plan, state: str = "on") -> int:
    """Keep a new ritual; its id. Raises WrongRitual, and NotAllowed without the role."""
    require_organiser(scope)
    settings = check(scope, planned)
    row = Ritual(
        community_id=scope.community_id, kind=planned.kind, name=clean(planned.name),
        rule=planned.rhythm.rule, time_zone=planned.rhythm.zone,
        starts_at=planned.rhythm.starts_at, made_by=scope.actor_id,
    )  # fmt: skip
    _write(row, planned, settings)
    scope.db.add(row)
    scope.db.flush()
    assert row.id is not None
    scope.audit("ritual", row.id, "", "draft")
    if state != "draft":
        start(scope, row.id, state)
    return row.id


def get(scope: Scope, ritual_id: int) -> Ritual:
    """The ritual's row, which nobody else changes until this transaction ends."""
    row = scope.db.get_one(Ritual, ritual_id, with_for_update=True)
    if row.community_id != scope.community_id:
        raise WrongState(f"ritual {ritual_id} is another community's")
    return row


def planned(row: Ritual) -> Plan:
    """The plan that a row keeps."""
    return Plan(
        kind=row.kind, name=row.name, rhythm=rhythm(row), settings=dict(row.settings),
        audience=tuple(row.audience), place_id=row.place_id, misfire=row.misfire,
        grace_minutes=row.grace_minutes,
    )  # fmt: skip


def rhythm(row: Ritual) -> Rhythm:
    """When its runs come."""
    return Rhythm(row.rule, row.starts_at, row.time_zone)


def listed(scope: Scope) -> list[Ritual]:
    """The community's rituals that are not archived, the next one due first."""
    query = select(Ritual).where(
        col(Ritual.community_id) == scope.community_id, col(Ritual.state) != "archived"
    )
    last = datetime.max.replace(tzinfo=scope.now.tzinfo)
    return sorted(scope.db.exec(query), key=lambda each: (each.next_due_at or last, each.id or 0))


def start(scope: Scope, ritual_id: int, state: str = "on") -> None:
    """From now on its runs come: for all of its audience (`on`) or to try it (`pilot`)."""
    require_organiser(scope)
    row = get(scope, ritual_id)
    _become(scope, row, state)
    schedule(scope, row)


def pause(scope: Scope, ritual_id: int) -> None:
    """No runs until `resume`; what falls due meanwhile is not made up for."""
    require_organiser(scope)
    row = get(scope, ritual_id)
    _become(scope, row, "paused")
    row.next_due_at = None


def resume(scope: Scope, ritual_id: int) -> None:
    """Runs again, from the next one to come: on trial still, if it was on trial."""
    start(scope, ritual_id, _before_pause(scope, ritual_id))


def _before_pause(scope: Scope, ritual_id: int) -> str:
    paused = select(Audit.before).where(
        col(Audit.subject) == "ritual", col(Audit.subject_id) == ritual_id,
        col(Audit.after) == "paused",
    )  # fmt: skip
    return scope.db.exec(paused.order_by(col(Audit.id).desc()).limit(1)).first() or "on"


def archive(scope: Scope, ritual_id: int) -> None:
    """It is over, for good; its runs stay to be looked at.

    What one could still join is called off, and whoever had joined is told.
    """
    require_organiser(scope)
    row = get(scope, ritual_id)
    _become(scope, row, "archived")
    row.next_due_at = None
    if end := KINDS[row.kind].end:
        end(scope, ritual_id)


def widen(scope: Scope, ritual_id: int, audience: Sequence[int] = ()) -> None:
    """The pilot went well: now for these groups, or for everyone."""
    row = get(scope, ritual_id)
    change(scope, ritual_id, replace(planned(row), audience=tuple(audience)))
    if row.state == "pilot":
        _become(scope, row, "on")


def change(scope: Scope, ritual_id: int, wanted: Plan, *, revision: int | None = None) -> None:
    """Put another plan in its place. Raises WrongRitual, and Moved for what is archived.

    With `revision`, also when somebody else has changed it since that one.
    """
    require_organiser(scope)
    row = get(scope, ritual_id)
    if row.state == "archived" or revision not in {None, row.revision}:
        raise Moved(row, "" if row.state == "archived" else "changed")
    settings = check(scope, wanted)
    if fold(wanted.name) != fold(row.name):
        require_new_name(scope, wanted.name)
    days_off.carry_over(scope, row, wanted.rhythm.zone)
    _write(row, wanted, settings)
    row.revision += 1
    scope.audit("ritual", ritual_id, str(row.revision - 1), str(row.revision))
    if row.state in ALIVE:
        schedule(scope, row)


def duplicate(scope: Scope, ritual_id: int, name: str) -> int:
    """A draft of the same, under another name; its id."""
    require_new_name(scope, name)
    return plan(scope, replace(planned(get(scope, ritual_id)), name=name), "draft")


def _become(scope: Scope, row: Ritual, state: str) -> None:
    """Another state, if that may follow this one; raises Moved."""
    if state not in ALLOWED.get(row.state, ()):
        raise Moved(row)
    set_state(scope, row, state, ALLOWED)


def schedule(scope: Scope, row: Ritual) -> None:
    """Have its next run come after now, and not when one is left out already."""
    out = days_off.days_out(scope, row, scope.now)
    coming = recurrence.moments(rhythm(row), scope.now, days_off.holidays(scope), out)
    row.next_due_at = next(coming, None)
    scope.db.flush()


def keep_holidays(scope: Scope, days: Sequence[str]) -> frozenset[str]:
    """These are the community's days without rituals, and no others; raises WrongRitual.

    Rituals whose next run falls on one of them come on the next day that is none.
    """
    require_organiser(scope)
    for each in days:
        if not days_off.is_day(each):
            raise WrongRitual("holiday", day=clean(each)[:MOST_NAME])
    scope.db.exec(delete(Holiday).where(col(Holiday.community_id) == scope.community_id))
    scope.db.add_all(
        Holiday(community_id=scope.community_id, day=each) for each in dict.fromkeys(days)
    )
    scope.db.flush()
    for row in listed(scope):
        if row.state in ALIVE:
            schedule(scope, row)
    return days_off.holidays(scope)


def require_organiser(scope: Scope) -> None:
    """Raise NotAllowed unless an organiser acts; the command line is the organisers' own."""
    if scope.actor_id is not None:
        members.require_organiser(scope)


def _write(row: Ritual, plan: Plan, settings: Settings) -> None:
    row.kind, row.name, row.settings = plan.kind, clean(plan.name), settings.model_dump(mode="json")
    row.rule, row.time_zone = plan.rhythm.rule, plan.rhythm.zone
    row.starts_at, row.audience, row.place_id = (
        plan.rhythm.starts_at, list(plan.audience), plan.place_id,
    )  # fmt: skip
    row.misfire, row.grace_minutes = plan.misfire, plan.grace_minutes
