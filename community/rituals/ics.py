"""The rituals as a calendar file (RFC 5545): one event a ritual, with its rule.

What holidays put off and organisers leave out is told date by date, for the coming year.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vRecur

from community import recurrence
from community.calendar_file import KIND
from community.files import File
from community.rituals import days_off, plans
from community.scope import Scope
from storage.tables import Ritual

LASTS, A_YEAR = timedelta(minutes=30), timedelta(days=366)


def file(scope: Scope) -> File:
    """The calendar as a file to open with one's own; organisers only."""
    plans.require_organiser(scope)
    return File(name="rituals.ics", kind=KIND, content=written(scope))


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
    by_rule = set(_year(scope, recurrence.moments(rhythm, scope.now)))
    out, holidays = days_off.days_out(scope, row, scope.now), days_off.holidays(scope)
    coming = set(_year(scope, recurrence.moments(rhythm, scope.now, holidays, out)))
    for at in sorted(by_rule - coming):
        event.add("exdate", _there(rhythm, at))
    for at in sorted(coming - by_rule):
        event.add("rdate", _there(rhythm, at))
    return event


def _year(scope: Scope, moments: Iterator[datetime]) -> Iterator[datetime]:
    return takewhile(lambda at: at <= scope.now + A_YEAR, moments)


def _there(rhythm: recurrence.Rhythm, at: datetime) -> datetime:
    """A time on the clock of the ritual's zone, as the file names it."""
    return at.astimezone(ZoneInfo(rhythm.zone))
