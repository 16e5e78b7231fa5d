"""The rituals as a calendar file (RFC 5545): one event a ritual, with its rule."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vRecur
from sqlmodel import col, select

from community import recurrence
from community.rituals import plans
from community.scope import Scope
from storage.tables import Ritual, Run

LASTS = timedelta(minutes=30)


def written(scope: Scope) -> bytes:
    """The calendar of all rituals that are alive, in their own time zones."""
    calendar = Calendar()
    calendar.add("prodid", "-//Passerelle//rituals//")
    calendar.add("version", "2.0")
    for row in plans.listed(scope):
        if row.state in plans.ALIVE and row.next_due_at is not None:
            calendar.add_component(_event(scope, row))
    calendar.add_missing_timezones()
    made: bytes = calendar.to_ical()
    return made


def _event(scope: Scope, row: Ritual) -> Event:
    rhythm, event = plans.rhythm(row), Event()
    event.add("uid", f"ritual-{row.id}@passerelle")
    event.add("summary", row.name)
    event.add("dtstamp", scope.now)
    event.add("sequence", row.revision - 1)
    event.add("dtstart", _there(rhythm, rhythm.starts_at))
    event.add("duration", LASTS)
    event.add("rrule", vRecur.from_ical(rhythm.rule))
    for at in _left_out(scope, row):
        event.add("exdate", _there(rhythm, at))
    return event


def _left_out(scope: Scope, row: Ritual) -> list[datetime]:
    """The runs to come that an organiser skipped."""
    query = select(Run.due_at).where(col(Run.ritual_id) == row.id, col(Run.state) == "skipped")
    return list(scope.db.exec(query.where(col(Run.due_at) > scope.now)))


def _there(rhythm: recurrence.Rhythm, at: datetime) -> datetime:
    """A time on the clock of the ritual's zone, as the file names it."""
    return at.astimezone(ZoneInfo(rhythm.zone))
