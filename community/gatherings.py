"""Gatherings (P19): what is planned, when, where and for how many; and what one member sees of it.

Its life is one column of states, and whoever changes it or takes a place holds its row: so places
are never given twice, however many people press at once.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection
from sqlmodel import col, func, select

from community import groups, members
from community.calendar_file import Entry
from community.scope import Scope
from community.spelled import spelled
from community.transitions import Allowed
from storage.tables import Community, Gathering, Guest, Member

ALLOWED: Allowed = {
    "planned": frozenset({"cancelled", "over"}),
    "over": frozenset({"closed"}),
}
"""`over`: it has taken place, and its organiser is asked how it went."""

TOLD = ("yes", "maybe", "waiting")
"""Guests who hear of a change: they count on it."""
MOST_SHOWN = 9
"""Gatherings offered at once: with a way out, as many as WhatsApp's lists hold."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A gathering as one member sees it. Times are in UTC, `minutes` is its length.

    `free` are the places left (None when there is no limit), `mine` is the member's own answer
    ("" when there is none), `ahead` how many wait before them, if they wait. `hosting` says that
    the gathering is theirs.
    """

    id: int
    uid: str
    revision: int
    changed_at: datetime
    community: str
    title: str
    venue: str
    starts_at: datetime
    minutes: int
    places: int | None
    state: str
    host: str
    hosting: bool
    free: int | None
    mine: str = ""
    ahead: int = 0

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def online(self) -> bool:
        """Whether its place is an address to open."""
        return is_address(self.venue)

    @property
    def entry(self) -> Entry:
        """What stands of it in people's own calendars."""
        return Entry(
            uid=self.uid, title=self.title, starts_at=self.starts_at, ends_at=self.ends_at,
            changed_at=self.changed_at, by=self.community, venue=self.venue, online=self.online,
            revision=self.revision, cancelled=self.state == "cancelled",
        )  # fmt: skip


def is_address(venue: str) -> bool:
    """Whether a venue is the address of an online room."""
    return venue.startswith(("https://", "http://"))


def get(scope: Scope, gathering_id: int) -> Gathering:
    """The gathering's row."""
    return scope.db.get_one(Gathering, gathering_id)


def lock(scope: Scope, gathering_id: int) -> Gathering:
    """The gathering's row as it is now: nobody else changes it or its guests meanwhile."""
    scope.db.flush()
    return scope.db.get_one(Gathering, gathering_id, with_for_update=True, populate_existing=True)


def ends_at(row: Gathering) -> datetime:
    """When a gathering is over."""
    return row.starts_at + timedelta(minutes=row.minutes)


def is_open(scope: Scope, gathering_id: int) -> bool:
    """Whether it can still be answered: planned, and not begun."""
    row = get(scope, gathering_id)
    return row.state == "planned" and scope.now < row.starts_at


def is_planned(scope: Scope, gathering_id: int) -> bool:
    """Whether it is still meant to take place."""
    return get(scope, gathering_id).state == "planned"


def is_for_all_of(scope: Scope, gathering_id: int, audience: Collection[int]) -> bool:
    """Whether everybody in these groups (none: everybody) is invited to it."""
    invited = get(scope, gathering_id).audience
    return not invited or (bool(audience) and set(audience) <= set(invited))


def guest(scope: Scope, gathering_id: int, member_id: int | None) -> Guest | None:
    """What a member has to do with a gathering, as it is now."""
    query = select(Guest).where(
        col(Guest.gathering_id) == gathering_id, col(Guest.member_id) == member_id
    )
    return scope.db.exec(query.execution_options(populate_existing=True)).first()


def guests(scope: Scope, gathering_id: int, *states: str) -> list[Guest]:
    """Those of its guests who are in these states, first come first."""
    query = select(Guest).where(
        col(Guest.gathering_id) == gathering_id, col(Guest.state).in_(states)
    )
    ordered = query.order_by(col(Guest.turn), col(Guest.id))
    return list(scope.db.exec(ordered.execution_options(populate_existing=True)))


def count(scope: Scope, gathering_id: int, state: str, *, before: int | None = None) -> int:
    """How many of its guests are in a state; with `before`, only those with a lower number."""
    query = select(func.count(col(Guest.id))).where(
        col(Guest.gathering_id) == gathering_id, col(Guest.state) == state
    )
    return scope.db.exec(query if before is None else query.where(col(Guest.turn) < before)).one()


def free(scope: Scope, row: Gathering) -> int | None:
    """The places left; None when there is no limit."""
    if row.places is None:
        return None
    return max(0, row.places - count(scope, row.id or 0, "yes"))


def seen(scope: Scope, gathering_id: int) -> Seen:
    """A gathering as whoever acts sees it."""
    row = get(scope, gathering_id)
    mine = guest(scope, gathering_id, scope.actor_id)
    waits = mine is not None and mine.state == "waiting"
    return Seen(
        id=gathering_id, uid=row.uid, revision=row.revision, changed_at=row.changed_at,
        community=scope.db.get_one(Community, row.community_id).name,
        title=spelled(scope, row.title), venue=spelled(scope, row.venue),
        starts_at=row.starts_at, minutes=row.minutes,
        places=row.places, state=row.state, host=members.get(scope, row.host_id).name,
        hosting=row.host_id == scope.actor_id,
        free=free(scope, row), mine=mine.state if mine else "",
        ahead=count(scope, gathering_id, "waiting", before=mine.turn) if mine and waits else 0,
    )  # fmt: skip


def planned(scope: Scope, limit: int = MOST_SHOWN) -> list[Seen]:
    """The coming gatherings of the community, the next one first."""
    return [seen(scope, row.id or 0) for row in _planned(scope)[:limit]]


def upcoming(scope: Scope, limit: int = MOST_SHOWN) -> list[Seen]:
    """The coming gatherings that whoever acts is invited to or has answered, the next one first."""
    mine = set(groups.of_member(scope, scope.actor_id or 0))
    rows = [row for row in _planned(scope) if _concerns(scope, row, mine)]
    return [seen(scope, row.id or 0) for row in rows[:limit]]


def upcoming_for(connection: Connection, member_id: int, now: datetime) -> list[Seen]:
    """The same for any member: for their page, and for whoever lists what is ahead of them."""
    scope = Scope(connection, now, 0, actor_id=member_id)
    member = scope.db.get(Member, member_id)
    scope.community_id = member.community_id if member else 0
    found = upcoming(scope)
    scope.close(keep=False)
    return found


def _planned(scope: Scope) -> Sequence[Gathering]:
    query = select(Gathering).where(
        col(Gathering.community_id) == scope.community_id,
        col(Gathering.state) == "planned",
        col(Gathering.starts_at) > scope.now,
    )
    return scope.db.exec(query.order_by(col(Gathering.starts_at), col(Gathering.id))).all()


def _concerns(scope: Scope, row: Gathering, mine: Collection[int]) -> bool:
    """Whether whoever acts, who is in these groups, is invited to it, holds it, or answered."""
    if not row.audience or set(row.audience) & set(mine) or row.host_id == scope.actor_id:
        return True
    return guest(scope, row.id or 0, scope.actor_id) is not None
