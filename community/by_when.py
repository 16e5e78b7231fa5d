"""The day by which help is wanted, and how much haste that leaves."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from storage.tables import Ask

DAYS = {"today": 0, "tomorrow": 1}
"""How far the day is off by which help is wanted, by the urgency that names one."""


def day_of(ask: Ask, zone: str) -> date | None:
    """The day by which help is wanted, as it was there when that was said; None without one."""
    if ask.urgency not in DAYS:
        return None
    said = ask.opened_at.astimezone(ZoneInfo(zone)).date()
    return said + timedelta(days=DAYS[ask.urgency])


def is_too_late(ask: Ask, zone: str, moment: datetime) -> bool:
    """Whether that day is over then, where the requester is."""
    by = day_of(ask, zone)
    return by is not None and moment.astimezone(ZoneInfo(zone)).date() > by


def haste(ask: Ask, zone: str, moment: datetime) -> str:
    """The urgency as it is then: what was for tomorrow is for today, once that day has come."""
    by = day_of(ask, zone)
    has_come = by is not None and moment.astimezone(ZoneInfo(zone)).date() >= by
    return "today" if has_come else ask.urgency
