"""When something recurs: rules of RFC 5545, in the wall time of a place, holidays left out.

A rule is computed in wall time and then placed in its zone, as RFC 5545 (3.3.10, 3.3.5) has it: an
hour that the clock jumps over is read with the offset before the jump, one that comes twice is the
first of the two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rrulestr

from community.words import time_zones

AHEAD_YEARS = 10
"""How far an occurrence is looked for: 29 February may be eight years away (1896, 1904)."""
MOST_HOLIDAYS = 31
"""Days in a row that a run can be put off by."""
PARTS = {"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "UNTIL"}
UNTIL = "%Y%m%dT%H%M%SZ"
WORKING = {"MO", "TU", "WE", "TH", "FR"}
NO_HOLIDAYS: frozenset[str] = frozenset()
NO_DAYS: frozenset[date] = frozenset()


class WrongRhythm(ValueError):
    """A rhythm that can't be kept. `why` is a code: `zone`, `rule`, `interval`, `never`."""

    def __init__(self, why: str) -> None:
        super().__init__(f"{WrongRhythm.__doc__} ({why})")
        self.why = why


@dataclass(frozen=True, slots=True)
class Rhythm:
    """An RRULE's value, and when it begins: its hour in `zone` is that of every occurrence."""

    rule: str
    starts_at: datetime
    zone: str

    @property
    def begins(self) -> datetime:
        """The beginning in wall time, without a zone: the DTSTART of the rule."""
        return self.starts_at.astimezone(ZoneInfo(self.zone)).replace(tzinfo=None)

    def moved(self, zone: str) -> Rhythm:
        """The same days and hours, to the same end, on the clocks of another zone."""
        rule = self.rule
        if until := self.parts.get("UNTIL"):
            end = _there(_until(until), self.zone).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
            rule = rule.replace(until, f"{end:{UNTIL}}")
        return Rhythm(rule, self.begins.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC), zone)

    @property
    def parts(self) -> Mapping[str, str]:
        """The rule's parts by their names: FREQ, BYDAY …"""
        return {
            name: value
            for name, _, value in (each.partition("=") for each in self.rule.upper().split(";"))
        }


def moments(
    rhythm: Rhythm,
    after: datetime,
    holidays: frozenset[str] = NO_HOLIDAYS,
    without: frozenset[date] = NO_DAYS,
) -> Iterator[datetime]:
    """The occurrences later than `after`, in UTC and in order.

    On the days of `without`, by the rhythm's own clock, it does not come; nor does what was put off
    from one of them by a holiday.

    One that falls on a holiday comes on the next day that is none; a ritual of working days stays
    on these. `holidays` are days as `2027-05-06`, or `05-01` for every year.
    """
    zone, last = ZoneInfo(rhythm.zone), None
    for wall in _walls(rhythm, after):
        day = _next_free(wall.date(), holidays, working=_is_working(rhythm))
        if day is None:
            continue
        moment = datetime.combine(day, wall.time(), zone).astimezone(UTC)
        if {day, wall.date()} & without:
            continue
        if moment > after and moment != last:
            yield moment
        last = moment


def next_after(
    rhythm: Rhythm, after: datetime, holidays: frozenset[str] = NO_HOLIDAYS
) -> datetime | None:
    """The first occurrence later than that, None when there is none in ten years."""
    return next(moments(rhythm, after, holidays), None)


def upcoming(
    rhythm: Rhythm, after: datetime, count: int, holidays: frozenset[str] = NO_HOLIDAYS
) -> list[datetime]:
    """The next so many occurrences."""
    return list(islice(moments(rhythm, after, holidays), count))


def check(rhythm: Rhythm) -> None:
    """Raise WrongRhythm for a rule that can't be read, or that never comes."""
    if rhythm.zone not in time_zones():
        raise WrongRhythm("zone")
    parts = rhythm.parts
    if set(parts) - PARTS or not _is_whole(parts):
        raise WrongRhythm("rule")
    if not parts.get("INTERVAL", "1").strip("0").isdecimal():
        raise WrongRhythm("interval")
    try:
        first = next_after(rhythm, rhythm.starts_at - timedelta(seconds=1))
    except (ValueError, KeyError):
        raise WrongRhythm("rule") from None
    if first is None:
        raise WrongRhythm("never")


