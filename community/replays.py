"""After a gathering (P17, P19): who came, and five points with links for those who could not."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from community import gatherings, members
from community.gatherings import ALLOWED
from community.hosting import TIME_TO_TELL
from community.scope import Scope
from community.spelled import spelled
from community.transitions import WrongState, set_state
from storage.tables import Gathering, Guest, Member

MOST_POINTS = 5
MOST_LINKS = 3


@dataclass(frozen=True, slots=True)
class Came:
    """Somebody who had said yes."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class After:
    """A gathering that has taken place: who had said yes, and whether it can still be told of."""

    id: int
    title: str
    starts_at: datetime
    expected: list[Came]
    open: bool


@dataclass(frozen=True, slots=True)
class Replay:
    """What those who were not there are sent."""

    title: str
    points: list[str]
    links: list[str]


def ask(scope: Scope, row: Gathering) -> None:
    """It is over: whoever held it is asked how it went, if anybody meant to come; or the other
    organisers, once that is no organiser any more. Hold the row.
    """
    assert row.id is not None
    set_state(scope, row, "over", ALLOWED)
    row.due_at = scope.now + TIME_TO_TELL
    hosts = members.in_charge(scope, row.host_id)
    if not hosts or not gatherings.count(scope, row.id, "yes"):
        return close(scope, row)
    for host in hosts:
        scope.notify(host, "gathering-over", as_staff=True, gathering=row.id)
    return None


def close(scope: Scope, row: Gathering) -> None:
    """Nothing more is expected of it. Hold the row."""
    set_state(scope, row, "closed", ALLOWED)
    row.due_at = None
    scope.db.flush()


def after(scope: Scope, gathering_id: int) -> After:
    """What an organiser is asked about."""
    row = gatherings.get(scope, gathering_id)
    expected = [
        Came(each.member_id, members.get(scope, each.member_id).name)
        for each in gatherings.guests(scope, gathering_id, "yes")
    ]
    title = spelled(scope, row.title)
    return After(gathering_id, title, row.starts_at, expected, row.state == "over")


def untold(scope: Scope) -> list[After]:
    """The gatherings of which an organiser can still tell how they went, latest first."""
    query = select(Gathering.id).where(
        col(Gathering.community_id) == scope.community_id, col(Gathering.state) == "over"
    )
    found = scope.db.exec(query.order_by(col(Gathering.starts_at).desc()))
    return [after(scope, each) for each in found if each is not None]


def is_untold(scope: Scope, gathering_id: int) -> bool:
    """Whether an organiser can still tell how it went."""
    return gatherings.get(scope, gathering_id).state == "over"


def note(scope: Scope, gathering_id: int, missing: Collection[int]) -> int:
    """Keep who came of those who had said yes: all but these; how many that is."""
    members.require_organiser(scope)
    _told_of(scope, gathering_id)
    expected = gatherings.guests(scope, gathering_id, "yes")
    for each in expected:
        each.attended = each.member_id not in missing
    scope.db.flush()
    return sum(bool(each.attended) for each in expected)


def absent(scope: Scope, gathering_id: int) -> int:
    """How many would be sent a replay."""
    return len(_absent(scope, gathering_id))


def send(scope: Scope, gathering_id: int, points: list[str], links: list[str]) -> int:
    """Have the points and links sent to those who were not there; to how many."""
    members.require_organiser(scope)
    row = _told_of(scope, gathering_id)
    row.points, row.links = points[:MOST_POINTS], links[:MOST_LINKS]
    close(scope, row)
    missed = _absent(scope, gathering_id)
    for each in missed:
        each.due_at = scope.now
    scope.db.flush()
    return len(missed)


def leave(scope: Scope, gathering_id: int) -> None:
    """There is nothing to send."""
    members.require_organiser(scope)
    close(scope, _told_of(scope, gathering_id))


def read(scope: Scope, gathering_id: int) -> Replay:
    """What was told of a gathering."""
    row = gatherings.get(scope, gathering_id)
    return Replay(spelled(scope, row.title), list(row.points), list(row.links))


def _absent(scope: Scope, gathering_id: int) -> list[Guest]:
    """Who said yes or maybe, waited, or asked for it, is still here, and was not seen there."""
    meant = col(Guest.state).in_(gatherings.TOLD) | col(Guest.wants_replay)
    query = (
        select(Guest)
        .join(Member, col(Member.id) == col(Guest.member_id))
        .where(
            col(Guest.gathering_id) == gathering_id, meant, col(Member.left_at).is_(None),
            col(Guest.attended).is_not(True),
        )
        .order_by(col(Guest.id))
    )  # fmt: skip
    return list(scope.db.exec(query))


def _told_of(scope: Scope, gathering_id: int) -> Gathering:
    row = gatherings.lock(scope, gathering_id)
    if row.state != "over":
        raise WrongState(f"gathering {gathering_id}: {row.state}")
    return row
