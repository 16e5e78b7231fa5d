"""A moment of a calendar in a reader's words: the day and the hour, in the ritual's own zone."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_location

from community.members import Person
from conversations.questions import plain
from conversations.texts import Text


def moment_said(at: datetime, zone: str) -> Text:
    """ "Tuesday 1 December 2026, 9:00": the hour as the wall clock of the zone shows it."""
    there = at.astimezone(ZoneInfo(zone))
    return Text(
        "ritual-moment", since=there.date(), year=str(there.year), hour=str(there.hour),
        minute=f"{there.minute:02}",
    )  # fmt: skip


def moment_for(reader: Person | None, at: datetime, zone: str) -> Text:
    """The same, with the place where the reader's own clock shows another time then."""
    said = moment_said(at, zone)
    if reader is None or _shift(at, reader.zone) == _shift(at, zone):
        return said
    return Text("ritual-moment-there", moment=said, place=place_of(zone, reader.locale))


def _shift(at: datetime, zone: str) -> object:
    return at.astimezone(ZoneInfo(zone)).utcoffset()


def place_of(zone: str, locale: str) -> str:
    """The city of a zone in a language: the one that it is called by, also if that is an old name.

    To Babel, America/Montreal is Toronto.
    """
    called = zone.rpartition("/")[2].replace("_", " ")
    city = get_timezone_location(zone, locale=locale, return_city=True)
    english = get_timezone_location(zone, locale="en", return_city=True)
    return city if plain(english) == plain(called) else called
