"""When somebody is reminded: a week, a day and an hour before, on their own clock.

A week and a day are counted on the member's calendar, so that summer time does not move them, and
nobody is written to at night for what is days away.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAYS = (7, 1)
HOUR = timedelta(hours=1)
EARLIEST, LATEST = time(9), time(20)
"""Between these, on the member's clock, days before."""


def reminders(starts_at: datetime, zone: str) -> Iterator[datetime]:
    """The moments, in UTC and in their order, at which a member in this time zone is reminded."""
    there = starts_at.astimezone(ZoneInfo(zone))
    for days in DAYS:
        day = (there - timedelta(days=days)).date()
        hour = min(max(there.time(), EARLIEST), LATEST)
        yield datetime.combine(day, hour, ZoneInfo(zone)).astimezone(UTC)
    yield starts_at - HOUR


def next_reminder(starts_at: datetime, zone: str, after: datetime) -> datetime | None:
    """The next of these moments; None when all are past, as for who answers in the last hour."""
    return next((each for each in reminders(starts_at, zone) if each > after), None)
