"""A moment of a calendar in a reader's words: the day and the hour, in the ritual's own zone."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from conversations.texts import Text


def moment_said(at: datetime, zone: str) -> Text:
    """ "Tuesday 1 December 2026, 9:00": the hour as the wall clock of the zone shows it."""
    there = at.astimezone(ZoneInfo(zone))
    return Text(
        "ritual-moment", since=there.date(), year=str(there.year), hour=str(there.hour),
        minute=f"{there.minute:02}",
    )  # fmt: skip
