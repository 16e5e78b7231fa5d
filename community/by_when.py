"""The day by which help is wanted, and how much haste that leaves."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from storage.tables import Ask

DAYS = {"today": 0, "tomorrow": 1}
"""How far the day is off by which help is wanted, by the urgency that names one."""

SOON = timedelta(days=7)
"""A day that is this near is wanted within the week."""
SOONEST_FIRST = ("today", "tomorrow", "week", "none")
"""How soon an ask is wanted; but for the last, the lists of phrases are called so, too."""


def local_day(moment: datetime, zone: str) -> date:
    """Which day it is then, in that time zone."""
    return moment.astimezone(ZoneInfo(zone)).date()


def by_day(day: date, today: date) -> str:
    """The urgency of what is wanted by a day, seen from today."""
    named = {today + timedelta(days=days): urgency for urgency, days in DAYS.items()}
    return named.get(day, "week" if today < day <= today + SOON else "none")


def sooner(ask: Ask, urgency: str, zone: str, now: datetime) -> str:
    """The urgency of an ask that is told now, counted from when it was opened; the ask's own
    where that is no less."""
    if urgency in DAYS:
        opened = local_day(ask.opened_at, zone)
        day = local_day(now, zone) + timedelta(days=DAYS[urgency])
        urgency = by_day(day, opened) if day > opened else urgency
        urgency = "week" if urgency == "none" else urgency
    return min(urgency, ask.urgency, key=SOONEST_FIRST.index)


def day_of(ask: Ask, zone: str) -> date | None:
    """The day by which help is wanted, as it was there when that was said; None without one."""
    if ask.urgency not in DAYS:
        return None
    return local_day(ask.opened_at, zone) + timedelta(days=DAYS[ask.urgency])


def is_too_late(ask: Ask, zone: str, moment: datetime) -> bool:
    """Whether that day is over then, where the requester is."""
    by = day_of(ask, zone)
    return by is not None and local_day(moment, zone) > by


def haste(ask: Ask, zone: str, moment: datetime) -> str:
    """The urgency as it is then: what was for tomorrow is for today, once that day has come."""
    by = day_of(ask, zone)
    has_come = by is not None and local_day(moment, zone) >= by
    return "today" if has_come else ask.urgency
