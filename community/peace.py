"""How a member wants to be reached: pause, quiet hours, how often, suggestions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, bindparam, func, select

from community import members
from community.edits import merged
from community.scope import Scope
from storage.tables import Community, Member, table

MIDNIGHT = 24 * 60


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours of silence, in minutes since midnight; the same twice means that there are none."""

    start: int
    end: int

    def __bool__(self) -> bool:
        return self.start != self.end

    def __str__(self) -> str:
        """As one writes them: "21:00-08:00"; nothing where there are none."""
        return f"{clock(self.start):%H:%M}-{clock(self.end):%H:%M}" if self else ""

    def until(self, now: datetime, zone: str) -> datetime | None:
        """When the silence ends in which `now` falls there, in UTC; None when it falls in none.

        The clock's hands count, not the hours between: also on the two nights when they are moved.
        """
        there = now.astimezone(ZoneInfo(zone))
        minute = there.hour * 60 + there.minute
        if not self or (minute - self.start) % MIDNIGHT >= (self.end - self.start) % MIDNIGHT:
            return None
        day = there.date() + timedelta(days=minute >= self.end)
        end = datetime.combine(day, clock(self.end), ZoneInfo(zone))
        twice = (end.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
        return next((each for each in twice if each > now), None)


@dataclass(frozen=True, slots=True)
class Reached:
    """How a member is reached now, whether they or the community chose it."""

    quiet: Quiet
    weekly: int
    weekly_most: int
    suggestions: bool
    paused_until: datetime | None
    zone: str
    mention: bool | None = None
    """Whether they would be named for the help they give; None where nobody is."""
    buddy: bool = False
    """Whether they would gladly be a newcomer's buddy."""


def clock(minute: int) -> time:
    """The time of day of a minute since midnight."""
    return time(minute // 60, minute % 60)


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands between a member and what the bot has to ask: `barred` says why nothing may be.

    It is a code, "" when something may.
    """

    reached: Reached
    barred: str

    def obstacle(self, *, suggestion: bool) -> str:
        """Why this may not be asked; "" when it may."""
        return self.barred or (
            "no-suggestions" if suggestion and not self.reached.suggestions else ""
        )


_member, _house = table(Member).c, table(Community).c
_chosen = {
    name: func.coalesce(_member[name], _house[name])
    for name in ("quiet_from", "quiet_until", "weekly")
}
_STANDING = (
    select(
        *(each.label(name) for name, each in _chosen.items()), _house.weekly_most,
        _member.suggestions, _member.time_zone, _member.paused_until, _member.held_until,
        _member.left_at, _member.welcomed_at, _member.mention, _house.monthly_mention,
        _member.buddy,
    )
    .join_from(_member.id.table, _house.id.table, _house.id == _member.community_id)
    .where(_member.id == bindparam("member"))
)  # fmt: skip
"""Said once, since every message of the bot's own accord asks it."""


def standing(scope: Scope, member_id: int) -> Standing:
    """How a member is reached now, and whether at all; raises NoResultFound for nobody."""
    scope.write()
    row = scope.connection.execute(_STANDING, {"member": member_id}).one()
    paused = row.paused_until if row.paused_until and row.paused_until > scope.now else None
    reached = Reached(
        Quiet(row.quiet_from, row.quiet_until), min(row.weekly, row.weekly_most), row.weekly_most,
        row.suggestions, paused, row.time_zone,
        bool(row.mention) if row.monthly_mention else None, row.buddy,
    )  # fmt: skip
    return Standing(reached, _barred(row, scope.now))


def _barred(row: Row[*tuple[Any, ...]], now: datetime) -> str:
    if row.left_at is not None:
        return "left"
    if row.welcomed_at is None:
        return "newcomer"
    if row.held_until is not None and row.held_until > now:
        return "paused"
    if row.paused_until is not None and row.paused_until > now:
        return "stopped" if row.paused_until == members.FOREVER else "paused"
    return ""


def of(scope: Scope, member_id: int) -> Reached:
    """How this member is reached."""
    return standing(scope, member_id).reached


def mine(scope: Scope) -> Reached:
    """How whoever acts is reached."""
    return of(scope, members.me(scope).id or 0)


def wished(how: Reached, wish: Mapping[str, int]) -> Reached:
    """The same but for `weekly`, `quiet_from` or `quiet_until`, as far as the community goes.

    Without quiet hours, those that begin or end somewhere reach to midnight.
    """
    quiet = how.quiet or Quiet(0, 0)
    start, end = wish.get("quiet_from", quiet.start), wish.get("quiet_until", quiet.end)
    weekly = min(wish.get("weekly", how.weekly), how.weekly_most)
    return replace(how, quiet=Quiet(start, end), weekly=weekly)


def change(scope: Scope, before: Reached, after: Reached) -> Reached:
    """Whoever acts wants to be reached as they changed it from how they were shown it."""
    how = merged(mine(scope), before, after)
    return choose(
        scope, how.quiet, weekly=how.weekly, suggestions=how.suggestions, buddy=how.buddy,
        mention=None if after.mention == before.mention else after.mention,
    )  # fmt: skip


def choose(
    scope: Scope, quiet: Quiet, *, weekly: int, suggestions: bool, buddy: bool,
    mention: bool | None = None,
) -> Reached:  # fmt: skip
    """Whoever acts wants to be reached so from now on; `mention` stays as it is if it is None."""
    member = members.me(scope)
    member.quiet_from, member.quiet_until = quiet.start, quiet.end
    member.weekly, member.suggestions, member.buddy = weekly, suggestions, buddy
    member.mention = member.mention if mention is None else mention
    scope.audit("member", member.id or 0, "", "reached")
    return of(scope, member.id or 0)


def reachable_at(scope: Scope, member_id: int) -> datetime:
    """When something that is decided now can be brought to a member: now, or after the silence."""
    reached = of(scope, member_id)
    return reached.quiet.until(scope.now, reached.zone) or scope.now
