"""Holding a gathering (P19): an organiser plans it, changes it or calls it off.

Nothing is saved that could not take place, and whoever counts on it hears of every change.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Literal

from sqlmodel import col, select

from community import gatherings, groups, guests, members, naming
from community.gatherings import ALLOWED, TOLD, Seen
from community.reminders import next_reminder
from community.rituals.broadcasts import broadcast
from community.scope import Scope
from community.spelled import spelled
from community.transitions import WrongState, set_state
from storage.tables import Dialogue, Gathering

FURTHEST = timedelta(days=366)
MOST_TITLE = 80
MOST_MINUTES = 24 * 60
TIME_TO_TELL = timedelta(days=14)
"""How long an organiser can say who came, and what those who did not should know."""

KEEPING = ("gathering", "gatherings", "invitation", "place-freed", "gathering-over")
"""Dialogues that can keep what a host wrote."""

Why = Literal["", "past", "far", "places", "taken", "nobody"]


class WrongPlan(ValueError):
    """This gathering could not take place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A gathering as it is wished for. `starts_at` is in UTC; `audience` are groups, none: all."""

    title: str
    venue: str
    starts_at: datetime
    minutes: int
    places: int | None = None
    audience: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Checked:
    """Whether a plan can be kept: `why` not ("" when it can), and how many it concerns.

    `past`, `far` (more than a year ahead), `places` (fewer than one), `taken` (fewer than have said
    yes, who are then the `people`), `nobody` (no one is in the groups). Else the `people` are those
    who are invited.
    """

    why: Why
    people: int = 0


def check(scope: Scope, plan: Plan, gathering_id: int | None = None) -> Checked:
    """Whether this could take place; of a planned one, whether it can become this."""
    if plan.starts_at <= scope.now:
        return Checked("past")
    if plan.starts_at > scope.now + FURTHEST:
        return Checked("far")
    if plan.places is not None and plan.places < 1:
        return Checked("places")
    if gathering_id is not None:
        taken = gatherings.count(scope, gathering_id, "yes")
        return Checked("taken" if plan.places is not None and taken > plan.places else "", taken)
    invited = reach(scope, plan.audience)
    return Checked("" if invited else "nobody", invited)


def reach(scope: Scope, audience: list[int]) -> int:
    """How many would be invited now: who is welcomed, here and not paused in these groups."""
    return groups.count(scope.connection, scope.community_id, audience, scope.now)


def plan(scope: Scope, wished: Plan) -> int:
    """Plan a gathering of whoever acts and have its guests invited; its id. Raises WrongPlan."""
    members.require_organiser(scope)
    _expect(check(scope, wished))
    assert scope.actor_id is not None
    return open_for(scope, wished, scope.actor_id)


def open_for(scope: Scope, wished: Plan, host_id: int, run_id: int | None = None) -> int:
    """Plan a gathering in somebody's name, and have its guests invited; its id."""
    row = Gathering(
        community_id=scope.community_id, uid=str(uuid.uuid4()), host_id=host_id,
        title=wished.title, venue=wished.venue, starts_at=wished.starts_at,
        minutes=wished.minutes, places=wished.places, audience=wished.audience,
        changed_at=scope.now, due_at=wished.starts_at + timedelta(minutes=wished.minutes),
    )  # fmt: skip
    scope.db.add(row)
    scope.db.flush()
    assert row.id is not None
    scope.audit("gathering", row.id, "", "planned")
    broadcast(scope, "invitation", wished.audience, run_id=run_id, run=run_id, gathering=row.id)
    return row.id


def change(scope: Scope, gathering_id: int, wished: Plan) -> None:
    """Make a planned gathering this; those who count on it are told. Raises WrongPlan."""
    members.require_organiser(scope)
    row = gatherings.lock(scope, gathering_id)
    _expect_planned(row)
    _expect(check(scope, wished, gathering_id))
    wished = _as_kept(scope, row, wished)
    told = _differs(row, wished)
    row.title, row.venue, row.places = wished.title, wished.venue, wished.places
    row.starts_at, row.minutes = wished.starts_at, wished.minutes
    row.due_at = gatherings.ends_at(row)
    if told:
        row.revision, row.changed_at = row.revision + 1, scope.now
        scope.audit("gathering", gathering_id, "planned", "planned")
        _remind_anew(scope, row)
        _tell(scope, row, "gathering-changed")
    guests.fill(scope, row)
    scope.db.flush()


