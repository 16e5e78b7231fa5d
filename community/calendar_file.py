"""A gathering for people's own calendars, as RFC 5545 has it.

The same UID for ever and a SEQUENCE that grows with each change, so that a calendar moves its entry
instead of adding one; METHOD is CANCEL once it is called off (RFC 5546, sections 3.2.1 and 3.2.5).
"""

from __future__ import annotations

import re
from datetime import UTC

from icalendar import Calendar, Event, vCalAddress, vUri

from community.files import File
from community.gatherings import Seen
from community.words import fold

KIND = "text/calendar"
PRODUCT = "-//Passerelle//gatherings//"
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
MOST_NAME = 40


def calendar_file(about: Seen) -> File:
    """The gathering as a file to open with a calendar. Its times are in UTC."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if about.state == "cancelled" else "PUBLISH")
    calendar.add_component(_event(about))
    return File(name=f"{_name(about.title)}.ics", kind=KIND, content=calendar.to_ical())


def _event(about: Seen) -> Event:
    event = Event()
    event.add("uid", about.uid)
    event.add("sequence", about.revision)
    event.add("dtstamp", about.changed_at.astimezone(UTC))
    event.add("dtstart", about.starts_at.astimezone(UTC))
    event.add("dtend", about.ends_at.astimezone(UTC))
    event.add("summary", about.title)
    event.add("location", about.venue)
    event.add("status", "CANCELLED" if about.state == "cancelled" else "CONFIRMED")
    event.add("organizer", _organizer(about))
    if about.online:
        event.add("url", vUri(about.venue))
    return event


def _organizer(about: Seen) -> vCalAddress:
    """Named as the community is; nobody is written to, so the address is that of the event."""
    address = vCalAddress(f"urn:uuid:{about.uid}")
    address.params["CN"] = about.community
    return address


def _name(title: str) -> str:
    """A file's name that every platform takes."""
    return _NOT_PLAIN.sub("-", fold(title)).strip("-")[:MOST_NAME].strip("-") or "passerelle"
