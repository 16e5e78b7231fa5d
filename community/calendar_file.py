"""One entry for people's own calendars, as RFC 5545 has it.

The same UID for ever and a SEQUENCE that grows with each change, so that a calendar moves its entry
instead of adding one; METHOD is CANCEL once it is called off (RFC 5546, sections 3.2.1 and 3.2.5).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from icalendar import Calendar, Event, vCalAddress, vUri

from community.files import File
from community.words import fold

KIND = "text/calendar"
PRODUCT = "-//Passerelle//calendar//"
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
MOST_NAME = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What stands in the calendar. `uid` is a UUID, times have a zone, `by` is who called it.

    `venue` is where, in words or as the address of an online room, which is then a link too.
    """

    uid: str
    title: str
    starts_at: datetime
    ends_at: datetime
    changed_at: datetime
    by: str
    venue: str = ""
    online: bool = False
    revision: int = 0
    cancelled: bool = False


def calendar_file(entry: Entry) -> File:
    """The entry as a file to open with a calendar. Its times are in UTC."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if entry.cancelled else "PUBLISH")
    calendar.add_component(_event(entry))
    return File(name=f"{_name(entry.title)}.ics", kind=KIND, content=calendar.to_ical())


def _event(entry: Entry) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.revision)
    event.add("dtstamp", entry.changed_at.astimezone(UTC))
    event.add("dtstart", entry.starts_at.astimezone(UTC))
    event.add("dtend", entry.ends_at.astimezone(UTC))
    event.add("summary", entry.title)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("organizer", _organizer(entry))
    if entry.venue:
        event.add("location", entry.venue)
    if entry.online:
        event.add("url", vUri(entry.venue))
    return event


def _organizer(entry: Entry) -> vCalAddress:
    """Named as the community is; nobody is written to, so the address is that of the event."""
    address = vCalAddress(f"urn:uuid:{entry.uid}")
    address.params["CN"] = entry.by
    return address


def _name(title: str) -> str:
    """A file's name that every platform takes."""
    return _NOT_PLAIN.sub("-", fold(title)).strip("-")[:MOST_NAME].strip("-") or "passerelle"