def cancel(scope: Scope, gathering_id: int) -> int:
    """Call a planned gathering off; how many are told."""
    members.require_organiser(scope)
    return _call_off(scope, gatherings.lock(scope, gathering_id))


@dataclass(frozen=True, slots=True)
class Counted:
    """A coming gathering as its organisers see it: who comes, and how many say what else."""

    title: str
    starts_at: datetime
    coming: list[str]
    maybe: int
    waiting: int


def listed(scope: Scope) -> list[Counted]:
    """The coming gatherings, the next one first."""
    members.require_organiser(scope)
    return [_counted(scope, each) for each in gatherings.planned(scope)]


def forget(scope: Scope, member_id: int) -> None:
    """A member is erased: what they had planned is called off, and their words go with them.

    So does what others are being asked, and reads their name or their words.
    """
    query = select(Gathering).where(col(Gathering.host_id) == member_id)
    hosted = scope.db.exec(query.order_by(col(Gathering.id))).all()
    _end_talks(scope, hosted, set(guests.answered(scope, member_id)))
    for row in hosted:
        if row.state == "planned":
            _call_off(scope, gatherings.lock(scope, row.id or 0))
        row.title = row.venue = ""
        row.points, row.links = [], []
    scope.db.flush()


def _end_talks(scope: Scope, hosted: Collection[Gathering], visited: Collection[int]) -> None:
    """End the open dialogues that keep a host's words, or ask about one of the guests."""
    titles = [each.title for each in hosted if each.title]
    ids = {each.id for each in hosted}
    for talk in scope.db.exec(select(Dialogue).where(col(Dialogue.name).in_(KEEPING))).all():
        about = talk.args.get("gathering")
        asks = about in ids or (talk.name == "gathering-over" and about in visited)
        if asks or any(naming.names(talk.answers, 0, title) for title in titles):
            scope.db.delete(talk)


def _counted(scope: Scope, event: Seen) -> Counted:
    coming = gatherings.guests(scope, event.id, "yes")
    return Counted(
        event.title, event.starts_at, [members.get(scope, each.member_id).name for each in coming],
        gatherings.count(scope, event.id, "maybe"), gatherings.count(scope, event.id, "waiting"),
    )  # fmt: skip


def _as_kept(scope: Scope, row: Gathering, wished: Plan) -> Plan:
    """The plan with the words that are kept, where it has them as whoever acts reads them."""
    kept = {name: words for name in ("title", "venue")
            if getattr(wished, name) == spelled(scope, words := getattr(row, name))}  # fmt: skip
    return replace(wished, **kept)


def _call_off(scope: Scope, row: Gathering) -> int:
    _expect_planned(row)
    assert row.id is not None
    set_state(scope, row, "cancelled", ALLOWED)
    row.revision, row.changed_at, row.due_at = row.revision + 1, scope.now, None
    told = _tell(scope, row, "gathering-cancelled")
    for each in gatherings.guests(scope, row.id, *guests.ALLOWED):
        each.due_at = None
    scope.db.flush()
    return told


def _tell(scope: Scope, row: Gathering, about: str) -> int:
    """Have everybody hear of it who counts on it; how many these are."""
    told = gatherings.guests(scope, row.id or 0, *TOLD)
    for each in told:
        if each.member_id != scope.actor_id:
            scope.notify(each.member_id, about, gathering=row.id)
    return len(told)


def _remind_anew(scope: Scope, row: Gathering) -> None:
    for each in gatherings.guests(scope, row.id or 0, *guests.COMING):
        zone = members.get(scope, each.member_id).time_zone
        each.due_at = next_reminder(row.starts_at, zone, scope.now)


def _differs(row: Gathering, wished: Plan) -> bool:
    """Whether guests would want to know; how many can come is no news to who has a place."""
    before = (row.title, row.venue, row.starts_at, row.minutes)
    return before != (wished.title, wished.venue, wished.starts_at, wished.minutes)


def _expect(checked: Checked) -> None:
    if checked.why:
        raise WrongPlan(checked.why)


def _expect_planned(row: Gathering) -> None:
    if row.state != "planned":
        raise WrongState(f"gathering {row.id}: {row.state}")
