"""The energy check (P20): groups and circles in which fewer take part than six weeks before.

Communities lose their energy in six to eight weeks without animation; organisers hear of it in
time, with a ritual to try. People are counted, and never fewer than five; nobody hears who it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Connection
from sqlmodel import col, select

from community import groups, library, members, signs
from community.ballots import LEAST
from community.rituals import Figures, RunRow, Settings, kind, plans
from community.rounds.telling import OPEN
from community.scope import Scope
from community.words import fold
from storage.tables import Member, Round, Seat

SPAN = timedelta(weeks=6)
FEW = 60
"""Per cent of those who took part before, at which it is worth a word."""
REMEDIES = ("coffee", "lunch", "peer-solving", "monthly-question", "stories")
"""Ready rituals that bring people together, by their names in the library."""
MOST_REMEDIES = 2


@dataclass(frozen=True, slots=True)
class Dip:
    """A group that is slowing down: how many took part in the six weeks before, and in these.

    `name` is empty for the community as a whole, and for a circle, which is known by the names of
    those who are in it; `now` is None when it is too few to tell.
    """

    name: str
    before: int
    now: int | None
    circle: list[str] = field(default_factory=list)


Together = tuple[str, list[str], set[int]]
"""Those who are looked at together: a group's name, a circle's names, and who they are."""


def dips(scope: Scope, group_ids: Collection[int] = ()) -> list[Dip]:
    """The groups and circles that slow down, of these or of all, and the community if it does."""
    before = signs.took_part(scope, scope.now - 2 * SPAN, scope.now - SPAN)
    lately = signs.took_part(scope, scope.now - SPAN, scope.now)
    return [
        Dip(name, len(before & who), _shown(len(lately & who)), circle)
        for name, circle, who in (*_groups(scope, group_ids), *_circles(scope, group_ids))
        if len(before & who) >= LEAST and 100 * len(lately & who) <= FEW * len(before & who)
    ]


def remedies(scope: Scope) -> list[str]:
    """Ready rituals to try, by their names in the library: those that the community has not."""
    have, ready = {fold(each.name) for each in plans.listed(scope)}, library.ready()
    return [
        name for name in REMEDIES
        if name in ready and have.isdisjoint(map(fold, ready[name].name.values()))
    ][:MOST_REMEDIES]  # fmt: skip


def _groups(scope: Scope, group_ids: Collection[int]) -> Iterable[Together]:
    """Everybody first, unless groups are named."""
    named = [each for each in groups.listed(scope) if not group_ids or each.id in group_ids]
    if not group_ids:
        yield "", [], _inside(scope, ())
    for each in named:
        yield each.name, [], _inside(scope, [each.id or 0])


def _circles(scope: Scope, group_ids: Collection[int]) -> Iterable[Together]:
    """Groups of a round that have been meeting for six weeks, inside the named groups."""
    inside = _inside(scope, group_ids)
    query = (
        select(Seat.group_id, Member.id, Member.name)
        .join(Round, col(Round.id) == col(Seat.round_id))
        .join(Member, col(Member.id) == col(Seat.member_id))
        .where(
            col(Round.community_id) == scope.community_id, col(Round.state).in_(OPEN),
            col(Round.begun_at) <= scope.now - SPAN, col(Seat.state) == "placed",
        )
        .order_by(col(Seat.group_id), col(Seat.id))
    )  # fmt: skip
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for group_id, member_id, name in scope.db.exec(query):
        found[group_id or 0][member_id or 0] = name
    for circle in found.values():
        if inside >= circle.keys():
            yield "", list(circle.values()), set(circle)


def _inside(scope: Scope, group_ids: Collection[int]) -> set[int]:
    return set(groups.members_of(scope.db.connection(), scope.community_id, group_ids))


def _shown(count: int) -> int | None:
    return count if count >= LEAST else None


@kind("energy", Settings, to_all=False)
def begin(connection: Connection, run: RunRow, now: datetime) -> Figures:
    """Look at them; organisers are told of those that slow down, and else of nothing."""
    scope = Scope(connection, now, run.community_id)
    found = dips(scope, run.audience)
    told = [[each.name, each.before, each.now or 0, each.circle] for each in found]
    for organiser in members.organisers(scope) if found else []:
        scope.notify(organiser, "energy", as_staff=True, once_for=f"run-{run.id}", dips=told)
    scope.close(keep=True)
    return {"dips": len(found)}
