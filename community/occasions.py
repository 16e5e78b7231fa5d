"""What the bot does about gatherings of its own accord, when its time has come (P17, P19).

Guests are reminded, and sent the replay; an organiser is asked afterwards how it went; a ritual of
the kind `gathering` plans one at each of its runs; and the digest names those that are coming.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field, StringConstraints
from sqlalchemy import Connection
from sqlmodel import col, select

from community import gatherings, hosting, library, members, replays
from community.digests import section
from community.guests import COMING
from community.hosting import MOST_MINUTES, MOST_TITLE, Plan
from community.members import FOREVER
from community.reminders import next_reminder
from community.rituals import plans
from community.rituals.kinds import Figures, RunRow, Settings, kind
from community.scope import Scope
from community.spelled import spelled
from community.words import MOST_WORDS
from storage.tables import Community, Gathering, Guest

AT_ONCE = 200


def due_guests(scope: Scope, limit: int = AT_ONCE) -> list[int]:
    """The guests who are to be written to now, earliest first."""
    query = (
        select(Guest.id)
        .join(Gathering, col(Gathering.id) == col(Guest.gathering_id))
        .where(col(Guest.due_at) <= scope.now, col(Gathering.community_id) == scope.community_id)
    )
    found = scope.db.exec(query.order_by(col(Guest.due_at), col(Guest.id)).limit(limit))
    return [each for each in found if each is not None]


def due_gatherings(scope: Scope, limit: int = AT_ONCE) -> list[int]:
    """The gatherings that are over, or of which nobody has told anything for long."""
    query = select(Gathering.id).where(
        col(Gathering.due_at) <= scope.now, col(Gathering.community_id) == scope.community_id
    )
    found = scope.db.exec(query.order_by(col(Gathering.due_at)).limit(limit))
    return [each for each in found if each is not None]


def write_to(scope: Scope, guest_id: int) -> None:
    """Write to a guest, if their time has come and it still makes sense."""
    guest = scope.db.get_one(Guest, guest_id)
    if guest.due_at is None or guest.due_at > scope.now:
        return
    row = gatherings.get(scope, guest.gathering_id)
    guest.due_at = None
    if row.state == "planned" and guest.state in COMING:
        _remind(scope, row, guest)
    elif row.state == "closed" and not _wants_peace(scope, guest):
        scope.notify(guest.member_id, "replay", once_for=str(row.id), gathering=row.id)


def end(scope: Scope, gathering_id: int) -> None:
    """Do what a gathering waits for, if its time has come."""
    row = gatherings.lock(scope, gathering_id)
    if row.due_at is None or row.due_at > scope.now:
        return
    if row.state == "planned":
        replays.ask(scope, row)
    else:
        replays.close(scope, row)


def _remind(scope: Scope, row: Gathering, guest: Guest) -> None:
    """Tell them, unless it has begun, and note when they are told next."""
    zone = members.get(scope, guest.member_id).time_zone
    guest.due_at = next_reminder(row.starts_at, zone, scope.now)
    if scope.now < row.starts_at and not _wants_peace(scope, guest):
        scope.notify(guest.member_id, "gathering-reminder", gathering=row.id)


def _wants_peace(scope: Scope, guest: Guest) -> bool:
    """Whether they want nothing more of the bot's own accord: a mere pause is from requests."""
    return members.get(scope, guest.member_id).paused_until == FOREVER


Title = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MOST_TITLE)
]
Venue = Annotated[str, Field(min_length=1, max_length=MOST_WORDS)]


class Repeated(Settings):
    """What a ritual plans at each run: `days` after it, at `hour` in the ritual's time zone.

    Words by language are kept in that of the community, and read in each reader's (`spelled`).
    """

    title: Title | dict[str, Title]
    venue: Venue | dict[str, Venue]
    days: int = Field(default=10, ge=1, le=90)
    hour: time = time(18, 30)
    minutes: int = Field(default=60, ge=1, le=MOST_MINUTES)
    places: int | None = Field(default=None, ge=1)


@kind("gathering", Repeated)
def begin(connection: Connection, run: RunRow, now: datetime) -> Figures:
    """Plan it in the name of whoever made the ritual; without an organiser nothing is planned."""
    scope = Scope(connection, now, run.community_id)
    host = next(iter(members.in_charge(scope, run.made_by)), None)
    wished = repeated(scope, run.settled(Repeated), run.due_at, run.time_zone, run.audience)
    if host is not None:
        hosting.open_for(scope, wished, host, run.id)
    invited = 0 if host is None else hosting.reach(scope, wished.audience)
    scope.close(keep=True)
    return {"invited": invited}


def repeated(
    scope: Scope, settings: Repeated, at: datetime, zone: str, audience: Sequence[int],
    locale: str | None = None,
) -> Plan:  # fmt: skip
    """What a run at that moment (UTC) plans, in the community's language or in another one."""
    locale = locale or scope.db.get_one(Community, scope.community_id).locale
    there = ZoneInfo(zone)
    day = at.astimezone(there).date() + timedelta(days=settings.days)
    return Plan(
        title=_words(settings.title, locale), venue=_words(settings.venue, locale),
        minutes=settings.minutes, places=settings.places, audience=list(audience),
        starts_at=datetime.combine(day, settings.hour, there),
    )  # fmt: skip


def held_from(scope: Scope, ritual_id: int) -> datetime | None:
    """When the gathering would begin (UTC) that a run begun now plans; None for no gathering.

    Raises NotAllowed without the role.
    """
    plans.require_organiser(scope)
    row = plans.get(scope, ritual_id)
    if row.kind != "gathering":
        return None
    settings = Repeated.model_validate(row.settings)
    wished = repeated(scope, settings, scope.now, row.time_zone, row.audience)
    return wished.starts_at.astimezone(UTC)


def _words(given: str | Mapping[str, str], locale: str) -> str:
    return given if isinstance(given, str) else library.in_language(given, locale)


def _coming(scope: Scope, since: datetime, audience: Sequence[int]) -> list[int]:
    """The coming gatherings that all who read a digest are invited to."""
    return [
        each.id for each in gatherings.planned(scope)
        if gatherings.is_for_all_of(scope, each.id, audience)
    ]  # fmt: skip


def _titles(scope: Scope, ids: list[int]) -> list[str]:
    rows = [gatherings.get(scope, each) for each in ids]
    coming = (row for row in rows if row.state == "planned" and row.starts_at > scope.now)
    return [spelled(scope, row.title) for row in coming]


section("gatherings", _coming, _titles)