def _is_whole(parts: Mapping[str, str]) -> bool:
    """Whether the rule says itself which days it means, instead of leaving that to its start."""
    days = "BYDAY" in parts or "BYMONTHDAY" in parts
    match parts.get("FREQ"):
        case "DAILY":
            return True
        case "WEEKLY":
            return "BYDAY" in parts
        case "MONTHLY":
            return days
        case "YEARLY":
            return days and "BYMONTH" in parts
    return False


def rests(day: date, holidays: frozenset[str]) -> bool:
    """Whether a day is a holiday."""
    return day.isoformat() in holidays or f"{day:%m-%d}" in holidays


def _walls(rhythm: Rhythm, after: datetime) -> Iterator[datetime]:
    """Occurrences in wall time, from a little before `after`: holidays may put them off."""
    since = after.astimezone(ZoneInfo(rhythm.zone)).replace(tzinfo=None)
    since -= timedelta(days=MOST_HOLIDAYS + 1)
    begins = _nearer(rhythm, since)
    end = max(begins, since).replace(month=1, day=1)
    end = end.replace(year=end.year + AHEAD_YEARS + 1)
    for wall in _rule(rhythm, begins):
        if wall > end:
            return
        if wall >= since:
            yield wall


def _rule(rhythm: Rhythm, begins: datetime) -> rrule:
    """The rule in wall time; what RFC 5545 says in UTC, the end, is put into wall time too."""
    parts = dict(rhythm.parts)
    until = parts.pop("UNTIL", None)
    made = rrulestr(";".join(f"{name}={value}" for name, value in parts.items()), dtstart=begins)
    assert isinstance(made, rrule)
    end = begins + timedelta(days=366 * (AHEAD_YEARS + 3))
    if until is not None:
        end = min(end, _there(_until(until), rhythm.zone).replace(tzinfo=None))
    return made.replace(until=end)


def _until(written: str) -> datetime:
    """The end of a rule, which RFC 5545 has in UTC."""
    return datetime.strptime(written, UNTIL).replace(tzinfo=UTC)


def _there(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(zone))


def _nearer(rhythm: Rhythm, since: datetime) -> datetime:
    """A beginning not later than `since` that gives the same occurrences from then on.

    A rule that has run for years is not walked through from its first day.
    """
    begins, parts = rhythm.begins, rhythm.parts
    interval = int(parts.get("INTERVAL", "1"))
    if since <= begins:
        return begins
    match parts["FREQ"]:
        case "DAILY":
            return begins + timedelta(days=_whole((since - begins).days, interval))
        case "WEEKLY":
            return begins + timedelta(weeks=_whole((since - begins).days // 7, interval))
        case "MONTHLY":
            months = (since.year - begins.year) * 12 + since.month - begins.month
            return _months_on(begins, _whole(months, interval))
    years = _whole(since.year - begins.year, interval)
    return begins.replace(year=begins.year + years, month=1, day=1) if years else begins


def _whole(count: int, interval: int) -> int:
    return count - count % interval


def _months_on(begins: datetime, months: int) -> datetime:
    year, month = divmod(begins.year * 12 + begins.month - 1 + months, 12)
    return begins.replace(year=year, month=month + 1, day=1) if months else begins


def _is_working(rhythm: Rhythm) -> bool:
    """Whether it falls on working days only."""
    days = rhythm.parts.get("BYDAY", "")
    return bool(days) and {each[-2:] for each in days.split(",")} <= WORKING


def _next_free(day: date, holidays: frozenset[str], *, working: bool) -> date | None:
    """The day, or the first after it that is no holiday; None when that is a month away."""
    if not rests(day, holidays):
        return day
    later = (day + timedelta(days=n) for n in range(1, MOST_HOLIDAYS + 1))
    free = (
        each for each in later
        if not rests(each, holidays) and not (working and each.weekday() > 4)
    )  # fmt: skip
    return next(free, None)
