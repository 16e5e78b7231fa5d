"""How a member wants to be reached: pause, quiet hours, how often, suggestions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from community import members
from community.scope import Scope
from storage.tables import Community, Member

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


def clock(minute: int) -> time:
    """The time of day of a minute since midnight."""
    return time(minute // 60, minute % 60)


def of(scope: Scope, member: Member) -> Reached:
    """How this member is reached."""
    house = scope.db.get_one(Community, member.community_id)
    paused = (
        member.paused_until if member.paused_until and member.paused_until > scope.now else None
    )
    return Reached(
        Quiet(_or(member.quiet_from, house.quiet_from), _or(member.quiet_until, house.quiet_until)),
        min(_or(member.weekly, house.weekly), house.weekly_most), house.weekly_most,
        member.suggestions, paused, member.time_zone,
        bool(member.mention) if house.monthly_mention else None,
    )  # fmt: skip


def mine(scope: Scope) -> Reached:
    """How whoever acts is reached."""
    return of(scope, members.me(scope))


def choose(
    scope: Scope, quiet: Quiet, weekly: int, suggestions: bool, mention: bool | None = None
) -> Reached:
    """Whoever acts wants to be reached so from now on; `mention` stays as it is if it is None."""
    member = members.me(scope)
    member.quiet_from, member.quiet_until = quiet.start, quiet.end
    member.weekly, member.suggestions = weekly, suggestions
    member.mention = member.mention if mention is None else mention
    scope.audit("member", member.id or 0, "", "reached")
    return of(scope, member)


def reachable_at(scope: Scope, member_id: int) -> datetime:
    """When something that is decided now can be brought to a member: now, or after the silence."""
    reached = of(scope, members.get(scope, member_id))
    return reached.quiet.until(scope.now, reached.zone) or scope.now


def obstacle(scope: Scope, member: Member, *, suggestion: bool) -> str:
    """Why nothing may be asked of a member of the bot's own accord; "" when it may."""
    if member.left_at is not None:
        return "left"
    if member.welcomed_at is None:
        return "newcomer"
    if member.held_until is not None and member.held_until > scope.now:
        return "paused"
    if member.paused_until is not None and member.paused_until > scope.now:
        return "stopped" if member.paused_until == members.FOREVER else "paused"
    return "no-suggestions" if suggestion and not member.suggestions else ""


def _or(chosen: int | None, otherwise: int) -> int:
    return otherwise if chosen is None else chosen
