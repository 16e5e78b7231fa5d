"""When two people could talk: a few times that are decent for both, wherever they live."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

EARLIER_OR_LATER = (0, -3, 3)
"""Hours around the best one, a day each: whoever can't at noon may in the morning."""
MIDDAY = 13
DECENT = 4
"""Hours around midday in which one may propose to talk."""
SATURDAY = 5


def proposals(now: datetime, zones: Sequence[str]) -> list[datetime]:
    """Three times on the coming working days, in UTC: as near to everybody's midday as can be."""
    days = (now + timedelta(days=n) for n in range(1, 15))
    best = (_best(day, zones) for day in days)
    working = islice((each for each in best if _is_working(each, zones)), 3)
    return [
        _moved(each, hours, zones) for each, hours in zip(working, EARLIER_OR_LATER, strict=False)
    ]


def _best(day: datetime, zones: Sequence[str]) -> datetime:
    start = day.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return min((start + timedelta(hours=n) for n in range(24)), key=lambda at: _far(at, zones))


def _moved(best: datetime, hours: int, zones: Sequence[str]) -> datetime:
    """Some hours off, if that is still decent for everybody."""
    other = best + timedelta(hours=hours)
    return other if _far(other, zones) <= DECENT else best


def _far(at: datetime, zones: Sequence[str]) -> float:
    """How far it is from midday for whom it suits least, in hours."""
    there = [at.astimezone(ZoneInfo(zone)) for zone in zones]
    return max(abs(each.hour + each.minute / 60 - MIDDAY) for each in there)


def _is_working(at: datetime, zones: Sequence[str]) -> bool:
    return all(at.astimezone(ZoneInfo(zone)).weekday() < SATURDAY for zone in zones)
